"""Texts without a single start tag: there is nothing to repair."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.chars import trimmed_range
from ctct_lint.xml.draft import Draft, draft
from ctct_lint.xml.repair.beginning import is_content
from ctct_lint.xml.repair.cut import cut_outside
from ctct_lint.xml.scan.declaration import check_declaration, is_declaration, misplaced

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ctct_lint.xml.tokens import Token

_LONGEST_SUBJECT = 2000
_MOST_TOKENS = 1000


def faults_without_element(text: str, tokens: Sequence[Token]) -> Iterator[Draft]:
    """Yield the faults of comments, instructions and the document type, by position.

    What else there is has the one fault `no-element`, in its first line, and a blank
    text `empty-document` at 0..0. Of so many tokens the first are looked at.
    """
    start, end = trimmed_range(text, 0, len(text))
    if start == end:
        yield Draft("empty-document", 0, 0)
        return
    content = (token.start for token in tokens if is_content(text, token))
    start, _ = trimmed_range(text, next(content, start), end)
    found = [_no_element(text, start, end)]
    for number, token in enumerate(tokens[:_MOST_TOKENS]):
        if not is_content(text, token):
            found += _own_faults(text, tokens, number)
    yield from sorted(found, key=lambda d: d.start)


def _no_element(text: str, start: int, end: int) -> Draft:
    lines = (text.find(sign, start, end) for sign in "\r\n")
    line_end = min((at for at in lines if at >= 0), default=end)
    fault = draft("no-element", text, start, line_end)
    fault.subject = text[start : min(end, start + _LONGEST_SUBJECT)]
    return fault


def _own_faults(text: str, tokens: Sequence[Token], number: int) -> Iterator[Draft]:
    token = tokens[number]
    if text.find(">", token.start) < 0 and not any(
        is_content(text, before) for before in tokens[:number]
    ):
        return  # It is cut off before there is anything.
    if token.cut:
        yield cut_outside(text, token)
    elif not is_declaration(token):
        drafts = token.drafts
        yield from (d if isinstance(d, Draft) else d.draft(text) for d in drafts)
    elif any(is_declaration(t) for t in tokens[:number]):
        yield misplaced(text, token)
    else:
        yield from check_declaration(text, tokens, number)
