"""Why a simple type refuses a value: the facet that failed, as a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from xmlschema.validators import (
    XsdLengthFacet,
    XsdMaxExclusiveFacet,
    XsdMaxInclusiveFacet,
    XsdMaxLengthFacet,
    XsdMinExclusiveFacet,
    XsdMinInclusiveFacet,
    XsdMinLengthFacet,
    XsdPatternFacets,
)

from ctct_lint.schema.spelling import by_closeness
from ctct_lint.syntax.fault import Fault
from ctct_lint.white_space import blanks_around, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from xmlschema import XMLSchemaValidationError
    from xmlschema.validators import XsdSimpleType

    from ctct_lint.syntax.place import Place

_KINDS: dict[object, str] = {
    XsdPatternFacets: "pattern-mismatch",
    XsdLengthFacet: "wrong-length",
    XsdMinLengthFacet: "wrong-length",
    XsdMaxLengthFacet: "wrong-length",
    XsdMinInclusiveFacet: "value-out-of-range",
    XsdMinExclusiveFacet: "value-out-of-range",
    XsdMaxInclusiveFacet: "value-out-of-range",
    XsdMaxExclusiveFacet: "value-out-of-range",
}


def explain_value(
    value: str, xsd_type: XsdSimpleType | None, at: Place, owner: str
) -> Iterator[Fault]:
    """Yield one fault if the type refuses the value; `owner` is what holds it."""
    if xsd_type is None or (error := _error(value, xsd_type)) is None:
        return
    written = trimmed(value)
    choices = tuple(dict.fromkeys(_enumerated(xsd_type)))
    if not written and "" not in choices:
        yield Fault("empty-value", at, owner=owner, expected=_shown("", choices))
    elif choices:
        expected = _shown(written, choices)
        yield Fault("invalid-enum-value", at, written, owner, expected)
    else:
        kind = _KINDS.get(type(error.validator), "malformed-value")
        detail = error.reason or ""
        if kind == "malformed-value":
            detail = _type_name(xsd_type)
        yield Fault(kind, at, written, owner, detail=detail)


def _error(value: str, xsd_type: XsdSimpleType) -> XMLSchemaValidationError | None:
    return next(iter(xsd_type.iter_errors(_with_odd_blanks_shown(value))), None)


def _with_odd_blanks_shown(value: str) -> str:
    """Return the value with other signs for the blanks that XML takes for text.

    xmlschema takes every blank of Unicode for white space, libxml2 and XSD do not.
    """
    written = trimmed(value)
    size = len(blanks_around(written))
    return value if not size else f"\ufffd{written[size:]}"


def _enumerated(xsd_type: XsdSimpleType) -> Iterator[str]:
    for member in getattr(xsd_type, "member_types", None) or ():
        yield from _enumerated(member)
    for value in xsd_type.enumeration or ():
        yield str(value)


def _shown(value: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    return by_closeness(value, filter(None, choices))


def _type_name(xsd_type: XsdSimpleType) -> str:
    """Return the built-in type that the value had to be, such as `dateTime`."""
    named: Any = xsd_type
    while named.target_namespace != "http://www.w3.org/2001/XMLSchema":
        members = getattr(named, "member_types", None)
        base = members[0] if members else named.base_type
        if base is None:  # a list
            break
        named = base
    return str(named.local_name or "value")
