"""Documents of any vocabulary: what is said of each construct of XSD 1.0, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint.config import Settings
from ctct_lint.engine.lint import Linter
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.profiles.xsd import XsdProfile
from ctct_lint.xml.edits import apply_edits

XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'

# An invoice in three files and namespaces, one of them without elements that are
# qualified, and one chameleon.
INVOICE = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:p="urn:party"
  xmlns:i="urn:invoice" targetNamespace="urn:invoice" elementFormDefault="qualified">
  <xs:include schemaLocation="money.xsd"/>
  <xs:import namespace="urn:party" schemaLocation="party.xsd"/>
  <xs:element name="invoice"><xs:complexType><xs:sequence>
    <xs:element name="number"><xs:simpleType><xs:restriction base="xs:token">
      <xs:pattern value="[0-9]{4}-[0-9]+"/></xs:restriction></xs:simpleType>
    </xs:element>
    <xs:element ref="p:party" maxOccurs="2"/>
    <xs:element name="lines"><xs:complexType><xs:choice maxOccurs="unbounded">
      <xs:element ref="i:line"/></xs:choice></xs:complexType></xs:element>
    <xs:element name="total" type="i:Money"/>
    <xs:element name="remark" minOccurs="0"><xs:complexType mixed="true">
      <xs:sequence><xs:any namespace="##any" processContents="lax" minOccurs="0"
        maxOccurs="unbounded"/></xs:sequence></xs:complexType></xs:element>
    <xs:element name="proof" minOccurs="0"><xs:complexType>
      <xs:sequence><xs:any namespace="##other" processContents="strict"/></xs:sequence>
      <xs:anyAttribute namespace="##other" processContents="strict"/>
    </xs:complexType></xs:element>
    <xs:element name="sent" minOccurs="0" maxOccurs="2">
      <xs:complexType><xs:simpleContent><xs:extension base="xs:date">
        <xs:attribute name="by"><xs:simpleType>
          <xs:list itemType="i:Way"/></xs:simpleType></xs:attribute>
      </xs:extension></xs:simpleContent></xs:complexType></xs:element>
    <xs:element name="hash" type="i:Hash" minOccurs="0"/>
    <xs:element name="due" minOccurs="0"><xs:simpleType>
      <xs:union memberTypes="xs:date xs:unsignedByte"/></xs:simpleType></xs:element>
    <xs:element name="vocabulary" type="xs:QName" fixed="i:invoice" minOccurs="0"/>
    <xs:element name="state" default="new" minOccurs="0"><xs:simpleType>
      <xs:restriction base="xs:string"><xs:enumeration value="new"/>
      <xs:enumeration value="paid"/></xs:restriction></xs:simpleType></xs:element>
    <xs:element name="text" fixed="as is" minOccurs="0">
      <xs:complexType mixed="true"><xs:sequence>
        <xs:element name="b" minOccurs="0"/></xs:sequence></xs:complexType>
    </xs:element>
  </xs:sequence></xs:complexType>
    <xs:key name="articles"><xs:selector xpath="i:lines/i:article"/>
      <xs:field xpath="@no"/><xs:field xpath="i:colour"/></xs:key>
    <xs:unique name="days"><xs:selector xpath="i:sent"/><xs:field xpath="."/>
    </xs:unique>
  </xs:element>
  <xs:element name="line" abstract="true" type="i:Line"/>
  <xs:element name="article" substitutionGroup="i:line"><xs:complexType>
    <xs:complexContent><xs:extension base="i:Line"><xs:sequence>
      <xs:element name="colour" type="xs:string" minOccurs="0"/></xs:sequence>
      <xs:attribute name="no" type="xs:int" use="required"/>
    </xs:extension></xs:complexContent></xs:complexType></xs:element>
  <xs:element name="freight" substitutionGroup="i:line" type="i:Line"/>
  <xs:complexType name="Line"><xs:sequence>
    <xs:element name="price" type="i:Money"/></xs:sequence></xs:complexType>
  <xs:simpleType name="Way"><xs:restriction base="xs:token">
    <xs:enumeration value="mail"/><xs:enumeration value="fax"/>
  </xs:restriction></xs:simpleType>
  <xs:simpleType name="Hash"><xs:restriction base="xs:hexBinary">
    <xs:length value="2"/></xs:restriction></xs:simpleType>
</xs:schema>"""
MONEY = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="Money"><xs:simpleContent><xs:extension base="Amount">
    <xs:attribute name="currency" use="required"><xs:simpleType>
      <xs:restriction base="xs:string"><xs:length value="3"/></xs:restriction>
    </xs:simpleType></xs:attribute></xs:extension></xs:simpleContent></xs:complexType>
  <xs:simpleType name="Amount"><xs:restriction base="xs:decimal">
    <xs:fractionDigits value="2"/></xs:restriction></xs:simpleType>
</xs:schema>"""
PARTY = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:party"
  targetNamespace="urn:party" attributeFormDefault="qualified">
  <xs:element name="party"><xs:complexType><xs:sequence>
    <xs:element name="name" type="xs:string"/>
    <xs:element name="tax" minOccurs="0" type="Tax"/>
    <xs:element name="mail" minOccurs="0" type="xs:string" nillable="true"/>
  </xs:sequence><xs:attribute name="role" type="xs:NCName"/></xs:complexType>
  </xs:element>
  <xs:complexType name="Tax" block="extension"><xs:sequence/></xs:complexType>
  <xs:complexType name="Vat"><xs:complexContent><xs:extension base="Tax">
    <xs:attribute name="id" type="xs:int"/></xs:extension></xs:complexContent>
  </xs:complexType>
  <xs:attribute name="seal" type="xs:int" fixed="1"/>
</xs:schema>"""

RIGHT = (
    '<i:invoice xmlns:i="urn:invoice" xmlns:p="urn:party" ' + XSI + ">"
    "<i:number>2020-1</i:number>"
    '<p:party p:role="buyer"><name>Ann</name><mail xsi:nil="true"/></p:party>'
    '<i:lines><i:article no="1"><i:price currency="EUR">9.50</i:price>'
    "<i:colour>red</i:colour></i:article>"
    '<i:freight><i:price currency="EUR">1</i:price></i:freight></i:lines>'
    '<i:total currency="EUR">10.50</i:total>'
    "<i:remark>to <x>be <y/></x></i:remark>"
    '<i:proof p:seal="1"><p:party><name>Eve</name></p:party></i:proof>'
    '<i:sent by="mail fax">2020-02-03</i:sent><i:sent>2020-02-04</i:sent>'
    "<i:hash>0aff</i:hash><i:due>30</i:due>"
    "<i:vocabulary>i:invoice</i:vocabulary><i:state/><i:text>as is</i:text></i:invoice>"
)


SECOND = '<i:price currency="EUR">1</i:price><i:colour>red</i:colour>'


@pytest.fixture(scope="module")
def invoices(tmp_path_factory: pytest.TempPathFactory) -> Linter:
    folder = tmp_path_factory.mktemp("invoice")
    for name, text in (("invoice", INVOICE), ("money", MONEY), ("party", PARTY)):
        (folder / f"{name}.xsd").write_text(text)
    return Linter(XsdProfile("invoice", str(folder / "invoice.xsd")))


def said(linter: Linter, document: str) -> list[tuple[str, str, str]]:
    """Return each diagnostic: its code, what is underlined, its message."""
    outcome = linter.lint_text(document, Settings())
    assert all(d.severity.label == "error" for d in outcome.diagnostics)
    return [
        (d.code, outcome.text[d.range.start.offset : d.range.end.offset], d.message)
        for d in outcome.diagnostics
    ]


def test_an_invoice_that_is_right_is_clean(invoices: Linter) -> None:
    assert said(invoices, RIGHT) == []


