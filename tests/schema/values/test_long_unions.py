"""Of unions of many types and of fixed values the same is said, but sooner."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint
from ctct_lint.schema.sources.sources import Sources
from ctct_lint.schema.sources.xsd import read_taken

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
 <xs:element name="d"><xs:complexType>
  <xs:choice minOccurs="0" maxOccurs="unbounded">
   <xs:element name="v" type="Sizes"/>
   <xs:element name="f" type="xs:string" fixed="a b"/>
   <xs:element name="n" type="xs:integer" fixed="7"/>
   <xs:any namespace="urn:other" minOccurs="0" processContents="lax"/>
  </xs:choice></xs:complexType></xs:element>
 <xs:simpleType name="Sizes"><xs:union memberTypes="Word Low High Byte Short"/>
 </xs:simpleType>
 <xs:simpleType name="Word"><xs:restriction base="xs:string">
  <xs:enumeration value="small"/></xs:restriction></xs:simpleType>
 <xs:simpleType name="Low"><xs:restriction base="xs:decimal">
  <xs:maxInclusive value="9"/></xs:restriction></xs:simpleType>
 <xs:simpleType name="High"><xs:restriction base="xs:decimal">
  <xs:minInclusive value="90"/></xs:restriction></xs:simpleType>
 <xs:simpleType name="Byte"><xs:restriction base="xs:byte"/></xs:simpleType>
 <xs:simpleType name="Short"><xs:restriction base="xs:byte"/></xs:simpleType>
</xs:schema>"""


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "s.xsd"
    path.write_text(SCHEMA)
    return path


@pytest.mark.parametrize(
    ("document", "codes"),
    [
        ("<v>small</v><v>5</v><v>95</v><v>12</v>", []),
        ("<v>tiny</v>", ["CTC203"]),
        ("<v>50.5</v><v>x</v>", ["CTC218", "CTC203"]),
        ("<f>a b</f><n>7</n><n> 07 </n>", []),
        ("<f>a c</f><f>ab</f><f>a  b</f><n>8</n>", ["CTC226"] * 4),
    ],
)
def test_values_are_told_by_what_they_are(
    document: str, codes: list[str], schema: Path
) -> None:
    assert [one.code for one in lint(f"<d>{document}</d>", schema=schema)] == codes


def test_no_model_is_checked_of_a_schema_that_was_taken(
    schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes xmlschema the square of the number of children."""

    def check(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("xmlschema.validators.xsd_globals.check_model", check)
    assert read_taken(Sources(str(schema), "")).maps.built
    # In XSD 1.1 an element goes before a wildcard: that is a result of the check.
    later = '<xs:element name="x"><xs:alternative/></xs:element></xs:schema>'
    schema.write_text(SCHEMA.replace("</xs:schema>", later))
    with pytest.raises(AssertionError):
        read_taken(Sources(str(schema), ""))


LISTED = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
 <xs:element name="d"><xs:complexType>
  <xs:choice minOccurs="0" maxOccurs="unbounded">
   <xs:element name="v" type="All"/><xs:element name="f" type="Few"/>
  </xs:choice></xs:complexType></xs:element>
 <xs:simpleType name="All"><xs:union memberTypes="Half {}"/></xs:simpleType>
 <xs:simpleType name="Half"><xs:union memberTypes="{}"/></xs:simpleType>
 <xs:simpleType name="Few"><xs:restriction base="All">
  <xs:enumeration value="v1"/></xs:restriction></xs:simpleType>{}
</xs:schema>"""
ONE = """<xs:simpleType name="T{}"><xs:restriction base="xs:{}">
 <xs:enumeration value="v{}"/></xs:restriction></xs:simpleType>"""


@pytest.mark.parametrize(
    ("base", "document", "expected"),
    [
        ("token", "<v>v0</v><v>v11</v><v> v5\n</v><f>v1</f>", []),
        ("string", "<v>v0</v><v>v11</v><f>v1</f>", []),
        ("token", "<v>v12</v><v>v1 v2</v><f>v2</f>", ["v12", "v1 v2", "v2"]),
        ("string", "<v>v12</v><v> v1</v><f>v2</f>", ["v12", "v1", "v2"]),
        ("normalizedString", "<v>v12</v><v>v1</v>", ["v12"]),
    ],
)
def test_a_value_is_one_of_many_lists(
    base: str, document: str, expected: list[str], tmp_path: Path
) -> None:
    types = "".join(ONE.format(n, base, n) for n in range(12))
    half, rest = (" ".join(f"T{n}" for n in part) for part in (range(6), range(6, 12)))
    path = tmp_path / "s.xsd"
    path.write_text(LISTED.format(rest, half, types))

    found = list(lint(f"<d>{document}</d>", schema=path))

    # In a text, white space around it counts.
    assert {one.code for one in found} <= {"CTC203", "CTC243"}
    assert [one.message.split("`")[1] for one in found] == expected


def test_as_many_values_are_compared_as_anybody_will_be_shown(
    schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slip = "<d><v>smalll</v><v>smal</v></d>"
    low = 'decimal">\n  <xs:maxInclusive value="9"/>'
    assert low in SCHEMA
    digit = 'string"><xs:pattern value="[0-9]"/>'
    schema.write_text(SCHEMA.replace(low, digit))
    assert [one.code for one in lint(slip, schema=schema)] == ["CTC203", "CTC203"]

    monkeypatch.setattr("ctct_lint.schema.values.judge.MOST_OF_KIND", 1)

    # The second one is told as what it is if nothing is meant.
    assert [one.code for one in lint(slip, schema=schema)] == ["CTC203", "CTC216"]
