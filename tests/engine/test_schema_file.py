"""What is wrong with a schema is told in its own file, at the smallest wrong thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint.config import Settings
from ctct_lint.engine.schema_file import lint_schema_file
from ctct_lint.schema.sources.trouble import INVALID, SchemaTrouble
from ctct_lint.schema.user_schema import UserSchema
from ctct_lint.text.encoding import decode

if TYPE_CHECKING:
    from pathlib import Path

HEAD = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"{}>\n'


def said(folder: Path, body: str, attributes: str = "", other: str = "") -> list[str]:
    """Return what is said of a schema, and of one beside it.

    Each is the text that is underlined, the code, the message and what is meant.
    """
    main, beside = folder / "main.xsd", folder / "other.xsd"
    main.write_text(HEAD.format(attributes) + body + "\n</xs:schema>", "utf-8")
    beside.write_text(other or "<other/>", "utf-8")
    troubles = UserSchema(str(main), "").troubles
    lines = []
    for path in (main, beside):
        here = [one for one in troubles if one.path == str(path)]
        data = path.read_bytes()
        text, found = (
            lint_schema_file(decode(data), here, Settings()) if here else ("", ())
        )
        for one in found:
            start, end = one.range.start.offset, one.range.end.offset
            advice = "".join(f" ({h})" for h in one.help if h.startswith("did"))
            lines.append(f"{text[start:end]}: {one.code} {one.message}{advice}")
    return lines


def element(inside: str) -> str:
    return f'<xs:element name="a">{inside}</xs:element>'


def text(facets: str, base: str = "xs:string") -> str:
    kind = f'<xs:restriction base="{base}">{facets}</xs:restriction>'
    return element(f"<xs:simpleType>{kind}</xs:simpleType>")


def complex_type(inside: str) -> str:
    return element(f"<xs:complexType>{inside}</xs:complexType>")


def key(path: str) -> str:
    field = '<xs:field xpath="."/>'
    return f'<xs:key name="k"><xs:selector xpath="{path}"/>{field}</xs:key>'


TWICE = '<xs:element name="b"/>'
INNER = f"<xs:complexType><xs:sequence>{TWICE}</xs:sequence></xs:complexType>"
UNKNOWN_KEY = key("a").replace("xs:key name", 'xs:keyref refer="j" name')
UNKNOWN_KEY = UNKNOWN_KEY.replace("/xs:key>", "/xs:keyref>")
UNDECLARED = """<xs:element name="a" type="xsd:int"/>
<xs:element name="b" type="xsd:date"/><xs:element name="c" type="xsd:x"/>"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            '<xs:elemnt name="a"/>',
            (
                "xs:elemnt: CTC202 `elemnt` is not an element of `schema` (did you "
                "mean `element`?)"
            ),
        ),
        (
            '<xs:element nam="a"/>',
            "nam: CTC210 `element` has no attribute `nam` (did you mean `name`?)",
        ),
        (
            text('<xs:maxLenght value="3"/>'),
            (
                "xs:maxLenght: CTC202 `maxLenght` is not an element of `restriction` "
                "(did you mean `maxLength`?)"
            ),
        ),
        (
            complex_type('<xs:element name="b"/>'),
            (
                "xs:element: CTC206 `element` must stand in `all`, `choice` or "
                "`sequence`, not directly in `complexType`"
            ),
        ),
        (
            complex_type('<xs:attribute name="b"/><xs:sequence/>'),
            (
                "xs:sequence: CTC206 `sequence` must stand before `attribute` in "
                "`complexType`"
            ),
        ),
        ("oops", "oops: CTC211 text `oops` stands between the elements of `schema`"),
        (
            '<xs:element name="a"/>oops',
            "oops: CTC211 text `oops` stands between the elements of `schema`",
        ),
        (
            complex_type('<xs:attribute name="b" use="require"/>'),
            (
                "require: CTC203 `require` is not a valid `use` of `attribute` (did "
                "you mean `required`?)"
            ),
        ),
        (
            complex_type('<xs:sequence maxOccurs="many"/>'),
            "many: CTC203 `many` is not a valid `maxOccurs` of `sequence`",
        ),
        (
            '<xs:element name="a" type="xs:strin"/>',
            (
                "xs:strin: CTC906 the schema has no type `xs:strin` (did you mean "
                "`xs:string`?)"
            ),
        ),
        (
            complex_type('<xs:sequence><xs:element ref="q"/></xs:sequence>'),
            "q: CTC906 the schema has no element `q`",
        ),
        (
            complex_type('<xs:group ref="q"/>'),
            "q: CTC906 the schema has no group `q`",
        ),
        (
            complex_type('<xs:attribute ref="q"/>'),
            "q: CTC906 the schema has no attribute `q`",
        ),
        (
            complex_type('<xs:attributeGroup ref="q"/>'),
            "q: CTC906 the schema has no attribute group `q`",
        ),
        (
            '<xs:element name="a" substitutionGroup="q"/>',
            "q: CTC906 the schema has no element `q`",
        ),
        (
            element(f"<xs:complexType/>{UNKNOWN_KEY}"),
            "j: CTC906 the schema has no key `j`",
        ),
        (
            '<xs:element name="a" type="q:T"/>',
            "q:T: CTC131 no `xmlns` declares the prefix of `q:T`",
        ),
        # One declaration lacks, for all of its uses.
        (
            UNDECLARED,
            (
                "xsd:int: CTC131 no `xmlns` declares the prefix of `xsd:int` "
                "(did you mean `xs:int`?)"
            ),
        ),
        (
            '<xs:element name="a" type="q:T" xmlns:q="urn:q"/>',
            "q:T: CTC906 the namespace of `q:T` is not imported here",
        ),
        (TWICE * 2, "b: CTC906 there is another element `b`"),
        (
            complex_type(
                f"<xs:sequence><xs:element name='c'>{INNER}</xs:element>"
                f"{TWICE[:-2]} minOccurs='0'/>{TWICE}</xs:sequence>"
            ),
            (
                "b: CTC906 this content is ambiguous: an element may be one of two "
                "parts of it"
            ),
        ),
        (
            complex_type(
                '<xs:sequence><xs:any minOccurs="0"/><xs:any id="i"/></xs:sequence>'
            ),
            (
                "xs:any: CTC906 this content is ambiguous: an element may be one of "
                "two parts of it"
            ),
        ),
        (
            complex_type("<xs:sequence><xs:all/></xs:sequence>"),
            (
                "xs:all: CTC906 `all` may stand only directly in a `complexType`, or "
                "in a named `group`"
            ),
        ),
        (
            complex_type(
                '<xs:extension base="xs:anyType"><xs:sequence/></xs:extension>'
            ),
            (
                "xs:extension: CTC206 `extension` must stand in `complexContent`, not "
                "directly in `complexType`"
            ),
        ),
        (
            element("<xs:complexType/>" + key("/a")),
            "/a: CTC906 `/a` is no path that a key may have",
        ),
        (
            text('<xs:pattern value="[a-"/>'),
            "[a-: CTC906 `[a-` is no regular expression of XML Schema",
        ),
        (
            complex_type('<xs:sequence minOccurs="2"/>'),
            "2: CTC906 `minOccurs` is greater than `maxOccurs`",
        ),
        (
            (
                '<xs:complexType name="T"><xs:complexContent><xs:extension base="T"/>'
                "</xs:complexContent></xs:complexType>"
            ),
            "xs:complexType: CTC906 this type is made of itself",
        ),
        (
            '<xs:simpleType name="T"><xs:union memberTypes="T"/></xs:simpleType>',
            "xs:simpleType: CTC906 this type is made of itself",
        ),
        (
            complex_type('<xs:attribute name="b"/>' * 2),
            "b: CTC906 the attribute `b` is declared twice here",
        ),
        (
            text('<xs:length value="3"/>', "xs:int"),
            (
                "xs:length: CTC906 `length` is no facet of types that are derived "
                "from `xs:decimal`"
            ),
        ),
        (
            text('<xs:explicitTimezone value="required"/>', "xs:int"),
            (
                "xs:restriction: CTC906 a facet here is none of those that its base "
                "type can have"
            ),
        ),
        (
            '<xs:include schemaLocation="other.xsd"/>',
            "other.xsd: CTC906 `other.xsd` is no XSD",
        ),
    ],
)
def test_one_fault_is_told_once_where_it_is(
    tmp_path: Path, body: str, expected: str
) -> None:
    assert said(tmp_path, body) == [expected]


