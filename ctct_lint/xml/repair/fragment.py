"""A part of a document: the children of an element, with nothing around them.

In `<to/><body/>` the tags of `note` are missing, and of all that is around it. That is
one fault, not one for each child behind the first.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ctct_lint.xml.draft import Draft, TextEdit
from ctct_lint.xml.repair.beginning import is_content
from ctct_lint.xml.repair.lost_starts import without_unknown
from ctct_lint.xml.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.repair.elements import Slip
    from ctct_lint.xml.source import Source

# What a fault of a second root has as `detail` where the first is missing.
FRAGMENT = "fragment"
# Nothing is deeper in its document that people show without it.
_MOST_LEVELS = 4
_FEWEST = 2


def with_whole(
    source: Source, tokens: Sequence[Token]
) -> tuple[Sequence[Token], Sequence[Slip]] | None:
    """Return the tokens with the tags around them, and the fault; None for no part."""
    first = next((token for token in tokens if token.kind == "start"), None)
    if first is None or source.model.root_tag(source.meant(first.name)):
        return None
    tops = _tops(source, tokens)
    if len(tops) < _FEWEST:
        return None
    names = _around(source, {source.meant(tokens[number].name) for number in tops})
    return _wrapped(source, tokens, tops, names) if names else None


def _tops(source: Source, tokens: Sequence[Token]) -> list[int]:
    """Return the numbers of the start tags that nothing is around.

    None if anything is not matched, or stands beside them.
    """
    opened: list[str] = []
    tops: list[int] = []
    for number, token in enumerate(tokens):
        if token.kind == "start":
            if not opened:
                tops.append(number)
            if not token.empty:
                opened.append(token.name)
        elif token.kind == "end":
            if not opened or opened.pop() != token.name:
                return []
        elif not opened and is_content(source.text, token):
            return []
    return [] if opened else tops


def _around(source: Source, names: set[str]) -> list[str]:
    """Return the names of the elements around those of names, the root first.

    None if some may be a root, or if nobody knows which these are.
    """
    model = source.model
    if any(model.root_tag(name) or not model.knows(name) for name in names):
        return []
    around: list[str] = []
    for _ in range(_MOST_LEVELS):
        holders = [
            n for n in model.elements if all(model.names(n, one) for one in names)
        ]
        root = next(filter(model.root_tag, holders), "")
        if root or len(holders) != 1:
            return [root, *around] if root else []
        around.insert(0, holders[0])
        names = {holders[0]}
    return []


def _wrapped(
    source: Source, tokens: Sequence[Token], tops: Sequence[int], names: Sequence[str]
) -> tuple[Sequence[Token], Sequence[Slip]]:
    """Put the tags of elements around the tokens, the outermost first."""
    at, model = tokens[tops[0]].start, source.model
    last = max(n for n, token in enumerate(tokens) if token.is_tag)
    end, second = tokens[last].end, tokens[tops[1]]
    inner = [model.start_tag(name, parent) for parent, name in pairwise(names)]
    tags = (model.root_tag(names[0]), *inner)
    fault = Draft(
        *("second-root", second.name_start, second.name_end, second.name),
        [TextEdit(at, at, tags[0][:-1])],
        expected=tags,
        detail=FRAGMENT,
    )
    rest = f">{''.join(map(without_unknown, inner))}"
    closing = "".join(f"</{name}>" for name in reversed(names))
    # What else the root declares comes between.
    edits = [TextEdit(at, at, rest), TextEdit(end, end, closing)]
    others = Draft("", at, at, edits=edits, part_of=fault)
    starts = [Token("start", at, at, n, proper=n, good_end=at) for n in names]
    ends = [Token("end", end, end, n, proper=n) for n in reversed(names)]
    before, inside, behind = (
        tokens[: tops[0]],
        tokens[tops[0] : last + 1],
        tokens[last + 1 :],
    )
    return [*before, *starts, *inside, *ends, *behind], [fault, others]
