"""Tags of the root that are lost, or stand where they cut the document in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.xml.draft import Draft, TextEdit, deletion
from ctct_lint.xml.repair.beginning import begins
from ctct_lint.xml.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ctct_lint.xml.repair.elements import Slip
    from ctct_lint.xml.source import Source


def with_whole_root(
    source: Source, tokens: Sequence[Token]
) -> tuple[Sequence[Token], Sequence[Slip]]:
    """Return the tokens with a start tag for the root, and one end tag only.

    It is only done where there is an end tag of the root too many.
    """
    last = _surplus_end(source, tokens)
    if last < 0:
        return tokens, []
    first = next((n for n, t in enumerate(tokens) if t.kind == "start"), last)
    if begins(source, tokens[first]):
        return _without_early_ends(source, tokens, first, last)
    # Two mends in one place would meet.
    is_free = not (first and tokens[first - 1].drafts)
    if is_free and _may_contain(source, tokens[last], tokens[first]):
        return _with_start(source, tokens, first, last)
    return tokens, []


def _surplus_end(source: Source, tokens: Sequence[Token]) -> int:
    """Return the number of the last end tag of a root, if it is one too many, or -1."""
    numbers = range(len(tokens) - 1, -1, -1)
    ends = (n for n in numbers if tokens[n].kind == "end")
    last = next((n for n in ends if source.model.root_tag(tokens[n].name)), -1)
    if last < 0:
        return -1
    of_name = [t for t in tokens if t.name == tokens[last].name and not t.empty]
    surplus = sum(1 if t.kind == "end" else -1 for t in of_name if t.is_tag)
    return last if surplus > 0 else -1


def _may_contain(source: Source, root: Token, token: Token) -> bool:
    return source.model.may_contain(root.name, source.meant(token.name))


def _without_early_ends(
    source: Source, tokens: Sequence[Token], first: int, last: int
) -> tuple[Sequence[Token], Sequence[Slip]]:
    """Take away the end tags of the root behind which it goes on."""
    root, kept, drafts = tokens[first], list(tokens), []
    for number in _ends_before(tokens, root.name, first, last):
        following = _next_tag(tokens, number)
        if following.kind == "start" and _may_contain(source, root, following):
            token = tokens[number]
            # A comment may stand anywhere.
            kept[number] = Token("comment", token.start, token.end)
            edit = deletion(source.text, token.start, token.end)
            drafts.append(_stray(token, edit))
    return kept, drafts


def _ends_before(
    tokens: Sequence[Token], name: str, first: int, last: int
) -> Iterable[int]:
    numbers = range(first + 1, last)
    return (n for n in numbers if tokens[n].kind == "end" and tokens[n].name == name)


def _next_tag(tokens: Sequence[Token], number: int) -> Token:
    """Return the first tag behind a token; there is one."""
    return next(tokens[n] for n in range(number + 1, len(tokens)) if tokens[n].is_tag)


def _with_start(
    source: Source, tokens: Sequence[Token], first: int, last: int
) -> tuple[Sequence[Token], Sequence[Slip]]:
    """Begin the root before the first element, which may stand in it."""
    name, at = tokens[last].name, tokens[first].start
    tag = source.model.root_tag(name)
    start = Token("start", at, at, name, proper=name, good_end=at)
    fault = _stray(tokens[last], TextEdit(at, at, tag[:-1]))
    fault.expected = (tag,)
    # What else the root declares comes between.
    closing = Draft("", at, at, edits=[TextEdit(at, at, ">")], part_of=fault)
    # The `<` that the element lacks comes behind all that.
    lacking = [made for made in tokens[first].drafts if made.start == at]
    tokens[first].drafts = tokens[first].drafts[len(lacking) :]
    return [*tokens[:first], start, *tokens[first:]], [fault, closing, *lacking]


def _stray(token: Token, edit: TextEdit) -> Draft:
    start, end = token.name_start, token.name_end
    return Draft("stray-end-tag", start, end, token.name, [edit])
