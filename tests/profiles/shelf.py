"""A toy vocabulary, of which nothing but this file and its schema knows: shelves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml.etree import _Element

from ctct_lint.model.place import attribute_value
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.xsd import XsdProfile
from ctct_lint.rules.base import Evidence, Finding, Rule, rule

SCHEMA = Path(__file__).with_name("shelf.xsd")


class Book(NamedTuple):
    """What the rule is called with."""

    element: _Element
    kind: str = "book"

    def choices(self) -> list[Book]:
        """Return none: no field of a book stands twice."""
        return []


@rule(
    code="SHELF1",
    severity=Severity.WARNING,
    on="book",
    evidence=Evidence.INFERENCE,
    source="the ISBN of this shelf has ten digits",
)
def check(book: Book) -> Iterator[Finding]:
    """Yield a finding for an ISBN that has other than ten digits."""
    isbn = book.element.get("isbn", "")
    if len(isbn) != len("0201896834"):
        at = attribute_value(book.element, "isbn")
        yield Finding(at, f"the ISBN has {len(isbn)} digits")


class Shelf(XsdProfile):
    """Shelves with books, by their root."""

    def recognises(self, text: str) -> bool:
        """Return whether there is a word of shelves in it."""
        return "shelf" in text or "urn:shelf" in text

    def subjects(self, root: _Element) -> Iterator[Book]:
        """Yield the books."""
        yield from map(Book, root.iter("{urn:shelf}book"))

    def rules_on(self, kind: str, operation: str) -> tuple[Rule, ...]:
        """Return the one rule there is."""
        del operation
        return (check,) if kind == "book" else ()


SHELF = Shelf("shelf", str(SCHEMA))
