"""End tags of the root behind which the document goes on.

In `<entry><title>a</title></entry><content>b</content></entry>`, and in the same text
without the second end tag, the content belongs to the entry. So does what follows the
`<entry/>` of `<entry/><title>a</title></entry>`. What goes on is told by a tag behind
the end: an element that may stand in what is open there, or is like those before it,
the end tag of what is open, or another end tag of the root.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.xml.draft import Draft, deletion
from ctct_lint.xml.repair.open_root import LookAhead, OpenRoot
from ctct_lint.xml.repair.root_choice import begins
from ctct_lint.xml.tokens import Token, take_slash

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.source import Source


def without_early_ends(
    source: Source, tokens: Sequence[Token]
) -> tuple[Sequence[Token], Sequence[Draft], Draft | None]:
    """Return the tokens without early ends of the root, and the faults of these.

    The last one is the third as well if no other end tag of the root follows: its
    place is the end of the document.
    """
    first = next((n for n, t in enumerate(tokens) if t.kind == "start"), len(tokens))
    numbers = range(first, len(tokens))
    is_root = (n for n in numbers if _is_start(tokens[n]) and begins(source, tokens[n]))
    early = _EarlyEnds(source, tokens, next(is_root, first))
    early.run()
    if not early.found:
        return tokens, (), None
    kept, drafts = list(tokens), []
    for number, following in early.found.items():
        kept[number], fault = _without(source, tokens[number], tokens[following])
        drafts.append(fault)
    return kept, drafts, drafts[-1] if early.is_moved else None


def _is_start(token: Token) -> bool:
    return token.kind == "start"


def _without(source: Source, token: Token, following: Token) -> tuple[Token, Draft]:
    """Return what is in the place of an early end, and its fault."""
    if token.kind == "start":
        return token, take_slash(source.text, token)
    edit = deletion(source.text, token.start, token.end)
    fault = token.fault("stray-end-tag", edit)
    fault.detail = "early"
    fault.relate(following.name_start, following.name_end, following.name)
    # A comment may stand anywhere.
    return Token("comment", token.start, token.end), fault


class _EarlyEnds:
    """One pass over the tokens from the root on, and a look ahead at each of its ends.

    found     by the numbers of early ends, those of the tags that prove it
    is_moved  does the last of them lack another end tag behind it?
    """

    def __init__(self, source: Source, tokens: Sequence[Token], root: int) -> None:
        self._tokens = tokens
        self._root = OpenRoot(source, tokens, root)
        # What the last look ahead has found: it holds up to there.
        self._proof = -1
        self.found: dict[int, int] = {}
        self.is_moved = False

    def run(self) -> None:
        """Find them."""
        if not self._goes_on():
            return
        depth = 0
        for number in range(self._root.number, len(self._tokens)):
            token = self._tokens[number]
            if token.cut:
                return
            if not token.is_tag:
                continue
            if depth and self.found and self._is_another(token):
                # Where the next document begins, this one has had its end.
                self.found.popitem()
                return
            depth += self._root.step(token)
            if depth > 0:
                continue
            proof = self._look_ahead(number)
            if proof < 0:
                return
            self.found[number], depth = proof, 1
        self.is_moved = depth == 1 and bool(self.found)

    def _goes_on(self) -> bool:
        """Tell whether a tag stands behind anything that may be an end of the root."""
        behind = islice(self._tokens, self._root.number, None)
        name = self._root.name
        ends = (t for t in behind if t.name == name and (t.empty or t.kind == "end"))
        return next(ends, None) is not None and any(t.is_tag for t in behind)

    def _is_another(self, token: Token) -> bool:
        """Tell whether a start tag begins another document like this one."""
        if not _is_start(token) or token.name != self._root.name:
            return False
        return not self._root.may_hold(self._root.name, token)

    def _look_ahead(self, number: int) -> int:
        """Return the number of the tag that proves an end of the root early, or -1."""
        if number >= self._proof:
            self._proof = LookAhead(self._root, number).proof()
        return self._proof
