"""Lists of codes in other files of the schema's folder."""

from __future__ import annotations

import pytest
from rulebook import Rulebook

from ctct_lint.schematron.refused import QueryError
from ctct_lint.schematron.schematron import Schematron
from ctct_lint.schematron.xpath import Compiler

CODES = (
    '<codes top="yes"><list id="1"><code>x</code><code>y</code></list><code/></codes>'
)


@pytest.fixture
def book(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    book = Rulebook(tmp_path_factory.mktemp("book"))
    (book.folder / "codes.xml").write_text(CODES, "utf-8")
    return book


@pytest.mark.parametrize(
    ("test", "is_true"),
    [
        ("@n = document('codes.xml')/codes/list[@id = 1]/code", True),
        ("@n = doc('codes.xml')//code", True),
        ("'z' = doc('codes.xml')//code", False),
        ("count(document('codes.xml')/codes//code) = 3", True),
        ("count(document('codes.xml')//list//code) = 2", True),
        # A path from the root is one from the root of its own document.
        ("document('codes.xml')//code[/codes/@top = 'yes']", True),
        ("document('codes.xml')//code[//list]", True),
        ("document('codes.xml')//code[count(/) = 1 and not(/a)]", True),
        ("document('codes.xml')//code[. = $here//@n]", True),
        ("document('codes.xml')//code[. = current()/@n]", True),
        ("count(document('codes.xml') | /) = 2", True),
        ("document('codes.xml') is document('codes.xml')", True),
        ("generate-id(document('codes.xml')/*) = generate-id(/*)", False),
        ("generate-id(nothing) = ''", True),
        ("/a and //b/@n", True),
    ],
)
def test_what_is_in_another_document(
    book: Rulebook, test: str, *, is_true: bool
) -> None:
    rule = f'<rule context="b"><report test="{test}">yes</report></rule>'
    book.write(f'<let name="here" value="/"/><pattern>{rule}</pattern>')

    assert book.messages('<a><b n="x"/></a>') == ["yes"] * is_true


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("document('c.xml')//comment()", "one two"),
        ("document('c.xml')/c/processing-instruction()/name()", "p"),
        ("document('c.xml')/c/d", "xy"),
        ("count(document('c.xml')/c/d/text())", "2"),
    ],
)
def test_comments_of_other_documents_are_read(
    book: Rulebook, expression: str, value: str
) -> None:
    (book.folder / "c.xml").write_text("<c><!--one--><?p?><d>x<!--two-->y</d></c>")
    said = f'<report test="true()">[<value-of select="{expression}"/>]</report>'
    book.rules(f'<rule context="a">{said}</rule>')

    assert book.messages("<a/>") == [f"[{value}]"]


@pytest.mark.parametrize("binding", ["xslt", "xslt2"])
def test_both_versions_open_documents(book: Rulebook, binding: str) -> None:
    test = "@n = document('codes.xml')/codes/list/code"
    book.rules(
        f'<rule context="b"><assert test="{test}">no code</assert></rule>', binding
    )

    assert book.messages('<a><b n="x"/><b n="z"/></a>') == ["no code"]


def test_nothing_of_another_document_is_shown_or_mended(book: Rulebook) -> None:
    book.rules(
        '<rule context="b"><report test="@n" subject="document(\'codes.xml\')/codes" '
        'sqf:fix="d">no</report><sqf:fix id="d"><sqf:delete '
        "match=\"document('codes.xml')//code\"/></sqf:fix></rule>"
    )

    (found,) = book.outcome('<a><b n="x"/></a>').diagnostics
    assert (found.range.start.offset, found.fixes) == (4, ())


def test_keys_are_those_of_the_document(book: Rulebook) -> None:
    book.write(
        '<xsl:key name="k" match="code" use="."/><pattern><rule context="b">'
        "<report test=\"key('k', @n, document('codes.xml'))\">x</report></rule>"
        "</pattern>"
    )

    (found,) = book.outcome('<a><b n="x"/></a>').diagnostics
    assert found.notes == ("`key()` does not look into other documents",)


def test_another_document_is_a_file_of_the_schema(book: Rulebook) -> None:
    book.rules('<rule context="b"><report test=\'doc("codes.xml")\'>x</report></rule>')
    before = Schematron(str(book.path)).state()
    (book.folder / "codes.xml").write_text("<codes/>", "utf-8")
    after = Schematron(str(book.path))

    assert after.state() != before
    assert after.files() == (str(book.path), str(book.folder / "codes.xml"))


def test_another_document_that_is_no_xml_is_told_in_its_file(book: Rulebook) -> None:
    (book.folder / "codes.xml").write_text("<codes>", "utf-8")
    rule = '<rule context="b"><report test="doc(\'codes.xml\')">x</report></rule>'

    assert book.rules(rule).troubles() == [
        "codes.xml : ill-formed",
        "rules.sch /*/*/*/*@test: `codes.xml` is no XML",
    ]


def test_without_a_schema_nothing_is_opened() -> None:
    with pytest.raises(QueryError, match="nothing is opened"):
        Compiler("xslt2", {}).compile("doc('codes.xml')", ())
