"""The scanner: text to tokens, each with the faults that lie inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.scan.markup import COMMENT
from ctct_lint.xml.scan.proper import read_proper
from ctct_lint.xml.scan.read_token import Opened, read_token
from ctct_lint.xml.scan.sections import CDATA
from ctct_lint.xml.tokens import Stretch, Token

if TYPE_CHECKING:
    from ctct_lint.xml.source import Source

# No real document has more tags and instructions without an end than this, nor more
# signs that are no tag at a closer look.
_MOST_BROKEN, _MOST_SIGNS = 5_000, 20_000


def scan(source: Source) -> list[Token]:
    """Return the tokens of the whole text, in order and without gaps.

    A start tag without `>` ends early, before the text that follows it. A `<` that
    begins no token is part of a text, and so is what begins one that never ends, if
    there are thousands of them: each would cost far more than a text does.
    """
    text, tokens = source.text, list[Token]()
    opened, texts = Opened(tokens), _Texts(source)
    text_start = at = broken = signs = 0
    while (less := text.find("<", at)) >= 0:
        if less == at:
            # One number for the end and the start, not two: there are a million.
            less = at
        token = read_proper(source, less)
        is_clear = broken < _MOST_BROKEN and signs < _MOST_SIGNS
        if token is None and (is_clear or _is_whole(source, less)):
            token = read_token(source, less, opened)
            if token and (token.drafts or not token.finished):
                broken += _is_broken(token, text)
        if token is None:
            signs += 1
            at = less + 1
            continue
        if text_start < less:
            tokens.append(texts.token(text_start, less, has_less=text_start < at))
        tokens.append(token)
        text_start = at = token.end
    if text_start < len(text):
        tokens.append(texts.token(text_start, len(text), has_less=True))
    return tokens


def _is_whole(source: Source, at: int) -> bool:
    """Tell whether something else than a tag begins here that may have its end."""
    if source.text.startswith("<?", at):
        return source.find("?>", at) >= 0
    return source.text.startswith((COMMENT, CDATA), at)


def _is_broken(token: Token, text: str) -> bool:
    if token.is_tag:
        return not (token.finished and text.startswith(">", token.end - 1))
    return not token.finished or bool(token.drafts)


class _Texts:
    """Makes the tokens of texts, which come by position."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._sign = -1

    def token(self, start: int, end: int, *, has_less: bool) -> Token:
        """Return the token of a text; `has_less` says if a `<` may be in it."""
        if self._sign < start:
            self._sign = self._source.next_sign(start)
        if has_less or self._sign < end:
            return Token("text", start, end, stretches=(Stretch(start, end),))
        return Token("text", start, end)
