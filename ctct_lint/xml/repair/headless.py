"""Texts that begin like a start tag that has lost its `<`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import QNAME, S
from ctct_lint.xml.draft import Draft, TextEdit
from ctct_lint.xml.scan.start_tag import read_start_tag

if TYPE_CHECKING:
    import re

    from ctct_lint.xml.source import Source
    from ctct_lint.xml.tokens import Token

# An escape may stand for the `<`, where none belongs.
_ESCAPE = "&lt;"
_HEADLESS = lazy(f"{S}*(?:{_ESCAPE})?({QNAME})(?:{S}+{QNAME}{S}*=[^<>]*(?<!/))?>")


def headless_tag(source: Source, token: Token) -> re.Match[str] | None:
    """Return where a text begins like a start tag, with its name as group 1."""
    return _HEADLESS.match(source.text, token.start, token.end)


def with_start_tag(source: Source, token: Token, found: re.Match[str]) -> list[Token]:
    """Make a start tag of the beginning of a text."""
    at, end = found.start(1), found.end()
    is_escaped = source.text.endswith(_ESCAPE, token.start, at)
    first = at - len(_ESCAPE) * is_escaped
    start = read_start_tag(source, first, at)
    if start is None or start.end != end:
        return [token]
    edit = TextEdit(first, at, "<")
    fault = Draft("unfinished-start-tag", at, start.name_end, start.name, [edit])
    fault.detail = "<"
    start.drafts = [fault, *start.drafts]
    return token.around(start)
