"""What time it is, for rules about times to come.

A run can say another time than the computer's clock, so that the same document has
the same diagnostics tomorrow.
"""

from __future__ import annotations

from contextvars import ContextVar
from datetime import datetime, timezone

_FIXED: ContextVar[datetime | None] = ContextVar("ctct_lint_now", default=None)


def set_clock(now: datetime | None) -> None:
    """Say what time it is, in this context; None: what the computer's clock says.

    `datetime.min` is before all times: nothing is in the past then. A time without a
    zone is one in UTC.
    """
    _FIXED.set(now)


def now() -> datetime:
    """Return the time, with a zone."""
    fixed = _FIXED.get()
    if fixed is None:
        return datetime.now(timezone.utc)
    return fixed if fixed.tzinfo is not None else fixed.replace(tzinfo=timezone.utc)
