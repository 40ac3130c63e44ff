"""Declarations of namespaces that lack or are wrong: one cause, the rest as meant."""

from __future__ import annotations

import pytest

from ctct_lint import Applicability, Diagnostic
from ctct_lint.config import Settings
from ctct_lint.engine.lint import Linter
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.profiles.xsd import XsdProfile
from ctct_lint.xml.edits import apply_edits

XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
ZOO = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
  targetNamespace="urn:zoo" xmlns="urn:zoo" xmlns:z="urn:zoo" xmlns:l="urn:link"
  elementFormDefault="qualified">
  <xs:import namespace="urn:link" schemaLocation="link.xsd"/>
  <xs:element name="zoo"><xs:complexType><xs:sequence>
    <xs:element name="animal" type="Animal" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element name="kind" type="Kind" minOccurs="0" maxOccurs="2"/>
    <xs:element name="order" type="xs:QName" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element name="only" type="xs:QName" fixed="z:zoo" minOccurs="0"/>
    <xs:element name="any" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element ref="l:to" minOccurs="0" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:complexType name="Animal" abstract="true"><xs:sequence>
    <xs:element name="name" type="xs:string"/></xs:sequence>
    <xs:attribute ref="l:href"/></xs:complexType>
  <xs:complexType name="Dog"><xs:complexContent><xs:extension base="Animal">
    <xs:sequence><xs:element name="barks" type="xs:int"/></xs:sequence></xs:extension>
    </xs:complexContent></xs:complexType>
  <xs:simpleType name="Kind"><xs:restriction base="xs:QName">
    <xs:enumeration value="wild"/><xs:enumeration value="tame"/>
  </xs:restriction></xs:simpleType>
</xs:schema>"""
LINK = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
  targetNamespace="urn:link"><xs:attribute name="href" type="xs:anyURI"/>
  <xs:element name="to"/><xs:element name="name"/></xs:schema>"""


@pytest.fixture(scope="module")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    folder = tmp_path_factory.mktemp("zoo")
    (folder / "zoo.xsd").write_text(ZOO)
    (folder / "link.xsd").write_text(LINK)
    return Linter(XsdProfile("zoo", str(folder / "zoo.xsd")))


def found_in(zoo: Linter, document: str) -> list[Diagnostic]:
    return list(zoo.lint_text(document, Settings()).diagnostics)


def said(zoo: Linter, document: str) -> list[tuple[str, str]]:
    """Return of each diagnostic the code, and what is underlined."""
    return [
        (d.code, document[d.range.start.offset : d.range.end.offset])
        for d in found_in(zoo, document)
    ]


LINKED = '<animal xsi:type="Dog" l:href="#1"><name/><barks>1</barks></animal>'
DOG = '<z:animal xsi:type="z:Dog"><z:name>a</z:name><z:barks>1</z:barks></z:animal>'


@pytest.mark.parametrize(
    ("inside", "more"),
    [
        (DOG, []),
        (DOG.replace(">1<", ">x<"), [("CTC215", "x")]),
        (DOG.replace("z:Dog", "z:Dgo"), [("CTC229", "z:Dgo")]),
        (DOG.replace("<z:barks>1</z:barks>", ""), [("CTC207", "z:animal")]),
        ("<z:kind>z:wild</z:kind><z:only>z:zoo</z:only>", []),
        ("<z:kind>z:odd</z:kind>", [("CTC203", "z:odd")]),
        (f"{DOG}&#9;<z:animl/>", [("CTC202", "z:animl"), ("CTC228", "z:animl")]),
    ],
)
def test_what_a_wrong_declaration_makes_wrong_is_one_fault(
    zoo: Linter, inside: str, more: list[tuple[str, str]]
) -> None:
    document = f'<z:zoo xmlns:z="urn:zo" {XSI}>{inside}</z:zoo>'

    assert said(zoo, document) == [("CTC212", "urn:zo"), *more]


