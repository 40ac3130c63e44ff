"""Assertions of XSD 1.1, of elements and of values."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t"
  targetNamespace="urn:t" attributeFormDefault="qualified">
<xs:simpleType name="Even"><xs:restriction base="xs:int">
  <xs:assertion test="$value mod 2 = 0"/></xs:restriction></xs:simpleType>
<xs:element name="r"><xs:complexType>
  <xs:sequence><xs:element name="a" type="t:Even" maxOccurs="9"/></xs:sequence>
  <xs:attribute name="n" type="xs:int"/>
  <xs:attribute name="even" type="t:Even" form="unqualified"/>
  <xs:attribute name="odd" type="t:Even"/>
  <xs:assert test="not(@t:n) or @t:n = count(a)"/>
  <xs:assert test="count(a) lt 3"/>
</xs:complexType></xs:element></xs:schema>"""
COUNT = "`r` breaks the assertion `not(@t:n) or @t:n = count(a)`"
FEW = "`r` breaks the assertion `count(a) lt 3`"


def odd(value: str, owner: str) -> tuple[str, str, str]:
    message = f"`{value}` in `{owner}` breaks the assertion `$value mod 2 = 0`"
    return "CTC241", value, message


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("><a>2</a>", []),
        (' t:n="1"><a>2</a>', []),
        ("><a>2</a><a> 3 </a>", [odd("3", "a")]),
        (' even="5"><a>2</a>', [odd("5", "even")]),
        (' even="4" t:odd="7"><a>2</a>', [odd("7", "odd")]),
        (' t:n="2"><a>2</a>', [("CTC241", "t:r", COUNT)]),
        (
            ' t:n="2"><a>2</a><a>2</a><a>4</a>',
            [("CTC241", "t:r", FEW), ("CTC241", "t:r", COUNT)],
        ),
        # Whatever is wrong with the element itself may be the cause.
        (
            ' t:n="2" even="x" t:odd="4"><a>3</a>',
            [
                ("CTC215", "x", "`x` in `even` is not a whole number"),
                odd("3", "a"),
            ],
        ),
        (' t:n="2">', [("CTC207", "t:r", "`r` lacks the required element `a`")]),
    ],
)
def test_each_assertion_is_told(
    tmp_path: Path, content: str, expected: list[tuple[str, str, str]]
) -> None:
    schema = tmp_path / "r.xsd"
    schema.write_text(SCHEMA, "utf-8")
    document = f'<t:r xmlns:t="urn:t"{content}</t:r>'

    assert [
        (d.code, document[d.range.start.offset : d.range.end.offset], d.message)
        for d in lint(document, schema=schema)
    ] == expected
