"""Elements that hold text only: where they end, and raw markup inside them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.slips import alike
from ctct_lint.xml.chars import SPACE, local_part
from ctct_lint.xml.repair.elements import How
from ctct_lint.xml.scan.declaration import is_declaration

if TYPE_CHECKING:
    from ctct_lint.xml.repair.nesting import Nesting


_MOST_PLACEHOLDERS = 8


class LeafEnd(NamedTuple):
    """The token that ends the leaf, how, and the first and last markup in it.

    `first` is -1 where there is no markup.
    """

    stop: int
    how: How
    first: int = -1
    last: int = -1


def leaf_end(nesting: Nesting, number: int) -> LeafEnd:
    """Find the end of the leaf that token `number` opens, which is on the stack."""
    first = last = -1
    at, tokens = number + 1, nesting.tokens
    while at < len(tokens):
        token = tokens[at]
        kind, how = token.kind, None
        if token.cut:
            break
        if kind == "text":
            at += 1
            continue
        if kind == "end":
            how = _by_end_tag(nesting, at, no_markup=first < 0)
        elif kind == "start":
            how = _by_start_tag(nesting, at, no_markup=first < 0)
        if how:
            return LeafEnd(at, how, first, last)
        if first < 0 and _is_stray(nesting, at):
            at += 1
            continue
        if token.is_tag or kind == "doctype" or is_declaration(token):
            first = at if first < 0 else first
            last = at = nesting.pairs.end_of.get(at, at)
        at += 1
    return LeafEnd(at, How.NEVER, first, last)


def _is_stray(nesting: Nesting, at: int) -> bool:
    token = nesting.tokens[at]
    if token.kind != "end" or at in nesting.matched_ends:
        return False
    return nesting.source.model.knows(local_part(token.name))


def _by_end_tag(nesting: Nesting, at: int, *, no_markup: bool) -> How | None:
    token, leaf = nesting.tokens[at], nesting.stack.items[-1]
    if token.name == leaf.token.name:
        return How.OWN
    following = nesting.next_tag(at)
    own_follows = (
        following is not None
        and following.kind == "end"
        and following.name == leaf.name
    )
    if nesting.stack.count(token.name):
        if not no_markup:
            return How.BEFORE
        if nesting.is_swapped(at):
            return How.SWAPPED
        return How.RENAMED if nesting.is_surplus(token.name, at) else How.BEFORE
    if no_markup and not own_follows:
        return How.RENAMED
    return How.RENAMED if not own_follows and alike(token.name, leaf.name) else None


def _by_start_tag(nesting: Nesting, at: int, *, no_markup: bool) -> How | None:
    token = nesting.tokens[at]
    is_single = at not in nesting.pairs.end_of and not token.empty and token.finished
    how = _ended_by(nesting, at, is_single=is_single, no_markup=no_markup)
    return None if how and is_single and _is_placeholder(nesting, at) else how


def _ended_by(
    nesting: Nesting, at: int, *, is_single: bool, no_markup: bool
) -> How | None:
    token, leaf = nesting.tokens[at], nesting.stack.items[-1]
    model = nesting.source.model
    may_end = is_single or (token.empty and token.finished and not leaf.balanced)
    if token.name == leaf.name and may_end and not token.has_attributes and no_markup:
        return How.BEFORE if _is_begun_again(nesting, at) else How.SLASH
    if may_end and no_markup and _is_misspelt_end(nesting, at):
        return How.SLASH
    name, known, _ = nesting.source.meaning(token.proper)
    around = nesting.stack.items[-2:-10:-1]
    if leaf.balanced:
        return None
    if not known:
        # With a prefix that is declared it is no HTML.
        is_other = token.name.rpartition(":")[0] in nesting.prefixes
        is_let_in = is_other and model.lets_in(around[0].meant, name)
        return How.BEFORE if is_let_in and nesting.lacks_end(leaf, at) else None
    if model.may_contain(around[0].meant, name):
        return How.BEFORE
    takes_it = any(model.may_contain(o.meant, name) for o in around)
    return (
        How.BEFORE if no_markup and takes_it and nesting.lacks_end(leaf, at) else None
    )


def _is_misspelt_end(nesting: Nesting, at: int) -> bool:
    """Tell whether it is the end tag of a leaf with a text, one of them misspelt."""
    token, leaf = nesting.tokens[at], nesting.stack.items[-1]
    source = nesting.source
    return (
        not token.has_attributes
        and source.meant(token.name) == leaf.meant
        and alike(token.name, leaf.name)
        and _has_text(nesting, at)
        and not nesting.is_text_behind(at)
    )


def _is_begun_again(nesting: Nesting, at: int) -> bool:
    """Tell whether the text of a leaf stands behind its like, and not in it."""
    if _has_text(nesting, at) or nesting.tokens[at].empty:
        return False
    around = nesting.stack.items[-2:-1]
    holds_text = not all(nesting.source.model.holds_no_text(o.meant) for o in around)
    return not holds_text and nesting.is_text_behind(at)


def _has_text(nesting: Nesting, at: int) -> bool:
    """Tell whether the leaf holds a text before a token."""
    start, end = nesting.stack.items[-1].token.end, nesting.tokens[at].start
    return bool(nesting.source.text[start:end].strip(SPACE))


def _is_placeholder(nesting: Nesting, at: int) -> bool:
    """Tell whether the leaf's end tag follows on the line, as in `Hi <Name>, ...`.

    Other such placeholders may stand in between.
    """
    source, leaf = nesting.source, nesting.stack.items[-1]
    start = nesting.tokens[at].start
    if _is_before_its_like(nesting, at):
        return False
    for token in islice(nesting.next_tags(at), _MOST_PLACEHOLDERS):
        if token.kind == "end":
            line_end = source.find("\n", start)
            return token.name == leaf.name and not 0 <= line_end < token.start
    return False


def _is_before_its_like(nesting: Nesting, at: int) -> bool:
    """Tell whether a start tag of the same name is right behind a tag."""
    following = nesting.next_tag(at)
    if following is None or following.kind != "start" or nesting.is_text_behind(at):
        return False
    return following.name == nesting.tokens[at].name
