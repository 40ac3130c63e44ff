"""What a rule may ask of the run, beside what it is called with."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ctct_lint.schema.operation import Operation


class Context(NamedTuple):
    """What a document is for, and what time it is.

    clock  the time to go by, so that the same document has the same diagnostics
           tomorrow; without a zone it is in UTC. None: the computer's clock.
           `datetime.min` is before all times: nothing is in the past then
    """

    operation: Operation
    clock: datetime | None = None

    @property
    def now(self) -> datetime:
        """The time, with a zone."""
        if self.clock is None:
            return datetime.now(timezone.utc)
        if self.clock.tzinfo is None:
            return self.clock.replace(tzinfo=timezone.utc)
        return self.clock
