"""Documentation as Markdown: that of many schemas is written in HTML, as text."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

# What else begins with `<` is meant as it stands there.
_PARTS = lazy(
    r"<(?P<code>code|tt|kbd|samp|var)>(?P<inner>[^`]{0,500}?)</(?P=code)>"
    r"""|<a\s[^<>]*?href\s*=\s*["'](?P<link>[^"'\s()]*)["'][^<>]*>(?P<label>[^]\[]{0,500}?)</a>"""
    r"|</?(?P<bold>b|strong)>|</?(?P<slant>i|em)>|<(?P<item>li)(?:\s[^<>]*)?>"
    r"|</?(?P<block>p|br|div|ul|ol|dl|dt|dd|pre|h[1-6]|table|tr|blockquote)"
    r"(?:\s[^<>]*)?/?>|</?(?P<other>li|a|span|font|u|td|th|tbody|thead|sup|sub|small)"
    r"(?:\s[^<>]*)?>",
    re.IGNORECASE,
)
_BLANKS = lazy(r"[ \t]*\n[ \t]*")
_LINES = lazy(r"\n{3,}")
_SIGNS = {"bold": "**", "slant": "*", "item": "\n- ", "block": "\n\n", "other": ""}


def as_markdown(text: str) -> str:
    """Return a text with Markdown in the place of HTML; what is no HTML stays.

    Of a text without any only `<` is escaped, which a reader would take for HTML.
    """
    if "<" not in text:
        return text
    joined = _BLANKS.sub("\n", "".join(_parts(text))).strip()
    return _LINES.sub("\n\n", joined)


def _parts(text: str) -> Iterator[str]:
    found = list(_PARTS.finditer(text))
    end = 0
    for part in found:
        yield _plain(text[end : part.start()], is_html=True)
        yield _written(part)
        end = part.end()
    yield _plain(text[end:], is_html=bool(found))


def _written(part: re.Match[str]) -> str:
    """Return what a tag, or an element of a word, is in Markdown."""
    kind = part.lastgroup or ""
    if part["code"]:
        return f"`{unescape(part['inner'])}`"
    if part["link"]:
        return f"[{as_markdown(part['label'])}]({part['link']})"
    return _SIGNS.get(kind, "")


def _plain(text: str, *, is_html: bool) -> str:
    return (unescape(text) if is_html else text).replace("<", "\\<")
