"""Fields that are there, only not where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schema.names import ctct

if TYPE_CHECKING:
    from ctct_lint.rules.record import Record


def is_elsewhere(record: Record, name: str) -> bool:
    """Say whether the field stands elsewhere in the entry: that is said of it."""
    return next(record.entry.element.iter(ctct(name)), None) is not None
