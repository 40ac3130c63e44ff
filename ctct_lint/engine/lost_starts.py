"""Elements that lack one of which only the end tag is left: one fault, told there."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ctct_lint.xml.chars import local_part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.engine.locate import Located
    from ctct_lint.model.fault import Fault

_STRAY, _MISSING = "stray-end-tag", "missing-element"
# The message has the name of what is missing, if that is one element.
_LACKS = " lacks the required element `"


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
