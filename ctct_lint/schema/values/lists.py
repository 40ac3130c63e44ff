"""The items of lists: of which type they are, and what stands between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import part_of_value
from ctct_lint.readings.reading import LIST
from ctct_lint.schema.values.described import ITEM_NAMES
from ctct_lint.text.patterns import lazy
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from ctct_lint.model.place import Place
    from ctct_lint.schema.values.judge import Judge

ITEM = lazy(r"[^ \t\r\n]+")
_SIGN = lazy(r"[,;|]")
_INSIDE = lazy(r"[^,;|](.*[^,;|])?")


def item_of(simple_type: int, judge: Judge) -> int | None:
    """Return the type of the items of a list, None for what is none.

    The type of an item of XSD's own lists need not be in the schema: it is taken for a
    list of one. Those that list their values are looked at as a whole.
    """
    if judge.is_own_list(simple_type) and not judge.choices(simple_type):
        return judge.root(simple_type)
    return judge.item(simple_type)


def item_name(simple_type: int, judge: Judge) -> str:
    """Return the built-in type of a value that is one or an item of XSD's own lists."""
    name = judge.builtin_name(simple_type)
    return ITEM_NAMES[name] if judge.is_own_list(simple_type) else name


def parted(value: str, simple_type: int, item: int, judge: Judge) -> tuple[str, ...]:
    """Return a list whose items stand between other signs than blanks as it is meant.

    Nothing if the list is right in no such way, or an item is another one by itself:
    `1,5` is a number rather than two.
    """
    if _SIGN.search(value) is None:
        return ()
    meant = judge.meant(simple_type, value, LIST)
    name = item_name(item, judge)
    items = ITEM.findall(value) if meant else ()
    return () if any(judge.meant(item, one, name) for one in items) else meant


def parted_fault(  # noqa: PLR0913, PLR0917 - a value, its type, and where it is
    value: str, simple_type: int, item: int, judge: Judge, at: Place, owner: str
) -> Fault | None:
    """Return the fault of other signs than blanks in a list, None if that is none.

    It is that of one item if all such signs stand inside this one.
    """
    written = trimmed(value)
    meant = parted(written, simple_type, item, judge)
    if not meant:
        return None
    with_signs = [one for one in ITEM.finditer(value) if _SIGN.search(one[0])]
    # Of a sign at the end of an item nobody knows what it parts.
    if len(with_signs) == 1 and _INSIDE.fullmatch(with_signs[0][0]):
        (only,) = with_signs
        of_item = judge.meant(simple_type, only[0], LIST)
        if of_item:
            at, written, meant = part_of_value(at, *only.span()), only[0], of_item
    return Fault("malformed-value", at, written, owner, meant, detail=LIST)
