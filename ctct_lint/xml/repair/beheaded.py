"""Start tags of which only the attributes are left: `xmlns="urn:a"><b/></list>`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import QNAME, S, trimmed_range
from ctct_lint.xml.draft import Draft, TextEdit
from ctct_lint.xml.tokens import Attribute, Token

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.xml.source import Source

_ATTRIBUTE = f"{QNAME}{S}*={S}*(?:\"[^\"<]*\"|'[^'<]*')"
_REST = lazy(f"({_ATTRIBUTE}(?:{S}+{_ATTRIBUTE})*){S}*(>?)")
_EACH = lazy(f"{S}*({QNAME}){S}*={S}*(?:\"([^\"]*)\"|'([^']*)')")


def beheaded_start(source: Source, text: Token, name: str) -> list[Token]:
    """Return the start tag that a text is the rest of, with the blanks around it.

    None if the text is no such rest; `name` is that of the element.
    """
    first, last = trimmed_range(source.text, text.start, text.end)
    found = _REST.fullmatch(source.text, first, last)
    if found is None:
        return []
    start = Token("start", first, last, name, 0, 0, name)
    for attribute in _attributes(source.text, *found.span(1)):
        start.add_attribute(attribute)
        start.add_value(source, attribute.value_start, attribute.value_end)
        start.good_end = attribute.end
    edits = [TextEdit(first, first, f"<{name} ")]
    if not found[2]:
        edits.append(TextEdit(last, last, ">"))
    # What is wrong with its values is another matter.
    place = first, start.attributes[0].name_end
    start.add(Draft("unfinished-start-tag", *place, name, edits, detail="name"))
    return text.around(start)


def _attributes(text: str, at: int, end: int) -> Iterator[Attribute]:
    for found in _EACH.finditer(text, at, end):
        value = 2 if found[2] is not None else 3
        yield Attribute(
            found[1], found.start(), *found.span(1), *found.span(value), found.end()
        )
