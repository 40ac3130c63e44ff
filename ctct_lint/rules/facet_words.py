"""What a value has to be like, in words: the facets of its type, and of others."""

from __future__ import annotations

from operator import add
from typing import TYPE_CHECKING

from ctct_lint.rules.value_words import words_for
from ctct_lint.rules.wording import either, expected, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.model.fault import Fault, Want

_LIMITS = {
    "minInclusive": "at least",
    "minExclusive": "more than",
    "maxInclusive": "at most",
    "maxExclusive": "less than",
    "length": "exactly",
    "minLength": "at least",
    "maxLength": "at most",
    "totalDigits": "at most",
    "fractionDigits": "at most",
}
_DIGITS = ("totalDigits", "fractionDigits")
# How a type is told together with a facet of it.
_JOINTS = {
    **dict.fromkeys(_DIGITS, "with"),
    **dict.fromkeys(("minInclusive", "minExclusive"), "of"),
    **dict.fromkeys(("maxInclusive", "maxExclusive"), "of"),
}
_MOST_OTHERS = 3


def facet_words(detail: str) -> str:
    """Return the words for a facet such as `maxLength 80`, `minInclusive 1`."""
    facet, _, value = detail.partition(" ")
    if facet == "pattern":
        return f"the form {either(value.splitlines())}"
    if facet in _DIGITS:
        where = " behind the point" if facet == "fractionDigits" else ""
        return f"{_LIMITS[facet]} {value} {_units('digits', value)}{where}"
    if facet.endswith("ength"):
        number, _, unit = value.partition(" ")
        return f"{_LIMITS[facet]} {number} {_units(unit or 'characters', number)}"
    return f"{_LIMITS[facet]} {quoted(value)}"


def facet_help(fault: Fault) -> str:
    """Return the help for a value that does not meet the facet in `detail`."""
    return f"expected {facet_words(fault.detail)}{or_others(fault)}"


def _units(name: str, number: str) -> str:
    return name.removesuffix("s" * (number == "1"))


def or_others(fault: Fault) -> str:
    """Return the end of a help: what else a value could be, then what is listed."""
    ways = [_wanted(one) for one in fault.others[:_MOST_OTHERS]]
    if fault.expected:
        ways.append(expected(fault.expected).removeprefix("expected "))
    if len(fault.others) > _MOST_OTHERS:
        ways.append(f"{len(fault.others) - _MOST_OTHERS} more")
    joints = [", "] * (len(ways) - 1) + [", or "] * bool(ways)
    return "".join(map(add, joints, ways))


def limited(wants: Iterable[Want]) -> str:
    """Return the help that says what a type takes, or which of several."""
    return f"expected {' or '.join(map(_limited, wants))}"


def _limited(want: Want) -> str:
    limits = _wanted(want)
    is_alone = want.facets and limits == _limits(want)
    return f"{words_for(want.type, {}).kinds[0]} of {limits}" if is_alone else limits


def _limits(want: Want) -> str:
    return " and ".join(map(facet_words, want.facets))


def _wanted(want: Want) -> str:
    """Return what another type takes: a whole number of at most 10."""
    words = words_for(want.type, {})
    if not want.facets:
        advice = words.advice or f"a value {words.kinds[0]}"
        return advice.removeprefix("expected ").partition(";")[0]
    limits = _limits(want)
    first = want.facets[0]
    joint = "of" if first.endswith(" bytes") else _JOINTS.get(first.partition(" ")[0])
    return f"{words.kinds[0]} {joint} {limits}" if joint and want.type else limits
