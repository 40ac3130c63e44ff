"""A text beside what is missing, which it may be: it is not to be removed unseen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fixture_file import FIXTURES

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r"><xs:complexType><xs:all>
    <xs:element name="word" type="xs:string"/>
    <xs:element name="day" type="xs:date"/>
    <xs:element name="box"><xs:complexType><xs:sequence/></xs:complexType></xs:element>
    <xs:element name="more" type="xs:string" minOccurs="0"/>
  </xs:all></xs:complexType></xs:element></xs:schema>"""
WORD, DAY, BOX = "<word>a</word>", "<day>2001-01-01</day>", "<box/>"
MEANT = "did you mean {}, which {} missing here? else remove it"


@pytest.mark.parametrize(
    ("content", "names", "verb"),
    [
        (f"a{DAY}{BOX}", "`word`", "is"),
        (f"{DAY}a b{BOX}", "`word`", "is"),
        (f"{WORD}2001-01-02{BOX}", "`day`", "is"),
        (f"2001-01-02{BOX}", "`word` or `day`", "are"),
    ],
)
def test_it_may_be_what_is_missing(
    content: str, names: str, verb: str, tmp_path: Path
) -> None:
    assert told(content, tmp_path) == (MEANT.format(names, verb), [])


@pytest.mark.parametrize(
    "content",
    [
        # It is no value of that, a mere sign, the rest of a tag, or nothing is missing.
        f"{WORD}a{BOX}",
        f"{WORD}{DAY}a",
        f"+{DAY}{BOX}",
        f"{DAY}{BOX}/word>",
        f"{WORD}{DAY}{BOX}<more/>a",
    ],
)
def test_else_it_may_be_removed(content: str, tmp_path: Path) -> None:
    assert told(content, tmp_path) == ("remove it", ["remove the text"])


def told(content: str, folder: Path) -> tuple[str, list[str]]:
    """Return the help of the text, and the titles of its fixes."""
    (folder / "s.xsd").write_text(SCHEMA)
    found = lint(f"<r>{content}</r>", schema=folder / "s.xsd")
    (text,) = [one for one in found if one.code == "CTC211"]
    return text.help[0], [fix.title for fix in text.fixes]


def test_of_many_it_has_lost_the_tags_of_one(tmp_path: Path) -> None:
    many = "".join(f'<xs:element name="{name}" type="xs:string"/>' for name in "abcd")
    (tmp_path / "s.xsd").write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="r">'
        f"<xs:complexType><xs:all>{many}</xs:all></xs:complexType></xs:element>"
        "</xs:schema>"
    )
    found = lint("<r>x<d/></r>", schema=tmp_path / "s.xsd")
    (text,) = [one for one in found if one.code == "CTC211"]
    lost = (
        "put it between the tags that it has lost: 3 are missing here; else remove it"
    )
    assert text.help == (lost,)


@pytest.mark.parametrize("name", ["Subject", "title", "Name"])
def test_nothing_is_put_in_its_place_either(name: str) -> None:
    text = (FIXTURES / "valid" / "campaign-minimal.create.xml").read_text("utf-8")
    bare = re.sub(f"<{name}[^>]*>(.*)</{name}>", r"\1", text, count=1)
    found = lint(bare, operation="create")

    assert [one.code for one in found] == ["CTC207", "CTC211"]
    assert [one.fixes for one in found] == [(), ()]
