"""A value in the form of its type, as somebody may have meant it."""

from __future__ import annotations

from ctct_lint.named_tuple import NamedTuple

# What a list of any type is called, which has no name in XSD.
LIST = "list"


class Reading(NamedTuple):
    """A value of a type; is it the same beyond doubt, in another notation?"""

    value: str
    is_sure: bool = False
