"""Elements of the schema where a text belongs: markup of it, or other elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from said import underlined

from ctct_lint import lint

if TYPE_CHECKING:
    import re
import re
from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="book"><xs:complexType><xs:sequence>
    <xs:element name="name" type="xs:string"/>
    <xs:element name="pages" type="xs:int" minOccurs="0"/>
    <xs:element name="blurb" minOccurs="0"><xs:complexType mixed="true">
      <xs:sequence><xs:element ref="b" minOccurs="0"/>
        <xs:element name="list" minOccurs="0"><xs:complexType><xs:sequence>
          <xs:element name="li" type="xs:string"/></xs:sequence></xs:complexType>
        </xs:element></xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:element name="b"><xs:complexType mixed="true"><xs:sequence>
    <xs:element ref="b" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>
</xs:schema>"""


@pytest.mark.parametrize(
    ("content", "code", "at"),
    [
        ("<name>The <b>best</b> book</name>", "CTC501", "<b>best</b>"),
        ("<name><b>best</b></name>", "CTC501", "<b>best</b>"),
        ("<name><b>very</b> <b>best</b></name>", "CTC501", "<b>very</b> <b>best</b>"),
        ("<name>The <list><li>x</li></list></name>", "CTC501", None),
        # These have their own place.
        ("<name>The <li>best</li></name>", "CTC206", "li"),
        ("<name/><pages><b>7</b></pages>", "CTC206", "b"),
    ],
)
def test_what_stands_only_among_text_is_markup_in_a_text(
    content: str, code: str, at: str | None, schema: Path
) -> None:
    text = f"<book>{content}</book>"

    found = [(one.code, underlined(text, one)) for one in lint(text, schema=schema)]

    assert found == [(code, "<list><li>x</li></list>" if at is None else at)]


ATTRIBUTES = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="hash"><xs:complexType><xs:simpleContent>
    <xs:extension base="xs:string"><xs:attribute name="alg" use="required"/>
      <xs:attribute name="form"/></xs:extension>
  </xs:simpleContent></xs:complexType></xs:element></xs:schema>"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<hash><alg>MD5</alg>0A</hash>", [("CTC219", "alg")]),
        (
            "<hash><alg>MD5</alg><form>x</form></hash>",
            [("CTC219", "alg"), ("CTC219", "form")],
        ),
        (
            "<hash><alg>MD5</alg><value>0A</value></hash>",
            [("CTC219", "alg"), ("CTC201", "value")],
        ),
        ('<hash alg="MD5"><alg>MD5</alg></hash>', [("CTC501", "<alg>MD5</alg>")]),
    ],
)
def test_attributes_written_as_elements_of_a_text(
    text: str, expected: list[tuple[str, str]], schema: Path
) -> None:
    schema.write_text(ATTRIBUTES, "utf-8")

    found = [(one.code, underlined(text, one)) for one in lint(text, schema=schema)]

    assert found == expected


VALUES = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="book"><xs:complexType><xs:sequence>
    <xs:element name="name" type="xs:string"/>
    <xs:element name="pages" type="xs:int" minOccurs="0"/>
    <xs:element name="form" minOccurs="0"><xs:simpleType>
      <xs:restriction base="xs:string"><xs:enumeration value="soft"/></xs:restriction>
    </xs:simpleType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
UNWRAP = "remove its tags"
ESCAPE = "escape the markup"


@pytest.mark.parametrize(
    ("content", "code", "titles"),
    [
        ("<name><value>a</value></name>", "CTC501", [UNWRAP]),
        ("<name> <string>a</string>\n</name>", "CTC501", [UNWRAP]),
        ("<name>a</name><pages><value>7</value></pages>", "CTC501", [UNWRAP]),
        ("<name>a</name><pages><b>7</b></pages>", "CTC501", [UNWRAP]),
        ("<name>a</name><form><value>soft</value></form>", "CTC501", [UNWRAP]),
        # It is markup, or says more.
        ("<name><b>a</b></name>", "CTC501", [ESCAPE]),
        ("<name><value>a</value> b</name>", "CTC501", [ESCAPE]),
        ("<name>b <value>a</value></name>", "CTC501", [ESCAPE]),
        ('<name><value x="1">a</value></name>', "CTC501", [ESCAPE]),
        ("<name><value>a</value><value>b</value></name>", "CTC501", [ESCAPE]),
        ("<name><value><i>a</i></value></name>", "CTC501", [ESCAPE]),
        ("<name><value/></name>", "CTC501", [ESCAPE]),
        # It is no value.
        ("<name>a</name><pages><value>x</value></pages>", "CTC201", []),
        ("<name>a</name><pages><value><i>7</i></value></pages>", "CTC201", []),
        ("<name>a</name><pages><value/></pages>", "CTC201", []),
    ],
)
def test_tags_of_no_markup_round_a_value_are_taken_away(
    content: str, code: str, titles: list[str], schema: Path
) -> None:
    schema.write_text(VALUES, "utf-8")
    (found,) = lint(f"<book>{content}</book>", schema=schema)

    assert (found.code, [fix.title for fix in found.fixes]) == (code, titles)
    if titles == [UNWRAP]:
        *_, name, _ = re.findall(r"</(\w+)>", content)
        assert found.help == (f"take away the tags of `{name}`, not what it holds",)
