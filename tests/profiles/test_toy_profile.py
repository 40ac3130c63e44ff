"""What is generic works for a vocabulary of which the package knows nothing."""

from __future__ import annotations

import pickle

import pytest
from lxml import etree
from profiles.shelf import SCHEMA, SHELF
from said import underlined

from ctct_lint.config import Settings
from ctct_lint.engine.lint import Linter
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.html.content import Content
from ctct_lint.profiles.xsd import XsdProfile
from ctct_lint.xml.edits import apply_edits

BOOK = (
    '<book isbn="0201896834"><title>Art</title><year>1997</year>'
    "<binding>hardcover</binding></book>"
)


def shelf(*books: str) -> str:
    return f'<shelf xmlns="urn:shelf">{"".join(books)}</shelf>'


def book(written: str, instead_of: str) -> str:
    """Return a shelf whose only book has one thing written in another way."""
    assert instead_of in BOOK
    return shelf(BOOK.replace(instead_of, written))


def said(document: str | bytes) -> list[tuple[str, str, str]]:
    """Return each diagnostic: its code, what is underlined, its message."""
    data = document.encode() if isinstance(document, str) else document
    outcome = Linter(SHELF).lint_bytes(data, Settings())
    return [
        (d.code, underlined(outcome.text, d), d.message) for d in outcome.diagnostics
    ]


def fixed(document: str) -> str:
    """Return the document with the only fix of its only diagnostic."""
    (diagnostic,) = Linter(SHELF).lint_text(document, Settings()).diagnostics
    (fix,) = diagnostic.fixes
    return apply_edits(document, edits_of([ChosenFix(diagnostic, fix)]))


def test_a_valid_document_is_clean() -> None:
    assert said(shelf(BOOK, BOOK)) == []


@pytest.mark.parametrize(
    ("document", "code", "at", "message"),
    [
        (b"", "CTC001", "", "the document is empty"),
        (
            book("K\xfcche", "Art").encode("latin-1"),
            "CTC002",
            "\xfc",
            "byte 0xFC is not UTF-8",
        ),
        (
            book("A & B", "Art"),
            "CTC107",
            "&",
            "`&` begins no reference here and is not escaped",
        ),
        (book("", "</title>"), "CTC102", "title", "`title` is never closed"),
        (
            book("</titel>", "</title>"),
            "CTC101",
            "titel",
            "`</titel>` does not close `<title>`",
        ),
        (
            shelf(BOOK)[:-30],
            "CTC104",
            "d",
            "the document ends here while 3 elements are open",
        ),
        (
            BOOK + "</shelf>",
            "CTC103",
            "shelf",
            "`</shelf>` closes no open element",
        ),
        (
            book("hardcovr", "hardcover"),
            "CTC203",
            "hardcovr",
            "`hardcovr` is not a valid binding",
        ),
        (
            book("", "<year>1997</year>"),
            "CTC207",
            "book",
            "`book` lacks the required element `year`",
        ),
        (
            book("titel>", "title>"),
            "CTC202",
            "titel",
            "`titel` is not an element of `book`",
        ),
        (
            book("<price>1</price><year>", "<year>"),
            "CTC201",
            "price",
            "`price` is not a known element of `book`",
        ),
        (
            book("<year>1997</year><year>", "<year>"),
            "CTC205",
            "year",
            "duplicate `year` in `book`",
        ),
        (
            book("next", "1997"),
            "CTC215",
            "next",
            "`next` in `year` is not a year",
        ),
        (
            shelf(BOOK).replace("urn:shelf", "urn:shelv"),
            "CTC212",
            "urn:shelv",
            "the namespace of `shelf` is `urn:shelv`, not `urn:shelf`",
        ),
        (
            shelf(BOOK).replace(' xmlns="urn:shelf"', ""),
            "CTC213",
            "shelf",
            "`shelf` is in no namespace, not in `urn:shelf`",
        ),
        (
            shelf(BOOK).replace("shelf ", "shef ").replace("/shelf", "/shef"),
            "CTC220",
            "shef",
            "`shef` is no root element of this vocabulary",
        ),
        (
            "<library>shelf</library>",
            "CTC220",
            "library",
            "`library` is no root element of this vocabulary",
        ),
        (
            "<bureau/>",
            "CTC224",
            "bureau",
            "`bureau` is of no known vocabulary: only its syntax is checked",
        ),
        (book("020", "0201896834"), "SHELF1", "020", "the ISBN has 3 digits"),
    ],
)
def test_one_fault_is_told_where_it_is(
    document: str | bytes, code: str, at: str, message: str
) -> None:
    assert said(document) == [(code, at, message)]


def test_all_faults_are_told_in_one_run() -> None:
    broken = book("A & B", "Art").replace("1997", "next").replace("hardcover", "soft")

    assert [code for code, _, _ in said(broken)] == ["CTC107", "CTC215", "CTC203"]


