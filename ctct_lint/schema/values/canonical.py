"""Values as they are compared: `1` and `01` are the same number, not the same text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.values.tries import DECIMALS
from ctct_lint.text.patterns import lazy
from ctct_lint.text.white_space import collapsed

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.values.judge import Judge

_STRINGS = "string normalizedString token language Name NCName ID IDREF NMTOKEN ENTITY"
_FAMILIES = {
    **dict.fromkeys(_STRINGS.split(), "string"),
    **dict.fromkeys(DECIMALS.split(), "decimal"),
    "NOTATION": "QName",
}
_OF_TIME = frozenset({"date", "dateTime", "time"})
_LONGEST = 1000
_UTC = lazy(r"[+-]00:00$")


class Canonical(NamedTuple):
    """A value and the family of types in which it is compared with others."""

    family: str
    value: object


def canonical(
    value: str, simple_type: int, judge: Judge, element: _Element
) -> Canonical | None:
    """Return a value in an element for comparison, None if it is not of its type."""
    if judge.refusal(simple_type, value, element) is not None:
        return None
    family = _family(judge.builtins(simple_type))
    if judge.collapses(simple_type):
        value = collapsed(value)
    if judge.item(simple_type) is not None or len(value) > _LONGEST:
        return Canonical("string", value)
    return Canonical(family, _comparable(value, family, element))


@lru_cache(maxsize=256)
def _family(builtins: frozenset[str]) -> str:
    """Return the family of the types that a type is made of."""
    families = {_FAMILIES.get(name, name) for name in builtins}
    return families.pop() if len(families) == 1 else "string"


def _comparable(value: str, family: str, element: _Element) -> object:
    match family:
        case "decimal":
            from decimal import Decimal

            return Decimal(value)
        # NaN is the same as itself here, as libxml2 has it.
        case "float" | "double" if value != "NaN":
            return float(value.replace("INF", "inf"))
        case "boolean":
            return value in {"true", "1"}
        case "hexBinary":
            return value.upper()
        case "QName":
            prefix, _, local = value.rpartition(":")
            return element.nsmap.get(prefix or None, ""), local
        case _:
            return _UTC.sub("Z", value) if family in _OF_TIME else value
