"""One cause, one diagnostic: what only repeats a fault of the syntax is dropped.

An element that was never closed is not judged for where the repair has put its end, but
what it lacks before a child of it is missing wherever that is. Of an attribute that is
there twice it is unknown which one counts; a document that was cut off lacks the rest,
and in text that was encoded twice no character is what was meant.
A value without quotes is judged by the schema alone, as if it had some.
"""

from __future__ import annotations

from itertools import repeat
from typing import TYPE_CHECKING

from ctct_lint.model.severity import Severity
from ctct_lint.text.span import Spans
from ctct_lint.text.white_space import WHITE_SPACE
from ctct_lint.xml.locate.lines import back_over
from ctct_lint.xml.signs import QUOTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ctct_lint.engine.locate import Located
    from ctct_lint.model.diagnostic import Position, Range
    from ctct_lint.model.fault import Fault
    from ctct_lint.model.place import Place

_EARLY_END = "early-cdata-end"
_TRUNCATED, _ENCODED_TWICE = "truncated-document", "double-encoded-text"
# What is said of a text that is no XML is said of it as what it is, and an attribute
# without a space before it, or with a misspelt name, is judged as it was meant.
_EXPLAINS_NOTHING = frozenset(
    {"no-element", "missing-space-before-attribute", "misspelt-attribute"}
)
_OF_QUOTES = frozenset({"curly-quotes", "unquoted-attribute-value"})
# Where these stand in a value without quotes, its end is in doubt.
_DOUBTFUL = frozenset("=&;<")
_UNDECLARED = "undeclared-prefix"
_OF_ATTRIBUTE = "attribute-namespace"
_UNCLOSED = "unclosed-element"
# What is wrong with the name or the start tag of an element is so wherever it ends.
_OF_START_TAGS = frozenset(
    {"missing-attribute", "misspelt-element", "wrong-case-element"}
)
_STRAY = "stray-end-tag"
_BEGINNING = "beginning"
_SECOND = "second-root"
_BYTES, _OUTSIDE = "undecodable-bytes", "text-outside-root"
_SIGN, _TEXT = "bare-less-than", "unexpected-text"
_FINISH_TAG = "finish the tag that it begins: no text may stand here"


def without_echoes(
    located: list[Located], faults: Iterable[Fault], text: str
) -> list[Located]:
    """Leave out what is about no more than the span of a syntax fault.

    The same holds for text that was encoded twice, but what is an error is one there
    too: of such text itself is only warned. A rule that says what it is superseded by
    counts for nothing there, and for all elsewhere.
    """
    faults = list(faults)
    located = _without_half_tags(_without_lone_bytes(located, text))
    spans = [span for fault in faults for span in _spans(fault, text)]
    ranges = (one.range for one in located if one.name == _ENCODED_TWICE)
    twice = [(start.offset, end.offset) for start, end in ranges]
    if not (spans or twice):
        return located
    told = _Told(faults, Spans(spans), Spans(twice), text)
    kept, echoes = [], set()
    for one in located:
        if told.covers(one):
            echoes.add(one.range)
        else:
            kept.append(one)
    return [_without_guess(one) if one.range in echoes else one for one in kept]


def _without_half_tags(located: list[Located]) -> list[Located]:
    """Tell once of a sign that begins no whole tag where no text may stand."""
    signs = {one.range.start for one in located if one.name == _SIGN}
    texts = {one.range.start for one in located if one.name == _TEXT} & signs
    return [
        _half_tag(one) if one.name == _SIGN and one.range.start in texts else one
        for one in located
        if one.name != _TEXT or one.range.start not in texts
    ]


def _without_lone_bytes(located: list[Located], text: str) -> list[Located]:
    """Tell once of bytes that are no text where no text may stand: as such bytes."""
    spans = [one.range for one in located if one.name == _BYTES]
    mends: dict[Position, Located] = {}
    kept = []
    for one in located:
        inside = spans and one.name == _OUTSIDE and _all_in(one.range, spans, text)
        if inside:
            mends[inside[0].start] = one
        else:
            kept.append(one)
    return [_to_remove(one, mends.get(one.range.start)) for one in kept]


def _all_in(where: Range, spans: Sequence[Range], text: str) -> list[Range]:
    """Return spans in a range if there is nothing but blanks in it besides."""
    start, end = (at.offset for at in where)
    inside = [s for s in spans if start <= s.start.offset and s.end.offset <= end]
    count = sum(s.end.offset - s.start.offset for s in inside)
    blanks = sum(map(text.count, WHITE_SPACE, repeat(start), repeat(end)))
    return inside if count == end - start - blanks else []


def _to_remove(one: Located, outside: Located | None) -> Located:
    """Return the finding of bytes, with the fix for the text that they are."""
    if one.name != _BYTES or outside is None:
        return one
    told = outside.finding
    return one._replace(finding=one.finding._replace(help=told.help, fixes=told.fixes))


def _half_tag(one: Located) -> Located:
    """Return the finding of the sign: to escape it would not do there."""
    finding = one.finding._replace(help=(_FINISH_TAG,), fixes=())
    return one._replace(finding=finding)


def _without_guess(one: Located) -> Located:
    """Offer no namespace for a prefix where the schema does not take it either."""
    if one.name != _UNDECLARED:
        return one
    removals = (
        fix for fix in one.finding.fixes if not any(new for _, new in fix.edits)
    )
    return one._replace(finding=one.finding._replace(fixes=tuple(removals)))


def _first_text(faults: Iterable[Fault], text: str) -> Iterator[tuple[int, int]]:
    """Yield the text in which a document begins whose beginning is lost."""
    for fault in faults:
        if fault.kind == _STRAY and fault.detail == _BEGINNING and fault.edits:
            start = min(place.start for place, _ in fault.edits)
            yield start, text.find("<", start)


