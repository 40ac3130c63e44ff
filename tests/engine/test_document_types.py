"""What is said of a document type: what is refused, and what may stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import Diagnostic, lint
from ctct_lint.model.severity import Severity

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="book" type="xs:string"/></xs:schema>"""
UNKNOWN = "CTC224"
MESSAGE = "the document has a document type declaration"
ONCE = "a document type declaration may stand only once, and before the root"
SMALL = "the keyword of the document type declaration is not in capitals"
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
    ],
)
def test_document_type_that_is_a_danger_or_wrong_is_an_error(
    text: str, schema: Path
) -> None:
    (found,) = lint(text, schema=schema)

    assert (found.code, found.severity) == ("CTC132", Severity.ERROR)
    assert (found.message, found.help) == (MESSAGE, (REMOVE,))
    assert [fix.title for fix in found.fixes] == ["remove the declaration"]


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize(
    ("text", "message", "spelt"),
    [
        ("<book><!DOCTYPE book></book>", ONCE, "<!DOCTYPE book"),
        ("<book/>\n<!DOCTYPE book>", ONCE, "<!DOCTYPE book"),
        ("<!-- <a> --><?a <b> ?><book/><!DOCTYPE b>", ONCE, "<!DOCTYPE b"),
        ('<book/><!doctype b SYSTEM "b.dtd">', ONCE, "<!doctype b"),
        ("<!doctype  book><book/>", SMALL, "<!doctype  book"),
        ("<!-- <a> --><?a <b> ?><!Doctype book><book/>", SMALL, "<!Doctype book"),
    ],
)
def test_document_type_that_xml_has_not_so_is_told_by_that(
    text: str, message: str, spelt: str, known: bool, schema: Path
) -> None:
    # Without a schema an information says besides that nothing is known of it.
    found, *_ = sorted(lint(text, schema=schema if known else None), key=_severity)

    assert (found.code, found.severity) == ("CTC132", Severity.ERROR)
    assert found.message == message
    assert text[found.range.start.offset : found.range.end.offset] == spelt
    assert [fix.title for fix in found.fixes] == ["remove the declaration"]


def _severity(found: Diagnostic) -> int:
    return found.severity


def test_of_a_second_document_type_only_that_is_told_where_no_schema_is_known() -> None:
    errors = [
        one for one in lint("<!DOCTYPE a><!DOCTYPE b><a/>") if one.code != UNKNOWN
    ]

    assert [(one.range.start.offset, one.message) for one in errors] == [(12, ONCE)]


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("<!DOCTYPE a [<!ENTITY b c>]><a/>", 24, "entity value required"),
        ("<!DOCTYPE a\n<a/>", 12, "DOCTYPE improperly terminated"),
        ("<!DOCTYPE><a/>", 9, "space required after `DOCTYPE`"),
        ("<!DOCTYPE <a/>", 10, "no DOCTYPE name"),
    ],
)
def test_of_a_malformed_document_type_without_a_schema_the_parser_says_what_is_wrong(
    text: str, offset: int, message: str
) -> None:
    (found,) = (one for one in lint(text) if one.code != UNKNOWN)

    assert found.code == "CTC199"
    assert (found.range.start.offset, found.message) == (
        offset,
        f"not well-formed: {message}",
    )


def test_malformed_document_type_hides_no_other_fault() -> None:
    found = lint("<!DOCTYPE a [<!ENTITY b c>]><a>&</a>")

    assert [one.code for one in found if one.code != UNKNOWN] == ["CTC199", "CTC107"]


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


@pytest.mark.parametrize("number", [1, 300])
def test_what_else_is_wrong_is_said_once_however_often_an_entity_is_used(
    number: int,
) -> None:
    text = f'<!DOCTYPE book [<!ENTITY a "b">]><book>{"&a;" * number}<b></book>'

    assert [d.code for d in lint(text)] == ["CTC224", "CTC102"]