UNION = '<xs:simpleType><xs:union memberTypes="xs:int Colour"/></xs:simpleType>'
OWN = ' targetNamespace="urn:a" xmlns:t="urn:a"'


@pytest.mark.parametrize(
    ("body", "attributes", "other", "expected"),
    [
        (
            '<xs:element name="a" type="T"/><xs:complexType name="T"/>',
            OWN,
            "",
            ["T: CTC906 the schema has no type `T` (did you mean `t:T`?)"],
        ),
        (
            element(UNION) + text("", "xs:strin") + '<xs:complexType name="Color"/>',
            "",
            "",
            [
                (
                    "Colour: CTC906 the schema has no type `Colour` (did you "
                    "mean `Color`?)"
                ),
                "a: CTC906 there is another element `a`",
                (
                    "xs:strin: CTC906 the schema has no type `xs:strin` (did you "
                    "mean `xs:string`?)"
                ),
            ],
        ),
        (
            '<xs:include schemaLocation="other.xsd"/><xs:element name="a" type="t:T"/>',
            OWN,
            HEAD.format("") + '<xs:complexType name="T"><xs:attribute name="b" '
            'type="Q"/><xs:attribute name="c" type="U"/></xs:complexType>'
            '<xs:simpleType name="U"><xs:list itemType="xs:int"/></xs:simpleType>'
            "</xs:schema>",
            ["Q: CTC906 the schema has no type `Q`"],
        ),
        (
            (
                '<xs:redefine schemaLocation="other.xsd"><xs:simpleType name="U">'
                '<xs:restriction base="U"/></xs:simpleType></xs:redefine>'
                '<xs:element name="a" type="U"/><xs:element name="b" type="V"/>'
            ),
            "",
            HEAD.format("") + '<xs:simpleType name="U"><xs:list itemType="xs:int"/>'
            "</xs:simpleType></xs:schema>",
            ["V: CTC906 the schema has no type `V`"],
        ),
        (
            (
                '<xs:import namespace="urn:c" schemaLocation="gone.xsd"/>'
                '<xs:include schemaLocation="main.xsd"/><xs:element name="a" type="T"/>'
            ),
            "",
            "",
            [
                "main.xsd: CTC906 a schema does not include itself",
                "T: CTC906 the schema has no type `T`",
            ],
        ),
        (
            '<xs:import schemaLocation="other.xsd"/><xs:complexType name="T"/>',
            OWN,
            HEAD.format("") + '<xs:element name="a" type="T"/></xs:schema>',
            ["T: CTC906 the schema has no type `T`"],
        ),
        (
            text('<xs:minInclusive value="9"/><xs:maxInclusive value="3"/>', "xs:int"),
            "",
            "",
            [
                (
                    "3: CTC906 `minInclusive` is too great for `maxInclusive`: no "
                    "value is left"
                ),
            ],
        ),
        (
            (
                '<xs:import namespace="urn:b" schemaLocation="gone.xsd"/>'
                '<xs:element name="a" type="b:T"/><xs:element name="c" type="b:U"/>'
            ),
            ' xmlns:b="urn:b"',
            "",
            ["gone.xsd: CTC907 `gone.xsd` cannot be read: no such file or directory"],
        ),
        (
            complex_type('<xs:attribute ref="xml:lang"/><xs:attribute ref="xml:x"/>'),
            "",
            "",
            [
                "xml:lang: CTC906 the namespace of `xml:lang` is not imported here",
                "xml:x: CTC906 the namespace of `xml:x` is not imported here",
            ],
        ),
        (
            '<xs:import namespace="http://www.w3.org/XML/1998/namespace"/>'
            + complex_type('<xs:attribute ref="xml:lan"/><xs:attribute ref="xml:id"/>'),
            "",
            "",
            [
                (
                    "xml:lan: CTC906 the schema has no attribute `xml:lan` (did you "
                    "mean `xml:lang`?)"
                ),
            ],
        ),
        (
            (
                '<xs:element name="a" type="xs:anyType"><xs:alternative test="@b" '
                'type="Q"/></xs:element><xs:element name="c" type="xs:anyTypo"/>'
            ),
            "",
            "",
            [
                "Q: CTC906 the schema has no type `Q`",
                (
                    "xs:anyTypo: CTC906 the schema has no type `xs:anyTypo` (did you "
                    "mean `xs:anyType`?)"
                ),
            ],
        ),
        (
            (
                '<xs:elemnt name="a"/><xs:element name="b"><xs:complexType>'
                '<xs:sequence/><xs:assert test="true("/></xs:complexType></xs:element>'
            ),
            "",
            "",
            [
                "xs:elemnt: CTC906 this may not stand here in a schema",
                "true(: CTC906 this is no XPath: unexpected end of source",
            ],
        ),
        (
            (
                '<xs:element name="a" substitutionGroup="b"/>'
                '<xs:element name="b" substitutionGroup="a"/>'
            ),
            "",
            "",
            [
                "b: CTC906 `a` stands for `b`, which stands for `a` again",
                "a: CTC906 `b` stands for `a`, which stands for `b` again",
            ],
        ),
    ],
)
def test_each_fault_of_a_schema_is_told(
    tmp_path: Path, body: str, attributes: str, other: str, expected: list[str]
) -> None:
    assert said(tmp_path, body, attributes, other) == expected


