"""Why a simple type refuses a value: the facet that it does not meet, as a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.fault import Fault
from ctct_lint.text.spelling import by_closeness
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.model.place import Place
    from ctct_lint.schema.judge import Judge

_KINDS = {
    "pattern": "pattern-mismatch",
    **dict.fromkeys(("length", "minLength", "maxLength"), "wrong-length"),
    **dict.fromkeys(
        ("minInclusive", "minExclusive", "maxInclusive", "maxExclusive"),
        "value-out-of-range",
    ),
}


def explain_value(
    value: str, simple_type: int, judge: Judge, at: Place, owner: str
) -> Iterator[Fault]:
    """Yield one fault if the type refuses the value; `owner` is what holds it.

    Its `detail` is the facet, such as `maxLength 80`, the patterns a line each, or
    the built-in type that the value had to be.
    """
    facet = judge.refusal(simple_type, value)
    if facet is None:
        return
    written = trimmed(value)
    choices = judge.choices(simple_type)
    if not written and "" not in choices:
        yield Fault("empty-value", at, owner=owner, expected=_shown("", choices))
    elif choices:
        expected = _shown(written, choices)
        yield Fault("invalid-enum-value", at, written, owner, expected)
    elif facet in _KINDS:
        values = "\n".join(judge.facet(simple_type, facet))
        detail = values if facet == "pattern" else f"{facet} {values}"
        yield Fault(_KINDS[facet], at, written, owner, detail=detail)
    else:
        detail = judge.builtin_name(simple_type)
        yield Fault("malformed-value", at, written, owner, detail=detail)


def _shown(value: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    return by_closeness(value, filter(None, choices))
