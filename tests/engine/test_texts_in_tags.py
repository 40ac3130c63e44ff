"""Texts in the tags of their elements, and tags that are no more than begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from said import underlined

from ctct_lint import lint
from ctct_lint.fixes.rounds import mend
from ctct_lint.model.diagnostic import Applicability

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="doc"><xs:complexType><xs:sequence>
    <xs:element name="size" type="xs:int" minOccurs="0"/>
    <xs:element name="status" type="xs:string" minOccurs="0"/>
    <xs:element name="version" type="xs:string" minOccurs="0"/>
    <xs:element name="box" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="in" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
Told = list[tuple[str, str, str, tuple[str, ...]]]


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "doc.xsd"
    path.write_text(SCHEMA)
    return path


@pytest.fixture
def told(schema: Path) -> Callable[[str], Told]:
    """Return what is said of a document that holds a text."""

    def said(inside: str) -> Told:
        text = f"<doc>{inside}</doc>"
        return [
            (d.code, underlined(text, d), d.message, tuple(f.title for f in d.fixes))
            for d in lint(text, schema=schema)
        ]

    return said


@pytest.mark.parametrize(
    ("written", "text", "mended"),
    [
        ("<status WARN SENT/>", "WARN SENT", "<status>WARN SENT</status>"),
        ("<status WARN SENT ></status>", "WARN SENT", "<status>WARN SENT</status>"),
        (
            "<status\n  sent, and read />",
            "sent, and read",
            "<status>sent, and read</status>",
        ),
        ("<size 12/>", "12", "<size>12</size>"),
        ("<size -12></size>", "-12", "<size>-12</size>"),
    ],
)
def test_text_in_the_tag_of_its_element_is_one_fault(
    told: Callable[[str], Told], schema: Path, written: str, text: str, mended: str
) -> None:
    title = "make it the text of the element"
    assert told(written) == [
        ("CTC113", text, f"the text `{text}` stands in the tag", (title,))
    ]

    data = f"<doc>{written}</doc>".encode()
    found = mend(
        data, lambda one: lint(one, schema=schema), frozenset(Applicability)
    ).data
    assert found == f"<doc>{mended}</doc>".encode()


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        # One word may be an attribute as HTML has them.
        ("<status WARN/>", ["CTC112"]),
        # There is another text, or it is none of the element's.
        ("<status WARN SENT>x</status>", ["CTC112", "CTC112"]),
        ("<box red small><in/></box>", ["CTC112", "CTC112"]),
        ("<box red small/>", ["CTC112", "CTC112"]),
        ("<strange red small/>", ["CTC201", "CTC112", "CTC112"]),
        # There are values.
        ('<status a="1" WARN SENT/>', ["CTC209", "CTC112", "CTC112"]),
    ],
)
def test_what_may_be_attributes_is_told_as_such(
    told: Callable[[str], Told], written: str, codes: list[str]
) -> None:
    assert [one[0] for one in told(written)] == codes


@pytest.mark.parametrize("begun", ["<ver\n", "<ver\n<box/>", "<b "])
def test_tag_that_is_only_begun_is_one_fault(
    told: Callable[[str], Told], schema: Path, begun: str
) -> None:
    message = "`<` begins no tag here and is not escaped"

    assert told(begun) == [("CTC106", "<", message, ())]
    (found,) = lint(f"<doc>{begun}</doc>", schema=schema)
    assert found.help == ("finish the tag that it begins: no text may stand here",)


def test_sign_in_a_text_that_may_stand_there_is_escaped(
    told: Callable[[str], Told],
) -> None:
    ((code, _, _, fixes),) = told("<status>1 < 2</status>")

    assert (code, fixes) == ("CTC106", ("escape it as `&lt;`",))


def test_text_before_the_sign_is_another_fault(told: Callable[[str], Told]) -> None:
    codes = [one[0] for one in told("text <ver <box/>")]

    assert codes == ["CTC211", "CTC106"]
