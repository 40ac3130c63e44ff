"""A guess that leaves the document as wrong as it was is not offered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint
from ctct_lint.engine import parse
from ctct_lint.engine import schema_trial as trial

if TYPE_CHECKING:
    from lxml import etree

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
  targetNamespace="urn:fleet" xmlns="urn:fleet" elementFormDefault="qualified">
  <xs:element name="fleet"><xs:complexType><xs:sequence>
    <xs:element name="port"><xs:complexType><xs:sequence>
      <xs:element name="country" type="country" minOccurs="0"/>
      <xs:element name="berths" minOccurs="0"><xs:complexType><xs:sequence>
        <xs:element name="berth" type="xs:string" maxOccurs="unbounded"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="boat" type="boat" maxOccurs="unbounded"/>
  </xs:sequence></xs:complexType></xs:element>
  <xs:complexType name="boat"><xs:sequence>
    <xs:element name="name" type="xs:string"/>
    <xs:element name="tons" type="xs:int"/>
    <xs:element name="flag" type="country" minOccurs="0"/>
  </xs:sequence></xs:complexType>
  <xs:simpleType name="country"><xs:restriction base="xs:string">
    <xs:pattern value="[A-Z]{2}"/></xs:restriction></xs:simpleType></xs:schema>"""
PORT = "<port/>"
# There is more in it, and to remove the text does not empty it.
BERTHS = "<berths><berth>1</berth></berths>"
VALID = Path(__file__).parents[2] / "fixtures" / "valid"
BOAT = "<boat><name>Ida</name><tons>7</tons></boat>"


def titles(content: str, schema: Path) -> list[tuple[str, list[str]]]:
    """Return the code of each diagnostic and the titles of its fixes."""
    text = f'<fleet xmlns="urn:fleet">{content}</fleet>'
    told = lint(text, schema=schema)
    return [(d.code, [fix.title for fix in d.fixes]) for d in told]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("<port>DE</port>", [("CTC211", ["wrap it in `<country>`"])]),
        (f"<port>Hull{BERTHS}</port>", [("CTC211", ["remove the text"])]),
        # What is all there is in an element is not removed.
        ("<port>Hull</port>", [("CTC211", [])]),
        (
            "<port><berth>1</berth></port>",
            [("CTC206", ["wrap it in `<berths>`"])],
        ),
    ],
)
def test_fix_that_the_schema_refuses_is_not_offered(
    content: str, found: list[tuple[str, list[str]]], schema: Path
) -> None:
    assert titles(content + BOAT, schema) == found


def test_advice_is_to_do_what_the_schema_agrees_to(schema: Path) -> None:
    text = f'<fleet xmlns="urn:fleet"><port>{{}}</port>{BOAT}</fleet>'

    advice = [
        found.help
        for port in ("DE", f"Hull{BERTHS}")
        for found in lint(text.format(port), schema=schema)
    ]

    assert advice == [("wrap it in `<country>`",), ("remove the text",)]


def test_fix_of_one_of_two_faults_is_offered(schema: Path) -> None:
    boat = "<boat><tons>7</tons><name>Ida</name><zz>1</zz></boat>"

    assert titles(PORT + boat, schema) == [
        ("CTC206", ["move it before `tons`"]),
        ("CTC201", ["remove it"]),
    ]


def test_fixes_that_are_all_right_are_tried_at_once(
    schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def strict_root(text: str) -> etree._Element | None:
        read.append(text)
        return parse.strict_root(text)

    monkeypatch.setattr(trial, "strict_root", strict_root)
    boat = "<boat><tons>7</tons><name>Ida</name><zz>1</zz></boat>"

    assert titles(f"<port>DE</port>{boat}", schema) == [
        ("CTC211", ["wrap it in `<country>`"]),
        ("CTC206", ["move it before `tons`"]),
        ("CTC201", ["remove it"]),
    ]
    boat = "<boat><name>Ida</name><tons>7</tons></boat>"
    port = "<port><country>DE</country></port>"
    assert read == [f'<fleet xmlns="urn:fleet">{port}{boat}</fleet>']


def test_right_fix_beside_a_wrong_one_is_offered(schema: Path) -> None:
    boat = "<boat><name>Ida</name><tons>7</tons><zz>1</zz></boat>"

    assert titles(f"<port>Hull{BERTHS}</port>{boat}", schema) == [
        ("CTC211", ["remove the text"]),
        ("CTC201", ["remove it"]),
    ]


def test_fix_that_makes_no_xml_is_not_offered(
    schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial, "_edited", lambda _text, _edits: "<fleet>")

    assert titles("<port>DE</port>" + BOAT, schema) == [("CTC211", [])]


def test_fix_in_a_long_text_is_offered_untried(
    schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial, "_MOST", 50)

    found = titles("<port>Hull</port>" + BOAT, schema)

    assert found == [("CTC211", ["wrap it in `<country>`"])]


@pytest.mark.parametrize(
    ("readings", "fixes"),
    [
        (1, ["wrap it in `<country>`"]),  # it is tried with all others, not alone
        (2, ["remove the text"]),
    ],
)
def test_fix_is_tried_where_there_is_room_for_what_is_wrong(
    readings: int, fixes: list[str], schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = f"<port>Hull{BERTHS}</port>" + BOAT
    length = len(f'<fleet xmlns="urn:fleet">{content}</fleet>') + 2 * len("<country/>")
    monkeypatch.setattr(trial, "_MOST", readings * (length + trial._FAULT))

    assert titles(content, schema) == [("CTC211", fixes)]


def test_many_faults_leave_no_room_for_trials(
    schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trial, "_FAULT", trial._MOST)

    found = titles("<port>Hull</port>" + BOAT, schema)

    assert found == [("CTC211", ["wrap it in `<country>`"])]


@pytest.mark.parametrize("is_apart", [True, False])
def test_fix_of_what_the_schema_does_not_see_is_offered(
    monkeypatch: pytest.MonkeyPatch, *, is_apart: bool
) -> None:
    monkeypatch.setattr(trial, "_is_apart", lambda _edits: is_apart)
    entry = (VALID / "contact.create.xml").read_text("utf-8").partition("?>")[2]

    (told,) = lint(f"<wrap>{entry}</wrap>", operation="create")

    assert [fix.title for fix in told.fixes] == ["remove the tags round it"]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (PORT + "<x:boat/>", [("CTC131", [])]),
        (
            f"{PORT}<boat><y:name>Ida</y:name><tons>7</tons></boat>",
            [("CTC131", ["declare the prefix"])],
        ),
    ],
)
def test_namespace_of_a_prefix_is_offered_where_its_element_may_stand(
    content: str, found: list[tuple[str, list[str]]], schema: Path
) -> None:
    assert titles(content, schema) == found
