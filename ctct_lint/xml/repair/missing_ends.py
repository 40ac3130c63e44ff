"""Where end tags go that are missing, and what is to be written there.

Some have lost no more than their `<`, or have another sign for it: `/Name>`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import QNAME, SPACE, S, trimmed_range
from ctct_lint.xml.draft import TextEdit, draft
from ctct_lint.xml.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.source import Source

# A tag that has lost its `<` has no more white space than this.
_BLANKS = 8
# What stands for a `<`: the other bracket, or an escape where none belongs; another
# slash as well.
_SIGNS = ("&lt;", ">")
# The slash at the end of an address is its own.
_ADDRESS = lazy(r"(?:/\S*|\w\.\w+)/\Z")
_END = lazy(f"{S}*(/{S}*({QNAME}){S}*>)")


class MissingEnds:
    """Places end tags between the tokens of a text, from its start to its end."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._trimmed = (-1, -1)
        self._ended_at = -1
        self._end_tags: dict[str, str] = {}

    def place_before(self, number: int) -> int:
        """Return where an end tag goes that is missing before a token.

        That is after the last character of a text, not inside other things.
        """
        before = self._tokens[number - 1]
        if self._trimmed[0] != number:
            end = self._tokens[number].start
            if before.unclosed:
                end = before.unclosed.edits[-1].end
            elif before.kind == "text":
                _, end = trimmed_range(self._text, before.start, end)
            self._trimmed = (number, end)
        return self._trimmed[1]

    def edit(self, number: int, place: int, name: str) -> tuple[int, int, str]:
        """Return the edit that puts in an end tag, or the `<` that it lacks alone."""
        text, before = self._text, self._tokens[number - 1]
        low = max(before.start, place - len(name) - _BLANKS)
        # That of a tag has its `<`; in a comment or a section it ends nothing, nor does
        # it where an inner element has its end put in behind it.
        is_text = before.kind == "text" and place != self._ended_at
        self._ended_at = place
        slash = text.rfind("/", low, place) if is_text else -1
        if slash >= 0 and is_end_of(text[slash + 1 : place], name):
            return end_edit(text, before.start, slash, place, name)
        end_tag = self._end_tags.setdefault(name, f"</{name}>")
        return place, place, end_tag


def is_end_of(text: str, name: str) -> bool:
    """Tell whether a text is what follows the `</` of an element's end tag."""
    written = text.strip(SPACE)
    bare = written.removesuffix("&gt;" if written.endswith("&gt;") else ">")
    return bare.rstrip(SPACE) == name != written


def end_edit(text: str, low: int, slash: int, high: int, name: str) -> TextEdit:
    """Return the edit that makes an end tag of its slash and what follows.

    It ends at `high`; what may stand for its `<` is not before `low`.
    """
    sign = next((sign for sign in _SIGNS if text.endswith(sign, low, slash)), "")
    if text.endswith("]]>", low, slash):
        # What ends a section is told and mended as a whole.
        sign = ""
    elif text.endswith("/", low, slash) and not _ADDRESS.search(text, low, slash):
        sign = "/"
    if text.endswith("&gt;", slash, high):
        return TextEdit(slash - len(sign), high, f"</{name}>")
    return TextEdit(slash - len(sign), text.index(name, slash), "</")


def split_at_end_tag(source: Source, text: Token, start: Token) -> list[Token]:
    """Return the end tag that a text begins with, and the texts around it.

    None of these if it begins otherwise; `start` is the start tag of the element.
    """
    found = _END.match(source.text, text.start, text.end)
    if found is None or found[2] != start.name:
        return []
    if not source.model.holds_no_text(source.meant(start.name)):
        return []
    (at, end), (first, last) = found.span(1), found.span(2)
    name, edit = (start.name_start, start.name_end), TextEdit(at, first, "</")
    fault = draft("unclosed-element", source.text, *name, edit)
    fault.expected, fault.detail = (f"</{start.name}>",), "<"
    fault.relate(first, last, start.name)
    place = first - at, last - first
    tag = Token("end", at, end, start.name, *place, start.name, drafts=[fault])
    return text.around(tag)
