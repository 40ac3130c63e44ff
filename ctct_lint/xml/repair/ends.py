"""Which element an end tag closes, and which start tag was meant as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.slips import alike
from ctct_lint.xml.chars import local_part
from ctct_lint.xml.repair.beginning import is_content
from ctct_lint.xml.repair.mismatched import rename, swap

if TYPE_CHECKING:
    from ctct_lint.xml.repair.nesting import Nesting
    from ctct_lint.xml.tokens import Token

_LEVELS_SEARCHED = 4


def close_by(nesting: Nesting, number: int, token: Token) -> None:
    """Close what end tag `number` closes, with a fault if that is not its own.

    Some element is open.
    """
    if token.name == nesting.stack.items[-1].token.name:
        _close_inside(nesting, number)
        nesting.close(token)
        nesting.keep(token)
    elif not token.name:
        _end_of_any(nesting, number, token)
    elif nesting.stack.count(token.name):
        _end_of_outer(nesting, number, token)
    else:
        _end_of_nothing(nesting, number, token)


def _close_inside(nesting: Nesting, number: int) -> None:
    """Close what is inside of the element that an end tag stands right below."""
    outer, items = nesting.pairs.outer_of.get(number), nesting.stack.items
    if outer is None:
        return
    start = nesting.tokens[outer]
    if any(item.token is start for item in items):
        while items[-1].token is not start:
            nesting.close_before(number)


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
        if nesting.lacks_end(item, number) and alike(token.name, item.name):
            for _ in range(depth - 1):
                nesting.close_before(number)
            rename(nesting, token)
            return
    nesting.stray(token)


def _is_due(nesting: Nesting, number: int, token: Token) -> bool:
    """Tell whether the innermost element is likely to end here."""
    top, following = nesting.stack.items[-1], nesting.next_tag(number)
    if alike(token.name, top.name) or top.meant == local_part(token.name):
        return True
    if _is_text_behind(nesting, number):
        return False
    model, is_root = nesting.source.model, len(nesting.stack.items) == 1
    if following is None or is_root:
        takes = model.may_contain(top.meant, local_part(token.name))
        return following is None and is_root and not takes
    if following.kind == "end":
        return nesting.stack.count(following.name) > 0
    name = nesting.source.meant(following.proper)
    parent = nesting.stack.items[-2]
    return model.may_contain(parent.meant, name) and not model.may_contain(
        top.meant, name
    )


def _is_text_behind(nesting: Nesting, number: int) -> bool:
    """Tell whether a text follows that the innermost element takes, and no parent."""
    items, model = nesting.stack.items, nesting.source.model
    if len(items) == 1 or model.holds_no_text(items[-1].meant):
        return False
    return model.holds_no_text(items[-2].meant) and nesting.is_text_behind(number)


def is_end_without_slash(nesting: Nesting, number: int, token: Token) -> bool:
    """Tell whether a start tag should have been the innermost element's end tag.

    It has that name, and what follows it cannot stand in such an element, or no end tag
    of that name follows at all. One that may stand in itself has its content before it.
    Where end tags may be left out, it begins the next element instead.
    """
    top, model = nesting.stack.items[-1], nesting.source.model
    is_like = token.name == top.token.name and not (
        top.balanced or number in nesting.pairs.end_of or model.may_omit_end(top.meant)
    )
    if not (is_like and _is_bare(token)):
        return False
    may_stand_in_itself = not top.known or model.may_contain(top.meant, top.meant)
    if may_stand_in_itself and not _is_round_content(nesting, number):
        return False
    return _is_behind(nesting, number)


def _is_bare(token: Token) -> bool:
    """Tell whether a start tag has nothing but its name."""
    return token.finished and not (token.empty or token.has_attributes or token.drafts)


def _is_behind(nesting: Nesting, number: int) -> bool:
    """Tell whether what follows a tag stands behind the innermost element."""
    following, items = nesting.next_tag(number), nesting.stack.items
    if following is None or len(items) == 1:
        return following is None
    if following.kind == "end":
        return nesting.stack.count(following.name) > 0
    top, model = items[-1], nesting.source.model
    name = nesting.source.meant(following.proper)
    if not model.may_contain(top.meant, name):
        return True
    parent, is_held = items[-2].meant, not nesting.is_right_behind(top.token, number)
    is_in_both = top.known and model.may_contain(parent, name)
    # Its like may begin there where one may follow another.
    is_single = is_held and not model.may_follow(parent, top.meant, top.meant)
    return is_in_both and is_single and not nesting.pairs.ends_left(top.name, number)


def _is_round_content(nesting: Nesting, number: int) -> bool:
    """Tell whether a start tag stands behind all that the innermost element holds.

    That is a text, and none follows but where the parent holds some. Or elements are,
    and nothing follows up to the end of the parent.
    """
    *around, top = nesting.stack.items[-2:]
    before, behind = nesting.tokens[number - 1], nesting.next_tag(number)
    is_text_behind = nesting.is_text_behind(number)
    if before.kind == "text" and is_content(nesting.source.text, before):
        holds_none = nesting.source.model.holds_no_text
        may_follow = not all(holds_none(parent.meant) for parent in around)
        is_alone = nesting.tokens[number - 2] is top.token
        return is_alone and (may_follow or not is_text_behind)
    is_last = behind is not None and behind.kind == "end" and not is_text_behind
    return is_last and top.children > 0
