"""What the linter says: diagnostics, their ranges and their fixes.

Plain frozen values: they hold no tree and no text, so they can be pickled,
compared and sent elsewhere.
"""

from __future__ import annotations

from typing import Protocol

from ctct_lint.model.severity import Applicability, Severity
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.source import Position, Range

__all__ = [
    "Applicability",
    "Diagnostic",
    "Edit",
    "Fix",
    "Label",
    "Position",
    "Range",
    "Reported",
    "Severity",
]


class Edit(NamedTuple):
    """Put `new_text` in the place of `range`; an empty range inserts."""

    range: Range
    new_text: str


class Fix(NamedTuple):
    """Edits that belong together; they do not overlap."""

    title: str
    applicability: Applicability
    edits: tuple[Edit, ...]


class Label(NamedTuple):
    """A second place that explains the first."""

    range: Range
    message: str


class Diagnostic(NamedTuple):
    """One fault: what is wrong, exactly where, and what to write instead.

    `name` is the kebab-case name of `code`; `path` the element path as written
    in the file, by local names (`/entry/content/Campaign/GreetingName`);
    `help` says what to do, `notes` say why.
    """

    range: Range
    severity: Severity
    code: str
    name: str
    message: str
    path: str = ""
    help: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    related: tuple[Label, ...] = ()
    fixes: tuple[Fix, ...] = ()

    @property
    def sort_key(self) -> tuple[int, str, int, str]:
        """By position, then code."""
        start, end = self.range
        return start.offset, self.code, end.offset, self.message


class Reported(Protocol):
    """A diagnostic, or what will be one."""

    @property
    def code(self) -> str:
        """The code of its rule."""
        ...

    @property
    def name(self) -> str:
        """The name of its rule."""
        ...

    @property
    def range(self) -> Range:
        """What it is about."""
        ...
