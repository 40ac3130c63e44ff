"""A key that finds nothing is told in the file of the schema, behind the documents."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Called = Callable[..., Result]
SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
  targetNamespace="urn:m" xmlns:m="urn:m" elementFormDefault="qualified">
  <xs:element name="list"><xs:complexType><xs:sequence>
    <xs:element name="item" maxOccurs="9"><xs:complexType>
      <xs:attribute name="no"/></xs:complexType></xs:element>
  </xs:sequence></xs:complexType>
    <xs:unique name="U"><xs:selector xpath="m:item|{}"/><xs:field xpath="@{}"/>
  </xs:unique></xs:element>
</xs:schema>"""
TWICE = '<list xmlns="urn:m"><item no="1"/><item no="1"/></list>'
FOUND = "document.xml:1:45: error[CTC232] `1` stands twice, but `U` must be unique\n"


@pytest.mark.parametrize(
    ("selector", "field", "said"),
    [
        (
            "item",
            "no",
            FOUND + "s.xsd:7:47: warning[CTC911] `item` is no element of this schema: "
            "`U` finds nothing by it\n",
        ),
        (
            "m:item",
            "m:no",
            (
                "s.xsd:7:78: warning[CTC911] `@m:no` is no attribute of this schema: "
                "`U` finds nothing by it\n"
            ),
        ),
        ("m:item", "no", FOUND),
    ],
)
def test_it_is_told_each_time_and_nothing_has_failed(
    called: Called, tmp_path: Path, selector: str, field: str, said: str
) -> None:
    (tmp_path / "s.xsd").write_text(SCHEMA.format(selector, field))
    (tmp_path / "document.xml").write_text(TWICE)
    arguments = "check --schema=s.xsd --cache --output-format=concise document.xml"

    for _ in range(2):
        result = called(*arguments.split())

        assert result.stdout == said
        assert result.exit_code == ("error" in said)


def test_where_it_is_written_in_full_all_of_the_path_is_at_fault(
    called: Called, tmp_path: Path
) -> None:
    schema = SCHEMA.replace("@{}", "attribute::m:no").format("m:item")
    (tmp_path / "s.xsd").write_text(schema)
    (tmp_path / "document.xml").write_text(TWICE)

    result = called("check", "--schema=s.xsd", "document.xml")

    assert 'xpath="attribute::m:no"/>\n' in result.stdout
    assert f"^{'^' * 14}\n" in result.stdout


def test_it_is_told_beside_rules_that_cannot_be_used(
    called: Called, tmp_path: Path
) -> None:
    (tmp_path / "s.xsd").write_text(SCHEMA.format("item", "no"))
    (tmp_path / "document.xml").write_text('<list xmlns="urn:m"><item/></list>')
    (tmp_path / "r.sch").write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern>'
        '<rule context="*"><assert test="1 +">a</assert></rule></pattern></schema>'
    )

    result = called("check", "--schema=s.xsd", "--schematron=r.sch", "document.xml")

    assert "error[CTC909]" in result.stdout
    assert "warning[CTC911]" in result.stdout
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("selector", "field", "help_"),
    [
        (
            "item",
            "no",
            "write `m:item`: in a path a name without a prefix is in no namespace",
        ),
        ("m:item", "m:no", "write `@no`: most attributes are in no namespace"),
        ("m:itme", "no", "write the name of an element that the schema declares"),
    ],
)
def test_the_help_says_what_to_write(
    called: Called, tmp_path: Path, selector: str, field: str, help_: str
) -> None:
    (tmp_path / "s.xsd").write_text(SCHEMA.format(selector, field))
    (tmp_path / "document.xml").write_text('<list xmlns="urn:m"><item/></list>')

    result = called("check", "--schema=s.xsd", "document.xml")

    assert f"= help: {help_}" in result.stdout
