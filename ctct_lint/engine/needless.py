"""Signs of markup that spoil a value which is right without them.

A sign that is not escaped is escaped by the repair, as any text may have it. A value
of a type may not: then two faults are told of one slip. So the signs in wrong values
are taken away instead, the document is judged again, and where that makes a value right
the sign alone is at fault.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from ctct_lint.engine.parse import parsed_as
from ctct_lint.model.place import Part
from ctct_lint.model.severity import Severity
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.xml.repair.needless import as_needless, may_be_needless, with_needless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ctct_lint.engine.locate import Located
    from ctct_lint.engine.read import ReadDocument
    from ctct_lint.engine.report import Report
    from ctct_lint.model.fault import Fault

_VALUES = frozenset({Part.VALUE, Part.TEXT_SPAN, Part.ATTRIBUTE_VALUE, Part.NAMESPACE})

# Who writes more of them in one value means them; of some kinds no more are made.
_MOST = 20
# A document that has so many more faults than are told is judged once.
_MOST_COUNTED = 1_000


class _Value(NamedTuple):
    """The span of a wrong value, the signs in it, and how much is said of it."""

    start: int
    end: int
    signs: tuple[Fault, ...]
    said: tuple[int, int]


def without_needless(
    text: str,
    reading: ReadDocument,
    found: Report,
    again: Callable[[ReadDocument], Report | None],
) -> Report | None:
    """Return what is found in a document whose needless signs are taken away.

    text   the document
    found  what is found in it where they are escaped
    again  returns what is found in a document as it is read; it is asked for all wrong
           values, and then for those that are right without their signs
    """
    if sum(found.left_out.values()) > _MOST_COUNTED:
        return found
    signs = [fault for fault in reading.parsed.faults if may_be_needless(fault, text)]
    values = list(_wrong_values(found.every, signs))

    def again_without(values: list[_Value]) -> Report | None:
        other = _read_without(text, reading, values) if values else None
        return again(other) if other and other.parsed.root is not None else None

    report = again_without(values)
    if report is None:
        return found
    right = [v for v in values if _said(report.every, v.start, v.end) < v.said]
    if len(right) == len(values):
        return report
    return again_without(right) or found


def _read_without(
    text: str, reading: ReadDocument, values: Iterable[_Value]
) -> ReadDocument:
    """Return a document as it is read without the signs of values."""
    parsed = reading.parsed
    assert parsed.mended is not None  # noqa: S101 - its faults have been found
    signs = (as_needless(sign, text) for value in values for sign in value.signs)
    other = parsed_as(text, with_needless(parsed.mended, text, signs))
    around = reading.faults[: len(reading.faults) - len(parsed.faults)]
    return reading._replace(parsed=other, faults=[*around, *other.faults])


def _wrong_values(located: list[Located], signs: list[Fault]) -> Iterator[_Value]:
    """Yield the values of which something is said, and that have signs in them."""
    signs.sort(key=lambda sign: sign.at.start)
    starts = [sign.at.start for sign in signs]
    done = -1
    for one in located if signs else ():
        start, end = _span(one)
        if start < done or not _is_of_value(one):
            continue
        first, last = bisect_left(starts, start), bisect_right(starts, end - 1)
        inside = tuple(
            s for s in signs[first:last] if start < s.at.start or s.at.end < end
        )
        if 0 < len(inside) <= _MOST:
            done = end
            yield _Value(start, end, inside, _said(located, start, end))


def _said(located: list[Located], start: int, end: int) -> tuple[int, int]:
    """Return how many errors, and how much in all, is said of parts of a value."""
    first = bisect_left(located, start, key=lambda one: one.range.start.offset)
    last = bisect_left(located, end, key=lambda one: one.range.start.offset)
    said = [one for one in located[first:last] if _is_of_value(one)]
    return sum(one.severity == Severity.ERROR for one in said), len(said)


def _is_of_value(one: Located) -> bool:
    return one.finding.at.part in _VALUES


def _span(one: Located) -> tuple[int, int]:
    start, end = one.range
    return start.offset, end.offset
