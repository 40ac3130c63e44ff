"""The fix that moves an element to where it belongs, and renames it if it must."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import Applicability, Diagnostic, lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.xml.edits import apply_edits

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
  targetNamespace="urn:loan" elementFormDefault="qualified">
  <xs:element name="loan"><xs:complexType><xs:sequence>
    <xs:element name="title" type="xs:string" maxOccurs="2"/>
    <xs:element name="reader" type="xs:string"/>
    <xs:element name="due" type="xs:string"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""


def loan(content: str, more: str = "") -> str:
    return f'<loan xmlns="urn:loan"{more}>{content}</loan>'


def moved(text: str, schema: Path) -> tuple[str, str]:
    """Return the title of the one move that is offered, and the document after it."""
    (diagnostic,) = [d for d in lint(text, schema=schema) if d.fixes]
    (fix,) = diagnostic.fixes
    assert fix.applicability is Applicability.UNSAFE
    return fix.title, apply_edits(text, edits_of([ChosenFix(diagnostic, fix)]))


def said(text: str, schema: Path) -> list[Diagnostic]:
    return lint(text, schema=schema)


@pytest.mark.parametrize(
    ("before", "title", "after"),
    [
        (
            "<title>a</title><due>d</due><raeder>r</raeder>",
            "rename it to `reader` and move it after `title`",
            "<title>a</title><reader>r</reader><due>d</due>",
        ),
        (
            "<title>a</title><due>d</due><READER>r</READER>",
            "rename it to `reader` and move it after `title`",
            "<title>a</title><reader>r</reader><due>d</due>",
        ),
        (
            "<reader>r</reader><due>d</due><titel>a</titel>",
            "rename it to `title` and move it before `reader`",
            "<title>a</title><reader>r</reader><due>d</due>",
        ),
        (
            "<title>a</title><due>d</due><reader>r</reader>",
            "move it before `due`",
            "<title>a</title><reader>r</reader><due>d</due>",
        ),
        (
            "<due>d</due><title>a</title><reader>r</reader>",
            "move it after `reader`",
            "<title>a</title><reader>r</reader><due>d</due>",
        ),
        (
            "<title>a</title><due>d</due><raeder>r &amp; s</raeder>",
            "rename it to `reader` and move it after `title`",
            "<title>a</title><reader>r &amp; s</reader><due>d</due>",
        ),
        (
            "<title>a</title><due>d</due><raeder/>",
            "rename it to `reader` and move it after `title`",
            "<title>a</title><reader/><due>d</due>",
        ),
    ],
)
def test_an_element_is_moved_to_its_place(
    before: str, title: str, after: str, schema: Path
) -> None:
    assert moved(loan(before), schema) == (title, loan(after))
    assert said(loan(after), schema) == []


def test_an_element_keeps_its_prefix(schema: Path) -> None:
    head = '<b:loan xmlns:b="urn:loan">'
    before = f"{head}<b:title/><b:due/><b:raeder>r</b:raeder></b:loan>"

    _, after = moved(before, schema)

    assert after == f"{head}<b:title/><b:reader>r</b:reader><b:due/></b:loan>"


def test_an_element_is_indented_as_its_neighbour(schema: Path) -> None:
    before = loan("\n  <title/>\n  <due/>\n  <raeder>r</raeder>\n")

    _, after = moved(before, schema)

    assert after == loan("\n  <title/>\n  <reader>r</reader>\n  <due/>\n")


def test_an_element_of_a_wrong_namespace_is_moved_into_the_right_one(
    schema: Path,
) -> None:
    text = loan("<title/><due/><o:reader>r</o:reader>", ' xmlns:o="urn:other"')
    misplaced = next(d for d in said(text, schema) if d.code == "CTC206")

    after = apply_edits(text, edits_of([ChosenFix(misplaced, misplaced.fixes[0])]))

    assert [d.code for d in said(text, schema)] == ["CTC212", "CTC206"]
    assert [d.code for d in said(after, schema)] == []


@pytest.mark.parametrize(
    "reader",
    [
        "<{}>r<!-- who --></{}>",
        "<{}>r<![CDATA[ & s]]></{}>",
        "<{} xmlns:o='urn:other'>r</{}>",
        "<{} >r&#x20;</{}\n>",
    ],
    ids=["comment", "section", "declaration", "blanks"],
)
def test_an_element_is_moved_as_it_is_written(reader: str, schema: Path) -> None:
    before = loan(f"<title/><due/>{reader.format('raeder', 'raeder')}")

    _, after = moved(before, schema)

    right = reader.format("reader", "reader").replace("\n>", ">")
    assert after == loan(f"<title/>{right}<due/>")


def test_an_element_is_moved_with_all_that_it_holds(tmp_path: Path) -> None:
    item = (
        '<xs:element name="{}"><xs:complexType><xs:sequence>'
        '<xs:element name="name" maxOccurs="9"/></xs:sequence>'
        '<xs:attribute name="no"/></xs:complexType></xs:element>'
    )
    (tmp_path / "shop.xsd").write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        '<xs:element name="shop">'
        f"<xs:complexType><xs:sequence>{item.format('buyer')}{item.format('seller')}"
        "</xs:sequence></xs:complexType></xs:element></xs:schema>"
    )
    seller = "<seller><name/></seller>"
    buyer = "<buyer no='7'>\n    <name/> <!-- us -->\n    <name>b</name>\n  </buyer>"
    before = f"<shop>\n  {seller}\n  {buyer}\n</shop>"

    title, after = moved(before, tmp_path / "shop.xsd")

    assert title == "move it before `seller`"
    assert after == f"<shop>\n  {buyer}\n  {seller}\n</shop>"


def test_a_very_long_element_is_not_moved(schema: Path) -> None:
    reader = f"<raeder>{'r' * 40_000}</raeder>"

    (found,) = said(loan(f"<title/><due/>{reader}"), schema)

    assert found.fixes == ()


@pytest.mark.parametrize(
    "content",
    [
        "<raeder>r</raeder><title/><due/><title/>",
        "<due/><raeder>r</raeder>",
    ],
    ids=["two neighbours", "no neighbour"],
)
def test_an_element_is_not_moved(content: str, schema: Path) -> None:
    (misspelt,) = [d for d in said(loan(content), schema) if d.code == "CTC202"]

    assert misspelt.fixes == ()
    assert misspelt.help == (
        "did you mean `reader`?",
        "`reader` must stand after `title`",
    )


def test_what_is_written_anew_is_not_taken_away_with_a_comment(tmp_path: Path) -> None:
    (tmp_path / "item.xsd").write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        '<xs:element name="item"><xs:complexType><xs:sequence>'
        '<xs:element name="name"/></xs:sequence><xs:attribute name="no"/>'
        "</xs:complexType></xs:element></xs:schema>"
    )
    item = "<item><no>7{}</no><name/></item>"

    plain = lint(item.format(""), schema=tmp_path / "item.xsd")
    with_comment = lint(item.format("<!-- ours -->"), schema=tmp_path / "item.xsd")

    assert [(d.code, len(d.fixes)) for d in plain] == [("CTC219", 1)]
    assert [(d.code, len(d.fixes)) for d in with_comment] == [("CTC219", 0)]
