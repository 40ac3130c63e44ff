"""Texts that are written in the tag of their element.

As the value of its name, as in `<size="3"/>`, or as other formats have it: `<size: 3>`.
Or with nothing before them: `<size very large/>`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import QNAME, S
from ctct_lint.xml.draft import TextEdit, sketch
from ctct_lint.xml.tokens import Token

if TYPE_CHECKING:
    import re

    from ctct_lint.xml.source import Source

_ASSIGNED = lazy(f"{S}*={S}*(?:\"([^\"<>&]+)\"|'([^'<>&]+)'){S}*(/?)>")


_NAMED = lazy(f"({QNAME}):{S}+([^<>=\"'&]*[^<>=\"'&/ \t\r\n]){S}*(/?)>")


def read_named_text(source: Source, at: int, name_at: int) -> Token | None:
    """Read a tag of a name, a colon and a text; None of another one."""
    found = _NAMED.match(source.text, name_at)
    if found is None or not source.meaning(found[1]).is_leaf:
        return None
    name, (start, end) = found[1], found.span(2)
    token = Token("start", at, found.end(), name, name_at - at, len(name), name)
    token.good_end = token.name_end
    token.empty = not source.text.startswith(f"</{name}>", found.end())
    behind = f"</{name}>" if token.empty else ""
    edits = TextEdit(token.name_end, start, ">"), TextEdit(end, token.end, behind)
    token.add(sketch("malformed-attribute", token.name_end, end, *edits))
    return token


# Words of which not all can be attributes: one alone may be, as in HTML.
_WORD = "[^<>=\"'&/ \t\r\n]+"
_WORDS = lazy(f"{S}+({_WORD}(?:{S}+{_WORD})+|(?![A-Za-z_:]){_WORD}){S}*(/?)>")


def text_in_tag(source: Source, name: str, at: int) -> re.Match[str] | None:
    """Return the text behind the name of an element that holds text alone, if any.

    It has no other text, and what stands there is no attributes.
    """
    found = _WORDS.match(source.text, at)
    if found is None or not source.meaning(name).is_leaf:
        return None
    is_alone = found[2] or source.text.startswith(f"</{name}>", found.end())
    return found if is_alone else None


def read_text_in_tag(source: Source, token: Token) -> bool:
    """Read the rest of a tag that is no more than a text; False for another."""
    found = text_in_tag(source, token.proper, token.name_end)
    if found is None:
        return False
    start, end = found.span(1)
    token.empty, token.end = bool(found[2]), found.end()
    behind = f"</{token.proper}>" if token.empty else ""
    edits = TextEdit(token.name_end, start, ">"), TextEdit(end, token.end, behind)
    token.add(sketch("malformed-attribute", start, end, *edits))
    return True


def read_assigned_name(source: Source, token: Token) -> bool:
    """Read the rest of a tag that is no more than such a value; False for another.

    The element is one that holds text alone, and has no other text. The mend writes
    the value between both tags.
    """
    found = _ASSIGNED.match(source.text, token.name_end)
    if found is None or not source.meaning(token.proper).is_leaf:
        return False
    if not (found[3] or source.text.startswith(f"</{token.name}>", found.end())):
        return False
    start, end = found.span(1 if found[1] else 2)
    token.empty, token.end = bool(found[3]), found.end()
    behind = f"</{token.proper}>" if token.empty else ""
    edits = TextEdit(token.name_end, start, ">"), TextEdit(end, token.end, behind)
    first = source.text.index("=", token.name_end)
    token.add(sketch("malformed-attribute", first, end + 1, *edits))
    return True
