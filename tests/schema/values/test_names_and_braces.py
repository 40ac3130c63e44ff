"""Names are compared with their namespaces; what only looks so is compared as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import Diagnostic, lint
from ctct_lint.schema.values.synthetic import MANY

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t"
  targetNamespace="urn:t" elementFormDefault="qualified">
  <xs:simpleType name="Kind"><xs:restriction base="xs:{}">{}</xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="Wide"><xs:union memberTypes="t:Kind xs:date"/></xs:simpleType>
  <xs:element name="shop"><xs:complexType><xs:sequence>
    <xs:element name="kind" type="t:Kind" minOccurs="0" maxOccurs="unbounded"/>
    <xs:element name="wide" type="t:Wide" minOccurs="0"/>
  </xs:sequence></xs:complexType>{}</xs:element>
</xs:schema>"""
KEY = """<xs:key name="kinds">
  <xs:selector xpath="t:kind"/><xs:field xpath="."/></xs:key>"""


def told(
    folder: Path, base: str, facets: str, inside: str, key: str = ""
) -> list[Diagnostic]:
    schema = folder / "shop.xsd"
    schema.write_text(SCHEMA.format(base, facets, key))
    return lint(f'<shop xmlns="urn:t" xmlns:y="urn:y">{inside}</shop>', schema=schema)


def said(diagnostics: list[Diagnostic]) -> list[tuple[str, str]]:
    return [(d.code, d.message) for d in diagnostics]


def listed(*values: str) -> str:
    return "".join(f'<xs:enumeration value="{value}"/>' for value in values)


def numbered(many: int) -> list[str]:
    return [f"v{number}" for number in range(many)]


@pytest.mark.parametrize("many", [0, MANY])
@pytest.mark.parametrize("base", ["string", "token"])
def test_texts_in_braces_are_no_names(tmp_path: Path, base: str, many: int) -> None:
    values = listed("{\\}y", "{urn:a}red", "{id}", *numbered(many))
    right = "<kind>{\\}y</kind><kind>{urn:a}red</kind><kind>{id}</kind>"
    found = told(tmp_path, base, values, f"{right}<kind>{{urn:a}}rad</kind>")

    assert said(found) == [("CTC203", "`{urn:a}rad` is not a valid kind")]
    assert found[0].fixes[0].edits[0].new_text == "{urn:a}red"
    found = told(tmp_path, base, values, f"{right}<kind>n0:red</kind>")
    assert [d.code for d in found] == ["CTC203"]


@pytest.mark.parametrize("key", ["", KEY], ids=["no key", "key"])
def test_the_default_namespace_counts_for_names(tmp_path: Path, key: str) -> None:
    values = listed("red", "t:blue")

    assert said(told(tmp_path, "QName", values, "<kind>blue</kind>", key)) == []
    assert said(told(tmp_path, "QName", values, "<kind>red</kind>", key)) == [
        ("CTC203", "`red` is not a valid kind")
    ]


def test_a_name_of_a_union_is_refused_for_what_it_lacks(tmp_path: Path) -> None:
    pattern = '<xs:pattern value="y:a.*"/>'

    assert said(told(tmp_path, "QName", pattern, "<wide>y:ab</wide>")) == []
    (found,) = told(tmp_path, "QName", pattern, "<wide>y:b</wide>")
    assert found.code == "CTC216"
