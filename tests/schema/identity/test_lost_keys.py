"""References to keys of elements that are not where these are looked for: one fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="guide"><xs:complexType><xs:sequence>
    <xs:element name="station" maxOccurs="9"><xs:complexType><xs:sequence>
      <xs:element name="id" type="xs:string"/>
      <xs:element name="name" type="xs:string"/>
      <xs:element name="icon" minOccurs="0"/></xs:sequence></xs:complexType>
    </xs:element>
    <xs:element name="show" minOccurs="0" maxOccurs="9"><xs:complexType>
      <xs:attribute name="on" type="xs:string"/></xs:complexType></xs:element>
    <xs:element name="extra" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="line"/></xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType>
  <xs:key name="stations">
    <xs:selector xpath="station"/><xs:field xpath="id"/></xs:key>
  <xs:keyref name="ofStation" refer="stations">
    <xs:selector xpath="show"/><xs:field xpath="@on"/></xs:keyref>
  </xs:element></xs:schema>"""
A = "<station><id>a</id><name>A</name></station>"
B_INSIDE = "<id>b</id><name>B</name>"
ON_B = '<show on="b"/>'
LACKS = "`b` is no value of the key `stations`"


def told(content: str, schema: Path) -> list[str]:
    found = lint(f"<guide>{content}</guide>", schema=schema)
    return [one.message for one in found]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            f"{A}{B_INSIDE}{ON_B}",
            "`id` must stand in `station`, not directly in `guide`",
        ),
        (
            f"{A[:-10]}<station>{B_INSIDE}</station></station>{ON_B}",
            "`station` does not belong in `station`",
        ),
        (ON_B, "`guide` lacks the required element `station`"),
    ],
    ids=["wrapper lost", "misplaced", "missing"],
)
def test_reference_to_what_is_told_to_be_elsewhere_is_no_other_fault(
    content: str, message: str, schema: Path
) -> None:
    assert told(content, schema) == [message]


@pytest.mark.parametrize(
    ("content", "messages"),
    [
        (f"{A}{ON_B}", [LACKS]),
        (
            f"{A}{ON_B}<line/>",
            [LACKS, "`line` must stand in `extra`, not directly in `guide`"],
        ),
        (
            f'{A}{B_INSIDE}{ON_B}<show on="c"/>',
            [
                "`id` must stand in `station`, not directly in `guide`",
                LACKS,
                LACKS.replace("b", "c", 1),
            ],
        ),
    ],
    ids=["nothing else", "another element", "two of one"],
)
def test_reference_to_more_than_that_is_told(
    content: str, messages: list[str], schema: Path
) -> None:
    assert told(content, schema) == messages


@pytest.mark.parametrize(
    ("stations", "advice"),
    [
        (f"{A}<station><id/><name/></station>", ("expected `a`",)),
        ("<station><id/><name/></station>", ()),
    ],
)
def test_no_empty_key_is_offered(
    stations: str, advice: tuple[str, ...], schema: Path
) -> None:
    (found,) = lint(f"<guide>{stations}{ON_B}</guide>", schema=schema)

    assert (found.message, found.help) == (LACKS, advice)
