"""Why xmlschema refuses a document, in the shape of an error of libxml2."""

from __future__ import annotations

from ctct_lint.named_tuple import NamedTuple

# libxml2 knows no assertions: the numbers of what is said of those of an element's
# content, and of those of a value.
ASSERTION, ASSERTION_OF_VALUE = -1, -2


class Refusal(NamedTuple):
    """One reason why a document is not valid.

    path     of the element, or of its attribute by the local name, as `/r/a/@k`
    type     0, one of the numbers above, or one that libxml2 has for the like
    message  why; of an assertion its test
    """

    path: str
    type: int
    message: str
