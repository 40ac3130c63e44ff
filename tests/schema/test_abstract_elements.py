"""Abstract elements in a document: what is said of them, and of what they hold."""

from __future__ import annotations

import pytest

from ctct_lint.config import Settings
from ctct_lint.engine.lint import Linter
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.profiles.xsd import XsdProfile
from ctct_lint.xml.edits import apply_edits

# A trade has a product: a swap or a kind of loan. The loans are a group in the group,
# and `wish` is one without any member.
TRADE = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t"
  targetNamespace="urn:t" xmlns:m="urn:m" elementFormDefault="qualified">
  <xs:import namespace="urn:m" schemaLocation="more.xsd"/>
  <xs:element name="trade"><xs:complexType><xs:sequence>
    <xs:element ref="product" maxOccurs="unbounded"/></xs:sequence></xs:complexType>
  </xs:element>
  <xs:element name="all"><xs:complexType><xs:all>
    <xs:element ref="product"/></xs:all></xs:complexType></xs:element>
  <xs:element name="product" type="Product" abstract="true"/>
  <xs:complexType name="Product" abstract="true"><xs:sequence>
    <xs:element name="type" type="xs:string" minOccurs="0"/></xs:sequence>
    <xs:attribute name="no" type="xs:int"/></xs:complexType>
  <xs:element name="swap" type="Swap" substitutionGroup="product"/>
  <xs:complexType name="Swap"><xs:complexContent><xs:extension base="Product">
    <xs:sequence><xs:element name="stream" type="xs:int" maxOccurs="unbounded"/>
    </xs:sequence></xs:extension></xs:complexContent></xs:complexType>
  <xs:element name="loan" type="Product" abstract="true" substitutionGroup="product"/>
  <xs:element name="credit" substitutionGroup="loan"><xs:complexType>
    <xs:complexContent><xs:extension base="Product"><xs:sequence>
      <xs:element name="rate" type="xs:decimal"/></xs:sequence>
      <xs:attribute name="bank"/></xs:extension></xs:complexContent></xs:complexType>
  </xs:element>
  <xs:element name="wish" type="Product" abstract="true" substitutionGroup="product"/>
  <xs:element name="value" abstract="true"/>
  <xs:element name="number" type="xs:int" substitutionGroup="value"/>
  <xs:element name="day" type="xs:date" substitutionGroup="value"/>
  <xs:element name="pair" substitutionGroup="value"><xs:complexType><xs:sequence>
    <xs:element name="one"/></xs:sequence></xs:complexType></xs:element>
  <xs:element name="values"><xs:complexType><xs:sequence>
    <xs:element ref="value"/></xs:sequence></xs:complexType></xs:element>
  <xs:element name="hidden" abstract="true" block="substitution"/>
  <xs:element name="seen" substitutionGroup="hidden"/>
  <xs:element name="box"><xs:complexType><xs:sequence>
    <xs:element ref="hidden" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
  <xs:element name="thing" abstract="true"/>
  <xs:element name="things"><xs:complexType><xs:sequence>
    <xs:element ref="thing"/></xs:sequence></xs:complexType></xs:element>
</xs:schema>"""
MORE = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t"
  targetNamespace="urn:m"><xs:import namespace="urn:t" schemaLocation="trade.xsd"/>
  <xs:element name="item" type="xs:string" substitutionGroup="t:thing"/>
</xs:schema>"""
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