@pytest.mark.parametrize(
    ("detail", "message"),
    [
        ("it is none", "it is none"),
        (
            "The content is not valid. Expected is (b, c).",
            "`a` may not stand here in a schema",
        ),
    ],
)
def test_what_is_no_schema_is_not_checked_as_one(detail: str, message: str) -> None:
    trouble = SchemaTrouble("a.xsd", INVALID, "/a", detail=detail)

    _, found = lint_schema_file(decode(b"<a/>"), (trouble,), Settings())

    assert [(one.code, one.message) for one in found] == [("CTC906", message)]


EMPTY = "`targetNamespace` is empty: a schema of no namespace does without it"
INCLUDE = '<xs:include schemaLocation="other.xsd"/>'
OTHER = HEAD.format("").replace("\n", "") + '<xs:element name="b"/></xs:schema>'


@pytest.mark.parametrize("quote", ['"', "'"])
def test_target_namespace_that_is_empty_is_told_at_its_name(
    tmp_path: Path, quote: str
) -> None:
    assert said(tmp_path, element(""), f" targetNamespace = {quote}{quote}") == [
        f"targetNamespace: CTC906 {EMPTY}"
    ]


def test_what_only_speaks_of_an_empty_target_namespace_is_right(tmp_path: Path) -> None:
    body = '<!-- <xs:schema targetNamespace=""> -->' + element("")

    assert said(tmp_path, body) == []


