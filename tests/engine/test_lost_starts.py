"""What lacks because only its end tag is left is one fault, told at the end tag."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

VALID = Path(__file__).parents[2] / "fixtures" / "valid"
CONTACT = (VALID / "contact.create.xml").read_text("utf-8")
SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="a"><xs:complexType><xs:sequence>
    <xs:element name="b" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="c"/></xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("schema") / "a.xsd"
    path.write_text(SCHEMA, "utf-8")
    return path


def told(text: str, schema: Path) -> list[tuple[int, str]]:
    """Return where each diagnostic is, and its message."""
    found = lint(text, schema=schema)
    return [(d.range.start.offset, d.message) for d in found]


def test_element_is_not_missing_where_its_end_tag_is(schema: Path) -> None:
    assert told("<a><b></c></b></a>", schema) == [(8, "`</c>` closes no open element")]


def test_nearest_one_lacks_it(schema: Path) -> None:
    assert told("<a><b/><b></c></b><b/></a>", schema) == [
        (4, "`b` lacks the required element `c`"),
        (12, "`</c>` closes no open element"),
        (19, "`b` lacks the required element `c`"),
    ]


def test_each_end_tag_is_of_one(schema: Path) -> None:
    assert told("<a><b></c> </c></b></a>", schema) == [
        (8, "`</c>` closes no open element"),
        (13, "`</c>` closes no open element"),
    ]


def test_other_end_tag_says_nothing_of_it(schema: Path) -> None:
    assert told("<a><b></d></b></a>", schema) == [
        (4, "`b` lacks the required element `c`"),
        (8, "`</d>` closes no open element"),
    ]


def test_start_tag_that_was_put_back_is_not_missing() -> None:
    text = CONTACT.replace("<FirstName>", "").replace("<EmailAddress>", "")

    assert [d.message for d in lint(text)] == [
        "`</EmailAddress>` closes no open element",
        "`</FirstName>` closes no open element",
    ]