def test_a_type_is_written_with_the_prefix_that_the_document_has(zoo: Linter) -> None:
    document = f'<z:zoo xmlns:z="urn:zo" {XSI}>{DOG}</z:zoo>'.replace("Dog", "Dgo")
    _, of_type = found_in(zoo, document)

    assert [e.new_text for fix in of_type.fixes for e in fix.edits] == ["z:Dog"]


def test_a_root_without_a_namespace_is_read_as_if_it_had_it(zoo: Linter) -> None:
    inside = DOG.replace("z:", "").replace(">1<", ">x<")

    assert said(zoo, f'<zoo {XSI} xmlns:n="urn:n">{inside}</zoo>') == [
        ("CTC213", "zoo"),
        ("CTC215", "x"),
    ]


def test_a_root_whose_prefix_has_another_name_as_well(zoo: Linter) -> None:
    document = '<z:zo xmlns:z="urn:zo"><z:kind>z:odd</z:kind></z:zo>'

    assert said(zoo, document) == [
        ("CTC220", "z:zo"),
        ("CTC212", "urn:zo"),
        ("CTC203", "z:odd"),
    ]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        # What values and attributes alone have a prefix for.
        (
            '<animal xsi:type="q:Dog"><name/><barks>x</barks></animal>' * 2,
            [("CTC131", "q:Dog"), ("CTC215", "x"), ("CTC215", "x")],
        ),
        ('<animal xsi:type="q:Cat"/>', [("CTC131", "q:Cat")]),
        ("<order>q:a</order><order> q:b</order>", [("CTC131", "q:a")]),
        (
            "<order>q:a</order><order>r:b</order>",
            [("CTC131", "q:a"), ("CTC131", "r:b")],
        ),
        ("<only>q:zoo</only>", [("CTC131", "q:zoo")]),
        ("<order>xml:lang</order><order>:</order>", [("CTC215", ":")]),
        (
            '<animal xmlns:q="urn:zo" xsi:type="q:Dog"><name/></animal>',
            [("CTC207", "animal"), ("CTC229", "q:Dog")],
        ),
        ('<kind xmlns:q="urn:zo">q:wild</kind>', [("CTC203", "q:wild")]),
    ],
)
def test_prefixes_of_values(
    zoo: Linter, inside: str, expected: list[tuple[str, str]]
) -> None:
    assert said(zoo, f'<zoo xmlns="urn:zoo" {XSI}>{inside}</zoo>') == expected


def test_what_to_do_about_a_prefix_that_many_values_have(zoo: Linter) -> None:
    inside = '<z:animal xsi:type="q:Dog"><z:name/><z:barks>1</z:barks></z:animal>'
    document = f'<z:zoo xmlns:z="urn:zoo" {XSI}>{inside * 2}</z:zoo>'
    (found,) = found_in(zoo, document)
    ((edit,),) = [fix.edits for fix in found.fixes]

    assert found.message == "no `xmlns` declares the prefix of `q:Dog`"
    assert found.help == ('add `xmlns:q="urn:zoo"` to the root, for all of its uses',)
    assert (edit.new_text, edit.range.start.offset) == (' xmlns:q="urn:zoo"', 6)


@pytest.mark.parametrize(
    ("namespaces", "inside", "expected"),
    [
        (
            'xmlns:l="urn:lnk"',
            LINKED * 2,
            [("CTC212", "urn:lnk")],
        ),
        (
            'xmlns:l="urn:lnk"',
            f"{LINKED}<l:to/>",
            [("CTC212", "urn:lnk")],
        ),
        # Where the right one is declared as well, the attribute is wrong.
        (
            'xmlns:l="urn:lnk" xmlns:m="urn:link"',
            LINKED,
            [("CTC231", "l:href")],
        ),
        (
            "",
            '<animal xsi:type="Dog" href="#1"><name/><barks>1</barks></animal>',
            [("CTC231", "href")],
        ),
    ],
)
def test_namespaces_of_attributes(
    zoo: Linter, namespaces: str, inside: str, expected: list[tuple[str, str]]
) -> None:
    document = f'<zoo xmlns="urn:zoo" {namespaces} {XSI}>{inside}</zoo>'

    assert said(zoo, document) == expected


