"""Values that are names: what could stand there has the prefixes that count there."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.xml.edits import apply_edits

WAY = """<xs:simpleType><xs:restriction base="xs:QName">
  <xs:enumeration value="u:up"/><xs:enumeration value="u:down"/>
</xs:restriction></xs:simpleType>"""
SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:u="urn:u"
    targetNamespace="urn:t" xmlns:t="urn:t" elementFormDefault="qualified">
  <xs:element name="way">{WAY}</xs:element>
  <xs:element name="ways"><xs:simpleType><xs:list>{WAY}</xs:list></xs:simpleType>
  </xs:element>
  <xs:element name="either"><xs:simpleType><xs:union memberTypes="xs:QName">
    <xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value="1"/>
    </xs:restriction></xs:simpleType></xs:union></xs:simpleType></xs:element>
  <xs:element name="only" type="xs:QName" fixed="u:up"/>
  <xs:element name="at"><xs:complexType>
    <xs:attribute name="way" fixed="u:up" type="xs:QName"/></xs:complexType>
  </xs:element></xs:schema>"""
BOTH = "expected one of `u:up`, `u:down`"
FIRST_DOWN = "expected one of `u:down`, `u:up`"


def told(document: str, folder: Path) -> list[tuple[str, tuple[str, ...], list[str]]]:
    """Return of each diagnostic the code, the help, and what its fixes make."""
    (folder / "s.xsd").write_text(SCHEMA)
    return [
        (
            one.code,
            one.help,
            [
                apply_edits(document, edits_of([ChosenFix(one, fix)]))
                for fix in one.fixes
            ],
        )
        for one in lint(document, schema=folder / "s.xsd")
    ]


def way(value: str, name: str = "way") -> str:
    return f'<t:{name} xmlns:t="urn:t" xmlns:u="urn:u">{value}</t:{name}>'


@pytest.mark.parametrize("value", ["u:dwn", "u:downn", "u:Down", "t:down", "down"])
def test_the_one_that_is_meant_has_its_prefix(value: str, tmp_path: Path) -> None:
    assert told(way(value), tmp_path) == [
        ("CTC203", ("did you mean `u:down`?", FIRST_DOWN), [way("u:down")])
    ]


def test_so_have_those_that_could_stand_there(tmp_path: Path) -> None:
    assert told(way("u:left"), tmp_path) == [("CTC203", (BOTH,), [])]


def test_an_item_of_a_list_has_its_prefix(tmp_path: Path) -> None:
    assert told(way("u:up u:dwn", "ways"), tmp_path) == [
        (
            "CTC203",
            ("did you mean `u:down`?", FIRST_DOWN),
            [way("u:up u:down", "ways")],
        )
    ]


def test_another_prefix_of_the_namespace_is_as_good(tmp_path: Path) -> None:
    document = '<way xmlns="urn:t" xmlns:x="urn:u">x:{}</way>'

    assert told(document.format("Up"), tmp_path) == [
        (
            "CTC203",
            ("did you mean `x:up`?", "expected one of `x:up`, `x:down`"),
            [document.format("up")],
        )
    ]


def test_where_no_prefix_is_declared_nothing_is_guessed(tmp_path: Path) -> None:
    assert told('<way xmlns="urn:t">up</way>', tmp_path) == [
        ("CTC203", ("expected one of `up`, `down`",), [])
    ]


def test_an_empty_one_is_asked_for_with_its_prefix(tmp_path: Path) -> None:
    ((code, help_, _),) = told(way(""), tmp_path)

    assert code == "CTC214"
    assert "`u:up`" in help_[0]


def test_the_fixed_one_has_its_prefix(tmp_path: Path) -> None:
    assert told(way("up", "only"), tmp_path) == [
        ("CTC226", ("the only value is `u:up`",), [way("u:up", "only")])
    ]


def test_a_fixed_one_without_a_prefix_is_not_written(tmp_path: Path) -> None:
    assert told('<at xmlns="urn:t" way="up"/>', tmp_path) == [
        ("CTC226", ("the only value is `up`",), [])
    ]


def test_of_a_union_the_others_are_no_names(tmp_path: Path) -> None:
    ((code, help_, _),) = told(way("2 3", "either"), tmp_path)

    assert code == "CTC203"
    assert "`1`" in help_[0]