def test_target_namespace_of_an_included_file_is_told_in_that(tmp_path: Path) -> None:
    other = HEAD.format(' targetNamespace=""') + "</xs:schema>"

    assert said(tmp_path, INCLUDE, other=other) == [f"targetNamespace: CTC906 {EMPTY}"]


@pytest.mark.parametrize("is_included", [False, True])
@pytest.mark.parametrize(
    ("declaration", "remark", "expected"),
    [
        ("", b"caf\xe9", ["\xe9: CTC002 byte 0xE9 is not UTF-8"]),
        (
            '<?xml version="1.0" encoding="UTF-16"?>',
            b"cafe",
            ["UTF-16: CTC003 declared as `UTF-16`, but the file is UTF-8"],
        ),
        # Characters that are hardly meant, and XML has.
        ('<?xml version="1.0" encoding="ISO-8859-1"?>', b"\x93caf\xe9\x94", []),
    ],
)
def test_bytes_that_are_no_text_are_told_where_they_are(
    tmp_path: Path,
    declaration: str,
    remark: bytes,
    expected: list[str],
    *,
    is_included: bool,
) -> None:
    main, other = tmp_path / "main.xsd", tmp_path / "other.xsd"
    main.write_text(OTHER.replace('<xs:element name="b"/>', INCLUDE))
    remark = b"<!-- " + remark + b" -->"
    other.write_bytes(
        declaration.encode() + OTHER.encode().replace(b"><", b">" + remark + b"<", 1)
    )
    schema = UserSchema(str(main if is_included else other), "")

    paths = {one.path for one in schema.troubles}
    assert paths == ({str(other)} if expected else set())
    for path in paths:
        text, found = lint_schema_file(
            decode(other.read_bytes()), schema.troubles, Settings()
        )
        assert path == str(other)
        assert [
            f"{text[slice(*(at.offset for at in one.range))]}: {one.code} {one.message}"
            for one in found
        ] == expected