class _Told:
    """What faults of the syntax tell; `lost` are their spans.

    warned  where text was encoded twice
    """

    def __init__(
        self, faults: list[Fault], lost: Spans, warned: Spans, text: str
    ) -> None:
        self._faults, self._lost, self._warned = faults, lost, warned
        self._unquoted = Spans(_unquoted(faults))
        self._first = Spans(_first_text(faults, text))
        unclosed = (f for f in faults if f.kind == _UNCLOSED)
        self._unclosed = Spans((f.at.start, f.at.end) for f in unclosed)
        self._declared = tuple(_declared(faults))
        self._has_lost_root = any(
            f.kind == _STRAY and f.detail == "root" for f in faults
        )

    def covers(self, one: Located) -> bool:
        """Say whether a finding only repeats one of them."""
        start, end = (at.offset for at in one.range)
        is_of_tree = one.finding.at.element is not None
        # The root has declared what values have as prefixes.
        is_declared = self._has_lost_root and one.name == _UNDECLARED and is_of_tree
        if is_declared or self._first.hold(start, end):
            return True
        if one.name == _OF_ATTRIBUTE and one.finding.at.name.startswith(self._declared):
            return True
        if one.rule.superseded_by:
            kinds = one.rule.superseded_by
            told = (Spans(_ranges(self._faults, kind)) for kind in kinds)
            return any(spans.hold(start, end) for spans in told)
        is_judged = one.rule.is_of_schema and self._unquoted.hold(start, end)
        if is_judged or one.rule.stands_alone:
            return False
        is_certain = one.name in _OF_START_TAGS or one.finding.is_inside
        if is_certain and self._unclosed.hold(start, end):
            return False
        is_warned = one.severity > Severity.ERROR and self._warned.hold(start, end)
        return is_warned or self._lost.hold(start, end)


def _declared(faults: Iterable[Fault]) -> Iterator[str]:
    """Yield how the names begin of what has a prefix that the repair has declared."""
    for fault in faults:
        if fault.kind == _UNDECLARED:
            for _, new in fault.edits:
                yield f"{{{new.partition('=')[2][1:-1]}}}"


def _ranges(faults: Iterable[Fault], kind: str) -> Iterator[tuple[int, int]]:
    """Yield where the faults of a kind say all there is to say.

    Of a section that ends too early it is the section, up to the last `]]>` but one,
    of a document that is cut off the element in which it ends.
    """
    for fault in faults:
        if fault.kind == _EARLY_END == kind:
            ends = max(place.end for place, _ in fault.edits) + 1
            yield fault.related[0][0].start, ends
        elif fault.kind == _TRUNCATED == kind:
            yield fault.related[-1][0].start, fault.at.end
        elif fault.kind == kind:
            yield fault.at.start, fault.at.end


def _unquoted(faults: Iterable[Fault]) -> Iterator[tuple[int, int]]:
    """Yield values without quotes that the schema can judge as if they had some."""
    for fault in faults:
        if fault.kind in _OF_QUOTES and _DOUBTFUL.isdisjoint(fault.subject):
            yield fault.at.start, fault.at.end


def _spans(fault: Fault, text: str) -> Iterator[tuple[int, int]]:
    if fault.kind in _EXPLAINS_NOTHING:
        return
    yield fault.at.start, fault.at.end
    if fault.kind == "attribute-without-value":
        # What the repair writes for its value is found behind the name.
        yield fault.at.start, fault.at.end + 1
    if fault.kind == "template-leftover":
        yield from _holder_of(fault.at, text)
    if fault.kind == _TRUNCATED:
        start = text.rfind("<", 0, fault.at.end) + 1
        if text.find(">", start) < 0:  # It ends in a tag.
            yield start, len(text)
    if fault.kind == "less-than-in-attribute":
        # The sign, or a tag, has got into a value that may be right without it.
        yield _value_round(text, fault.at.start)
    if _is_written(fault):
        # What that would say is at the first character behind it.
        starts = [place.start for place, _ in fault.edits]
        yield min(starts), min(starts) + 1
    if fault.kind == "duplicate-attribute":
        # It has no edits where another fault takes away the tag.
        ends = [place.end for place, _ in ((fault.at, ""), *fault.edits)]
        starts = [place.start for place, _ in fault.related]
        yield min(starts), max(ends)


def _is_written(fault: Fault) -> bool:
    """Say whether the repair has written a lost start tag, or declared a prefix."""
    is_tag = fault.kind in {_STRAY, _SECOND} and bool(fault.expected)
    return bool(fault.edits) and (is_tag or fault.kind == _UNDECLARED)


def _holder_of(at: Place, text: str) -> Iterator[tuple[int, int]]:
    """Yield the element or the value that is wrong only for the code in it."""
    tag = text.rfind("<", 0, at.start)
    before = text[tag : at.start]
    if before.rstrip().endswith(">"):
        yield tag + 1, at.end
    elif ">" not in before:
        yield _value_round(text, at.start)


def _value_round(text: str, at: int) -> tuple[int, int]:
    """Return the span of the attribute's value that an offset is in.

    Its quote is the last one of its sort; the other sort may stand in the value.
    """
    last = [text.rfind(quote, 0, at) for quote in QUOTES]
    assigned = (quote for quote in last if quote > 0 and _is_assigned(text, quote))
    start = min(assigned, default=max(last))
    return start + 1, max(at, text.find(text[start], at))


def _is_assigned(text: str, at: int) -> bool:
    return text.endswith("=", 0, back_over(WHITE_SPACE, text, at))
