"""Start tags of which only the attributes are left: `xmlns="urn:a"><b/></list>`.

Or a `<` as well: `< type="text">Bulbs</title>`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import QNAME, S, trimmed_range
from ctct_lint.xml.draft import Draft, TextEdit
from ctct_lint.xml.tokens import Attribute, Token

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from ctct_lint.xml.source import Source

_ATTRIBUTE = f"{QNAME}{S}*={S}*(?:\"[^\"<]*\"|'[^'<]*')"
_REST = lazy(f"(<?){S}*({_ATTRIBUTE}(?:{S}+{_ATTRIBUTE})*){S}*(>?)")
_EACH = lazy(f"{S}*({QNAME}){S}*={S}*(?:\"([^\"]*)\"|'([^']*)')")


def beheaded_start(source: Source, text: Token, name: str) -> list[Token]:
    """Return the start tag that a text is the rest of, with the blanks around it.

    None if the text is no such rest; `name` is that of the element.
    """
    first, last = trimmed_range(source.text, text.start, text.end)
    found = _REST.fullmatch(source.text, first, last)
    return [] if found is None else _with_start(source, text, found, name)


def nameless_start(source: Source, text: Token, at: int, name: str) -> list[Token]:
    """Return the start tag without a name that stands there, with the texts around it.

    None if the text has none there; `name` is that of the element.
    """
    found = _REST.match(source.text, at, text.end)
    is_tag = found is not None and found[1] and found[3]
    return _with_start(source, text, found, name) if found and is_tag else []


def _with_start(
    source: Source, text: Token, found: re.Match[str], name: str
) -> list[Token]:
    first, last = found.span()
    start = Token("start", first, last, name, 0, 0, name)
    for attribute in _attributes(source.text, *found.span(2)):
        start.add_attribute(attribute)
        start.add_value(source, attribute.value_start, attribute.value_end)
        start.good_end = attribute.end
    edits = [TextEdit(first, found.start(2), f"<{name} ")]
    if not found[3]:
        edits.append(TextEdit(last, last, ">"))
    # What is wrong with its values is another matter.
    place = first, start.attributes[0].name_end
    detail = "< " if found[1] else "name"
    start.add(Draft("unfinished-start-tag", *place, name, edits, detail=detail))
    return text.around(start)


def _attributes(text: str, at: int, end: int) -> Iterator[Attribute]:
    for found in _EACH.finditer(text, at, end):
        value = 2 if found[2] is not None else 3
        yield Attribute(
            found[1], found.start(), *found.span(1), *found.span(value), found.end()
        )
