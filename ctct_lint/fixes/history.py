"""Where things are in a document that changes round by round, and where they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.fixes.compare import Moved, place
from ctct_lint.fixes.queue import Doubts
from ctct_lint.text.encoding import decode
from ctct_lint.text.source import LineIndex
from ctct_lint.xml.way_back import WayBack

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ctct_lint.fixes.compare import Place
    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.text.source import Position
    from ctct_lint.xml.draft import TextEdit


class History:
    """The rounds so far, and what was learnt in them of diagnostics at their places."""

    def __init__(self, data: bytes) -> None:
        self._lines = LineIndex(decode(data).text)
        self._ways: list[WayBack] = []
        # Why what is at a place cannot be mended.
        self._refused: dict[Place, str] = {}
        self._suspected: set[Place] = set()
        self._late: set[Place] = set()
        # Has nothing that is known been learnt before the last round?
        self.is_fresh = True

    @property
    def rounds(self) -> int:
        """How many rounds there were."""
        return len(self._ways)

    def add(self, edits: Sequence[TextEdit]) -> None:
        """Note a round, and move what is known of places to where they are now."""
        moved = Moved(edits)
        self._refused = {_moved(p, moved): why for p, why in self._refused.items()}
        self._suspected = {_moved(p, moved) for p in self._suspected}
        self._late = {_moved(p, moved) for p in self._late}
        self._ways.append(WayBack(edits))
        self.is_fresh = not (self._refused or self._suspected or self._late)

    def original(self, offset: int) -> Position:
        """Return where something was before all rounds."""
        for way in reversed(self._ways):
            offset = way.original(offset)
        return self._lines.position(offset)

    def refuse(self, reasons: Mapping[Diagnostic, str]) -> None:
        """Note what cannot be mended, and why."""
        for diagnostic, why in reasons.items():
            self._refused[place_of(diagnostic)] = why

    def why_refused(self, diagnostic: Diagnostic) -> str:
        """Return why a diagnostic cannot be mended; "" if it is not refused."""
        return self._refused.get(place_of(diagnostic), "")

    def forget(self) -> bool:
        """Forget what was learnt; False if the last round began with nothing known.

        What was refused or put aside while other things were wrong may be right now:
        no more can be done only if a round that knows nothing can do nothing.
        """
        if self.is_fresh:
            return False
        self._refused, self._suspected, self._late = {}, set(), set()
        self.is_fresh = True
        return True

    def doubt(self, doubts: Doubts) -> None:
        """Note the diagnostics with which the next round is to be careful."""
        self._suspected = set(map(place_of, doubts.suspected))
        self._late = set(map(place_of, doubts.late))

    def doubts(self, diagnostics: Sequence[Diagnostic]) -> Doubts:
        """Return those with which a round is to be careful."""
        places = {diagnostic: place_of(diagnostic) for diagnostic in diagnostics}
        return Doubts(
            {d for d, place in places.items() if place in self._suspected},
            {d for d, place in places.items() if place in self._late},
        )


def place_of(diagnostic: Diagnostic) -> Place:
    """Return what a diagnostic is known by in the document as it is now."""
    return place(diagnostic, diagnostic.range.start.offset)


def _moved(at: Place, moved: Moved) -> Place:
    code, severity, offset = at
    return code, severity, moved(offset)