@pytest.mark.parametrize(
    ("written", "instead_of"),
    [
        ("", "</title>"),
        ("</titel>", "</title>"),
        ("0201896834", '"0201896834"'),
        ("hardcovr", "hardcover"),
        ("HARDCOVER", "hardcover"),
        ("titel>", "title>"),
        ("<year>1997</year><year>", "<year>"),
    ],
)
def test_a_fix_makes_it_what_was_meant(written: str, instead_of: str) -> None:
    assert fixed(book(written, instead_of)) == shelf(BOOK)


@pytest.mark.parametrize(
    ("written", "instead_of"),
    [
        ("urn:shelv", "urn:shelf"),
        ("<shelf", '<shelf xmlns="urn:shelf"'),
        ("</shelff>", "</shelf>"),
        ("", "</shelf>"),
        ("", '<shelf xmlns="urn:shelf">'),
    ],
)
def test_a_fix_mends_the_root(written: str, instead_of: str) -> None:
    assert fixed(shelf(BOOK).replace(instead_of, written)) == shelf(BOOK)


def test_a_misspelt_root_is_renamed() -> None:
    document = shelf(BOOK).replace("shelf ", "shef ").replace("/shelf", "/shef")

    assert fixed(document) == shelf(BOOK)


def test_comments_suppress_in_its_documents() -> None:
    comment = "<!-- ctct-lint: ignore[CTC203] -->"

    assert said(shelf(comment + BOOK.replace("hardcover", "soft"))) == []


def test_another_process_gets_the_same_profile() -> None:
    copy = pickle.loads(pickle.dumps(SHELF))  # noqa: S301 - our own
    document = book("hardcovr", "hardcover")

    there = Linter(copy).lint_text(document, Settings())
    assert there == Linter(SHELF).lint_text(document, Settings())


# --------------------------------------------------------- a schema and nothing else


PLAIN = XsdProfile("plain", str(SCHEMA))


def test_a_schema_alone_takes_every_document_for_its_own() -> None:
    found = Linter(PLAIN).lint_text("<bureau/>", Settings()).diagnostics

    assert [(d.code, d.help) for d in found] == [("CTC220", ("expected `shelf`",))]


def test_a_schema_alone_has_no_rules_of_its_own() -> None:
    ten = book("020", "0201896834")

    assert Linter(PLAIN).lint_text(ten, Settings()).diagnostics == ()
    assert PLAIN.rules_on("book", "") == ()
    assert not PLAIN.depends_on_time(ten.encode())
    content = Content(etree.Element("title"), "title", "<b>", is_xhtml=False)
    assert PLAIN.markup(content, "") is None


def test_a_schema_says_what_may_stand_where() -> None:
    model = PLAIN.content_model("")

    assert model.knows("book")
    assert not model.knows("entry")
    assert model.root_tag("shelf") == '<shelf xmlns="urn:shelf">'
    assert model.root_tag("book") == ""
    assert model.holds_text_only("title")
    assert not model.holds_text_only("book")
    assert not model.holds_text_only("entry")
    assert model.may_contain("shelf", "book")
    assert not model.may_contain("book", "shelf")
    assert not model.may_contain("entry", "shelf")
    assert not model.may_omit_end("title")
    assert not model.has_entity("nbsp")
    assert model.namespace_of("s", ()) == ""
    assert model.spelling_of("boook") == "book"
    assert model.spelling_of("zulu") is None


def test_an_attribute_that_lacks_is_shown_without_a_value() -> None:
    lacks = book("", ' isbn="0201896834"')
    (found,) = Linter(PLAIN).lint_text(lacks, Settings()).diagnostics

    assert (found.code, found.help) == ("CTC208", ('add `isbn="…"`',))


def test_faults_of_a_moved_root_are_not_all_there_is() -> None:
    wrong = book("soft", "hardcover").replace("urn:shelf", "urn:shelv")

    assert [code for code, _, _ in said(wrong)] == ["CTC212", "CTC203"]


def test_a_prefixed_root_in_no_known_namespace_has_no_declaration_to_add() -> None:
    other = shelf(BOOK).replace("<shelf xmlns", "<s:shelf xmlns:s")
    other = other.replace("</shelf", "</s:shelf").replace("urn:shelf", "urn:x")

    assert [code for code, _, _ in said(other)][:1] == ["CTC212"]


def test_a_schema_alone_knows_nothing_of_a_service() -> None:
    assert (SHELF.statuses(), SHELF.starters()) == ((), ())
    with pytest.raises(KeyError, match="400"):
        SHELF.status_page("400")
    with pytest.raises(KeyError, match="shelf"):
        SHELF.starter("shelf", "create")


def test_a_text_without_elements_is_never_right() -> None:
    assert SHELF.check_text("author=Joe&title=Tulips") is None
    assert [code for code, *_ in said("author=Joe&title=Tulips")] == ["CTC130"]


def test_a_wrapper_needs_no_attributes() -> None:
    assert SHELF.start_tag("author") == "author"
