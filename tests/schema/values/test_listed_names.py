"""Names with prefixes that a type lists: each is looked up, whatever its prefix is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint
from ctct_lint.schema.values.verdicts import Verdicts

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:p="urn:p"
    xmlns:o="urn:o" targetNamespace="urn:p" elementFormDefault="qualified">
  <xs:simpleType name="Name"><xs:restriction base="xs:QName">
    <xs:enumeration value="p:one"/><xs:enumeration value="o:two"/>
    <xs:enumeration value="three"/>
  </xs:restriction></xs:simpleType>
  <xs:simpleType name="Short"><xs:restriction base="p:Name">
    <xs:maxLength value="9"/>
  </xs:restriction></xs:simpleType>
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="v" type="p:Name" minOccurs="0" maxOccurs="99"/>
    <xs:element name="s" type="p:Short" minOccurs="0" maxOccurs="99"/>
  </xs:sequence><xs:attribute name="k" type="p:Name"/></xs:complexType></xs:element>
</xs:schema>"""


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "names.xsd"
    path.write_text(SCHEMA)
    return path


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("one", []),
        (" q:one\n", []),
        ("a:two", []),
        ("two", ["CTC203 two"]),
        ("q:two", ["CTC203 q:two"]),
        ("three", ["CTC203 three"]),
        ("n:one", ["CTC131 n:one"]),
        ("q:", ["CTC203 q:"]),
        ("1", ["CTC203 1"]),
        ("q:one q:one", ["CTC203 q:one q:one"]),
        ("q:öne", ["CTC203 q:öne"]),
        ("", ["CTC214 v"]),
    ],
)
@pytest.mark.parametrize("beside", ["", "<v>x:y</v>"])
def test_names_are_those_of_their_namespaces(
    schema: Path, value: str, expected: list[str], beside: str
) -> None:
    head = '<r xmlns="urn:p" xmlns:q="urn:p" xmlns:a="urn:o" xmlns:x="urn:x">'
    text = f"{head}<v>{value}</v>{beside}</r>"

    found = [
        f"{one.code} {text[one.range.start.offset : one.range.end.offset]}"
        for one in lint(text, schema=schema)
    ]

    assert found == [*expected, *(["CTC203 x:y"] if beside else [])]


def test_a_name_without_a_namespace_is_listed_too(schema: Path) -> None:
    right = '<q:r xmlns:q="urn:p" k="three"><q:v>three</q:v></q:r>'

    assert lint(right, schema=schema) == []
    assert [d.code for d in lint(right.replace("three<", "four<"), schema=schema)] == [
        "CTC203"
    ]


def test_where_more_is_said_of_names_libxml2_judges(schema: Path) -> None:
    text = '<r xmlns="urn:p"><s>one</s><s>four</s></r>'

    assert [one.code for one in lint(text, schema=schema)] == ["CTC203"]


def test_very_many_wrong_ones_are_not_asked_for_one_by_one(
    schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def said(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Verdicts, "said", said)

    found = lint(f'<r xmlns="urn:p">{"<v>four</v>" * 20}</r>', schema=schema)

    assert [one.code for one in found] == ["CTC203"] * 20
