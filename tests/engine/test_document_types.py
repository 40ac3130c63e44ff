"""What is said of a document type: what is refused, and what may stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.model.severity import Severity

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="book" type="xs:string"/></xs:schema>"""
MESSAGE = "the document has a document type declaration"
MAY_STAY = "it may stay: nothing that it names is read, the schema alone counts"
REMOVE = "remove it; entities that it declares must be written out"


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE book><book>x</book>",
        '<!DOCTYPE book SYSTEM "book.dtd"><book>x</book>',
        '<!DOCTYPE book PUBLIC "-//B//DTD Book//EN" "b.dtd">\n<book>x</book>',
        '<?xml version="1.0"?>\n<!-- c -->\n<!DOCTYPE book>\n<?p?><book>x</book>',
        "<!DOCTYPE book [<!ATTLIST book by CDATA #IMPLIED>]><book>x</book>",
        "<!DOCTYPE b:book><book>x</book>",
    ],
)
def test_document_type_of_any_vocabulary_is_a_note(text: str, schema: Path) -> None:
    (found,) = lint(text, schema=schema)

    assert (found.code, found.severity) == ("CTC132", Severity.INFORMATION)
    assert (found.message, found.help, found.fixes) == (MESSAGE, (MAY_STAY,), ())
    assert text[found.range.start.offset :].startswith("<!DOCTYPE")


@pytest.mark.parametrize(
    "text",
    [
        # Entities may say anything, also what is in other files.
        '<!DOCTYPE book [<!ENTITY a "b">]><book>x</book>',
        '<!DOCTYPE book [<!ENTITY a "b">]><book>&a;</book>',
        '<!DOCTYPE book [<!ENTITY a SYSTEM "/etc/passwd">]><book/>',
        '<!DOCTYPE book [<!ENTITY % a SYSTEM "a">%a;]><book/>',
        # These are not well-formed.
        "<!DOCTYPE book SYSTEM><book/>",
        '<!DOCTYPE book "book.dtd"><book/>',
        "<!doctype book><book/>",
        "<book><!DOCTYPE book></book>",
        "<book/><!DOCTYPE book>",
    ],
)
def test_document_type_that_is_a_danger_or_wrong_is_an_error(
    text: str, schema: Path
) -> None:
    (found,) = lint(text, schema=schema)

    assert (found.code, found.severity) == ("CTC132", Severity.ERROR)
    assert (found.message, found.help) == (MESSAGE, (REMOVE,))
    assert [fix.title for fix in found.fixes] == ["remove the declaration"]


def test_second_document_type_is_an_error(schema: Path) -> None:
    found = lint("<!DOCTYPE book><!DOCTYPE book><book/>", schema=schema)

    assert [(one.range.start.offset, one.severity) for one in found] == [
        (0, Severity.INFORMATION),
        (15, Severity.ERROR),
    ]


def test_document_type_without_end_is_an_error(schema: Path) -> None:
    found = lint("<!DOCTYPE book [<book>x</book>", schema=schema)

    assert [(one.code, one.severity) for one in found] == [
        ("CTC132", Severity.ERROR),
        ("CTC130", Severity.ERROR),
    ]


def test_constant_contact_takes_no_document_type() -> None:
    (found, *_) = lint('<!DOCTYPE entry><entry xmlns="http://www.w3.org/2005/Atom"/>')

    assert (found.code, found.severity) == ("CTC132", Severity.ERROR)
