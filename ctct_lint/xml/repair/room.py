"""Which elements must end before a start tag: what it begins cannot stand in them."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.xml.chars import SPACE, local_part, margin
from ctct_lint.xml.repair.margins import is_below

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.xml.model import Meaning
    from ctct_lint.xml.repair.elements import Open
    from ctct_lint.xml.repair.nesting import Nesting

_MOST_LEVELS = 64
# So many elements around a tag may end above it.
_MOST_LEVELS_ABOVE = 8


def make_room(nesting: Nesting, number: int, meaning: Meaning) -> None:
    """Close what the element cannot stand in that token `number` begins.

    Where it might stand as anything might, it has to if no open element names it. What
    has as many children as it may have takes no other. What nobody knows takes none
    that the parent names.
    """
    _close_above(nesting, number, meaning.name)
    top = nesting.stack.items[-1]
    name, known, _ = meaning
    if not top.known:
        is_beside = known and _is_beside(nesting, name, number)
        if not top.balanced and (is_beside or _is_below_text(nesting, number)):
            nesting.close_before(number)
        return
    if top.balanced or top.leaf or not known:
        return
    model, items = nesting.source.model, nesting.stack.items
    takes = model.may_contain
    if takes(top.meant, name) and not _is_full(nesting, top):
        if not model.lets_in(top.meant, name):
            return
        takes = model.names
    depth = _depth_for(nesting, name, number, takes)
    if depth is not None:
        while len(items) > depth + 1:
            nesting.close_before(number)
        return
    if model.lets_in(top.meant, local_part(nesting.tokens[number].name)):
        # It is not what its name is close to.
        return
    while (
        not items[-1].boundary
        and items[-1].known
        and not model.may_contain(items[-1].meant, name)
        and nesting.lacks_end(items[-1], number)
    ):
        nesting.close_before(number)


def _close_above(nesting: Nesting, number: int, name: str) -> None:
    """Close an element that a tag is right below, and what is in it, if they lack ends.

    Its parent takes the tag, as it does its like.
    """
    items, token = nesting.stack.items, nesting.tokens[number]
    # What begins right behind its like is written twice.
    if nesting.is_right_behind(items[-1].token, number):
        return
    text, takes = nesting.source.text, nesting.source.model.may_contain
    for depth, item in enumerate(islice(reversed(items), _MOST_LEVELS_ABOVE), 1):
        if item.boundary or item.balanced or not nesting.lacks_end(item, number):
            return
        is_taken = item.name == token.name or takes(items[-depth - 1].meant, name)
        if is_taken and is_below(text, token.start, item.token):
            for _ in range(depth):
                nesting.close_before(number)
            return


def _is_beside(nesting: Nesting, name: str, number: int) -> bool:
    """Tell whether a first child of the innermost element belongs to the parent.

    An end tag of a name that is not begun may be that of the innermost element.
    """
    *around, top = nesting.stack.items[-2:]
    return (
        any(nesting.source.model.names(parent.meant, name) for parent in around)
        and not (top.children or nesting.pairs.has_strange_end)
        and nesting.lacks_end(top, number)
    )


def _is_below_text(nesting: Nesting, number: int) -> bool:
    """Tell whether the innermost element holds a text, and a tag is right below it.

    Where the parent holds no text, what follows on a line of its own, as far from the
    left, is no part of a text.
    """
    *around, top = nesting.stack.items[-2:]
    if top.children or nesting.pairs.has_strange_end:
        return False
    text, start = nesting.source.text, nesting.tokens[number].start
    place = margin(text, start)
    return (
        place is not None
        and place == margin(text, top.token.start)
        and any(nesting.source.model.holds_no_text(parent.meant) for parent in around)
        and bool(text[top.token.end : start].strip(SPACE))
        and nesting.lacks_end(top, number)
    )


def _is_full(nesting: Nesting, item: Open) -> bool:
    most = nesting.source.model.most_children(item.meant)
    return most is not None and item.children >= most


def _depth_for(
    nesting: Nesting, name: str, number: int, takes: Callable[[str, str], bool]
) -> int | None:
    """Return the index of the open element that takes a child of this name.

    Elements whose end tag is still to come stay open. Beyond the one that
    set the default namespace the name would mean another element: there
    the end tag of the taker must follow as evidence.
    """
    items = nesting.stack.items
    top, crossed = len(items) - 1, False
    for index in range(top, max(-1, top - _MOST_LEVELS), -1):
        item = items[index]
        # The innermost one has been asked.
        if index < top and takes(item.meant, name):
            needs_end = crossed and nesting.lacks_end(item, number)
            return None if needs_end else index
        if not nesting.lacks_end(item, number):
            return None
        if item.boundary and not crossed:
            is_beside = 0 < index == top and takes(items[index - 1].meant, name)
            crossed = not is_beside
    return None
