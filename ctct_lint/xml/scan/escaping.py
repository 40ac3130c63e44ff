"""Values with references in place of signs of markup, and without references."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.text.escapes import with_references
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import is_character
from ctct_lint.xml.draft import TextEdit
from ctct_lint.xml.edits import MOST_EDITS

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

PREDEFINED = {"&": "amp", "<": "lt", ">": "gt", '"': "quot", "'": "apos"}
_AMPERSAND = (
    "&(?:(?:#(?P<number>[0-9]+|x[0-9a-fA-F]+)|(?P<known>amp|lt|gt|quot|apos));)?"
)
_REFERENCES, _MARKUP = lazy(_AMPERSAND), lazy(f"{_AMPERSAND}|<|]]>")
_CHARACTERS = {name: char for char, name in PREDEFINED.items()}


def code_point(number: str) -> int:
    """Return the number of a reference (`233`, `xE9`); too long ones are 0."""
    digits = number.lstrip("xX").lstrip("0")
    if len(digits) > 7:  # noqa: PLR2004 - 1114111 has seven digits
        return 0
    return int(digits or "0", 16 if number[0] in "xX" else 10)


def escaped_edits(text: str, start: int, end: int) -> list[TextEdit]:
    """Return the edits that make text of a range: no markup, no bare `&` is left.

    They are in order.
    """
    edits = list(islice(_escapes(text, start, end), MOST_EDITS + 1))
    return edits if len(edits) <= MOST_EDITS else [_as_one(text, edits[0].start, end)]


def _escapes(text: str, start: int, end: int) -> Iterator[TextEdit]:
    """Yield the edit of each sign of markup."""
    for found in _MARKUP.finditer(text, start, end):
        new = _escaped(found).replace("]]>", "]]&gt;")
        if new != found[0]:
            yield TextEdit(found.start(), found.end(), new)


def _escaped(found: re.Match[str]) -> str:
    """Return a reference as it is, if it is one; else with its sign escaped."""
    number = found["number"]
    is_reference = found["known"] or (number and is_character(code_point(number)))
    return found[0] if is_reference else with_references(found[0])


def _as_one(text: str, start: int, end: int) -> TextEdit:
    """Return the edit of all signs from the first one at `start`, up to the last."""
    less = text.rfind("<", start, end)
    for last in _escapes(text, max(start, less), end):
        end = last.end
    new = _REFERENCES.sub(_escaped, text[start:end])
    return TextEdit(start, end, with_references(new, "<").replace("]]>", "]]&gt;"))


def escaped_text(value: str) -> str:
    """Return a value that may stand in text and between any quotes."""
    parts, at = [], 0
    for edit in escaped_edits(value, 0, len(value)):
        parts += [value[at : edit.start], edit.new]
        at = edit.end
    text = "".join([*parts, value[at:]])
    return text.replace('"', "&quot;").replace("'", "&apos;")


def decoded(value: str) -> str:
    """Return a value with its character references and known entities resolved."""
    if "&" not in value:
        return value

    def character(found: re.Match[str]) -> str:
        if found["number"]:
            code = code_point(found["number"])
            return chr(code) if is_character(code) else ""
        return _CHARACTERS.get(found["known"], found[0])

    return _MARKUP.sub(character, value)
