"""What is said of a document only because its end is missing.

A document that is cut off is one fault. Its last text may have been anything, the
elements that are still open lack what was to follow, and of a mail that stops in the
middle everything is missing that comes last. What stands complete before that is
judged like anything else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import Part, name_of, tail_of
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from ctct_lint.engine.found import RuleFinding
    from ctct_lint.model.fault import Fault
    from ctct_lint.model.place import Place
    from ctct_lint.rules.base import Finding

_TRUNCATED = "truncated-document"
# The reference in which a text ends, with the blanks behind it, or the dots of a log.
_UNFINISHED = lazy(r"(?:&#?[0-9A-Za-z]*|(?:\.\.\.|\u2026)[^<>&\u2026]*)?\s*\Z")
# More characters neither of them has.
_LONGEST = 40
_OF_TEXT = frozenset({Part.TEXT_SPAN, Part.CONTENT})
_OF_START_TAG = frozenset({Part.ATTRIBUTE_NAME, Part.ATTRIBUTE_VALUE, Part.NAMESPACE})
# What is wrong with a name or with where it stands is so whatever would follow.
OF_NAMES = frozenset(
    {
        "duplicate-element",
        "misplaced-element",
        "missing-attribute",
        "missing-namespace",
        "misspelt-element",
        "unknown-element",
        "unknown-root",
        "unknown-vocabulary",
        "wrong-case-element",
        "wrong-namespace",
    }
)
_PAIRS = (("<", ">"), ("<!--", "-->"))
_MARKUP = ("<![CDATA[", "<!--")
_IN_TAG = frozenset(
    {"attribute-without-value", "malformed-attribute", "undeclared-prefix"}
)
_REFERENCES = frozenset({"bare-ampersand", "unterminated-reference"})
_REFERENCE = lazy("&#?[0-9A-Za-z]*")


def of_syntax(text: str, faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """Leave out what is unfinished where the document ends."""
    cut = next((f.at for f in faults if f.kind == _TRUNCATED), None)
    if cut is None:
        return faults
    return tuple(f for f in faults if not _is_unfinished(text, f, cut.end))


def _is_unfinished(text: str, fault: Fault, end: int) -> bool:
    start = fault.at.start
    if fault.kind in _IN_TAG:
        return text.find(">", fault.at.end) < 0
    if end - start >= _LONGEST:
        return False
    rest = text[start:end]
    if fault.kind == "bare-less-than":
        return any(mark.startswith(rest) for mark in _MARKUP)
    return fault.kind in _REFERENCES and bool(_REFERENCE.fullmatch(rest))


def of_meaning(
    found: list[RuleFinding], root: _Element | None, faults: tuple[Fault, ...]
) -> list[RuleFinding]:
    """Leave out what is said of the elements that are still open for what they lack."""
    fault = next((f for f in faults if f.kind == _TRUNCATED), None)
    if fault is None or root is None:
        return found
    still_open = _open_elements(root, len(fault.related))
    cut = _Cut(still_open)
    return [one for one in found if not cut.is_why(one)]


def _open_elements(root: _Element, depth: int) -> list[_Element]:
    """Return the elements that are open at the end, the innermost last."""
    still_open = [root]
    while len(still_open) < depth and len(still_open[-1]):
        still_open.append(still_open[-1][-1])
    return still_open


class _Cut:
    def __init__(self, still_open: list[_Element]) -> None:
        self._open = set(map(name_of, still_open))
        self._last = still_open[-1]
        self._end = _unfinished(self._last.text or "")

    def is_why(self, one: RuleFinding) -> bool:
        """Is a finding there only because the end is not?"""
        at = one.finding.at
        if at in self._open and one.rule.name not in OF_NAMES:
            return True
        if any(place.element is self._last for place, _ in one.finding.related):
            return True
        if len(self._last):
            return at == tail_of(self._last[-1])
        if at.element is not self._last:
            return False
        if at.part in _OF_TEXT:
            return any(map(self._is_at_end, _places(one.finding)))
        return at.part not in _OF_START_TAG and one.rule.name not in OF_NAMES

    def _is_at_end(self, place: Place) -> bool:
        return place.part in _OF_TEXT and place.end >= self._end


def _unfinished(text: str) -> int:
    """Return where the tag, comment, reference or dots begin in which a text ends."""
    low = max(0, len(text.rstrip()) - _LONGEST)
    found = _UNFINISHED.search(text, low)
    starts = [found.start() if found else len(text)]
    for opening, closing in _PAIRS:
        start = text.rfind(opening)
        if start >= 0 and text.find(closing, start) < 0:
            starts.append(start)
    return min(starts)


def _places(finding: Finding) -> Iterable[Place]:
    yield finding.at
    for fix in finding.fixes:
        yield from (place for place, _ in fix.edits)
