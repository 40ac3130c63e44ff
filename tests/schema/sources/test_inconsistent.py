"""What XSD forbids and libxml2 passes over: it is told, and documents are judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint.config import Settings
from ctct_lint.engine.schema_file import lint_schema_file
from ctct_lint.schema.sources import inconsistent as module
from ctct_lint.schema.user_schema import UserSchema
from ctct_lint.session.cache.models import ModelStore
from ctct_lint.text.encoding import decode

if TYPE_CHECKING:
    from pathlib import Path

XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
OWN = ' targetNamespace="urn:m" xmlns:m="urn:m" elementFormDefault="qualified"'
ANOTHER = "`b` has another type than one of that name before it in this content"


def said(folder: Path, body: str, attributes: str = "", **others: str) -> list[str]:
    """Return what is said of a schema: the line, what is underlined, the message."""
    for name, text in {"s": body, **others}.items():
        own = attributes if name == "s" else ""
        whole = f"<xs:schema {XS}{own}>\n{text}</xs:schema>"
        (folder / f"{name}.xsd").write_text(whole)
    path = folder / "s.xsd"
    schema = UserSchema(str(path), "")
    assert schema.troubles == ()
    text, found = lint_schema_file(
        decode(path.read_bytes()), schema.remarks, Settings()
    )
    assert {one.code for one in found} <= {"CTC912"}
    spans = ((one.range.start.offset, one.range.end.offset, one) for one in found)
    return [f"{text[a:b]}: {one.message}" for a, b, one in spans]


def element(name: str, more: str = 'type="xs:int"') -> str:
    return f'<xs:element name="{name}" {more}/>'


def sequence(*parts: str, more: str = "") -> str:
    return f"<xs:sequence {more}>{''.join(parts)}</xs:sequence>"


def choice(*parts: str, more: str = "") -> str:
    return f"<xs:choice {more}>{''.join(parts)}</xs:choice>"


def type_(content: str, name: str = "T") -> str:
    return f'<xs:complexType name="{name}">{content}</xs:complexType>'


def restricted(content: str, base: str = "B") -> str:
    way = f'<xs:restriction base="{base}">{content}</xs:restriction>'
    return type_(f"<xs:complexContent>{way}</xs:complexContent>", "R")


A, B, C = map(element, "abc")
TEXT = element("b", 'type="xs:string"')
TYPED = '<xs:element name="b"><xs:simpleType><xs:restriction base="xs:int"/>'
TYPED += "</xs:simpleType></xs:element>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (sequence(B, A, TEXT), [f"b: {ANOTHER}"]),
        (sequence(B, A, choice(C, TEXT)), [f"b: {ANOTHER}"]),
        (sequence(B, A, TYPED), [f"b: {ANOTHER}"]),
        (sequence(B, A, element("b", "")), [f"b: {ANOTHER}"]),
        (sequence(B, A, '<xs:element ref="b"/>'), [f"b: {ANOTHER}"]),
        # They have one type, or are of two contents.
        (sequence(B, A, B), []),
        (sequence(B, sequence(A), element("b", 'type=" xs:int"')), []),
        (
            sequence(
                B, f'<xs:element name="c">{type_(sequence(TEXT))}</xs:element>'
            ).replace(' name="T"', ""),
            [],
        ),
        ('<xs:sequence><xs:element ref="b"/><xs:element ref="b"/></xs:sequence>', None),
    ],
)
def test_elements_of_one_name_have_one_type(
    tmp_path: Path, content: str, expected: list[str] | None
) -> None:
    if expected is None:
        content, expected = content.replace("/><", f"/>{A}<", 1), []

    assert said(tmp_path, f"{TEXT}{type_(content)}") == expected


def test_a_name_is_one_of_its_namespace(tmp_path: Path) -> None:
    local = element("b", 'type="xs:int" form="unqualified"')
    content = sequence(local, A, element("b", 'type="xs:string"'))

    assert said(tmp_path, type_(content), OWN) == []


def test_groups_are_looked_into_too(tmp_path: Path) -> None:
    body = f'<xs:group name="g">{sequence(B, A, TEXT)}</xs:group>'
    content = sequence('<xs:group ref="g"/>')

    assert said(tmp_path, body + type_(content)) == [f"b: {ANOTHER}"]


def needs(name: str) -> str:
    return f"{name}: `{name}` has to stand more often in the base `B`"


def may(name: str) -> str:
    return f"{name}: `{name}` may stand more often than in the base `B`"


def added(name: str) -> str:
    return f"{name}: `{name}` may not stand in the base `B`"


GROUP = f'<xs:group name="g">{sequence(A)}</xs:group>'
OF_GROUP = '<xs:group ref="g"/>'
OPTIONAL = element("a", 'type="xs:int" minOccurs="0"')
MANY = element("a", 'type="xs:int" maxOccurs="unbounded"')
NONE = element("a", 'type="xs:int" minOccurs="0" maxOccurs="0"')


@pytest.mark.parametrize(
    ("base", "own", "expected"),
    [
        (sequence(A), sequence(OPTIONAL), [needs("a")]),
        (sequence(A), sequence(A, C), [added("c")]),
        (sequence(A), sequence(MANY), [may("a")]),
        (
            sequence(A, B),
            sequence(A),
            ["B: `b` has to stand more often in the base `B`"],
        ),
        (sequence(A), "", ["B: `a` has to stand more often in the base `B`"]),
        (sequence(A), choice(A, B), [needs("a"), added("b")]),
        (sequence(OF_GROUP), sequence(OPTIONAL), [needs("a")]),
        (sequence(A), sequence(OF_GROUP, more='minOccurs="0"'), [None]),
        ("", sequence(A), [added("a")]),
        # They allow less, or as much.
        (sequence(OPTIONAL), sequence(A), []),
        (sequence(OPTIONAL), "", []),
        (sequence(OPTIONAL), sequence(NONE), []),
        (sequence(MANY), sequence(A, A), []),
        (choice(A, B), sequence(A), []),
        (sequence("<xs:annotation/>", "<!-- a -->", A), sequence(A), []),
        (choice(A, B, more='maxOccurs="9"'), sequence(A, B, A), []),
        (f"<xs:all>{A}{B}</xs:all>", sequence(A, B), []),
        (sequence(A), sequence(OF_GROUP), []),
        (sequence(A, more='minOccurs="2" maxOccurs="3"'), sequence(A, A), []),
        # What is let in is not known.
        (sequence(A, "<xs:any/>"), sequence(A, C), []),
        (sequence(A), sequence("<xs:any/>"), []),
        (sequence(A), "<xs:choice/>", []),
    ],
)
def test_a_restriction_allows_no_more_than_its_base(
    tmp_path: Path, base: str, own: str, expected: list[str | None]
) -> None:
    if expected == [None]:
        expected = ["B: `a` has to stand more often in the base `B`"]

    found = said(tmp_path, GROUP + type_(base, "B") + restricted(own))

    assert found == expected


@pytest.mark.parametrize(
    "more",
    [
        element("h") + element("a", 'type="xs:int" substitutionGroup="h"'),
        (
            '<xs:redefine schemaLocation="other.xsd"><xs:simpleType name="S">'
            '<xs:restriction base="S"/></xs:simpleType></xs:redefine>'
        ),
    ],
)
def test_where_other_elements_may_stand_nothing_is_told(
    tmp_path: Path, more: str
) -> None:
    is_first = more.startswith("<xs:redefine")
    types = type_(sequence(A), "B") + restricted(sequence(OPTIONAL))
    other = '<xs:simpleType name="S"><xs:restriction base="xs:int"/></xs:simpleType>'

    found = said(tmp_path, more + types if is_first else types + more, other=other)

    assert found == []


def test_of_what_is_derived_otherwise_nothing_is_told(tmp_path: Path) -> None:
    wider = f'<xs:extension base="B">{sequence(C)}</xs:extension>'
    extended = type_(f"<xs:complexContent>{wider}</xs:complexContent>", "E")
    plain = '<xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent>'
    of_any = restricted(sequence(A), "xs:anyType").replace('"R"', '"Q"')
    body = type_(sequence(A), "B") + extended + type_(plain, "P") + of_any

    assert said(tmp_path, body + restricted(sequence(A, C), "E")) == []


def test_where_a_type_has_a_text_nothing_is_told(tmp_path: Path) -> None:
    plain = '<xs:simpleContent><xs:extension base="xs:int"/></xs:simpleContent>'
    mixed = type_(sequence(A), "B").replace(">", ' mixed="true">', 1)
    of_text = restricted("", "P").replace("complexContent", "simpleContent")

    assert said(tmp_path, mixed + type_(plain, "P") + of_text) == []


def test_of_later_versions_xmlschema_tells_it(tmp_path: Path) -> None:
    asserted = type_('<xs:assert test="true()"/>', "V")
    opened = f"<xs:openContent><xs:any/></xs:openContent>{sequence(A)}"
    body = type_(opened, "B") + restricted(sequence(A))

    assert said(tmp_path, asserted + body) == []


def test_a_file_of_several_namespaces_is_passed_over(tmp_path: Path) -> None:
    body = '<xs:include schemaLocation="other.xsd"/>' + element("r")
    other = type_(sequence(B, A, TEXT))

    assert said(tmp_path, body, OWN, other=other) == []


@pytest.mark.parametrize(("last", "expected"), [(TEXT, ["b"]), (element("c"), [])])
def test_it_is_looked_for_once_with_a_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: str, expected: list[str]
) -> None:
    said(tmp_path, type_(sequence(B, A, last)))
    path, kept = str(tmp_path / "s.xsd"), str(tmp_path / "kept")
    first = UserSchema(path, "", ModelStore(kept)).remarks
    assert [one.subject for one in first] == expected

    def fail(_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(module, "inconsistent", fail)
    assert UserSchema(path, "", ModelStore(kept)).remarks == first


def limited(*facets: str, base: str = "xs:string") -> str:
    """Return a simple type with facets, each as `name value`."""
    written = (f'<xs:{n} value="{v}"/>' for n, v in map(str.split, facets))
    way = f'<xs:restriction base="{base}">{"".join(written)}</xs:restriction>'
    return f'<xs:simpleType name="S">{way}</xs:simpleType>'


NONE_LEFT = "xs:minLength: `minLength` is greater than `maxLength`: no value is left"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (limited("minLength 5", "maxLength 3"), [NONE_LEFT]),
        (limited("maxLength 9", "minLength 10"), [NONE_LEFT]),
        (limited("maxLength 9", "minLength +009"), []),
        (limited("minLength 5"), []),
        (
            limited("maxLength 3", "maxLength 3"),
            ["xs:maxLength: `maxLength` stands twice here"],
        ),
        (
            limited(
                "minInclusive 3", "minInclusive 4", "minInclusive 5", base="xs:int"
            ),
            ["xs:minInclusive: `minInclusive` stands twice here"] * 2,
        ),
        (limited("pattern a", "pattern b", "enumeration a", "enumeration b"), []),
    ],
)
def test_facets_that_stand_twice_or_leave_no_value(
    tmp_path: Path, body: str, expected: list[str]
) -> None:
    assert said(tmp_path, body) == expected