def test_a_prefix_of_values_for_another_namespace(zoo: Linter) -> None:
    inside = DOG.replace("z:Dog", "q:Dog") * 2
    document = f'<z:zoo xmlns:z="urn:z" xmlns:q="urn:q" {XSI}>{inside}</z:zoo>'

    # The right one is declared once the first has been mended.
    assert said(zoo, document) == [
        ("CTC212", "urn:z"),
        ("CTC229", "q:Dog"),
        ("CTC229", "q:Dog"),
    ]


@pytest.mark.parametrize(
    ("child", "expected"),
    [
        # The element of that name in the other one is what it says.
        ("<l:name/>", [("CTC201", "l:name")]),
        # Where its like is required it was meant.
        (
            '<animal xsi:type="Dog"><l:name/><barks>1</barks></animal>',
            [("CTC213", "l:name")],
        ),
    ],
)
def test_a_name_that_two_namespaces_have(
    zoo: Linter, child: str, expected: list[tuple[str, str]]
) -> None:
    document = f'<zoo xmlns="urn:zoo" xmlns:l="urn:link" {XSI}>{child}</zoo>'

    assert said(zoo, document) == expected


@pytest.mark.parametrize(
    ("inside", "name", "expected"),
    [
        # Each of those in the same wrong one is mended, and told of once.
        ("<to/><to></to>", "l:to", "<l:to/><l:to></l:to>"),
        ("<l:any/><l:any/>", "any", "<any/><any/>"),
        ('<to xmlns=""/><to xmlns=""/>', "l:to", '<l:to xmlns=""/><l:to xmlns=""/>'),
    ],
)
def test_the_prefix_that_an_element_needs_is_written(
    zoo: Linter, inside: str, name: str, expected: str
) -> None:
    document = f'<zoo xmlns="urn:zoo" xmlns:l="urn:link">{inside}</zoo>'
    (found,) = found_in(zoo, document)
    (fix,) = found.fixes

    assert found.code == "CTC213"
    assert fix.title == f"rename it to `{name}`"
    assert apply_edits(document, edits_of([ChosenFix(found, fix)])) == (
        document.replace(inside, expected)
    )


def test_without_a_prefix_for_it_nothing_is_written(zoo: Linter) -> None:
    (found,) = found_in(zoo, '<zoo xmlns="urn:zoo"><to/></zoo>')

    assert found.help == ("declare `urn:link` for it",)
    assert found.fixes == ()


@pytest.mark.parametrize(
    ("inside", "help_", "expected"),
    [
        # A prefix of the namespace that has the names is there, if another one.
        ("<x:to/><x:to></x:to>", "did you mean `l`?", "<l:to/><l:to></l:to>"),
        ("<link:to/>", "did you mean `l`?", "<l:to/>"),
        # So it is in a value, also where it is the namespace of names without prefix.
        (
            '<animal xsi:type="q:Dog"><name/><barks>1</barks></animal>',
            "did you mean `Dog`?",
            '<animal xsi:type="Dog"><name/><barks>1</barks></animal>',
        ),
        ("<kind>q:wild</kind>", "did you mean `wild`?", "<kind>wild</kind>"),
    ],
)
def test_another_prefix_than_the_one_that_is_declared(
    zoo: Linter, inside: str, help_: str, expected: str
) -> None:
    document = f'<zoo xmlns="urn:zoo" xmlns:l="urn:link" {XSI}>{inside}</zoo>'
    (found,) = found_in(zoo, document)
    (fix,) = found.fixes

    assert (found.code, *found.help) == ("CTC131", help_)
    assert fix.applicability is Applicability.UNSAFE
    assert apply_edits(document, edits_of([ChosenFix(found, fix)])) == (
        document.replace(inside, expected)
    )


def test_nobody_knows_what_a_prefix_stands_for(zoo: Linter) -> None:
    (found,) = found_in(zoo, '<l:any xmlns:l="urn:link"><q:b/></l:any>')[-1:]

    assert (found.code, *found.help) == (
        "CTC131",
        'add `xmlns:q="…"`, or remove the prefix',
    )
