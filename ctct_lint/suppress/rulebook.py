"""The rules as suppression must know them, which are above it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ctct_lint.text.spelling import closest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    # The number of a directive, and of its selector that counts; -1: it has none.
    Use = tuple[int, int]

# Without text and without tags nothing else that is said of a document is sure.
_NEVER = ("CTC00", "CTC1", "CTC9")
# More diagnostics of one code are not shown, and to compare takes time.
_MOST_COMPARED = 200


def can_suppress(code: str) -> bool:
    """Can a comment suppress diagnostics of this code?"""
    return not code.startswith(_NEVER)


class Rulebook:
    """What suppression must know of the rules, which are above it.

    rules     returns the code and name of every rule; called for what looks unused
    covers    (selector, code, name): is the rule meant?
    is_whole  were all of them run, and are there no others? Else a comment may be
              about what was not looked for
    """

    def __init__(
        self,
        rules: Callable[[], Iterable[tuple[str, str]]],
        covers: Callable[[str, str, str], bool],
        *,
        is_whole: bool = True,
    ) -> None:
        self.covers = covers
        self.is_whole = is_whole
        self._load = rules
        self._codes: dict[str, frozenset[str]] = {}
        self._compared = 0

    @cached_property
    def rules(self) -> dict[str, str]:
        """The names of the rules by their codes."""
        return dict(self._load())

    @cached_property
    def everything(self) -> frozenset[str]:
        """All codes that a comment without brackets is about."""
        return frozenset(filter(can_suppress, self.rules))

    def codes(self, selector: str) -> frozenset[str]:
        """Return the codes that are meant."""
        if selector not in self._codes:
            pairs = self.rules.items()
            meant = (code for code, name in pairs if self.covers(selector, code, name))
            self._codes[selector] = frozenset(meant)
        return self._codes[selector]

    def name_meant(self, selector: str) -> str | None:
        """Return the rule whose name is misspelt there, as far as that is clear."""
        self._compared += 1
        if self._compared > _MOST_COMPARED:
            return None
        return closest(selector, sorted(self.rules.values()))
