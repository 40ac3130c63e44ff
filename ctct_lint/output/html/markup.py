"""Building HTML so that nothing gets in unescaped: by type.

What is `Html` came through `text` or `element`; mypy refuses any other string as
the content of an element. All of it is ASCII.
"""

from __future__ import annotations

import re
from html import escape

from ctct_lint.output.display import escape as visible

_VOID = frozenset({"input", "link", "meta"})
_CODE_SPAN = re.compile(r"`([^`]+)`")


class Html(str):
    """Markup: text that is escaped, or elements of it."""

    __slots__ = ()


def text(value: str) -> Html:
    """Return text as markup, for content and for attribute values."""
    if value.isalnum() and value.isascii():
        return Html(value)
    # `##[` would be a command to a CI runner that shows the page as its log.
    safe = escape(value).replace("##", "#&#35;")
    return Html(safe.encode("ascii", "xmlcharrefreplace").decode("ascii"))


def element(name: str, /, *content: Html, **attributes: str | int | bool) -> Html:
    """Return an element; of an attribute, True is its name alone, False nothing.

    `class_` is spelt `class`, and `data_code` `data-code`.
    """
    start = f"<{name}{_attributes(attributes)}>"
    return Html(start if name in _VOID else f"{start}{''.join(content)}</{name}>")


def join(parts: list[Html], between: str = "") -> Html:
    """Return parts one after the other, escaped text between each two."""
    return Html(text(between).join(parts))


def prose(sentence: str) -> Html:
    """Return a sentence on one line, its spans in backticks as code."""
    parts = _CODE_SPAN.split(visible(sentence))
    return join(
        [
            element("code", text(part)) if odd else text(part)
            for number, part in enumerate(parts)
            for odd in (number % 2,)
        ]
    )


def line_of_text(value: str) -> Html:
    """Return a name or a path on one line, with nothing in it that acts or hides."""
    return text(visible(value))


def _attributes(attributes: dict[str, str | int | bool]) -> str:
    return "".join(
        f" {name.rstrip('_').replace('_', '-')}"
        + ("" if value is True else f'="{text(str(value))}"')
        for name, value in attributes.items()
        if value is not False
    )
