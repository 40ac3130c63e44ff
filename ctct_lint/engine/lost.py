"""What is said of something that another fault has lost is left out.

An ID that is no name is another one in the text as it was repaired. A start tag that is
lost has lost its attributes as well. What refers to them leads nowhere. And an element
lacks one of which only the end tag is left: one fault, told there.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ctct_lint.engine.cut_off import OF_NAMES
from ctct_lint.model.place import Part, name_of, value_of
from ctct_lint.schema.names import has_text, local_name
from ctct_lint.text.elision import is_elision
from ctct_lint.xml.chars import local_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.engine.found import RuleFinding
    from ctct_lint.engine.locate import Located
    from ctct_lint.model.fault import Fault
    from ctct_lint.model.place import Place

_MARKUP, _MISPLACED = "unescaped-markup", "misplaced-element"
_NAMESPACE, _NIL = "missing-namespace", "forbidden-nil"
_TEXT = "unexpected-text"
_NAME, _OF_ID = "invalid-name", "xml:id"
_REFERENCES = frozenset({"unknown-idref", "unknown-keyref"})
_STRAY, _MISSING = "stray-end-tag", "missing-element"
# The message has the name of what is missing, if that is one element.
_LACKS = " lacks the required element `"


def without_lost(found: list[RuleFinding]) -> list[RuleFinding]:
    """Leave out what is said of an element whose value or place is lost anyway.

    A value is lost in markup that is not escaped, and what an element lacks is of no
    matter while it stands in the wrong place, nor the namespace of a link there. One
    that says that it is nil is empty for this reason, and dots in an element may stand
    for what it lacks.
    """
    markup = {f.finding.at.element for f in found if f.rule.name == _MARKUP} - {None}
    misplaced = {f.finding.at for f in found if f.rule.name == _MISPLACED}
    moved = {at.element for at in misplaced} - {None}
    empty = {*_empty_and_nil(found), *_left_out(found)}
    if not (markup or misplaced or empty):
        return found

    def is_lost(one: RuleFinding) -> bool:
        if one.rule.name == _MISPLACED:
            return False
        at, element = one.finding.at, one.finding.at.element
        is_of_value = one.rule.name not in (_MARKUP, *OF_NAMES)
        lost = is_of_value and element in markup
        lost = lost or (at in empty and one.rule.name not in OF_NAMES)
        if one.rule.name == _NAMESPACE and element is not None:
            at = name_of(element) if local_name(element) == "link" else at
            lost = lost or any(above in moved for above in element.iterancestors())
        return lost or at in misplaced

    return [one for one in found if not is_lost(one)]


def _left_out(found: list[RuleFinding]) -> Iterator[Place]:
    """Yield the names of elements in which dots stand for what is not there."""
    for one in found:
        at, element = one.finding.at, one.finding.at.element
        if one.rule.name != _TEXT or element is None:
            continue
        is_tail = at.part is Part.TAIL
        text = element.tail if is_tail else element.text
        parent = element.getparent() if is_tail else element
        if parent is not None and is_elision(text or ""):
            yield name_of(parent)


def _empty_and_nil(found: list[RuleFinding]) -> Iterator[Place]:
    """Yield the names and the values of elements that say that they have none."""
    for one in found:
        element = one.finding.at.element
        if one.rule.name != _NIL or element is None:
            continue
        if not (len(element) or has_text(element.text)):
            yield name_of(element)
            yield value_of(element)


def without_lost_ids(
    found: list[RuleFinding], syntax: Iterable[Fault]
) -> list[RuleFinding]:
    """Leave out references that lead nowhere, if what they name may all be lost."""
    lost = sum(map(_loses_id, syntax))
    if not lost:
        return found
    # The message has the value that is referred to.
    sought = {one.finding.message for one in found if one.rule.name in _REFERENCES}
    if len(sought) > lost:
        return found
    return [one for one in found if one.rule.name not in _REFERENCES]


def _loses_id(fault: Fault) -> bool:
    if fault.kind == _STRAY:
        # What lacks is the tag that is expected.
        return bool(fault.expected)
    return fault.kind == _NAME and fault.detail == _OF_ID


def without_lost_starts(
    located: list[Located], syntax: Iterable[Fault]
) -> list[Located]:
    """Leave out that the element before a stray end tag lacks one of its name.

    Where the start tag was put back nothing is missing.
    """
    strays = [f for f in syntax if f.kind == _STRAY and not f.expected]
    if not strays:
        return located
    lacking: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, one in enumerate(located):
        if one.name == _MISSING:
            name = one.finding.message.partition(_LACKS)[2].removesuffix("`")
            lacking[name].append((one.range.start.offset, number))
    lost = set()
    for fault in sorted(strays, key=lambda f: f.at.start):
        places = lacking.get(local_part(fault.subject), [])
        before = max((p for p in places if p[0] < fault.at.start), default=None)
        if before is not None:
            places.remove(before)
            lost.add(before[1])
    return [one for number, one in enumerate(located) if number not in lost]
