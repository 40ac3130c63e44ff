"""References in the texts of a campaign's rich fields, and characters instead."""

from __future__ import annotations

import re
from functools import lru_cache

from ctct_lint.html.names import KNOWN
from ctct_lint.rules.characters import in_latin_1
from ctct_lint.text.escapes import with_references
from ctct_lint.text.patterns import lazy

# A tag, one level of escaping too deep or more; its `>` may have been left as it is.
_ESCAPED_TAG = lazy(
    r"&(?:amp;)*(?:lt|#60|#[xX]3[cC]);([/!?]?[A-Za-z][A-Za-z0-9]*)(?=[\s/&>])"
)
_LESS = ("lt;", "#60;", "#x3c;", "#x3C;", "#X3c;", "#X3C;", "amp;lt", "amp;am")
_END = lazy(r"&(?:amp;)*(?:lt|gt|#62|#[xX]3[eE]);|>")
_NAMES = KNOWN | {"!doctype", "?xml"}
_OF_XML = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
_REFERENCE = lazy(r"&(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
SECTION_START, SECTION_END = "<![CDATA[", "]]>"


def is_section(text: str) -> bool:
    """Was a content put into a CDATA section, and all of it escaped?"""
    return text.lstrip().startswith(SECTION_START)


@lru_cache(maxsize=8)
def reference_starts(text: str) -> frozenset[str]:
    """Return up to six characters behind each `&`: which references there may be.

    Most contents have few, and four rules ask.
    """
    if "&" not in text:
        return frozenset()
    return frozenset([part[:6] for part in text.split("&")[1:]])


def escaped_tag(text: str) -> tuple[int, int] | None:
    """Return the span of the first tag of a text whose tags are all escaped.

    It ends behind the tag's `&gt;`. None where the text has tags that are not, or no
    escaped ones: `<p>Write &lt;b&gt;</p>` is as it should be, and in plain text
    `&lt;joe@example.com&gt;` is an address.
    """
    if not any(start.startswith(_LESS) for start in reference_starts(text)):
        return None
    if re.search(r"<[!/?]?[A-Za-z]", text):
        return None
    for found in _ESCAPED_TAG.finditer(text):
        end = _END.search(text, found.end())
        if found[1].strip("/").lower() in _NAMES and end and end[0][-3:] != "lt;":
            return found.start(), end.end()
    return None


def without_escapes(text: str) -> str:
    """Return the text with one level of escaping less."""
    from html import unescape

    return _REFERENCE.sub(lambda found: unescape(found[0]), text)


def as_html(text: str) -> str:
    """Return the text with references for what ISO-8859-1 lacks, as HTML has them."""
    return "".join(c if c <= "\xff" else f"&#{ord(c)};" for c in text)


def as_plain_text(entity: str) -> str | None:
    """Return what stands for an entity of HTML (`nbsp;`) in text that has none.

    Those of XML stay. None if there is no such entity, or nothing that is similar.
    """
    if entity in _OF_XML:
        return f"&{entity}"
    from html.entities import html5

    character = html5.get(entity)
    return None if character is None else as_plain(character.replace("\xa0", " "))


def as_plain(text: str) -> str | None:
    """Return the text in ISO-8859-1, with twins for other characters.

    None if one of them has none. What would be markup is escaped.
    """
    written = in_latin_1(text)
    if written is None:
        return None
    return with_references(written)
