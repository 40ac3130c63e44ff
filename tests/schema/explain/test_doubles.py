"""Duplicates are one fault each; what they hold is checked besides, in both."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from tests.said import underlined

HOLDER = '<xs:complexType><xs:sequence><xs:element name="n" type="xs:int"/>\
</xs:sequence><xs:attribute name="k"/><xs:attribute name="id" type="xs:ID"/>\
</xs:complexType>'
SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="a" minOccurs="0">{HOLDER}</xs:element>
    <xs:element name="b" minOccurs="0">{HOLDER}</xs:element>
    <xs:element name="c" minOccurs="0" maxOccurs="2">{HOLDER}</xs:element>
    <xs:element name="twin" minOccurs="0" type="xs:int"/>
    <xs:element name="g" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="twin"><xs:complexType><xs:sequence>
        <xs:element name="n" type="xs:int"/></xs:sequence></xs:complexType>
      </xs:element></xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<a><n>x</n></a><a/>", ["CTC215 x", "CTC205 a"]),
        ("<a/><a><n>x</n></a>", ["CTC205 a", "CTC215 x"]),
        ("<a><n>x</n></a><a><n>y</n></a>", ["CTC215 x", "CTC205 a", "CTC215 y"]),
        ("<a><n>1</n></a><a><foo/></a>", ["CTC205 a", "CTC201 foo"]),
        ("<a><foo/></a><a><n>1</n></a>", ["CTC201 foo", "CTC205 a"]),
        ("<a><n>1</n></a><a><n>1</n>x</a>", ["CTC205 a", "CTC211 x"]),
        ("<a><n>1</n></a><a><n>1</n><n/></a>", ["CTC205 a", "CTC205 n"]),
        ("<a k='1'><n>1</n></a><a kk='1'/>", ["CTC205 a", "CTC209 kk"]),
    ],
)
def test_what_both_of_two_hold_is_checked(
    tmp_path: Path, content: str, expected: list[str]
) -> None:
    assert said(tmp_path, content) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<a/><a/>", ["CTC207 a", "CTC205 a"]),
        ("<a><n>1</n></a><a k='1'/>", ["CTC205 a"]),
        ("<a>x</a><a><n>1</n></a>", ["CTC205 a"]),
        ("<a id='i'><n>1</n></a><a id='i'><n>1</n></a>", ["CTC205 a"]),
        # It is another element, by a wrong name.
        ("<a><n>1</n></a><a><p/><q/><n>x</n></a>", ["CTC205 a"]),
        ("<a><n>1</n></a><a kk='1' href='x'/>", ["CTC205 a"]),
        ("<a><n>1</n></a><a><n>1</n><n>x</n></a>", ["CTC205 a", "CTC205 n"]),
    ],
)
def test_what_makes_one_the_worse_is_no_fault_of_its_own(
    tmp_path: Path, content: str, expected: list[str]
) -> None:
    assert said(tmp_path, content) == expected


@pytest.mark.parametrize(
    ("third", "expected"),
    [
        ("<c><n>x</n></c>", ["CTC205 c", "CTC215 x"]),
        ("<c k='1'/>", ["CTC205 c", "CTC207 c"]),
        ("<c/>", ["CTC205 c"]),
    ],
)
def test_one_of_three_where_two_may_stand_is_checked_if_it_says_anything(
    tmp_path: Path, third: str, expected: list[str]
) -> None:
    assert said(tmp_path, f"<c><n>1</n></c><c><n>2</n></c>{third}") == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<a><n>1</n><b><n>x</n></b></a>", ["CTC206 b", "CTC215 x"]),
        (
            "<a><n>1</n><b><n>1</n><n>1</n><foo/></b></a>",
            ["CTC206 b", "CTC205 n", "CTC201 foo"],
        ),
        # It may be something else that has the same name.
        ("<a><n>1</n><b><foo/></b></a>", ["CTC206 b"]),
        ("<a><n>1</n><b>x</b></a>", ["CTC206 b"]),
        ("<a><n>1</n><twin><n>x</n></twin></a>", ["CTC206 twin"]),
    ],
)
def test_what_a_child_in_the_wrong_parent_holds_is_checked(
    tmp_path: Path, content: str, expected: list[str]
) -> None:
    assert said(tmp_path, content) == expected


def said(folder: Path, content: str) -> list[str]:
    """Return the code of each diagnostic, and what it is about."""
    path = folder / "r.xsd"
    path.write_text(SCHEMA, "utf-8")
    text = f"<r>{content}</r>"
    return [f"{d.code} {underlined(text, d)}" for d in lint(text, schema=path)]
