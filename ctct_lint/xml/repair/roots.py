"""A root of which only the end tag is left."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.xml.draft import Draft, TextEdit
from ctct_lint.xml.repair.root_choice import begins, declares
from ctct_lint.xml.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.xml.repair.elements import Slip
    from ctct_lint.xml.source import Source


def with_start_of_root(
    source: Source, tokens: Sequence[Token]
) -> tuple[Sequence[Token], Sequence[Slip]]:
    """Return the tokens with a start tag for the root.

    It is only done where there is an end tag of the root too many.
    """
    last = _surplus_end(source, tokens)
    if last < 0:
        return tokens, []
    first = next((n for n, t in enumerate(tokens) if t.kind == "start"), last)
    # Two mends in one place would meet.
    is_free = not (first and tokens[first - 1].drafts)
    if is_free and _belongs(source, tokens, first, last):
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


def _belongs(source: Source, tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether the first element was meant to stand in the root.

    One with which a document may begin was if none of its own declarations makes it a
    document, and if more follow, or if it is known to stand in others and the root not.
    """
    token, model = tokens[first], source.model
    name, root = source.meant(token.name), source.meant(tokens[last].name)
    if not model.may_contain(root, name):
        return False
    if not begins(source, token):
        return True
    needs_root = model.stands_inside(name) and not model.stands_inside(root)
    return not declares(token) and (needs_root or _is_followed(tokens, first))


def _is_followed(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether an element has its end, and another one follows."""
    depth = 0
    for token in islice(tokens, first, None):
        if token.kind == "start":
            if token is not tokens[first] and not depth:
                return True
            depth += not token.empty
        elif token.kind == "end":
            depth -= 1
        if depth < 0:
            return False
    return False


def _with_start(
    source: Source, tokens: Sequence[Token], first: int, last: int
) -> tuple[Sequence[Token], Sequence[Slip]]:
    """Begin the root before the first element, which may stand in it."""
    name, at = tokens[last].name, tokens[first].start
    tag = source.model.root_tag(name)
    start = Token("start", at, at, name, proper=name, good_end=at)
    end, edit = tokens[last], TextEdit(at, at, tag[:-1])
    fault = Draft("stray-end-tag", end.name_start, end.name_end, name, [edit])
    fault.expected, fault.detail = (tag,), "root"
    # What else the root declares comes between.
    closing = Draft("", at, at, edits=[TextEdit(at, at, ">")], part_of=fault)
    # The `<` that the element lacks comes behind all that.
    lacking = [made for made in tokens[first].drafts if made.start == at]
    tokens[first].drafts = tokens[first].drafts[len(lacking) :]
    return [*tokens[:first], start, *tokens[first:]], [fault, closing, *lacking]