@pytest.mark.parametrize(
    ("right", "wrong", "code", "at", "message"),
    [
        (
            "2020-1<",
            "20-1<",
            "CTC216",
            "20-1",
            "`20-1` does not have the form of `number`",
        ),
        (
            "<name>Ann</name>",
            "<p:name>Ann</p:name>",
            "CTC213",
            "p:name",
            "`name` is in `urn:party`, but belongs in none",
        ),
        (
            "p:role=",
            "role=",
            "CTC231",
            "role",
            "the attribute `role` of `party` must be in `urn:party`",
        ),
        (
            "p:role=",
            "p:rloe=",
            "CTC210",
            "p:rloe",
            "`party` has no attribute `p:rloe`",
        ),
        (
            'p:role="buyer"',
            'p:role="a b"',
            "CTC215",
            "a b",
            "`a b` in `p:role` is not a name",
        ),
        (
            '<mail xsi:nil="true"/>',
            '<mail xsi:nil="maybe"/>',
            "CTC215",
            "maybe",
            "`maybe` in `xsi:nil` is not true or false",
        ),
        (
            '<mail xsi:nil="true"/>',
            '<mail xsi:nil="true"> <x/></mail>',
            "CTC230",
            "x",
            "`mail` is nil, so `x` must not stand in it",
        ),
        (
            "<name>Ann",
            '<name xsi:nil="false">Ann',
            "CTC222",
            "xsi:nil",
            "`name` may not be nil: it cannot have `xsi:nil`",
        ),
        (
            "</name><mail",
            '</name><tax xsi:type="p:Vat"/><mail',
            "CTC223",
            "p:Vat",
            "`tax` cannot have the type `p:Vat`",
        ),
        (
            'no="1"',
            'no="99999999999"',
            "CTC218",
            "99999999999",
            "`99999999999` is out of the range of `no`",
        ),
        (
            "i:article",
            "i:artcle",
            "CTC202",
            "i:artcle",
            "`artcle` is not an element of `lines`",
        ),
        (
            "i:freight",
            "i:line",
            "CTC227",
            "i:line",
            "`line` is abstract: one of its group must stand here",
        ),
        (
            "9.50",
            "9.505",
            "CTC225",
            "9.505",
            "`9.505` has too many digits behind the point for `price`",
        ),
        (
            '<i:total currency="EUR">',
            '<i:total currency="EURO">',
            "CTC217",
            "EURO",
            "`EURO` is not as long as it must be for `currency`",
        ),
        (
            '<i:total currency="EUR">',
            "<i:total>",
            "CTC208",
            "i:total",
            "`total` lacks the required attribute `currency`",
        ),
        (
            "<y/>",
            "<p:party/>",
            "CTC207",
            "p:party",
            "`party` lacks the required element `name`",
        ),
        (
            "<y/>",
            '<y xsi:type="p:Nobody"/>',
            "CTC229",
            "p:Nobody",
            "`p:Nobody` is no type that `y` can have",
        ),
        (
            'p:seal="1"',
            'p:seal="2"',
            "CTC226",
            "2",
            "`2` is not the fixed value of `p:seal` of `proof`",
        ),
        (
            'p:seal="1"',
            'p:sael="1"',
            "CTC210",
            "p:sael",
            "`proof` has no attribute `p:sael`",
        ),
        (
            "<p:party><name>Eve</name></p:party>",
            "<p:nobody/>",
            "CTC201",
            "p:nobody",
            "`nobody` is not a known element of `proof`",
        ),
        (
            "mail fax",
            "mail &#x66;ox fax",
            "CTC203",
            "&#x66;ox",
            "`fox` is not a valid `by` of `sent`",
        ),
        (
            "2020-02-04",
            "2020-02-03",
            "CTC232",
            "2020-02-03",
            "`2020-02-03` stands twice, but `days` must be unique",
        ),
        (
            "<i:colour>red</i:colour>",
            "",
            "CTC233",
            "i:article",
            "`article` lacks `colour`, which the key `articles` needs",
        ),
        (
            "</i:article>",
            f'</i:article><i:article no="01">{SECOND}</i:article>',
            "CTC232",
            "01",
            "`01 red` stands twice, but `articles` must be unique",
        ),
        (
            "0aff",
            "0a",
            "CTC217",
            "0a",
            "`0a` is not as long as it must be for `hash`",
        ),
        (
            ">30<",
            ">300<",
            "CTC218",
            "300",
            "`300` is out of the range of `due`",
        ),
        (
            ">30<",
            ">soon<",
            "CTC215",
            "soon",
            "`soon` in `due` is not a date or a whole number from 0 up",
        ),
        (
            ">i:invoice<",
            ">p:invoice<",
            "CTC226",
            "p:invoice",
            "`p:invoice` is not the fixed value of `vocabulary`",
        ),
        (
            ">i:invoice<",
            ">q:invoice<",
            "CTC131",
            "q:invoice",
            "no `xmlns` declares the prefix of `q:invoice`",
        ),
        (
            "<i:state/>",
            "<i:state>old</i:state>",
            "CTC203",
            "old",
            "`old` is not a valid state",
        ),
        (
            "as is",
            "other",
            "CTC226",
            "other",
            "`other` is not the fixed value of `text`",
        ),
        (
            "i:invoice x",
            "i:invioce x",
            "CTC220",
            "i:invioce",
            "`invioce` is no root element of this vocabulary",
        ),
    ],
)
def test_one_thing_that_is_wrong_in_an_invoice_is_one_error(  # noqa: PLR0913, PLR0917
    invoices: Linter, right: str, wrong: str, code: str, at: str, message: str
) -> None:
    assert right in RIGHT
    document = RIGHT.replace(right, wrong)
    if ("article" in right and "artcle" in wrong) or right.startswith("i:"):
        document = RIGHT.replace(right, wrong)
        end = (f"</{right.split(maxsplit=1)[0]}>", f"</{wrong.split(maxsplit=1)[0]}>")
        document = document.replace(*end)

    assert said(invoices, document) == [(code, at, message)]


def test_all_that_is_wrong_is_told_at_once(invoices: Linter) -> None:
    document = RIGHT.replace("2020-1<", "1<").replace("10.50", "x").replace("0aff", "0")
    document = document.replace("<name>Ann</name>", "")

    assert [code for code, *_ in said(invoices, document)] == [
        "CTC216",
        "CTC207",
        "CTC215",
        "CTC215",
    ]


def test_a_root_that_is_misspelt_in_another_namespace_has_two_faults(
    invoices: Linter,
) -> None:
    document = RIGHT.replace("i:invoice x", "i:invioce x").replace(
        "/i:invoice>", "/i:invioce>"
    )

    assert [
        c for c, *_ in said(invoices, document.replace("urn:invoice", "urn:x"))
    ] == [
        "CTC220",
        "CTC212",
    ]


# ------------------------------------------------------------------ small schemas


