"""What the types of a union take beside the one that a value is told by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Want
from ctct_lint.readings.reading import LIST
from ctct_lint.schema.values.bounds import bound_of

if TYPE_CHECKING:
    from ctct_lint.model.fault import Fault
    from ctct_lint.schema.values.judge import Judge

_PATTERN = "pattern"
_RANGE = ("minInclusive", "minExclusive", "maxInclusive", "maxExclusive")
# Of the facets of a type without a pattern those of the first of these are told.
_TOLD = (
    _RANGE,
    ("length", "minLength", "maxLength"),
    ("totalDigits", "fractionDigits"),
)
_BYTES = frozenset({"hexBinary", "base64Binary"})
# Of more members, it is not looked for what they take.
_MOST_MEMBERS = 20


def with_others(fault: Fault, union: int, first: int, judge: Judge) -> Fault:
    """Return a fault with what other members take than that by which it is told.

    Patterns of other members are added to its own.
    """
    members = judge.telling_members(union)
    if len(members) > _MOST_MEMBERS:
        return fault
    told = _want(first, fault.subject, judge)
    wants = dict.fromkeys(_want(one, fault.subject, judge) for one in members)
    others = [one for one in wants if one != told]
    if fault.kind == "pattern-mismatch":
        forms = [one.facets[0].partition(" ")[2] for one in others if _is_form(one)]
        lines = "\n".join((fault.detail, *forms)).splitlines()
        fault = fault._replace(detail="\n".join(dict.fromkeys(lines)))
        others = [one for one in others if not _is_form(one)]
    return fault._replace(others=tuple(_beside(one, told) for one in others))


def own_wants(simple_type: int, value: str, judge: Judge) -> tuple[Want, ...]:
    """Return what a type takes, or the members of a union; () if nothing limits it."""
    members = judge.telling_members(simple_type) or (simple_type,)
    if len(members) > _MOST_MEMBERS:
        return ()
    wants = tuple(dict.fromkeys(_want(one, value, judge) for one in members))
    return wants if any(one.facets for one in wants) else ()


def _beside(want: Want, told: Want) -> Want:
    """Return what a member takes without a type that is told already."""
    is_told = want.type == told.type and want.facets and told.facets
    return want._replace(type="") if is_told else want


def _is_form(want: Want) -> bool:
    return any(one.startswith(f"{_PATTERN} ") for one in want.facets)


def _want(member: int, value: str, judge: Judge) -> Want:
    """Return what a member takes; a bound of its built-in type if a value passes it."""
    if judge.is_list(member):
        return Want(LIST)
    name = judge.builtin_name(member)
    if judge.facet(member, _PATTERN):
        return Want(name, (f"{_PATTERN} {judge.limit(member, _PATTERN)}",))
    for kinds in _TOLD:
        there = (one for one in kinds if judge.facet(member, one))
        facets = tuple(limit(member, one, judge) for one in there)
        if facets:
            return Want(name, facets)
    return Want(name, tuple(filter(None, (bound_of(value, name),))))


def limit(simple_type: int, facet: str, judge: Judge) -> str:
    """Return a facet with its value, and what it counts; of a pattern its lines."""
    value = judge.limit(simple_type, facet)
    if facet == _PATTERN:
        return value
    if judge.is_list(simple_type):
        return f"{facet} {value} items"
    is_binary = not judge.builtins(simple_type).isdisjoint(_BYTES)
    unit = " bytes" if is_binary and "ength" in facet else ""
    return f"{facet} {value}{unit}"