@pytest.fixture(scope="module")
def trade(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    folder = tmp_path_factory.mktemp("trade")
    (folder / "trade.xsd").write_text(TRADE)
    (folder / "more.xsd").write_text(MORE)
    return Linter(XsdProfile("trade", str(folder / "trade.xsd")))


def said(linter: Linter, document: str) -> list[tuple[str, ...]]:
    """Return of each diagnostic the code, what is underlined, and the help."""
    return [
        (d.code, document[d.range.start.offset : d.range.end.offset], *d.help)
        for d in linter.lint_text(document, Settings()).diagnostics
    ]


def fixed(linter: Linter, document: str) -> str:
    found = linter.lint_text(document, Settings()).diagnostics
    chosen = [ChosenFix(one, fix) for one in found for fix in one.fixes[:1]]
    return apply_edits(document, edits_of(chosen))


SWAP = "<product no='1'><stream>1</stream></product>"
GROUP = "expected one of `credit`, `swap`"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        # What it holds tells which one it is meant as, and is judged as in that.
        (SWAP, [("CTC227", "product", "did you mean `swap`?", GROUP)]),
        (
            SWAP.replace(">1<", ">one<"),
            [
                ("CTC227", "product", "did you mean `swap`?", GROUP),
                ("CTC215", "one", "expected a whole number such as `12`"),
            ],
        ),
        (
            "<product bank=''/>",
            [
                ("CTC207", "product", "add `<rate>`"),
                ("CTC227", "product", "did you mean `credit`?", GROUP),
            ],
        ),
        # Nothing tells them apart: there is but what all of them may hold.
        ("<product no='1'><type/></product>", [("CTC227", "product", GROUP)]),
        (
            "<product no='one'/>",
            [
                ("CTC227", "product", GROUP),
                ("CTC215", "one", "expected a whole number such as `12`"),
            ],
        ),
        # A group in the group is known by its name, and so is who is meant.
        (
            "<loan><rate>1</rate></loan>",
            [("CTC227", "loan", "did you mean `credit`?")],
        ),
        # In the place of a misspelt one no abstract one is meant.
        (
            "<creditt><rate>1</rate></creditt>",
            [("CTC202", "creditt", "did you mean `credit`?")],
        ),
        # It stands for nothing.
        ("<wish/><swap><stream>1</stream></swap>", [("CTC201", "wish")]),
    ],
)
def test_what_an_abstract_element_is_meant_as(
    trade: Linter, inside: str, expected: list[tuple[str, ...]]
) -> None:
    found = said(trade, f'<trade xmlns="urn:t">{inside}</trade>')

    assert [one[: len(want)] for one, want in zip(found, expected, strict=True)] == (
        expected
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("7", [("CTC227", "value", "did you mean `number`?")]),
        ("2020-02-03", [("CTC227", "value", "did you mean `day`?")]),
        ("<one/>", [("CTC227", "value", "did you mean `pair`?")]),
        ("no", [("CTC227", "value")]),
    ],
)
def test_texts_tell_as_well(
    trade: Linter, value: str, expected: list[tuple[str, ...]]
) -> None:
    document = f'<values xmlns="urn:t"><value>{value}</value></values>'
    group = "expected one of `day`, `number`, `pair`"

    assert said(trade, document) == [(*expected[0], group)]


def test_one_in_a_group_of_any_order(trade: Linter) -> None:
    assert said(trade, f'<all xmlns="urn:t">{SWAP}</all>') == [
        ("CTC227", "product", "did you mean `swap`?", GROUP)
    ]


def test_what_an_element_lacks_is_no_abstract_one(trade: Linter) -> None:
    assert said(trade, '<trade xmlns="urn:t"/>') == [
        ("CTC207", "trade", "add `<credit>` or add `<swap>`")
    ]


def test_the_fix_writes_the_name_in_both_tags(trade: Linter) -> None:
    document = f'<trade xmlns="urn:t">{SWAP}</trade>'

    assert fixed(trade, document) == document.replace("product", "swap")


def test_the_type_that_it_says_it_has_stays(trade: Linter) -> None:
    said_so = SWAP.replace("<product", f'<product xsi:type="Swap" {XSI}')
    document = f'<trade xmlns="urn:t">{said_so}</trade>'

    assert fixed(trade, document) == document.replace("product", "swap")


@pytest.mark.parametrize(
    ("prefix", "expected"),
    [
        ('xmlns:m="urn:m"', "<m:item>a</m:item>"),
        # The other namespace has no prefix to write.
        ("", "<thing>a</thing>"),
    ],
)
def test_one_of_another_namespace(trade: Linter, prefix: str, expected: str) -> None:
    document = f'<things xmlns="urn:t" {prefix}><thing>a</thing></things>'

    assert [one[:2] for one in said(trade, document)] == [("CTC227", "thing")]
    assert fixed(trade, document) == document.replace("<thing>a</thing>", expected)


def test_one_for_which_none_may_stand(trade: Linter) -> None:
    assert said(trade, '<box xmlns="urn:t"><hidden/></box>') == [("CTC227", "hidden")]
    assert said(trade, '<box xmlns="urn:t"><seen/></box>') == [
        ("CTC201", "seen", "remove it, or write the name that was meant")
    ]