def linter_of(folder: Path, body: str, attributes: str = "") -> Linter:
    """Return a linter for a schema in the namespace `urn:t`."""
    path = folder / "small.xsd"
    path.write_text(
        f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t"
          xmlns:t="urn:t" targetNamespace="urn:t" {attributes}>{body}</xs:schema>"""
    )
    return Linter(XsdProfile("small", str(path)))


UNQUALIFIED = """<xs:element name="r"><xs:complexType><xs:sequence>
  <xs:element name="a" type="xs:int"/><xs:element name="b"><xs:complexType>
  <xs:sequence><xs:element name="c" type="xs:int"/></xs:sequence></xs:complexType>
  </xs:element></xs:sequence></xs:complexType></xs:element>"""


@pytest.mark.parametrize(
    ("form", "document", "expected"),
    [
        (
            "unqualified",
            '<r xmlns="urn:t"><a>1</a><b><c>1</c></b></r>',
            [("CTC213", "a", "`a` is in `urn:t`, but belongs in none")],
        ),
        (
            "unqualified",
            '<t:r xmlns:t="urn:t"><a>1</a><b><t:c>1</t:c></b></t:r>',
            [("CTC213", "t:c", "`c` is in `urn:t`, but belongs in none")],
        ),
        (
            "qualified",
            '<t:r xmlns:t="urn:t"><a>1</a><b><c>1</c></b></t:r>',
            [("CTC213", "a", "`a` is in no namespace, not in `urn:t`")],
        ),
        (
            "qualified",
            '<t:r xmlns:t="urn:t"><t:a>1</t:a><t:b><c>1</c></t:b></t:r>',
            [("CTC213", "c", "`c` is in no namespace, not in `urn:t`")],
        ),
        (
            "qualified",
            '<r xmlns="urn:t"><a>1</a><b xmlns="urn:x"><c>1</c></b></r>',
            [("CTC212", "urn:x", "the namespace of `b` is `urn:x`, not `urn:t`")],
        ),
        (
            "qualified",
            '<r xmlns="urn:t" xmlns:x="urn:x"><x:a>1</x:a><x:b><x:c>1</x:c></x:b></r>',
            [("CTC212", "urn:x", "the namespace of `a` is `urn:x`, not `urn:t`")],
        ),
        (
            "qualified",
            '<r odd=" xmlns=" more="b"><a>1</a><b><c>1</c></b></r>',
            [
                ("CTC213", "r", "`r` is in no namespace, not in `urn:t`"),
                ("CTC209", "odd", "`r` has no attribute `odd`"),
                ("CTC209", "more", "`r` has no attribute `more`"),
            ],
        ),
        (
            "qualified",
            "<r><a>1</a><b><c>x</c></b></r>",
            [
                ("CTC213", "r", "`r` is in no namespace, not in `urn:t`"),
                ("CTC215", "x", "`x` in `c` is not a whole number"),
            ],
        ),
    ],
)
def test_a_wrong_namespace_is_told_once(
    tmp_path: Path, form: str, document: str, expected: list[tuple[str, str, str]]
) -> None:
    linter = linter_of(tmp_path, UNQUALIFIED, f'elementFormDefault="{form}"')

    assert said(linter, document) == expected


@pytest.mark.parametrize(
    ("form", "document", "advice"),
    [
        (
            "unqualified",
            '<t:r xmlns:t="urn:t"><t:a/></t:r>',
            "write it without a prefix",
        ),
        ("qualified", '<t:r xmlns:t="urn:t"><a/></t:r>', "write `t:a`"),
        (
            "qualified",
            '<r xmlns="urn:t"><a xmlns=""/></r>',
            'take its `xmlns=""` away',
        ),
        ("qualified", '<t:r xmlns:t="urn:t"><t:a/><b/></t:r>', "write `t:b`"),
        (
            "unqualified",
            '<r xmlns="urn:t"><a/></r>',
            'write `<t:r xmlns:t="urn:t">`',
        ),
    ],
)
def test_what_to_do_about_a_namespace(
    tmp_path: Path, form: str, document: str, advice: str
) -> None:
    linter = linter_of(tmp_path, UNQUALIFIED, f'elementFormDefault="{form}"')
    found = linter.lint_text(document, Settings()).diagnostics

    assert [d.help for d in found if d.code == "CTC213"] == [(advice,)]


@pytest.mark.parametrize(
    ("document", "advice", "fixes"),
    [
        (
            '<n:r xmlns:n="urn:n"><n:a>x</n:a></n:r>',
            "write its name without a prefix: each prefix stands for a namespace",
            0,
        ),
        ('<r xmlns="urn:n"><a>x</a></r>', 'write `xmlns=""`', 1),
    ],
)
def test_what_has_to_be_in_no_namespace(
    tmp_path: Path, document: str, advice: str, fixes: int
) -> None:
    path = tmp_path / "plain.xsd"
    path.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        ' elementFormDefault="qualified"><xs:element name="r"><xs:complexType>'
        '<xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence>'
        "</xs:complexType></xs:element></xs:schema>"
    )
    linter = Linter(XsdProfile("plain", str(path)))
    found = linter.lint_text(document, Settings()).diagnostics

    assert [(d.code, d.message) for d in found] == [
        ("CTC212", "the namespace of `r` is `urn:n`, not none"),
        ("CTC215", "`x` in `a` is not a whole number"),
    ]
    assert found[0].help == (advice,)
    assert len(found[0].fixes) == fixes


@pytest.mark.parametrize("number", [1, 600])
def test_ids_are_unique_in_documents_of_any_size(tmp_path: Path, number: int) -> None:
    """libxml2 does not look at the IDs of very many elements."""
    path = tmp_path / "ids.xsd"
    path.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r">'
        '<xs:complexType><xs:sequence><xs:element name="a" maxOccurs="unbounded">'
        '<xs:complexType><xs:attribute name="id" type="xs:ID"/></xs:complexType>'
        "</xs:element></xs:sequence></xs:complexType></xs:element></xs:schema>"
    )
    linter = Linter(XsdProfile("ids", str(path)))

    def told(ids: str) -> list[str]:
        elements = "".join(f'<a id="{one}"/>' for one in ids.split()) + "<a/>" * number
        outcome = linter.lint_text(f"<r>{elements}</r>", Settings())
        return [one.message for one in outcome.diagnostics]

    assert told("x1 x2") == []
    assert told("x1 x2 x1") == ["another element has the ID `x1` already"]


REFERENCES = """<xs:element name="r"><xs:complexType>
  <xs:choice minOccurs="0" maxOccurs="unbounded">
  <xs:element name="a"><xs:complexType><xs:attribute name="id" type="xs:ID"/>
    <xs:attribute name="see" type="xs:IDREFS"/></xs:complexType></xs:element>
  <xs:element name="b"><xs:complexType>
    <xs:attribute name="no" type="xs:ID" use="required"/></xs:complexType></xs:element>
  <xs:element name="at" type="xs:IDREF"/><xs:element name="me" type="xs:ID"/>
  <xs:element name="n" type="xs:int"/></xs:choice></xs:complexType></xs:element>"""


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('<a id="x1" see="x1"/>', []),
        ("<at>x1</at><me>x1</me>", []),
        (
            '<a id="x1" see="x1 x2 x1"/>',
            [("CTC236", "x2", "no element of this document has the ID `x2`")],
        ),
        (
            '<a id="x1"/><n>x</n><at>x2</at>',
            [
                ("CTC215", "x", "`x` in `n` is not a whole number"),
                ("CTC236", "x2", "no element of this document has the ID `x2`"),
            ],
        ),
        (
            '<a id="x1"/><a id="x1"/>',
            [("CTC235", "x1", "another element has the ID `x1` already")],
        ),
        # libxml2 does not look at the IDs of so many elements.
        (
            '<a id="x1"/><a id="x1"/>' + "<at>x1</at>" * 600,
            [("CTC235", "x1", "another element has the ID `x1` already")],
        ),
        # Nor at those that are the texts of elements.
        (
            '<a id="x1"/><me>x1</me>',
            [("CTC235", "x1", "another element has the ID `x1` already")],
        ),
        (
            '<a id="x1"/><me>x1</me>' + "<at>x1</at>" * 600,
            [("CTC235", "x1", "another element has the ID `x1` already")],
        ),
        # What an ID was meant to be that is none, nobody knows.
        (
            '<a id="1"/><a see="x2"/><at>x2</at>',
            [("CTC215", "1", "`1` in `id` is not an ID")],
        ),
        (
            '<a id="1"/><a see="x2 x3"/>',
            [
                ("CTC215", "1", "`1` in `id` is not an ID"),
                ("CTC236", "x2", "no element of this document has the ID `x2`"),
                ("CTC236", "x3", "no element of this document has the ID `x3`"),
            ],
        ),
        (
            '<a di="x2"/><a see="x2"/>',
            [("CTC210", "di", "`a` has no attribute `di`")],
        ),
        ("<b/><at>x2</at>", [("CTC208", "b", "`b` lacks the required attribute `no`")]),
        (
            '<zulu id="x2"/><a see="x2"/>',
            [("CTC201", "zulu", "`zulu` is not a known element of `r`")],
        ),
        ('<a id="1"/>', [("CTC215", "1", "`1` in `id` is not an ID")]),
        ('<a see="1"/>', [("CTC215", "1", "`1` in `see` is not an ID")]),
    ],
)
def test_references_lead_to_an_element(
    tmp_path: Path, inside: str, expected: list[tuple[str, str, str]]
) -> None:
    linter = linter_of(tmp_path, REFERENCES, 'elementFormDefault="qualified"')

    assert said(linter, f'<r xmlns="urn:t">{inside}</r>') == expected


def keyed(fields: str, type_: str = "xs:string") -> str:
    """Return a schema of elements with keys, and of references to them."""
    return f"""<xs:element name="r"><xs:complexType>
      <xs:choice minOccurs="0" maxOccurs="unbounded">
      <xs:element name="g"><xs:complexType><xs:sequence>
        <xs:element name="k" type="K" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType>
        <xs:key name="keys"><xs:selector xpath="t:k"/>{fields}</xs:key></xs:element>
      <xs:element name="to" type="K"/></xs:choice></xs:complexType>
      <xs:keyref name="tos" refer="keys"><xs:selector xpath=".//t:to"/>{fields}
      </xs:keyref></xs:element>
      <xs:complexType name="K"><xs:simpleContent><xs:extension base="{type_}">
        <xs:attribute name="a" type="{type_}"/></xs:extension></xs:simpleContent>
      </xs:complexType>"""


@pytest.mark.parametrize(
    ("type_", "inside", "at"),
    [
        ("xs:string", "<g><k>a</k></g><to>a</to>", ""),
        ("xs:string", "<g><k>a</k></g><g><k>b</k></g><to>b</to>", ""),
        ("xs:string", "<g><k>a</k></g><to>b</to>", "b"),
        ("xs:string", "<to>b</to>", "b"),
        # The key that is no value, and so lacks, is the one that is looked for.
        ("xs:int", "<g><k>x</k></g><to>1</to>", "x"),
        ("xs:decimal", "<g><k>1</k></g><to>1.0</to>", ""),
        ("xs:decimal", "<g><k>1</k><k>1.0</k></g>", "1.0"),
        ("xs:boolean", "<g><k>1</k><k>true</k></g>", "true"),
        ("xs:decimal", f"<g><k>{1001 * '1'}</k><k>1</k></g>", ""),
        ("xs:double", "<g><k>1e1</k><k>10</k></g>", "10"),
        ("xs:double", "<g><k>INF</k><k>-INF</k></g>", ""),
        ("xs:hexBinary", "<g><k>0a</k><k>0A</k></g>", "0A"),
        ("xs:token", "<g><k>a</k><k> a </k></g>", "a"),
        ("xs:date", "<g><k>2020-01-01</k><k>2020-01-02</k></g>", ""),
        (
            "xs:QName",
            '<g><k>t:a</k><k xmlns:u="urn:t">u:a</k></g>',
            "u:a",
        ),
        ("xs:NMTOKENS", "<g><k>a b</k><k>a  b</k></g>", "a  b"),
    ],
)
def test_keys_are_compared_by_value(
    tmp_path: Path, type_: str, inside: str, at: str
) -> None:
    schema = keyed('<xs:field xpath="."/>', type_)
    linter = linter_of(tmp_path, schema, 'elementFormDefault="qualified"')
    document = f'<r xmlns="urn:t" xmlns:t="urn:t">{inside}</r>'

    assert [where for _, where, _ in said(linter, document)] == [at] * bool(at)


@pytest.mark.parametrize(
    ("fields", "inside", "expected"),
    [
        # What is not known is no key.
        ('<xs:field xpath="t:zulu|@a"/>', '<g><k a="1">x</k><k a="1">y</k></g>', ["1"]),
        ('<xs:field xpath="./@a"/>', "<g><k>x</k></g>", ["k"]),
        ('<xs:field xpath="@*"/>', '<g><k a="1"/><k a="1"/></g>', ["1"]),
        ('<xs:field xpath=".//."/>', "<g><k>x</k><k>x</k></g>", ["x"]),
    ],
)
def test_fields_of_keys(
    tmp_path: Path, fields: str, inside: str, expected: list[str]
) -> None:
    linter = linter_of(tmp_path, keyed(fields), 'elementFormDefault="qualified"')
    document = f'<r xmlns="urn:t">{inside}</r>'

    assert [where for _, where, _ in said(linter, document)] == expected


@pytest.mark.parametrize("name", ["a", "b"])
def test_a_key_that_lacks_is_told_once(tmp_path: Path, name: str) -> None:
    schema = f"""<xs:element name="r"><xs:complexType><xs:sequence>
      <xs:element name="k" maxOccurs="9"><xs:complexType><xs:sequence>
        <xs:element name="b"/></xs:sequence><xs:attribute name="a" use="required"/>
      </xs:complexType></xs:element></xs:sequence></xs:complexType>
      <xs:key name="keys"><xs:selector xpath="k"/>
        <xs:field xpath="{"@a" if name == "a" else "b"}"/></xs:key></xs:element>"""
    linter = linter_of(tmp_path, schema)
    whole = '<t:r xmlns:t="urn:t"><k a="1"><b>x</b></k></t:r>'
    document = whole.replace(' a="1"' if name == "a" else "<b>x</b>", "")

    ((code, at, message),) = said(linter, document)

    assert at == "k"
    assert code == ("CTC208" if name == "a" else "CTC207")
    assert message.endswith(f"`{name}`")


def test_what_refers_to_a_key_of_another_element_is_not_misled(tmp_path: Path) -> None:
    """Of two elements with keys, each knows its own ones."""
    schema = """<xs:element name="r"><xs:complexType><xs:sequence>
      <xs:element name="g" maxOccurs="2"><xs:complexType>
        <xs:sequence><xs:element ref="s" maxOccurs="2"/></xs:sequence></xs:complexType>
        <xs:keyref name="tos" refer="keys"><xs:selector xpath="t:s"/>
          <xs:field xpath="@to"/></xs:keyref></xs:element>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="s"><xs:complexType><xs:sequence>
        <xs:element name="k" type="xs:string"/></xs:sequence>
        <xs:attribute name="to" type="xs:string"/></xs:complexType>
        <xs:key name="keys"><xs:selector xpath="t:k"/><xs:field xpath="."/></xs:key>
      </xs:element>"""
    linter = linter_of(tmp_path, schema, 'elementFormDefault="qualified"')

    a, b = ('<g><s to="a"><k>a</k></s></g>', '<g><s to="a"><k>b</k></s></g>')
    assert said(linter, f'<r xmlns="urn:t">{a}{b}</r>') == [
        ("CTC234", "a", "`a` is no value of the key `keys`")
    ]


TYPES = """<xs:element name="r"><xs:complexType>
  <xs:choice minOccurs="0" maxOccurs="unbounded">
    <xs:element name="a" type="Base"/><xs:element name="b"/>
    <xs:element name="c" type="xs:decimal"/><xs:element name="d" type="Either"/>
    <xs:element ref="e"/><xs:element name="f" type="Odd"/>
    <xs:element name="g" type="Two"/><xs:element name="h" type="Closed"/>
    <xs:element name="n" type="Nul" nillable="true"/>
  </xs:choice><xs:attribute ref="xml:lang" use="required"/></xs:complexType>
  </xs:element>
  <xs:complexType name="Base"><xs:sequence/></xs:complexType>
  <xs:complexType name="Ghost" abstract="true"><xs:complexContent>
    <xs:extension base="Base"/></xs:complexContent></xs:complexType>
  <xs:complexType name="Solid"><xs:complexContent>
    <xs:extension base="Ghost"/></xs:complexContent></xs:complexType>
  <xs:complexType name="Nul"><xs:sequence><xs:element name="x" minOccurs="0"/>
    </xs:sequence></xs:complexType>
  <xs:complexType name="Closed"><xs:choice/></xs:complexType>
  <xs:simpleType name="Either"><xs:union memberTypes="xs:date Odd"/></xs:simpleType>
  <xs:simpleType name="Odd"><!-- or even --><xs:restriction base="xs:int">
    <!-- two --><xs:pattern value="[0-9]*[13579]"/><xs:pattern value="0"/>
  </xs:restriction></xs:simpleType>
  <xs:simpleType name="Two"><xs:restriction base="xs:token">
    <xs:length value="2"/></xs:restriction></xs:simpleType>
  <xs:element name="e" type="xs:string" block="substitution"/>
  <xs:element name="i" type="xs:string" substitutionGroup="e"/>"""


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('<a xsi:type="Solid"/><b xsi:type="Base"/><c xsi:type="xs:byte">1</c>', []),
        ('<d xsi:type="Odd">1</d><b><z>1</z>x</b>', []),
        (
            '<a xsi:type="Ghost"/>',
            [
                (
                    "CTC228",
                    "Ghost",
                    "the type `Ghost` of `a` is abstract: `xsi:type` must name one",
                )
            ],
        ),
        (
            '<c xsi:type="xs:string">1</c>',
            [("CTC223", "xs:string", "`c` cannot have the type `xs:string`")],
        ),
        (
            '<c xsi:type="xs:byte">128</c>',
            [("CTC218", "128", "`128` is out of the range of `c`")],
        ),
        (
            '<c xsi:type="xs:negativeInteger">0</c>',
            [("CTC218", "0", "`0` is out of the range of `c`")],
        ),
        (
            '<c xsi:type="xs:negativeInteger">x</c>',
            [("CTC215", "x", "`x` in `c` is not a whole number below 0")],
        ),
        (
            '<a xsi:type="Solidd"/>',
            [("CTC229", "Solidd", "`Solidd` is no type that `a` can have")],
        ),
        (
            "<e>x</e><i>x</i>",
            [("CTC201", "i", "`i` is not a known element of `r`")],
        ),
        ("<f>2</f>", [("CTC216", "2", "`2` does not have the form of `f`")]),
        ("<d>2</d>", [("CTC216", "2", "`2` does not have the form of `d`")]),
        ("<g>a</g>", [("CTC217", "a", "`a` is not as long as it must be for `g`")]),
        (
            '<n xsi:nil="true">a<x/></n>',
            [("CTC230", "a", "`n` is nil, so `a` must not stand in it")],
        ),
        ("<a> </a>", [("CTC211", "a", "`a` must hold nothing, not even blanks")]),
        ('<g z="1">ab</g>', [("CTC209", "z", "`g` has no attribute `z`")]),
    ],
)
def test_types(
    tmp_path: Path, inside: str, expected: list[tuple[str, str, str]]
) -> None:
    imported = '<xs:import namespace="http://www.w3.org/XML/1998/namespace"/>'
    linter = linter_of(tmp_path, imported + TYPES, 'elementFormDefault="qualified"')
    xs = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    document = f'<r xmlns="urn:t" {xs} {XSI} xml:lang="en">{inside}</r>'

    assert said(linter, document) == expected


def test_an_attribute_of_xml_lacks_its_prefix(tmp_path: Path) -> None:
    imported = '<xs:import namespace="http://www.w3.org/XML/1998/namespace"/>'
    linter = linter_of(tmp_path, imported + TYPES, 'elementFormDefault="qualified"')
    (found,) = linter.lint_text('<r xmlns="urn:t" lang="en"/>', Settings()).diagnostics

    assert (found.code, found.help) == ("CTC231", ("write `xml:lang`",))


ORDERED = """<xs:element name="r"><xs:complexType><xs:sequence>
  <xs:element name="alpha" type="xs:string" maxOccurs="unbounded"/>
  <xs:element name="bravo" type="xs:string"/></xs:sequence></xs:complexType>
  </xs:element>"""


def test_of_very_many_strange_names_the_last_are_not_compared(tmp_path: Path) -> None:
    strange = "".join(f"<z{number}/>" for number in range(250))
    linter = linter_of(tmp_path, ORDERED, 'elementFormDefault="qualified"')
    document = f'<r xmlns="urn:t"><alpha/>{strange}<bravoo/></r>'

    codes = [d.code for d in linter.lint_text(document, Settings()).diagnostics]
    assert codes == ["CTC207", *["CTC201"] * 100, "CTC902"]


def test_in_a_choice_that_must_not_be_empty_one_lacks(tmp_path: Path) -> None:
    schema = """<xs:element name="r"><xs:complexType><xs:choice maxOccurs="unbounded">
      <xs:element name="a"/><xs:element ref="t:head"/></xs:choice></xs:complexType>
      </xs:element><xs:element name="head" abstract="true"/>
      <xs:element name="b" substitutionGroup="t:head"/>"""
    linter = linter_of(tmp_path, schema, 'elementFormDefault="qualified"')

    assert said(linter, '<r xmlns="urn:t"/>') == [
        ("CTC207", "r", "`r` lacks the required element `a` or `b`")
    ]


ALL = """<xs:element name="r"><xs:complexType><xs:all minOccurs="0">
  <xs:element ref="t:head"/><xs:element name="other" minOccurs="0"/></xs:all>
  </xs:complexType></xs:element><xs:element name="head" abstract="true"/>
  <xs:element name="first" substitutionGroup="t:head"/>
  <xs:element name="second" substitutionGroup="t:head"/>"""


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("", []),
        ("<other/><first/>", []),
        (
            "<other/>",
            [("CTC207", "r", "`r` lacks the required element `first` or `second`")],
        ),
        ("<first/><second/>", [("CTC205", "second", "duplicate `second` in `r`")]),
        ("<frist/>", [("CTC202", "frist", "`frist` is not an element of `r`")]),
        (
            "<head/>",
            [
                (
                    "CTC227",
                    "head",
                    "`head` is abstract: one of its group must stand here",
                )
            ],
        ),
    ],
)
def test_substitutes_in_a_group_of_any_order(
    tmp_path: Path, inside: str, expected: list[tuple[str, str, str]]
) -> None:
    linter = linter_of(tmp_path, ALL, 'elementFormDefault="qualified"')

    assert said(linter, f'<r xmlns="urn:t">{inside}</r>') == expected


# ------------------------------------------------------------------------- repair

TOY = "<toy><name>a</name></toy>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (
            "<toy><name>a</toy><owner><name>b</name></owner>",
            [("CTC102", "name", "`name` is never closed")],
        ),
        (
            f"<book><name>a</name><isbn>1</isbn>{TOY}<owner><name>b</name></owner>",
            [("CTC102", "book", "`book` is never closed")],
        ),
        (
            f'{TOY}<owner xsi:type="Book"><name>a<isbn>1</isbn></owner>',
            [("CTC102", "name", "`name` is never closed")],
        ),
        (
            f"{TOY}<owner><name>b</name></owner><any><toy><name>c</name></any>",
            [("CTC102", "toy", "`toy` is never closed")],
        ),
    ],
)
def test_an_element_ends_where_the_schema_says(
    tmp_path: Path, inside: str, expected: list[tuple[str, str, str]]
) -> None:
    schema = """<xs:element name="shop"><xs:complexType><xs:sequence>
      <xs:element ref="item" maxOccurs="unbounded"/>
      <xs:element name="owner" type="Toy"/>
      <xs:element name="any" minOccurs="0"><xs:complexType><xs:sequence>
        <xs:any processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType>
      </xs:element><xs:element name="item" type="Toy" abstract="true"/>
      <xs:element name="toy" type="Toy" substitutionGroup="item"/>
      <xs:element name="book" type="Book" substitutionGroup="item"/>
      <xs:complexType name="Toy"><xs:sequence>
        <xs:element name="name" type="xs:string"/></xs:sequence></xs:complexType>
      <xs:complexType name="Book"><xs:complexContent><xs:extension base="Toy">
        <xs:sequence><xs:element name="isbn" type="xs:string"/></xs:sequence>
      </xs:extension></xs:complexContent></xs:complexType>"""
    linter = linter_of(tmp_path, schema, 'elementFormDefault="qualified"')

    assert said(linter, f'<shop xmlns="urn:t" {XSI}>{inside}</shop>') == expected


# --------------------------------------------------- what is said, and what to do


def advised(linter: Linter, document: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return each diagnostic: its code, its message, its help."""
    found = linter.lint_text(document, Settings()).diagnostics
    return [(d.code, d.message, d.help) for d in found]


TWO_NAMESPACES = """<xs:import namespace="urn:party" schemaLocation="party.xsd"/>
  <xs:element name="r"><xs:complexType><xs:sequence>
  <xs:element ref="p:one"/><xs:element ref="t:two"/><xs:element ref="p:three"/>
  <xs:element name="four" form="unqualified"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="two"/>"""
PARTS = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
  targetNamespace="urn:party"><xs:element name="one"/><xs:element name="three"/>
  <xs:attribute name="role"/></xs:schema>"""


def two_namespaces(folder: Path) -> Linter:
    """Return a linter for elements of two namespaces, and one of none."""
    (folder / "party.xsd").write_text(PARTS)
    return linter_of(folder, TWO_NAMESPACES, 'xmlns:p="urn:party"')


@pytest.mark.parametrize(
    ("document", "help_"),
    [
        (
            '<t:r xmlns:t="urn:t" xmlns:q="urn:party"><t:two/><q:three/><four/></t:r>',
            ("add `<q:one>`",),
        ),
        (
            '<r xmlns="urn:t" xmlns:p="urn:party"><p:one/><two/><p:three/></r>',
            ("add `<four>`",),
        ),
        (
            '<t:r xmlns:t="urn:t" xmlns="urn:party"/>',
            ("add `<one>`", "add `<t:two>`", "add `<three>`", "add `<t:four>`"),
        ),
        (
            '<t:r xmlns:t="urn:t"><two xmlns="urn:t"/><four/></t:r>',
            ("add `<t:one>`", "add `<t:three>`"),
        ),
    ],
    ids=["prefix", "none", "default", "undeclared"],
)
def test_what_is_missing_is_written_with_its_own_prefix(
    tmp_path: Path, document: str, help_: tuple[str, ...]
) -> None:
    ((code, _, said_),) = advised(two_namespaces(tmp_path), document)

    tags = ", ".join(said_).removeprefix("add ").replace("add ", "")
    assert (code, tags) == ("CTC207", ", ".join(help_).replace("add ", ""))


@pytest.mark.parametrize(
    ("document", "help_"),
    [
        (
            '<t:r xmlns:t="urn:t"><q:one/><t:two/><q:three/><four/></t:r>',
            'add `xmlns:q="urn:party"`, or remove the prefix',
        ),
        (
            '<s:r xmlns:p="urn:party"><p:one/><s:two/><p:three/><four/></s:r>',
            'add `xmlns:s="urn:t"`, or remove the prefix',
        ),
        (
            (
                '<r xmlns="urn:t" y:strange="">'
                '<one xmlns="urn:party"/><two/><three xmlns="urn:party"/>'
                '<four xmlns=""/></r>'
            ),
            'add `xmlns:y="…"`, or remove the prefix',
        ),
    ],
    ids=["elements", "root", "unknown"],
)
def test_an_undeclared_prefix_is_of_the_namespace_of_its_names(
    tmp_path: Path, document: str, help_: str
) -> None:
    found = advised(two_namespaces(tmp_path), document)

    assert (found[0][0], found[0][2]) == ("CTC131", (help_,))


ORDERED = """<xs:element name="r"><xs:complexType><xs:sequence>
  <xs:element name="a" minOccurs="0"/><xs:element name="b" type="xs:int"/>
  <xs:element name="c" minOccurs="0" type="xs:int"/><xs:element name="d"/>
  <xs:choice minOccurs="0"><xs:element name="e" type="xs:int"/><xs:sequence>
  <xs:element name="f"/><xs:element name="g"/></xs:sequence></xs:choice>
  <xs:any namespace="##other" minOccurs="0" maxOccurs="2" processContents="skip"/>
  <xs:element name="h" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>"""


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        (
            "<b>1</b><d/><c>2</c>",
            [("`c` must stand before `d` in `r`", ("move it before `d`",))],
        ),
        (
            "<b>1</b><d/><a/>",
            [("`a` must stand before `b` in `r`", ("move it before `b`",))],
        ),
        (
            "<b>1</b><d/><e>1</e><f/><g/>",
            [("`r` holds `f` or `e`, not both", ("keep one of the two",))],
        ),
        (
            "<b>1</b><d/><c>x</c>",
            [
                ("`c` must stand before `d` in `r`", ("move it before `d`",)),
                (
                    "`x` in `c` is not a whole number",
                    ("expected a whole number such as `12`",),
                ),
            ],
        ),
        (
            '<b>1</b><x xmlns="urn:x"/><d/>',
            [("`x` must stand after `d` in `r`", ("move it after `d`",))],
        ),
        (
            '<b>1</b><d/><x xmlns="u:x"/><x xmlns="u:x"/><h/><y xmlns="u:x"/>',
            [
                (
                    "`r` has no place left for `y`",
                    ("remove it, or what stands in its place",),
                )
            ],
        ),
    ],
    ids=["after", "before", "choice", "inside", "wildcard", "no place"],
)
def test_what_is_out_of_order_is_told_where_it_belongs(
    tmp_path: Path, children: str, expected: list[tuple[str, tuple[str, ...]]]
) -> None:
    linter = linter_of(tmp_path, ORDERED, 'elementFormDefault="qualified"')
    found = advised(linter, f'<r xmlns="urn:t">{children}</r>')

    assert [(message, help_) for _, message, help_ in found] == expected


NESTED = """<xs:element name="r"><xs:complexType><xs:choice maxOccurs="unbounded">
  <xs:element ref="t:p"/></xs:choice></xs:complexType></xs:element>
  <xs:element name="p"><xs:complexType mixed="true">
  <xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element ref="t:span"/></xs:choice>
  </xs:complexType></xs:element>
  <xs:element name="span"><xs:complexType mixed="true">
  <xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element ref="t:span"/></xs:choice>
  </xs:complexType></xs:element>"""


def test_an_element_that_may_hold_its_like_is_not_told_to_stand_in_itself(
    tmp_path: Path,
) -> None:
    linter = linter_of(tmp_path, NESTED)
    document = '<r xmlns="urn:t"><p>a <span>b</span></p><span>c</span></r>'

    assert [(code, message) for code, message, _ in advised(linter, document)] == [
        ("CTC206", "`span` must stand in `p`, not directly in `r`")
    ]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (
            '<bill xmlns="urn:t"><a>1</a><b><c>x</c></b></bill>',
            [("CTC220", "did you mean `r`?"), ("CTC215", "")],
        ),
        ("<bill><a>1</a><b><c>2</c></b></bill>", [("CTC220", "did you mean `r`?")]),
        ('<bill xmlns="urn:t"><c>1</c><d/></bill>', [("CTC220", "expected `r`")]),
        ('<bill xmlns="urn:t"/>', [("CTC220", "expected `r`")]),
    ],
    ids=["more faults", "no namespace", "others", "empty"],
)
def test_what_a_strange_root_holds_tells_which_one_it_is(
    tmp_path: Path, document: str, expected: list[tuple[str, str]]
) -> None:
    linter = linter_of(tmp_path, UNQUALIFIED, 'elementFormDefault="qualified"')
    found = advised(linter, document)

    roots = [(code, "".join(h)) for code, _, h in found if code == "CTC220"]
    assert roots == expected[:1]
    if len(expected) > 1:
        assert [code for code, *_ in found] == [code for code, _ in expected]


TYPED = """<xs:element name="r" type="t:Base"/><xs:complexType name="Base"/>
  <xs:complexType name="Further"><xs:complexContent><xs:extension base="t:Base">
  <xs:attribute name="n" type="xs:int"/></xs:extension></xs:complexContent>
  </xs:complexType>"""


@pytest.mark.parametrize(
    ("written", "help_"),
    [
        ("q:Furthr", "did you mean `q:Further`?"),
        ("Further", "did you mean `q:Further`?"),
        ("q:Nothing", "expected one of `Base`, `Further`"),
    ],
)
def test_a_type_is_named_with_the_prefix_of_its_namespace(
    tmp_path: Path, written: str, help_: str
) -> None:
    linter = linter_of(tmp_path, TYPED)
    document = f'<q:r xmlns:q="urn:t" {XSI} xsi:type="{written}"/>'

    (found,) = advised(linter, document)
    assert (found[0], found[2]) == ("CTC229", (help_,))


def test_an_unknown_type_is_told_where_libxml2_cannot_judge(tmp_path: Path) -> None:
    (tmp_path / "small.xsd").write_text(
        """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:element name="r"><xs:complexType><xs:sequence>
        <xs:element name="a" type="xs:anyType" maxOccurs="9"/></xs:sequence>
        <xs:assert test="true()"/></xs:complexType></xs:element></xs:schema>"""
    )
    linter = Linter(XsdProfile("small", str(tmp_path / "small.xsd")))
    space = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    document = f'<r {XSI} {space}><a/><a xsi:type="xs:strnig"/></r>'

    assert [(code, at) for code, at, _ in said(linter, document)] == [
        ("CTC229", "xs:strnig")
    ]


@pytest.mark.parametrize("value", ["0", "7"], ids=["old facet", "new facet"])
def test_a_redefined_type_has_the_facets_of_both(tmp_path: Path, value: str) -> None:
    schema = 'xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    (tmp_path / "base.xsd").write_text(
        f'<{schema}><xs:simpleType name="L"><xs:restriction base="xs:int">'
        '<xs:minInclusive value="1"/></xs:restriction></xs:simpleType></xs:schema>'
    )
    (tmp_path / "small.xsd").write_text(
        f'<{schema}><xs:redefine schemaLocation="base.xsd"><xs:simpleType name="L">'
        '<xs:annotation/><xs:restriction base="L"><xs:maxInclusive value="4"/>'
        "</xs:restriction></xs:simpleType></xs:redefine>"
        '<xs:element name="r" type="L"/></xs:schema>'
    )
    linter = Linter(XsdProfile("small", str(tmp_path / "small.xsd")))

    assert said(linter, "<r>1</r>") == []
    assert said(linter, f"<r>{value}</r>") == [
        ("CTC218", value, f"`{value}` is out of the range of `r`")
    ]


def test_a_text_is_moved_to_the_end_of_the_element_near_by_that_lacks_it(
    tmp_path: Path,
) -> None:
    body = """<xs:element name="r"><xs:complexType><xs:sequence>
      <xs:element ref="t:p"/></xs:sequence></xs:complexType></xs:element>
      <xs:element name="p"><xs:complexType><xs:sequence><xs:element ref="t:a"/>
      <xs:element ref="t:q"/></xs:sequence></xs:complexType></xs:element>
      <xs:element name="a"/><xs:element name="q"/>"""
    document = '<r xmlns="urn:t"><p><a/></p><q>x</q></r>'

    (found,) = linter_of(tmp_path, body).lint_text(document, Settings()).diagnostics
    assert (found.code, found.message) == (
        "CTC206",
        "`q` must stand in `p`, not in `r`",
    )
    (fix,) = found.fixes
    assert apply_edits(document, edits_of([ChosenFix(found, fix)])) == (
        '<r xmlns="urn:t"><p><a/><q>x</q></p></r>'
    )


ANYTHING = """<xs:element name="r"><xs:complexType><xs:sequence>
  <xs:any namespace="##other" processContents="skip"/>
  <xs:element name="b" minOccurs="0"/>
  <xs:any namespace="##other" processContents="skip"/>
  </xs:sequence></xs:complexType></xs:element>"""


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        (
            '<x xmlns="u:x"/>',
            [("CTC207", "r", "`r` lacks an element of a namespace other than `urn:t`")],
        ),
        (
            '<x xmlns="u:x"/><own/>',
            [("CTC201", "own", "`own` is not a known element of `r`")],
        ),
        (
            '<x xmlns="u:x"/><x xmlns="u:x"/><b/>',
            [("CTC206", "x", "`x` must stand after `b` in `r`")],
        ),
    ],
    ids=["missing", "own namespace", "in the way"],
)
def test_a_wildcard_asks_for_an_element(
    tmp_path: Path, children: str, expected: list[tuple[str, str, str]]
) -> None:
    linter = linter_of(tmp_path, ANYTHING, 'elementFormDefault="qualified"')

    assert said(linter, f'<r xmlns="urn:t">{children}</r>') == expected


RESTRICTED = """<xs:element name="r"><xs:complexType><xs:sequence>
  <xs:element name="p" minOccurs="0"><xs:complexType><xs:sequence>
    <xs:element name="a" type="Exact"/><xs:element name="b" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="q" type="Few" minOccurs="0"/></xs:sequence></xs:complexType>
  </xs:element>
  <xs:complexType name="Amount"><xs:simpleContent><xs:extension base="xs:decimal">
    <xs:attribute name="unit"/><xs:attribute name="by"/></xs:extension>
  </xs:simpleContent></xs:complexType>
  <xs:complexType name="Exact"><xs:simpleContent><xs:restriction base="Amount">
    <xs:attribute name="unit" use="required"/></xs:restriction>
  </xs:simpleContent></xs:complexType>
  <xs:complexType name="Few"><xs:simpleContent><xs:restriction base="Exact">
    <xs:maxInclusive value="9"/><xs:attribute name="by" use="prohibited"/>
  </xs:restriction></xs:simpleContent></xs:complexType>"""


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ('<p><a unit="m">1</a></p><q unit="m">9</q>', []),
        (
            '<p><a unit="m">x</a></p>',
            [("CTC215", "x", "`x` in `a` is not a number")],
        ),
        (
            '<q unit="m">10</q>',
            [("CTC218", "10", "`10` is out of the range of `q`")],
        ),
        (
            '<q unit="m">y</q>',
            [("CTC215", "y", "`y` in `q` is not a number")],
        ),
        # What has left its parent is not also missing where its sibling stands.
        (
            '<p><b/></p><a unit="m">1</a>',
            [("CTC206", "a", "`a` must stand in `p`, not directly in `r`")],
        ),
    ],
)
def test_a_restriction_of_what_has_attributes(
    tmp_path: Path, inside: str, expected: list[tuple[str, str, str]]
) -> None:
    linter = linter_of(tmp_path, RESTRICTED, 'elementFormDefault="qualified"')

    assert said(linter, f'<r xmlns="urn:t">{inside}</r>') == expected


def test_a_prefix_like_another_that_has_other_names_is_its_own(tmp_path: Path) -> None:
    linter = two_namespaces(tmp_path)
    document = (
        '<seal:r xmlns:sealp="urn:party"><sealp:one/><seal:two/>'
        "<sealp:three/><four/></seal:r>"
    )
    found = advised(linter, document)

    assert [(code, help_) for code, _, help_ in found] == [
        ("CTC131", ('add `xmlns:seal="urn:t"`, or remove the prefix',))
    ]


def test_attributes_that_one_element_lacks_are_one_fault(tmp_path: Path) -> None:
    body = """<xs:import namespace="http://www.w3.org/XML/1998/namespace"/>
      <xs:element name="r"><xs:complexType>
      <xs:attribute name="a" use="required"/><xs:attribute name="b" use="required"/>
      <xs:attribute ref="xml:lang" use="required"/><xs:attribute name="c"/>
      </xs:complexType></xs:element>"""
    linter = linter_of(tmp_path, body)

    assert advised(linter, '<r xmlns="urn:t"/>') == [
        (
            "CTC208",
            "`r` lacks the required attributes `a`, `b` and `xml:lang`",
            ('add `a="…"`, `b="…"`, `xml:lang="…"`',),
        )
    ]
    assert advised(linter, '<r xmlns="urn:t" a="" b=""/>') == [
        (
            "CTC208",
            "`r` lacks the required attribute `xml:lang`",
            ('add `xml:lang="…"`',),
        )
    ]


PLACES = """<xs:element name="r"><xs:complexType><xs:sequence>
  <xs:element name="city" type="xs:string"/><xs:element name="code" type="xs:int"/>
  <xs:choice><xs:element name="day" type="xs:date"/>
    <xs:element name="time" type="xs:time"/></xs:choice>
  <xs:element name="who"><xs:complexType><xs:sequence>
    <xs:element name="first" type="xs:string"/><xs:element name="last"/></xs:sequence>
    <xs:attribute name="id"/></xs:complexType></xs:element>
  <xs:element name="text" type="Text" minOccurs="0"/>
  <xs:element name="s" minOccurs="0" maxOccurs="9"><xs:complexType><xs:sequence>
    <xs:element name="s" minOccurs="0" maxOccurs="9"/>
    <xs:element name="v" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="m"><xs:complexType><xs:sequence>
    <xs:element name="text" type="Text"/></xs:sequence></xs:complexType></xs:element>
  <xs:complexType name="Text" mixed="true"><xs:sequence>
    <xs:element name="b" minOccurs="0" maxOccurs="9"/></xs:sequence>
  </xs:complexType>"""
CITY, CODE, TIME = "<city>Bonn</city>", "<code>12</code>", "<time>12:00:00</time>"
WHO = '<who id="1"><first>A</first><last>B</last></who>'


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (CITY + CODE + TIME + WHO + "<text>a</text><s><v>1</v></s>", []),
        # What holds what lacks has another name.
        ("<zulu>Bonn</zulu>" + CODE + TIME + WHO, [("CTC201", "zulu")]),
        (CITY + "<zulu>12</zulu>" + TIME + WHO, [("CTC201", "zulu")]),
        (CITY + CODE + "<zulu>12:00:00</zulu>" + WHO, [("CTC201", "zulu")]),
        (CITY + CODE + TIME + WHO.replace("who", "zulu"), [("CTC201", "zulu")]),
        (CITY + CODE + TIME + WHO.replace("first", "zulu"), [("CTC201", "zulu")]),
        # Where it holds something else, or nothing, something lacks as well.
        (CITY + "<zulu>x</zulu>" + TIME + WHO, [("CTC207", "r"), ("CTC201", "zulu")]),
        ("<zulu/>" + CODE + TIME + WHO, [("CTC207", "r"), ("CTC201", "zulu")]),
        (
            '<zulu a="1">Bonn</zulu>' + CODE + TIME + WHO,
            [("CTC207", "r"), ("CTC201", "zulu")],
        ),
        (
            CITY + CODE + TIME + "<zulu><v/><v/><first/></zulu>",
            [("CTC207", "r"), ("CTC201", "zulu")],
        ),
        (
            CITY + CODE + TIME + "<zulu>12</zulu>",
            [("CTC207", "r"), ("CTC201", "zulu")],
        ),
        # What has a place elsewhere is no stranger.
        (
            "<last>Bonn</last>" + CODE + TIME + WHO,
            [("CTC207", "r"), ("CTC206", "last")],
        ),
        # What only stands round others has no name that is known.
        (f"<zulu>{CITY}</zulu>" + CODE + TIME + WHO, [("CTC206", "zulu")]),
        (CITY + CODE + TIME + WHO + "<s/><zulu><s/></zulu><s/>", [("CTC206", "zulu")]),
        (CITY + CODE + TIME + WHO + "<s/><zulu><s/>x</zulu>", [("CTC201", "zulu")]),
        (
            CITY + CODE + TIME + WHO + f"<s/><zulu>{CITY}{CITY}</zulu>",
            [("CTC201", "zulu")],
        ),
    ],
)
def test_a_stranger_in_the_place_of_what_lacks(
    tmp_path: Path, inside: str, expected: list[tuple[str, str]]
) -> None:
    linter = linter_of(tmp_path, PLACES, 'elementFormDefault="qualified"')
    document = f'<r xmlns="urn:t">{inside}</r>'

    assert [(code, at) for code, at, _ in said(linter, document)] == expected


@pytest.mark.parametrize("inside", ["some text", "some <b>text</b> and <b/>"])
def test_a_stranger_for_mixed_content(tmp_path: Path, inside: str) -> None:
    linter = linter_of(tmp_path, PLACES, 'elementFormDefault="qualified"')
    document = f'<m xmlns="urn:t"><zulu>{inside}</zulu></m>'
    (found,) = linter.lint_text(document, Settings()).diagnostics
    (fix,) = found.fixes

    assert found.message == "`zulu` is not a known element of `m`"
    assert found.help == ("did you mean `text`, which is missing here?",)
    assert apply_edits(document, edits_of([ChosenFix(found, fix)])) == (
        document.replace("zulu", "text")
    )


SHOP = """<xs:element name="shop"><xs:complexType><xs:sequence>
  <xs:element name="name"/><xs:element name="total" minOccurs="0"/>
  <xs:element name="order" minOccurs="0" maxOccurs="9" type="Order"/>
  <xs:element name="return" minOccurs="0" maxOccurs="9" type="Return"/>
  <xs:element name="tax" minOccurs="0"><xs:complexType><xs:sequence>
    <xs:element name="base"/><xs:element name="total"/><xs:element name="rate"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="bag" minOccurs="0"><xs:complexType>
    <xs:all><xs:element name="x"/><xs:element name="y"/></xs:all></xs:complexType>
  </xs:element><xs:element name="pack" minOccurs="0"><xs:complexType><xs:sequence>
    <xs:element name="p"/><xs:element name="q"/></xs:sequence>
    <xs:attribute name="no" use="required"/></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:complexType name="Order"><xs:sequence><xs:element name="no"/>
    <xs:element name="day"/><xs:element ref="line" maxOccurs="9"/></xs:sequence>
  </xs:complexType>
  <xs:complexType name="Return"><xs:sequence><xs:element name="day"/>
    <xs:element name="no"/></xs:sequence></xs:complexType>
  <xs:element name="line" abstract="true"/>
  <xs:element name="item" substitutionGroup="line"/>"""
ORDER = "<no>1</no><day>2</day><item/><item/>"


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        # Whatever has lost its tags is one fault, where the first of it stands.
        (
            f"<order>{ORDER}</order>{ORDER}",
            [("no", "wrap these 4 in `<s:order>`")],
        ),
        (
            f"{ORDER}<order>{ORDER}</order>",
            [("no", "wrap these 4 in `<s:order>`")],
        ),
        (
            f"<order>{ORDER}</order>{ORDER * 2}",
            [
                ("no", "wrap these 4 in `<s:order>`"),
                ("no", "wrap these 4 in `<s:order>`"),
            ],
        ),
        # Of several elements that may hold them it is the one that has their order.
        (
            "<return><day/><no/></return><day>1</day><no>2</no>",
            [("day", "wrap these 2 in `<s:return>`")],
        ),
        (
            f"<order>{ORDER}</order><item/><item/>",
            [("item", "move these 2 into `order`")],
        ),
        (
            f"<order>{ORDER}</order><item/>",
            [("item", "move it into `order`")],
        ),
        # What is there twice then belongs to them as well.
        (
            "<total/><base/><total/><rate/>",
            [("base", "wrap these 3 in `<s:tax>`")],
        ),
        (
            "<total/><total/><rate/>",
            [("total", "wrap these 2 in `<s:tax>`, which needs `base` as well")],
        ),
        ("<x/><y/>", [("x", "wrap these 2 in `<s:bag>`")]),
        # A tag that needs an attribute is not written by a fix.
        ("<p/><q/>", [("p", 'wrap these 2 in `<s:pack no="…">`')]),
    ],
)
def test_children_in_a_row_that_have_lost_their_parent_are_one_fault(
    tmp_path: Path, inside: str, expected: list[tuple[str, str]]
) -> None:
    linter = linter_of(tmp_path, SHOP, 'elementFormDefault="qualified"')
    written = inside.replace("</", "|").replace("<", "<s:").replace("|", "</s:")
    document = f'<s:shop xmlns:s="urn:t"><s:name/>{written}</s:shop>'
    found = linter.lint_text(document, Settings()).diagnostics

    assert [
        (at.removeprefix("s:"), d.help[0])
        for (_, at, _), d in zip(said(linter, document), found, strict=True)
    ] == expected
