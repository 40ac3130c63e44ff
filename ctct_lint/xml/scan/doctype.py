"""Document type declarations: found, taken away, their entities replaced."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.chars import NAME, S, skip_space, trimmed_range
from ctct_lint.xml.draft import deletion, draft
from ctct_lint.xml.tokens import Token

if TYPE_CHECKING:
    from ctct_lint.xml.source import Source

KEYWORD = "<!DOCTYPE"
DOCTYPE = lazy(KEYWORD, re.IGNORECASE)
_NAME = lazy(f"{S}+([^ \t\r\n<>\\[\\]\"']+)")
_STOP = lazy("\"[^\"<>]*\"|'[^'<>]*'|[<>\\[]")
_IN_SUBSET = lazy("[\"'\\]]|<!--|<\\?")
# What is in a subset without being markup of it ends with these.
_CLOSING = {'"': '"', "'": "'", "<!--": "-->", "<?": "?>"}
_ENTITY = lazy(f"<!ENTITY{S}+({NAME}){S}+(?:\"([^\"]*)\"|'([^']*)')")
# The details of a declaration that is well-formed, and of one that besides declares no
# entities; of one that does not stand before the root, or is not the first; and of one
# that has its keyword in small letters.
WELL_FORMED, HARMLESS = "well-formed", "harmless"
MISPLACED, SPELLING = "misplaced", "spelling"


def read_doctype(source: Source, at: int) -> Token:
    """Read the declaration at `at` and remember the entities that it declares."""
    text, keyword_end = source.text, at + len(KEYWORD)
    name = _NAME.match(text, keyword_end)
    _, end = trimmed_range(text, at, _end(source, name.end() if name else keyword_end))
    token = Token("doctype", at, end, name[1] if name else "")
    edit = deletion(text, at, end)
    name_end = min(name.end(), end) if name else keyword_end
    fault = draft("doctype", text, at, name_end, edit)
    fault.subject = token.name
    token.add(fault)
    for found in _ENTITY.finditer(text, at, end):
        value = found[2] if found[2] is not None else found[3]
        source.entities.setdefault(found[1], value)
    return token


def _end(source: Source, at: int) -> int:
    """Return where the declaration ends; `at` if nothing behind that tells it."""
    text = source.text
    for found in _STOP.finditer(text, at):
        if found[0] == ">":
            return found.end()
        if found[0] == "<":
            return found.start()
        if found[0] == "[":
            return _subset_end(source, found.end())
    return at


def _subset_end(source: Source, at: int) -> int:
    """Return where the declaration ends whose subset begins at `at`.

    A subset without end is looked for once only: another would be looked for
    over the same text. With no `>` behind it, nothing of the text is taken for it.
    """
    text = source.text
    bracket = -1 if source.endless_subset else _bracket(source, at)
    if bracket >= 0:
        end = skip_space(text, bracket + 1)
        return end + 1 if text[end : end + 1] == ">" else bracket + 1
    source.endless_subset = True
    greater = source.find(">", at)
    return greater + 1 if greater >= 0 else at


def _bracket(source: Source, at: int) -> int:
    """Return where the `]` is that ends a subset, -1 without one.

    What is opened and never closed is passed over as if it were nothing.
    """
    found = _IN_SUBSET.search(source.text, at)
    while found is not None and found[0] != "]":
        closing = _CLOSING[found[0]]
        end = source.find(closing, found.end())
        at = found.end() if end < 0 else end + len(closing)
        found = _IN_SUBSET.search(source.text, at)
    return -1 if found is None else found.start()
