"""Why a simple type refuses a value: the facet that it does not meet, as a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import part_of_value
from ctct_lint.schema.values.bounds import bound_of
from ctct_lint.schema.values.described import NAMES
from ctct_lint.schema.values.judge import BOUNDS
from ctct_lint.schema.values.lists import ITEM, item_name, item_of, parted_fault
from ctct_lint.schema.values.prefixes import prefix_fault
from ctct_lint.schema.values.tries import BY_LETTERS
from ctct_lint.schema.values.unions import nearest, nearest_list
from ctct_lint.schema.values.wants import limit, own_wants, with_others
from ctct_lint.schema.values.written import written_choices
from ctct_lint.text.escapes import with_references
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.model.place import Place
    from ctct_lint.schema.values.judge import Judge

_KINDS = {
    "pattern": "pattern-mismatch",
    **dict.fromkeys(("length", "minLength", "maxLength"), "wrong-length"),
    **dict.fromkeys(("totalDigits", "fractionDigits"), "wrong-digits"),
    **dict.fromkeys(BOUNDS, "value-out-of-range"),
}
_TEXTS = frozenset({"anySimpleType", "QName", "NOTATION", *BY_LETTERS})
# The detail of what lists values that are no texts, and has none by which to guess.
ANOTHER = "another"


def explain_value(
    value: str, simple_type: int, judge: Judge, at: Place, owner: str
) -> Iterator[Fault]:
    """Yield a fault if the type refuses the value; `owner` is what holds it.

    Its `detail` is the facet, such as `maxLength 80`, the patterns a line each, or
    the built-in types that the value could be; then `expected` is what the value may
    mean in their forms, else the values that it could have. Of a list each item has
    its own.
    """
    facet, written = judge.refusal(simple_type, value, at.element), trimmed(value)
    if facet is None:
        if judge.gave_up_on(simple_type, value):
            pattern = judge.limit(simple_type, "pattern")
            yield Fault("untestable-pattern", at, written, owner, detail=pattern)
        return
    if not judge.builtins(simple_type).isdisjoint(NAMES):
        of_prefix = prefix_fault(at, written, judge.choices(simple_type))
        if of_prefix is not None:
            yield of_prefix
            return
    if not written and not judge.lists(simple_type, ""):
        choices, _ = written_choices(simple_type, judge, at.element)
        yield Fault("empty-value", at, owner=owner, expected=choices)
        return
    yield from _why(value, simple_type, facet, judge, at, owner)


def _why(  # noqa: PLR0913, PLR0917 - a value, its type, and why it is refused
    value: str, simple_type: int, facet: str, judge: Judge, at: Place, owner: str
) -> Iterator[Fault]:
    """Yield the faults of a value: of a list, or a union with one, those of items."""
    written, item = trimmed(value), item_of(simple_type, judge)
    if item is not None:
        of_signs = parted_fault(value, simple_type, item, judge, at, owner)
        if of_signs is not None:
            yield of_signs
            return
        is_one = item == simple_type and ITEM.fullmatch(written)
        faults = [] if is_one else list(_items(value, item, judge, at, owner))
        if faults:
            yield from faults
            return
    member = None if facet else nearest_list(written, simple_type, judge, at)
    if member is not None:
        yield from explain_value(value, member, judge, at, owner)
        return
    if _is_wrong_around(value, written, simple_type, judge, at):
        start = value.index(written)
        blanks = ((0, start), (start + len(written), len(value)))
        places = (part_of_value(at, low, high) for low, high in blanks if low < high)
        edits = tuple((place, "") for place in places)
        yield Fault("blanks-around-value", at, written, owner, edits=edits)
        return
    yield _refused(written, simple_type, facet, judge, at, owner)


def _is_wrong_around(
    value: str, written: str, simple_type: int, judge: Judge, at: Place
) -> bool:
    """Is nothing wrong with a value but the white space around it, which counts?"""
    if value == written or judge.collapses(simple_type):
        return False
    return judge.refusal(simple_type, written, at.element) is None


def explain_fixed(
    value: str, only: int, judge: Judge, at: Place, owner: str
) -> Iterator[Fault]:
    """Yield a fault if a value is not the only one that is allowed."""
    expected, is_whole = written_choices(only, judge, at.element)
    is_other = judge.has_other_letters(only, value)
    if is_other or judge.refusal(only, value, at.element) is not None:
        edits = ((at, with_references(expected[0])),) if is_whole else ()
        written = trimmed(value)
        of_prefix = None
        if not judge.builtins(only).isdisjoint(NAMES):
            of_prefix = prefix_fault(at, written, judge.choices(only))
        yield of_prefix or Fault(
            "invalid-fixed-value", at, written, owner, expected, edits=edits
        )


def _items(
    value: str, item: int, judge: Judge, at: Place, owner: str
) -> Iterator[Fault]:
    """Yield the faults of the items of a list."""
    for found in ITEM.finditer(value):
        part = part_of_value(at, *found.span())
        yield from explain_value(found[0], item, judge, part, owner)


def _refused(  # noqa: PLR0913, PLR0917 - a value, its type, and why it is refused
    value: str, simple_type: int, facet: str, judge: Judge, at: Place, owner: str
) -> Fault:
    choices, is_whole = written_choices(simple_type, judge, at.element)
    members = judge.members(simple_type)
    if members and not facet:
        found = nearest(value, simple_type, judge, at)
        if found is not None:
            fault = _refused(value, *found, judge, at, owner)
            if found[1] in _KINDS:
                fault = fault._replace(expected=choices)
            return with_others(fault, simple_type, found[0], judge)
        names = judge.union_names(simple_type)
    else:
        names = item_name(simple_type, judge)
    if choices and facet in {"", "enumeration"}:
        others = "" if facet else ", ".join(judge.names_beside(simple_type))
        if facet and (not is_whole or _is_another(value, simple_type, judge, at)):
            others = ANOTHER
        return Fault("invalid-enum-value", at, value, owner, choices, detail=others)
    if facet in _KINDS:
        if facet == "pattern":
            simple_type = _unmatched(value, simple_type, judge, at)
        detail = limit(simple_type, facet, judge)
        return Fault(_KINDS[facet], at, value, owner, detail=detail)
    bound = bound_of(value, names)
    if bound:
        return Fault("value-out-of-range", at, value, owner, detail=bound)
    meant = judge.meant(simple_type, value, names)
    fault = Fault("malformed-value", at, value, owner, meant, detail=names)
    return fault._replace(others=own_wants(simple_type, value, judge))


def _is_another(value: str, simple_type: int, judge: Judge, at: Place) -> bool:
    """Is it a number, a date or so that is right, but none of those that are listed?

    Of two of these nobody would say that one is the other, however they look.
    """
    root = judge.root(simple_type)
    is_plain = not judge.members(simple_type) and judge.item(simple_type) is None
    is_text = not judge.builtins(root).isdisjoint(_TEXTS)
    return is_plain and not is_text and judge.refusal(root, value, at.element) is None


def _unmatched(value: str, simple_type: int, judge: Judge, at: Place) -> int:
    """Return the type whose own patterns a value does not match.

    A restriction adds patterns to those of its base, and the value may match these.
    """
    base = judge.base(simple_type)
    while base is not None and judge.refusal(base, value, at.element) == "pattern":
        simple_type, base = base, judge.base(base)
    return simple_type
