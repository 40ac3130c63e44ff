"""Why a simple type refuses a value: the facet that it does not meet, as a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.model.place import part_of_value
from ctct_lint.readings.readings import LIST
from ctct_lint.schema.values.bounds import bound_of
from ctct_lint.schema.values.described import NAMES
from ctct_lint.schema.values.judge import BOUNDS
from ctct_lint.schema.values.prefixes import prefix_fault
from ctct_lint.text.patterns import lazy
from ctct_lint.text.spelling import closest
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
_BYTES = frozenset({"hexBinary", "base64Binary"})
# XSD's own lists, whose length is that of the list, too.
_LISTS = frozenset({"ENTITIES", "IDREFS", "NMTOKENS"})
_SIGN = lazy(r"[,;|]")
_ITEM = lazy(r"[^ \t\r\n]+")


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
        choices = judge.written_choices(simple_type)
        yield Fault("empty-value", at, owner=owner, expected=choices)
        return
    item = judge.item(simple_type)
    if item is not None:
        parted = _parted(written, simple_type, item, judge)
        if parted:
            yield Fault("malformed-value", at, written, owner, parted, detail=LIST)
            return
        faults = list(_items(value, item, judge, at, owner))
        if faults:
            yield from faults
            return
    yield _refused(written, simple_type, facet, judge, at, owner)


def explain_fixed(
    value: str, only: int, judge: Judge, at: Place, owner: str
) -> Iterator[Fault]:
    """Yield a fault if a value is not the only one that is allowed."""
    expected = judge.choices(only)
    is_other = judge.has_other_letters(only, value)
    if is_other or judge.refusal(only, value, at.element) is not None:
        edits = ((at, expected[0]),)
        written = trimmed(value)
        of_prefix = None
        if not judge.builtins(only).isdisjoint(NAMES):
            of_prefix = prefix_fault(at, written, expected)
        yield of_prefix or Fault(
            "invalid-fixed-value", at, written, owner, expected, edits=edits
        )


def _parted(value: str, simple_type: int, item: int, judge: Judge) -> tuple[str, ...]:
    """Return a list whose items stand between other signs than blanks as it is meant.

    Nothing if the list is right in no such way, or an item is another one by itself:
    `1,5` is a number rather than two.
    """
    if _SIGN.search(value) is None:
        return ()
    meant = judge.meant(simple_type, value, LIST)
    name = judge.builtin_name(item)
    items = _ITEM.findall(value) if meant else ()
    return () if any(judge.meant(item, one, name) for one in items) else meant


def _items(
    value: str, item: int, judge: Judge, at: Place, owner: str
) -> Iterator[Fault]:
    """Yield the faults of the items of a list."""
    for found in _ITEM.finditer(value):
        part = part_of_value(at, *found.span())
        yield from explain_value(found[0], item, judge, part, owner)


def _refused(  # noqa: PLR0913, PLR0917 - a value, its type, and why it is refused
    value: str, simple_type: int, facet: str, judge: Judge, at: Place, owner: str
) -> Fault:
    choices = judge.written_choices(simple_type)
    members = judge.members(simple_type)
    if members and not facet:
        nearest = _nearest(value, simple_type, judge, at)
        if nearest is not None:
            fault = _refused(value, *nearest, judge, at, owner)
            is_of_facet = fault.kind in _KINDS.values() and nearest[1] in _KINDS
            return fault._replace(expected=choices) if is_of_facet else fault
        names = ", ".join(judge.members_by_name(simple_type))
    else:
        names = judge.builtin_name(simple_type)
    if choices and facet in {"", "enumeration"}:
        others = "" if facet else ", ".join(judge.names_beside(simple_type))
        return Fault("invalid-enum-value", at, value, owner, choices, detail=others)
    if facet in _KINDS:
        if facet == "pattern":
            simple_type = _unmatched(value, simple_type, judge, at)
        limit = _limit(simple_type, facet, judge)
        return Fault(_KINDS[facet], at, value, owner, detail=limit)
    bound = bound_of(value, names)
    if bound:
        return Fault("value-out-of-range", at, value, owner, detail=bound)
    meant = judge.meant(simple_type, value, names)
    return Fault("malformed-value", at, value, owner, meant, detail=names)


def _nearest(value: str, union: int, judge: Judge, at: Place) -> tuple[int, str] | None:
    """Return the member of a union that is most likely meant, and its refusal.

    None if a value of an enumeration is close, or if no member is nearer than others.
    """
    if closest(value, judge.choices(union)) is not None:
        return None
    of_others: dict[int, bool] = {}
    for member in judge.telling_members(union):
        root = judge.root(member)
        if root != member:
            # Many members restrict the same type: it is asked once.
            if root not in of_others:
                of_others[root] = judge.refusal(root, value, at.element) is not None
            if of_others[root]:
                continue
        facet = judge.refusal(member, value, at.element) or ""
        if facet not in {"", "enumeration"}:
            return member, facet
    firsts = judge.members_by_name(union).items()
    return next(((m, "") for name, m in firsts if bound_of(value, name)), None)


def _unmatched(value: str, simple_type: int, judge: Judge, at: Place) -> int:
    """Return the type whose own patterns a value does not match.

    A restriction adds patterns to those of its base, and the value may match these.
    """
    base = judge.base(simple_type)
    while base is not None and judge.refusal(base, value, at.element) == "pattern":
        simple_type, base = base, judge.base(base)
    return simple_type


def _limit(simple_type: int, facet: str, judge: Judge) -> str:
    """Return a facet with its values, and what it counts if not characters."""
    value = judge.limit(simple_type, facet)
    if facet == "pattern":
        return value
    if judge.item(simple_type) is not None or judge.root_name(simple_type) in _LISTS:
        return f"{facet} {value} items"
    is_binary = not judge.builtins(simple_type).isdisjoint(_BYTES)
    unit = " bytes" if is_binary and "ength" in facet else ""
    return f"{facet} {value}{unit}"
