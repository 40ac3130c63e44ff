"""The rules of a schema run on a document."""

from __future__ import annotations

from itertools import starmap
from typing import TYPE_CHECKING, Any

from elementpath.exceptions import ElementPathError

from ctct_lint.model.severity import Severity
from ctct_lint.schematron.document import Document
from ctct_lint.schematron.effort import TooMuch
from ctct_lint.schematron.failure import Failure
from ctct_lint.schematron.mends import mends_of
from ctct_lint.schematron.refused import plain_words
from ctct_lint.schematron.variables import Unvalued

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.schematron.document import Lacking, Values
    from ctct_lint.schematron.model import Check, Pattern, Query, Rule, Schema


def failures(schema: Schema, root: _Element, text: str) -> Iterator[Failure]:
    """Yield what the rules of a schema say against a tree, of a text.

    What a document makes impossible to evaluate, as a date that is none does, is a
    failure, too: nothing is passed over in silence.
    """
    yield from _Run(Document(root, schema, text)).schema(schema)


class _Run:
    """One document, with what is to be said of it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        # The expressions that look at too many nodes; each is told once.
        self._given_up: set[int] = set()

    def schema(self, schema: Schema) -> Iterator[Failure]:
        for pattern in schema.patterns:
            yield from self._pattern(pattern, self._document.globals)

    def _pattern(self, pattern: Pattern, values: Values) -> Iterator[Failure]:
        document = self._document
        own = document.with_lets(pattern.lets, document.root, values)
        taken: set[int] = set()
        for rule in pattern.rules:
            yield from self._rule(rule, own, taken)

    def _rule(self, rule: Rule, values: Values, taken: set[int]) -> Iterator[Failure]:
        """Yield what a rule says of the nodes that no rule before it has taken."""
        document = self._document
        document.effort.enter(rule.context)
        try:
            nodes = document.contexts.nodes(
                rule.context,
                lambda ask, token, node: document.asked(ask, token, node, values),
            )
        except Exception as error:  # noqa: BLE001 - see `_impossible`
            yield from self._impossible(rule.context, document.root, error)
            return
        for node in nodes:
            if id(node) not in taken:
                taken.add(id(node))
                yield from self._checks(rule, node, values)

    def _checks(self, rule: Rule, node: Any, values: Values) -> Iterator[Failure]:
        if rule.lets:
            values = self._document.with_lets(rule.lets, node, values)
        for check in rule.checks:
            yield from self._check(check, node, values)

    def _check(self, check: Check, node: Any, values: Values) -> Iterator[Failure]:
        document = self._document
        document.effort.enter(check.test)
        try:
            if document.is_true(check.test, node, values) is check.fails_on:
                yield self._failure(check, node, values)
        except Exception as error:  # noqa: BLE001 - see `_impossible`
            yield from self._impossible(check.test, node, error, _label(check))

    def _failure(self, check: Check, node: Any, values: Values) -> Failure:
        document = self._document
        spot = document.spots.of(self._meant(check, node, values))
        lacking: Lacking = []
        message = document.message(check.message, node, values, lacking)
        hints = [document.message(hint, node, values, lacking) for hint in check.hints]
        return Failure(
            at=spot.at,
            element=spot.element,
            severity=check.severity,
            message=_told(message),
            test=check.test.text,
            label=_label(check),
            see=check.see,
            hints=tuple(filter(None, map(_told, hints))),
            mends=tuple(mends_of(check.fixes, node, document, values)),
            names=check.test.names,
            is_report=check.fails_on,
            lacking=tuple(dict.fromkeys(starmap(_lacks, lacking))),
        )

    def _meant(self, check: Check, node: Any, values: Values) -> Any:
        """Return the node that a check is about."""
        if check.subject is None:
            return node
        try:
            found = self._document.nodes(check.subject, node, values)
        except TooMuch:
            raise
        except Exception:  # noqa: BLE001 - elementpath may raise any
            return node
        return found[0] if found else node

    def _impossible(
        self, query: Query, node: Any, error: Exception, label: str = ""
    ) -> Iterator[Failure]:
        """Yield that an expression has no value at a node, or a variable it needs.

        elementpath may raise anything for a value that it is not made for.
        """
        if isinstance(error, Unvalued):
            if error.is_told:
                return
            error.is_told = True
            query, node, error, label = error.query, error.node, error.why, ""
        if isinstance(error, TooMuch):
            if id(query) in self._given_up:
                return
            self._given_up.add(id(query))
        spot = self._document.spots.of(node)
        yield Failure(
            at=spot.at,
            element=spot.element,
            severity=Severity.ERROR,
            message="",
            test=query.text,
            label=label,
            why=_why(error),
            names=query.names,
            is_given_up=isinstance(error, TooMuch),
        )


def _label(check: Check) -> str:
    named = (("", check.id), ("rule ", check.rule))
    return " of ".join(f"{word}`{one}`" for word, one in named if one)


def _told(message: str) -> str:
    """Return a message, none where nothing of it has a value."""
    return message if message.strip("… ") else ""


def _lacks(query: Query, error: Exception) -> tuple[str, str]:
    """Return the expression that has no value in a message, and why, in words."""
    if isinstance(error, Unvalued):
        query, error = error.query, error.why
    return query.text, _why(error)


def _why(error: Exception) -> str:
    """Return why an expression has no value, in words."""
    is_in_words = isinstance(error, ElementPathError | TooMuch)
    why = str(error) if is_in_words else repr(error)
    if isinstance(error, RecursionError):
        why = "a function calls itself without end, or too often"
    return plain_words(why)
