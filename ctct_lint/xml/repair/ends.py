"""Which element an end tag closes, and which must end before a start tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.spelling import alike
from ctct_lint.xml.chars import SPACE, local_name
from ctct_lint.xml.repair.mismatched import rename, swap

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.xml.model import Meaning
    from ctct_lint.xml.repair.elements import Open
    from ctct_lint.xml.repair.nesting import Nesting
    from ctct_lint.xml.tokens import Token

_MOST_LEVELS = 64
_LEVELS_SEARCHED = 4


def close_by(nesting: Nesting, number: int, token: Token) -> None:
    """Close what end tag `number` closes, with a fault if that is not its own.

    Some element is open.
    """
    if token.name == nesting.stack.items[-1].token.name:
        nesting.close(token)
        nesting.keep(token)
    elif not token.name:
        _end_of_any(nesting, number, token)
    elif nesting.stack.count(token.name):
        _end_of_outer(nesting, number, token)
    else:
        _end_of_nothing(nesting, number, token)


def _end_of_any(nesting: Nesting, number: int, token: Token) -> None:
    top = nesting.stack.items[-1]
    if top.balanced or not nesting.lacks_end(top, number):
        nesting.stray(token)
    else:
        rename(nesting, token)


def _end_of_outer(nesting: Nesting, number: int, token: Token) -> None:
    items = nesting.stack.items
    if nesting.is_swapped(number):
        swap(nesting, number)
    elif nesting.is_surplus(token.name, number):
        if nesting.lacks_end(items[-1], number):
            rename(nesting, token)
        else:
            nesting.stray(token)
    else:
        while items[-1].name != token.name:
            nesting.close_before(number)
        nesting.close(token)
        nesting.keep(token)


def _end_of_nothing(nesting: Nesting, number: int, token: Token) -> None:
    items = nesting.stack.items
    if nesting.lacks_end(items[-1], number) and _is_due(nesting, number, token):
        rename(nesting, token)
        return
    for depth in range(2, min(_LEVELS_SEARCHED, len(items)) + 1):
        item = items[-depth]
        if alike(token.name, item.name) and nesting.lacks_end(item, number):
            for _ in range(depth - 1):
                nesting.close_before(number)
            rename(nesting, token)
            return
    nesting.stray(token)


def _is_due(nesting: Nesting, number: int, token: Token) -> bool:
    """Tell whether the innermost element is likely to end here."""
    top, following = nesting.stack.items[-1], nesting.next_tag(number)
    if alike(token.name, top.name):
        return True
    if _is_text_behind(nesting, number):
        return False
    if following is None or len(nesting.stack.items) == 1:
        return following is None and _may_end_document(nesting, token)
    if following.kind == "end":
        return nesting.stack.count(following.name) > 0
    model = nesting.source.model
    name = nesting.source.meant(following.proper or following.name)
    parent = nesting.stack.items[-2]
    return model.may_contain(parent.meant, name) and not model.may_contain(
        top.meant, name
    )


def _is_text_behind(nesting: Nesting, number: int) -> bool:
    """Tell whether a text follows that the innermost element takes, and no parent."""
    items, model = nesting.stack.items, nesting.source.model
    if len(items) == 1 or model.holds_no_text(items[-1].meant):
        return False
    if not model.holds_no_text(items[-2].meant):
        return False
    following = nesting.tokens[number + 1 : number + 2]
    text = nesting.source.text
    return any(
        token.kind == "text" and bool(text[token.start : token.end].strip(SPACE))
        for token in following
    )


def _may_end_document(nesting: Nesting, token: Token) -> bool:
    """Tell whether the last end tag is the root's with another element's name."""
    root, model = nesting.stack.items[0], nesting.source.model
    name = local_name(token.name)
    return (
        len(nesting.stack.items) == 1
        and root.known
        and model.knows(name)
        and not model.may_contain(root.meant, name)
    )


def is_end_without_slash(nesting: Nesting, number: int, token: Token) -> bool:
    """Tell whether a start tag should have been the innermost element's end tag.

    It has that name, and what follows it cannot stand in such an element. Where
    end tags may be left out, it begins the next element instead.
    """
    top = nesting.stack.items[-1]
    if token.name != top.token.name:
        return False
    model, items = nesting.source.model, nesting.stack.items
    is_bare = token.finished and not (token.empty or token.attributes or token.drafts)
    if (
        not is_bare
        or len(items) == 1
        or top.balanced
        or not top.known
        or number in nesting.pairs.end_of
        or model.may_omit_end(top.meant)
        or model.may_contain(top.meant, top.meant)
    ):
        return False
    following = nesting.next_tag(number)
    if following is None or following.kind == "end":
        return following is None or nesting.stack.count(following.name) > 0
    name = nesting.source.meant(following.proper or following.name)
    return not model.may_contain(top.meant, name)


def make_room(nesting: Nesting, number: int, meaning: Meaning) -> None:
    """Close what the element cannot stand in that token `number` begins.

    Where it might stand as anything might, it has to if no open element names it. What
    has as many children as it may have takes no other.
    """
    top = nesting.stack.items[-1]
    if top.balanced or top.leaf or not top.known:
        return
    model, items = nesting.source.model, nesting.stack.items
    name, known, _ = meaning
    if not known:
        return
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
    while (
        not items[-1].boundary
        and items[-1].known
        and not model.may_contain(items[-1].meant, name)
        and nesting.lacks_end(items[-1], number)
    ):
        nesting.close_before(number)


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
