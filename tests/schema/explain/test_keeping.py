"""Strangers beside what lacks: none that may be the very thing is to be removed."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="note"><xs:complexType><xs:all>
    <xs:element name="title" type="xs:string"/>{others}
    <xs:element name="color" minOccurs="0"/>
  </xs:all></xs:complexType></xs:element></xs:schema>"""
NUMBER = '<xs:element name="number" type="xs:int"/>'
WORD = '<xs:element name="word" type="xs:string"/>'
MORE = '<xs:element name="more" type="xs:string"/>'
BOX = """<xs:element name="box"><xs:complexType>
  <xs:attribute name="a"/></xs:complexType></xs:element>"""
HOLDER = """<xs:element name="rows"><xs:complexType><xs:sequence>
  <xs:element name="row"/></xs:sequence></xs:complexType></xs:element>"""
STRAY = "remove it, or write the name that was meant"


def told(folder: Path, content: str, others: str = "") -> tuple[str, list[str]]:
    """Return the help of the stranger, and the titles of its fixes."""
    (folder / "s.xsd").write_text(SCHEMA.replace("{others}", others))
    found = lint(f"<note>{content}</note>", schema=folder / "s.xsd")
    (one,) = [d for d in found if d.code == "CTC201"]
    return one.help[0], [fix.title for fix in one.fixes]


@pytest.mark.parametrize(
    ("others", "stranger", "names"),
    [
        ("", "<x>a</x>", "`title`, which is"),
        ("", '<x a="1"/>', "`title`, which is"),
        (NUMBER, "<x>a</x>", "`title`, which is"),
        (NUMBER, "<x>7</x>", "`title` or `number`, which are"),
    ],
)
def test_it_may_be_what_is_missing(
    tmp_path: Path, others: str, stranger: str, names: str
) -> None:
    help_ = f"did you mean {names} missing here? else remove it"

    assert told(tmp_path, stranger, others) == (help_, [])


def test_of_many_the_help_has_the_number(tmp_path: Path) -> None:
    assert told(tmp_path, "<x>7</x>", NUMBER + WORD + MORE) == (
        "write the name that was meant: 4 are missing here; else remove it",
        [],
    )


@pytest.mark.parametrize(
    ("others", "content"),
    [
        # It says nothing, or what the type does not take;
        ("", "<x/>"),
        (NUMBER, "<title/><x>a</x>"),
        ("", "<x><y/></x>"),
        (HOLDER, "<title/><x>a</x>"),
        # nothing is missing; or it is what stands there already.
        ("", "<title/><x>a</x>"),
        ("", "<color>b</color><Color>a</Color>"),
    ],
)
def test_else_it_may_be_removed(tmp_path: Path, others: str, content: str) -> None:
    assert told(tmp_path, content, others)[1] == ["remove it"]


@pytest.mark.parametrize("stranger", ["<x>a</x>", '<x b="1"/>', "<x><y/>a</x>"])
def test_what_holds_elements_or_nothing_may_be_called_so(
    tmp_path: Path, stranger: str
) -> None:
    others = (
        BOX
        if stranger != "<x>a</x>"
        else BOX.replace("<xs:complexType>", "<xs:complexType mixed='true'>")
    )

    assert told(tmp_path, f"<title/>{stranger}", others) == (
        "did you mean `box`, which is missing here? else remove it",
        [],
    )
