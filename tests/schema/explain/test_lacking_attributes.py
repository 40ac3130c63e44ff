"""Attributes that lack: which values they may have, and what stands in their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="scale"><xs:complexType><xs:sequence>
    <xs:element name="mass" minOccurs="0"><xs:complexType>
      <xs:attribute name="unit" use="required"><xs:simpleType>
        <xs:restriction base="xs:NMTOKEN"><xs:enumeration value="kg"/>
        <xs:enumeration value="lb"/></xs:restriction></xs:simpleType></xs:attribute>
      <xs:attribute name="note"/></xs:complexType></xs:element>
    <xs:element name="reading" minOccurs="0"><xs:complexType>
      <xs:attribute name="taken" type="xs:date" use="required"/>
      <xs:attribute name="model" fixed="A&amp;B" use="required"/>
    </xs:complexType></xs:element>
    <xs:element name="copy" minOccurs="0"><xs:complexType>
      <xs:attribute name="srcdir" use="required"/>
      <xs:attribute name="count" type="xs:int"/></xs:complexType></xs:element>
    <xs:element name="link" minOccurs="0"><xs:complexType>
      <xs:attribute name="dir" use="required"/>
      <xs:attribute name="href" use="required"/></xs:complexType></xs:element>
    <xs:element name="address" minOccurs="0"><xs:complexType>
      <xs:attribute name="location" type="xs:anyURI" use="required"/>
    </xs:complexType></xs:element>
    <xs:element name="grid" minOccurs="0"><xs:complexType>
GRID</xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>""".replace(
    "GRID", "".join(f'<xs:attribute name="n{n}" use="required"/>' for n in range(9))
)


def told(content: str, schema: Path) -> list[tuple[str, ...]]:
    """Return of each diagnostic the code, message and help, and what is written."""
    return [
        (
            one.code,
            one.message,
            *one.help,
            *(edit.new_text for fix in one.fixes for edit in fix.edits),
        )
        for one in lint(f"<scale>{content}</scale>", schema=schema)
    ]


def lacks(name: str, attribute: str) -> str:
    return f"`{name}` lacks the required attribute `{attribute}`"


def strange(name: str, attribute: str) -> str:
    return f"`{name}` has no attribute `{attribute}`"


def test_the_values_that_it_may_have_are_listed(schema: Path) -> None:
    assert told("<mass/>", schema) == [
        (
            "CTC208",
            lacks("mass", "unit"),
            'add `unit="…"`',
            "`unit` is one of `kg`, `lb`",
        )
    ]


def test_of_many_that_may_have_any_value_only_the_names_are_told(
    schema: Path,
) -> None:
    names = ", ".join(f"`n{n}`" for n in range(7))
    written = ", ".join(f'`n{n}="…"`' for n in range(9))
    assert told("<grid/>", schema) == [
        (
            "CTC208",
            f"`grid` lacks the required attributes {names} and 2 more",
            f"add {written}",
        )
    ]


def test_the_only_value_is_written(schema: Path) -> None:
    assert told('<reading taken="2020-01-02"/>', schema) == [
        (
            "CTC208",
            lacks("reading", "model"),
            'add `model="A&amp;B"`',
            ' model="A&amp;B"',
        )
    ]


def test_of_several_each_has_its_values(schema: Path) -> None:
    ((_, message, help_, *_),) = told("<reading/>", schema)

    assert message.endswith(" lacks the required attributes `taken` and `model`")
    assert help_ == 'add `taken="…"`, `model="A&amp;B"`'


@pytest.mark.parametrize(
    ("content", "name", "attribute", "meant"),
    [
        # The value tells it: it is a date, and one of those that may be.
        ('<mass measure="kg"/>', "mass", "measure", "unit"),
        ('<reading model="A&amp;B" on="2020-01-02"/>', "reading", "on", "taken"),
        # The name tells it.
        ('<address lctn="a"/>', "address", "lctn", "location"),
        ('<copy src="a"/>', "copy", "src", "srcdir"),
        ('<copy base-srcdir="a"/>', "copy", "base-srcdir", "srcdir"),
    ],
)
def test_one_of_another_name_is_one_fault(
    content: str, name: str, attribute: str, meant: str, schema: Path
) -> None:
    assert told(content, schema) == [
        (
            "CTC209",
            strange(name, attribute),
            f"did you mean `{meant}`, which is missing here?",
            meant,
        )
    ]


def test_what_nothing_tells_is_two_faults_and_keeps_its_value(schema: Path) -> None:
    assert told('<copy zulu="a"/>', schema) == [
        ("CTC208", lacks("copy", "srcdir"), 'add `srcdir="…"`'),
        (
            "CTC209",
            strange("copy", "zulu"),
            "expected one of `srcdir`, `count`",
            "srcdir",
        ),
    ]


def test_what_may_be_nothing_else_is_asked_for(schema: Path) -> None:
    (_, (_, _, *rest)) = told('<address url="http://a.example"/>', schema)

    assert rest == ["did you mean `location`, which is missing here?", "location"]


@pytest.mark.parametrize(
    "written",
    [
        # The value would be wrong.
        'measure="stone"',
        # It says nothing.
        'measure=""',
        # It is of another namespace.
        'o:measure="kg" xmlns:o="urn:o"',
    ],
)
def test_what_it_cannot_be_is_to_be_removed(written: str, schema: Path) -> None:
    found = told(f"<mass {written}/>", schema)

    assert [one[0] for one in found] == ["CTC208", "CTC209"]
    assert found[1][-1] == ""


def test_of_several_those_are_meant_whose_names_are_alike(schema: Path) -> None:
    found = told('<link basedir="a" linkhref="b" dirname="c" zulu="d"/>', schema)

    assert [(one[0], one[1], one[-1]) for one in found] == [
        ("CTC209", strange("link", "basedir"), "dir"),
        ("CTC209", strange("link", "linkhref"), "href"),
        ("CTC209", strange("link", "dirname"), ""),
        ("CTC209", strange("link", "zulu"), ""),
    ]


def test_of_very_many_none_is_compared(schema: Path) -> None:
    many = " ".join(f'a{number}="1"' for number in range(9))
    found = told(f"<copy {many} src='a'/>", schema)

    assert [one[0] for one in found] == ["CTC208", *["CTC209"] * 10]
