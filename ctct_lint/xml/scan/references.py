"""References in text and in attribute values: what each `&` was meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import ENDS_OF_OTHERS, NAME, is_character, parts_words
from ctct_lint.xml.draft import Draft, TextEdit, deletion, draft
from ctct_lint.xml.scan.escaping import PREDEFINED, code_point, escaped_text

if TYPE_CHECKING:
    import re

    from ctct_lint.xml.source import Source

KNOWN = frozenset(PREDEFINED.values())
_REFERENCE = lazy(
    f"&(?:#(?P<number>[0-9]+|[xX][0-9a-fA-F]+)|(?P<name>{NAME}(?::{NAME})*))(?P<end>;?)"
)
_ENDS = frozenset(map(ord, ENDS_OF_OTHERS))
_BROKEN_NUMBER = lazy("&#[0-9A-Za-z]{0,12};")
_LOW_SURROGATE = lazy("&#([0-9]+|[xX][0-9a-fA-F]+);")
_HIGH, _LOW, _END = 0xD800, 0xDC00, 0xE000
_LONGEST_ROW = 100
# So much is written out at any rate, and more as long as there is room.
_SHORT = 200


def reference_fault(source: Source, at: int, end: int) -> tuple[Draft | None, int]:
    """Return what is wrong with the `&` at `at`, and where the search goes on.

    The text or the value that it stands in goes up to `end`. It is none of the
    references that XML knows.
    """
    found = _REFERENCE.match(source.text, at, end)
    if found is None:
        return _no_reference(source.text, at, end)
    if found["number"]:
        return _number(source.text, at, end, found)
    if not found["end"]:
        return _unterminated(source.text, found, end)
    if found["name"] in source.entities:
        edit = deletion(source.text, at, found.end())
        new = written_out(source, found["name"]) or edit.new
        source.entity_edits.append(edit._replace(new=new))
        return None, found.end()
    return _undefined(source, found, end)


def _no_reference(text: str, at: int, end: int) -> tuple[Draft, int]:
    broken = _BROKEN_NUMBER.match(text, at, end)
    if broken:
        edit = TextEdit(at, at + 1, "&amp;")
        fault = draft("invalid-character-reference", text, at, broken.end(), edit)
        return fault, broken.end()
    return _bare(text, at), at + 1


def _bare(text: str, at: int) -> Draft:
    return draft("bare-ampersand", text, at, at + 1, TextEdit(at, at + 1, "&amp;"))


def _number(
    text: str, at: int, end: int, found: re.Match[str]
) -> tuple[Draft | None, int]:
    number, after = found["number"], found.end()
    code = code_point(number)
    if not found["end"]:
        if _BROKEN_NUMBER.match(text, at, end):
            return _no_reference(text, at, end)
        new = f"&#{number.lower()};" if is_character(code) else ""
        edit = TextEdit(at, after, new)
        # What the end of the text cuts off may have had more digits.
        is_whole = not new and after < len(text)
        kind = "invalid-character" if is_whole else "unterminated"
        return draft(f"{kind}-reference", text, at, after, edit), after
    if is_character(code) and number[0] != "X":
        return None, after
    new = f"&#{number.lower()};" if is_character(code) else ""
    low = _LOW_SURROGATE.match(text, after, end) if _HIGH <= code < _LOW else None
    if low and _LOW <= code_point(low[1]) < _END:
        pair = 0x10000 + ((code - _HIGH) << 10) + code_point(low[1]) - _LOW
        new, after = f"&#{pair};", low.end()
    if code in _ENDS and parts_words(text, at, after):
        new = " "
    edit = TextEdit(at, after, new)
    return draft("invalid-character-reference", text, at, after, edit), after


def _unterminated(text: str, found: re.Match[str], end: int) -> tuple[Draft, int]:
    """Take `&amp` for a reference, but `&copy=1` for a parameter of an address."""
    at, after, name = found.start(), found.end(), found["name"]
    meant = name in KNOWN or name == "nbsp" or _character(name)
    if not meant or text[after : min(after + 1, end)] == "=":
        return _bare(text, at), at + 1
    new = f"&{name};" if name in KNOWN else _replacement(name)
    edit = TextEdit(at, after, new)
    return draft("unterminated-reference", text, at, after, edit), after


def _undefined(source: Source, found: re.Match[str], end: int) -> tuple[Draft, int]:
    """Take HTML entities in a row, such as `&eacute;&nbsp;`, for one fault.

    Whoever wrote them escaped a piece of text for HTML; the rest goes with the
    first.
    """
    fault = _undefined_alone(source.text, found)
    if source.model.has_entity(found["name"]):
        fault.kind = ""
    while _is_html(source, found) and len(fault.edits) < _LONGEST_ROW:
        after = _REFERENCE.match(source.text, found.end(), end)
        if after is None or not _is_html(source, after):
            break
        more = _undefined_alone(source.text, after)
        fault.edits.extend(more.edits)
        fault.relate(more.start, more.end, more.subject)
        found = after
    return fault, found.end()


def _is_html(source: Source, found: re.Match[str]) -> bool:
    name = found["name"]
    if not name or not found["end"] or name in KNOWN or name in source.entities:
        return False
    return bool(_character(f"{name};"))


def _character(name: str) -> str:
    """Return what HTML has for the name of a reference, "" for none."""
    from html.entities import html5

    return html5.get(name, "")


def _undefined_alone(text: str, found: re.Match[str]) -> Draft:
    new = _replacement(found["name"])
    edit = TextEdit(found.start(), found.end(), new)
    fault = draft("undefined-entity", text, found.start(), found.end(), edit)
    fault.expected = (new,)
    return fault


def _replacement(name: str) -> str:
    """Return what XML has for an HTML name: `nbsp` is `&#160;`, `AMP` is `&amp;`."""
    if name.lower() in KNOWN:  # though `&Lt;` is one of HTML's own
        return f"&{name.lower()};"
    value = _character(f"{name};") or _character(f"{name.lower()};")
    return "".join(f"&#{ord(char)};" for char in value) or f"&amp;{name};"


def written_out(source: Source, name: str) -> str:
    """Return the text that is written instead of a reference to a declared entity.

    Entities inside of it are not expanded: that may have no end. Where all that is
    written becomes far longer than a document, it is the reference itself, as a text.
    """
    value = source.entities[name]
    if len(value) > _SHORT:
        if len(value) > source.entity_room:
            return f"&amp;{name};"
        source.entity_room -= len(value)
    return escaped_text(value)
