"""Where an attribute's value ends that begins with a quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import NAME, QNAME, SPACE, S
from ctct_lint.xml.draft import Sketch, TextEdit, sketch
from ctct_lint.xml.signs import CURLY, QUOTES

if TYPE_CHECKING:
    from ctct_lint.xml.source import Source

# A slash there belongs to the end of the tag.
PROPER_END = rf"(?=\Z|[{SPACE}>]|/{S}*>)"
_PROPER_END = lazy(PROPER_END)
_NEXT_ATTRIBUTE = lazy(f"(?<={S}){QNAME}{S}*={S}*[\"']")
_ENDS_IN_ATTRIBUTE = lazy(f"(?:^|{S}){QNAME}{S}*={S}*$")
_TAG = lazy(f"</?{NAME}")
# The quotes around a value twice, or those before it or behind it.
_DOUBLED = lazy("([\"'])\\1[^\"'<>]*[^\"'<>=\\s]()\\1\\1?(?=[\\s/>])")
_CURLY = lazy(f"[{CURLY}]")
_LOOK_BACK = 100


class Value(NamedTuple):
    """A value without its quotes, where it ends with them, and its faults.

    What is wrong inside of it is not among them.
    """

    start: int
    end: int
    after: int
    drafts: list[Sketch]
    cut: bool = False


def doubled_end(text: str, at: int) -> int:
    """Return where a value ends that two quotes are before; -1 if it is none.

    There are one or two of them behind it.
    """
    found = _DOUBLED.match(text, at)
    return found.start(2) if found else -1


def read_quoted(source: Source, element: str, name_start: int, at: int) -> Value:
    """Read the value whose straight quote stands at `at`."""
    quote = source.text[at]
    if source.text[at + 1 : at + 2] == quote:
        doubled = _doubled(source.text, name_start, at)
        if doubled:
            return doubled
    close = source.find(quote, at + 1)
    if close < 0 or _is_unclosed(source, at + 1, close):
        value = _unclosed(source, element, name_start, at)
        if close < 0 or value.end < close:
            return value
    return Value(at + 1, close, close + 1, [])


def _doubled(text: str, name_start: int, at: int) -> Value | None:
    end = doubled_end(text, at)
    if end < 0:
        return None
    after = end + (2 if text[end + 1] == text[at] else 1)
    edits = [TextEdit(at, at + 1, "")]
    if after > end + 1:
        edits.append(TextEdit(end + 1, after, ""))
    fault = sketch("malformed-attribute", name_start, after, *edits)
    return Value(at + 2, end, after, [fault])


def _is_unclosed(source: Source, start: int, close: int) -> bool:
    """Tell whether the next quote belongs to something else.

    A value without `<` whose quote is followed as it should be is always
    right: that is what XML says, whatever the value looks like.
    """
    text = source.text
    less, greater = source.find("<", start), source.find(">", start)
    has_less, has_greater = 0 <= less < close, 0 <= greater < close
    proper = _PROPER_END.match(text, close + 1) is not None
    if proper and not has_less:
        return False
    if _ENDS_IN_ATTRIBUTE.search(text[max(start, close - _LOOK_BACK) : close]):
        return True
    if proper:
        return has_greater and greater < less and _TAG.match(text, less) is not None
    return has_less or has_greater


def _unclosed(source: Source, element: str, name_start: int, at: int) -> Value:
    text, start = source.text, at + 1
    stops = [p for p in (source.find("<", start), source.find(">", start)) if p >= 0]
    stop = min(stops, default=len(text))
    following = source.search(_NEXT_ATTRIBUTE, start, stop)
    end = following.start() if following else stop
    if not following:
        end = without_slash(source, element, start, end)
    while end > start and text[end - 1] in SPACE:
        end -= 1
    curly = source.search(_CURLY, start, end)
    if curly:
        edit = TextEdit(curly.start(), curly.end(), text[at])
        fault = sketch("curly-quotes", at, curly.end(), edit)
        return Value(start, curly.start(), curly.end(), [fault])
    if stop == len(text) and not following:
        return Value(start, end, len(text), [], cut=True)
    close = end
    if end - 1 > start and text[end - 1] in QUOTES:
        close = end - 1
    edit = TextEdit(close, end, text[at])
    fault = sketch("unclosed-attribute-value", name_start, end, edit)
    return Value(start, close, end, [fault])


def without_slash(source: Source, element: str, start: int, end: int) -> int:
    """Return the end of a value without the slash of a `/>`.

    The slash is that of an address if the element goes on: if an end tag of
    its name comes before the next start tag. Only names of the format are
    looked for, so that there are few to look for.
    """
    text = source.text
    if end == start or text[end - 1 : end + 1] != "/>":
        return end
    if source.model.knows(element) and 0 <= source.find("://", start) < end:
        close = source.end_tag(element, end)
        if close >= 0 and source.start_tag(element, end, close) < 0:
            return end
    return end - 1
