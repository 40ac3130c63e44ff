"""Markdown as plain text, for editors that show it as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_FENCE = "```"
_INDENT = "    "
_HEADING = lazy(r"\A#{1,6} +")
# What is in backticks is not Markdown; the backticks stay: messages quote so as well.
_SIGNS = lazy(r"(`[^`]*`)|\*\*([^*]+)\*\*|\[([^]\[]+)\]\(([^()\s]+)\)|\\(<)")


def plain(markdown: str) -> str:
    """Return what hovers and manuals say, without the signs of Markdown.

    Those are headings, bold words, links, fenced code and an escaped `<`; a line of
    dashes stays.
    """
    return "\n".join(_lines(markdown))


def _lines(markdown: str) -> Iterator[str]:
    is_code = False
    for line in markdown.split("\n"):
        if line.startswith(_FENCE):
            is_code = not is_code
        elif is_code:
            yield _INDENT + line if line else line
        else:
            yield _SIGNS.sub(_words, _HEADING.sub("", line, count=1))


def _words(found: re.Match[str]) -> str:
    code, bold, label, address, sign = found.groups()
    return code or bold or sign or f"{label} ({address})"
