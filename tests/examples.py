"""How many examples a property test tries, where the usual hundred is not right."""

from __future__ import annotations

from hypothesis import settings

_USUAL = 100


def examples(number: int) -> settings:
    """Try so many examples in the suite, and in a long run as many times more."""
    return settings(max_examples=number * settings.default.max_examples // _USUAL)
