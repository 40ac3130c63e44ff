"""What a check that fails says of a node, before a rule words it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.model.severity import Severity


class Mend(NamedTuple):
    """A quick fix of a schema, at a node.

    loses  does it take something away, or guess?
    """

    title: str
    edits: tuple[tuple[Place, str], ...]
    loses: bool


class Failure(NamedTuple):
    """A check that fails.

    at         the node
    element    the element that it is, or that it belongs to
    message    the words of the check; "" if it has none
    test       its expression
    label      the ids of the check and of its rule, as far as there are any
    why        why it could not be evaluated, "" if it could
    names      what its test speaks of
    is_given_up  is `why` that it takes too long?
    is_report  is it of a `report`, which fails if the test is true?
    lacking    expressions of its words that have no value, each with the reason
    """

    at: Place
    element: _Element
    severity: Severity
    message: str
    test: str
    label: str
    see: str = ""
    hints: tuple[str, ...] = ()
    mends: tuple[Mend, ...] = ()
    why: str = ""
    names: frozenset[str] = frozenset()
    is_given_up: bool = False
    is_report: bool = False
    lacking: tuple[tuple[str, str], ...] = ()
