"""From drafts to faults and edits, in the offsets of the original text."""

from __future__ import annotations

from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.xml.chars import forbidden_runs
from ctct_lint.xml.cleaned import cleaning_edit
from ctct_lint.xml.draft import Draft, TextEdit, draft
from ctct_lint.xml.edits import Edits, as_few
from ctct_lint.xml.repair.firsts import Firsts
from ctct_lint.xml.repair.inside import faults_inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ctct_lint.xml.cleaned import Cleaned
    from ctct_lint.xml.repair.elements import Slip
    from ctct_lint.xml.repair.inside import Sign
    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token


# What is no part of the document is one fault, whatever it holds.
_START = attrgetter("start")
_NO_PART = frozenset({"second-root", "text-outside-root"})


class Assembly:
    """Puts faults in order: all are mended, of each kind the first are told.

    `firsts` are the drafts to be told, in the offsets of the original text.
    """

    def __init__(self, text: str, cleaned: Cleaned, most: int) -> None:
        self._text = text
        self._cleaned = cleaned
        self._is_moved = bool(cleaned.edits)
        self._inside = Edits()
        self._edits = self._inside
        self.firsts: Firsts[Draft] = Firsts(most)

    def add_inside(self, source: Source, tokens: Iterable[Token]) -> None:
        """Add what is wrong inside of texts and values; they come by position."""
        for token in tokens:
            for stretch in token.stretches:
                for fault in faults_inside(source, stretch):
                    self._add_inside(source, fault)

    def _add_inside(self, source: Source, fault: Sign | Draft) -> None:
        if isinstance(fault, Draft):
            self._add_draft_inside(fault)
            return
        kind, start, end, new = fault
        if self._is_moved:
            start, end = self._cleaned.span(start, end)
        self._inside.append(start, end, new)
        if self.firsts.takes(kind, start, end):
            self._keep(fault.draft(source.text), start, end)

    def _add_draft_inside(self, fault: Draft) -> None:
        span = self._cleaned.span
        for edit in fault.edits:
            self._inside.append(*span(edit.start, edit.end), edit.new)
        start, end = span(fault.start, fault.end)
        if fault.kind and self.firsts.takes(fault.kind, start, end):
            self._keep(fault, start, end)

    def _keep(self, fault: Draft, start: int, end: int) -> None:
        span = self._cleaned.span
        fault.edits = [TextEdit(*span(e.start, e.end), e.new) for e in fault.edits]
        fault.related = [(*span(s, e), name) for s, e, name in fault.related]
        fault.start, fault.end = start, end
        self.firsts.add(fault.kind, start, end, fault)

    def add(self, slips: Sequence[Slip]) -> Edits:
        """Add the other faults, and those of the cleaning; return all edits."""
        cleaning = self._cleaned.edits
        fewer, more = sorted((self._inside, cleaning), key=len)
        # What takes a character away that an escape stands for takes it with that.
        self._edits = more.with_others(
            chain(self._edits_of(slips), fewer), are_stronger=more is cleaning
        )
        no_part = [fault for fault in slips if fault.kind in _NO_PART]
        away = Edits(sorted(self._edits_of(no_part)))
        for part in slips:
            if isinstance(part, Draft) and part.part_of:
                part.part_of.edits += part.edits
        # By position, as then no fault has to make room for another.
        for slip in sorted(slips, key=_START):
            self._add(slip)
        self._add_cleaning(away)
        return self._edits

    def _add(self, slip: Slip) -> None:
        if isinstance(slip, Draft) and slip.part_of:
            return
        start, end = slip.start, slip.end
        if self._is_moved:
            start, end = self._cleaned.span(start, end)
        if self.firsts.takes(slip.kind, start, end):
            text = self._cleaned.text
            made = slip if isinstance(slip, Draft) else slip.draft(text)
            self._keep(made, start, end)

    def _edits_of(self, slips: Sequence[Slip]) -> Iterator[tuple[int, int, str]]:
        edits = chain.from_iterable(slip.edits for slip in slips)
        if not self._is_moved:
            return edits
        span = self._cleaned.span
        return ((*span(start, end), new) for start, end, new in edits)

    def _add_cleaning(self, away: Edits) -> None:
        for start, end in forbidden_runs(self._text) if self._is_moved else ():
            edit = cleaning_edit(self._text, start, end)
            kind = "forbidden-character"
            if not away.hold(edit) and self.firsts.takes(kind, start, end):
                fault = draft(kind, self._text, start, end, edit)
                self.firsts.add(kind, start, end, fault)
        for fault in self._cleaned.mistyped:
            kind, start, end = fault.kind, fault.start, fault.end
            if not away.hold(fault.edits[0]) and self.firsts.takes(kind, start, end):
                self.firsts.add(kind, start, end, fault)
        carrier = self._cleaned.carrier
        if carrier:
            kind, start, end, edits = carrier
            self.firsts.takes(kind, start, end)
            fault = draft(kind, self._text, start, end, *edits)
            self.firsts.add(kind, start, end, fault)

    def faults(self) -> tuple[Fault, ...]:
        """Return the faults that are told, by position."""
        return tuple(map(self._fault, self.firsts.kept()))

    def _fault(self, made: Draft) -> Fault:
        edits = [edit for edit in made.edits if edit in self._edits]
        return Fault(
            kind=made.kind,
            at=source_span(made.start, made.end),
            subject=made.subject,
            owner=made.owner,
            expected=made.expected,
            related=tuple((source_span(s, e), name) for s, e, name in made.related),
            edits=tuple(
                (source_span(s, e), n) for s, e, n in as_few(self._text, edits)
            ),
            detail=made.detail,
        )
