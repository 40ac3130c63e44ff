"""Children that have lost their wrapper, and with it the declaration of a namespace."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import Diagnostic, lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:s="urn:s"
    targetNamespace="urn:t" elementFormDefault="qualified">
  <xs:import namespace="urn:s" schemaLocation="sign.xsd"/>
  <xs:element name="letter"><xs:complexType><xs:sequence>
    <xs:element name="body"/>
    <xs:element ref="s:sign" minOccurs="0"/>
    <xs:element name="note" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
SIGN = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    targetNamespace="urn:s" xmlns="urn:s" elementFormDefault="qualified">
  <xs:element name="sign"><xs:complexType><xs:sequence>
    <xs:element name="by"><xs:complexType><xs:sequence>
      <xs:element name="name" type="xs:string"/></xs:sequence></xs:complexType>
    </xs:element>
    <xs:element name="day" type="xs:date"/>
    <xs:element name="signature" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
BY, DAY = "<by><name>me</name></by>", "<day>2020-01-02</day>"


def found_in(content: str, schema: Path) -> tuple[str, list[Diagnostic]]:
    (schema.parent / "sign.xsd").write_text(SIGN, "utf-8")
    text = f'<letter xmlns="urn:t"><body/>{content}<note/></letter>'
    return text, lint(text, schema=schema)


@pytest.mark.parametrize("row", [BY + DAY, f"{BY}{DAY}<signature/>"])
def test_they_are_wrapped_with_it(row: str, schema: Path) -> None:
    text, (found,) = found_in(row, schema)

    assert found.code == "CTC206"
    assert found.message == "`by` must stand in `sign`, not directly in `letter`"
    for edit in sorted(found.fixes[0].edits, reverse=True):
        at = edit.range.start.offset
        text = text[:at] + edit.new_text + text[at:]
    assert text == (
        f'<letter xmlns="urn:t"><body/><sign xmlns="urn:s">{row}</sign><note/></letter>'
    )
    assert lint(text, schema=schema) == []


def test_what_they_hold_is_checked(schema: Path) -> None:
    _, found = found_in(f"{BY}<day>today</day>", schema)

    assert [one.code for one in found] == ["CTC206", "CTC215"]


@pytest.mark.parametrize(
    "content",
    [
        # They are not all that the wrapper needs.
        DAY,
        # It is there.
        f"<sign xmlns='urn:s'>{BY}{DAY}</sign>{BY}{DAY}",
        # They say themselves what they are in.
        f"<x:by xmlns:x='urn:t'/>{DAY}",
        # It would hold none of them.
        "<other/>",
        "<other/>" * 201,
    ],
)
def test_others_are_not(content: str, schema: Path) -> None:
    _, found = found_in(content, schema)

    assert not any(one.message.startswith("`by` must stand in") for one in found)
    assert found
