"""Repair: every fault of a document that is not well-formed, with its mend.

The mends together make the text well-formed, whatever it was, so that all that
is not syntax can be checked as well. A mend is the likeliest meaning, and one
cause gives one fault: what follows is read as if it were mended.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ctct_lint.syntax.chars import trimmed
from ctct_lint.syntax.draft import Draft, TextEdit, draft
from ctct_lint.syntax.edits import Cleaned, WayBack, apply_edits, in_order
from ctct_lint.syntax.fault import Fault
from ctct_lint.syntax.namespaces import Namespaces
from ctct_lint.syntax.place import source_span
from ctct_lint.syntax.recovery import recover_starts
from ctct_lint.syntax.scanner import scan
from ctct_lint.syntax.tokens import Kind, Source
from ctct_lint.syntax.walk import Walk

if TYPE_CHECKING:
    from ctct_lint.syntax.model import ContentModel


@dataclass(frozen=True, slots=True)
class Repair:
    """The faults by position, all their edits by position, and the result.

    Offsets count code points of the original text. A fault whose place another
    fault's edit takes away has no edit of its own.
    """

    faults: tuple[Fault, ...]
    edits: tuple[TextEdit, ...]
    text: str
    _way: WayBack = field(repr=False, compare=False)

    def original(self, offset: int) -> int:
        """Return the offset in the original text of one in the repaired text."""
        return self._way.original(offset)


def repair(text: str, model: ContentModel) -> Repair:
    """Find what keeps a decoded document (without BOM) from being well-formed.

    A text without any start tag has the one fault `no-element`, or
    `empty-document` at 0..0 if it is blank; it is not repaired.
    """
    cleaned = Cleaned(text)
    source = Source(cleaned.text, model)
    tokens = scan(source)
    if not any(token.kind is Kind.START for token in tokens):
        return _no_element(text)
    walk = Walk(source, recover_starts(source, tokens))
    walk.run()
    namespaces = Namespaces(source, walk.opened)
    namespaces.run()
    drafts = namespaces.drafts + walk.drafts
    _give_entity_edits(source, drafts)
    return _assembled(text, cleaned, drafts)


def _no_element(text: str) -> Repair:
    start, end = trimmed(text, 0, len(text))
    kind = "no-element" if start < end else "empty-document"
    if start == end:
        start = end = 0
    fault = Fault(kind, source_span(start, end))
    return Repair((fault,), (), text, WayBack(()))


def _give_entity_edits(source: Source, drafts: list[Draft]) -> None:
    """Replace references to entities that the document type declared.

    That is part of taking the declaration away; if it stood in raw markup, the
    references are undefined. Where another mend takes a reference away, that
    one counts: it comes first.
    """
    if not source.entity_edits:
        return
    owner = next((d for d in drafts if d.kind == "doctype"), None)
    for edit in sorted(set(source.entity_edits)):
        if owner is None:
            kind = "undefined-entity"
            drafts.append(draft(kind, source.text, edit.start, edit.end, edit))
        else:
            drafts.append(Draft("", 0, 0, edits=[edit], part_of=owner))


def _assembled(text: str, cleaned: Cleaned, drafts: list[Draft]) -> Repair:
    """Lead everything back to the original text and put it in order."""
    for fault in drafts:
        fault.edits = [
            TextEdit(*cleaned.span(e.start, e.end), e.new) for e in fault.edits
        ]
        fault.related = [(*cleaned.span(s, e), n) for s, e, n in fault.related]
        fault.start, fault.end = cleaned.span(fault.start, fault.end)
    drafts += [
        draft("forbidden-character", text, start, end, TextEdit(start, end, ""))
        for start, end in cleaned.runs
    ]
    if cleaned.escapes:
        first = text.index('\\"')
        fault = draft("escaped-document", text, first, first + 2, *cleaned.escapes)
        drafts.append(fault)
    edits = in_order(edit for fault in drafts for edit in fault.edits)
    kept = set(edits)
    for part in drafts:
        if part.part_of:
            part.part_of.edits += part.edits
    drafts = [d for d in drafts if not d.part_of]
    drafts.sort(key=lambda d: (d.start, d.end))
    faults = tuple(_fault(d, kept) for d in drafts)
    return Repair(faults, tuple(edits), apply_edits(text, edits), WayBack(edits))


def _fault(made: Draft, kept: set[TextEdit]) -> Fault:
    return Fault(
        kind=made.kind,
        at=source_span(made.start, made.end),
        subject=made.subject,
        owner=made.owner,
        expected=made.expected,
        related=tuple((source_span(s, e), name) for s, e, name in made.related),
        edits=tuple(
            (source_span(s, e), n) for s, e, n in made.edits if (s, e, n) in kept
        ),
        detail=made.detail,
    )
