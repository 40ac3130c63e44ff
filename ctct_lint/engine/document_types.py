"""Document type declarations: which are as XML has them, what is wrong with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.scan.doctype import (
    HARMLESS,
    KEYWORD,
    MISPLACED,
    SPELLING,
    WELL_FORMED,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ctct_lint.model.fault import Fault

_ENTITIES = lazy(r"<!ENTITY|%")
_CLOSING = (("<!--", "-->"), ("<?", "?>"))


def judged(
    text: str, faults: Iterable[Fault], is_xml: Callable[[str], bool]
) -> Iterator[Fault]:
    """Yield faults; the detail of a document type says what it is, "" for malformed.

    is_xml  is a text well-formed?
    """
    is_first, head = True, 0
    for fault in faults:
        if fault.kind == "malformed-xml-declaration":
            # What is wrong with it is told: it is no tag, and is not judged again.
            head = text.find(">", fault.at.start) + 1
        if fault.kind != "doctype":
            yield fault
            continue
        detail = _detail(text, fault, head, is_xml, is_first=is_first)
        yield fault._replace(detail=detail)
        is_first = False


def extent(doctype: Fault) -> tuple[int, int]:
    """Return where a declaration begins and ends; where its name does, if unclear."""
    if not doctype.edits:
        return doctype.at.start, doctype.at.end
    start, end = doctype.edits[0][0][-2:]
    return start, end


def _detail(
    text: str, fault: Fault, head: int, is_xml: Callable[[str], bool], *, is_first: bool
) -> str:
    start, end = extent(fault)
    if not (is_first and _begins_with_no_tag(text, head, start)):
        return MISPLACED
    if not text.startswith(KEYWORD, start):
        return SPELLING
    if not is_xml(f"{text[head:end]}<a/>"):
        return ""
    # Edits after the first are those of references to entities that it declares.
    declares = len(fault.edits) > 1 or _ENTITIES.search(text, start, end)
    return WELL_FORMED if declares else HARMLESS


def _begins_with_no_tag(text: str, start: int, end: int) -> bool:
    """Tell whether only comments and instructions are between two offsets."""
    at = text.find("<", start, end)
    while at >= 0:
        closing = next((c for o, c in _CLOSING if text.startswith(o, at)), "")
        closed = text.find(closing, at, end) if closing else -1
        if closed < 0:
            return False
        at = text.find("<", closed, end)
    return True
