"""A Schematron schema beside an XSD: one cause is told once."""

from __future__ import annotations

import pytest
from fixture_file import FIXTURES
from lxml import etree
from rulebook import Rulebook

from ctct_lint.engine.assertions import Told
from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of, source_span
from ctct_lint.model.severity import Severity
from ctct_lint.schematron.failure import Failure

XSD = str(FIXTURES / "profiles" / "invoice.xsd")
HEAD = '<invoice xmlns="urn:invoice" currency="EUR"><id>1</id>'


@pytest.fixture
def book(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    return Rulebook(tmp_path_factory.mktemp("book"), schema=XSD)


def about(book: Rulebook, context: str, test: str) -> None:
    book.write(
        '<ns prefix="i" uri="urn:invoice"/><pattern>'
        f'<rule context="{context}"><assert test="{test}">rule</assert></rule>'
        "</pattern>"
    )


def test_both_are_said(book: Rulebook) -> None:
    about(book, "i:invoice", "i:due")

    assert book.messages(f"{HEAD}<total>x</total></invoice>") == [
        "rule",
        "`x` in `total` is not a number",
    ]


@pytest.mark.parametrize(
    ("context", "test", "inside"),
    [
        ("i:invoice", "i:total", ""),
        ("i:invoice", "i:total &gt; 0", "<total/>"),
        ("i:invoice", "xs:decimal(i:total) &gt; 0", "<total>x</total>"),
        ("i:total", "number(.) &gt; 0", "<total>x</total>"),
        ("i:total", ". castable as xs:decimal", "<total>x</total>"),
        (
            "i:invoice",
            "i:line/i:amount + 1",
            "<line><amount>x</amount></line><total>1</total>",
        ),
        ("i:line", "i:amount", "<line/><total>1</total>"),
    ],
)
def test_what_repeats_a_fault_of_the_xsd_is_not_said(
    book: Rulebook, context: str, test: str, inside: str
) -> None:
    about(book, context, test)

    (message,) = book.messages(f"{HEAD}{inside}</invoice>")
    assert message != "rule"


def test_an_attribute_that_the_xsd_refuses_is_not_said_again(book: Rulebook) -> None:
    about(book, "@currency", ". = 'EUR'")
    document = f"{HEAD}<total>1</total></invoice>"

    assert book.messages(document.replace("EUR", "USD")) == ["rule"]
    (refused,) = book.messages(document.replace("EUR", "E R"))
    assert refused != "rule"
    (message,) = book.messages(document.replace("currency", "curency"))
    assert message == "`invoice` has no attribute `curency`"


def test_a_misspelt_element_is_taken_for_what_was_meant(book: Rulebook) -> None:
    about(book, "i:total", ". = 1")

    assert book.messages(f"{HEAD}<totl>1</totl></invoice>") == [
        "`totl` is not an element of `invoice`"
    ]
    assert book.messages(f"{HEAD}<totl>2</totl></invoice>") == [
        "`totl` is not an element of `invoice`",
        "rule",
    ]


def test_a_fault_that_is_of_no_element_stands_for_nothing() -> None:
    root = etree.fromstring("<a/>")
    failure = Failure(name_of(root), root, Severity.ERROR, "", "b", "")

    assert not Told([Fault("empty-value", source_span(0, 1), "b")]).covers(failure)


def test_faults_of_both_schemas_are_told(book: Rulebook) -> None:
    about(book, "i:total", "f()")
    (book.folder / "broken.xsd").write_text("<x")
    both = book._replace(schema=str(book.folder / "broken.xsd"))

    assert both.troubles("<a/>") == [
        "broken.xsd : ill-formed",
        "rules.sch /*/*[2]/*/*@test: the function `f` is not known",
    ]


def test_a_document_that_is_not_well_formed_is_checked_as_it_was_meant(
    book: Rulebook,
) -> None:
    about(book, "i:invoice", "i:total = 1")

    assert book.messages(f"{HEAD}<total>2</invoice>") == [
        "rule",
        "`total` is never closed",
    ]


def test_attribute_that_is_misspelt_in_the_document_can_be_taken_away(
    book: Rulebook,
) -> None:
    book.write(
        '<ns prefix="i" uri="urn:invoice"/><pattern>'
        '<rule context="i:invoice/@currency">'
        '<assert test=". = \'USD\'" sqf:fix="f">dollars</assert><sqf:fix id="f">'
        "<sqf:description><sqf:title>delete it</sqf:title></sqf:description>"
        "<sqf:delete/></sqf:fix></rule></pattern>"
    )
    document = f"{HEAD}<total>1</total></invoice>"
    without = document.replace(' currency="EUR"', "")

    assert without in book.fixed(document)
    assert without in book.fixed(document.replace("currency", "Currency"))
