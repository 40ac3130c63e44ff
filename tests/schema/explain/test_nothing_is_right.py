"""Contents that nothing makes right, as a schema with an empty choice has them."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

A, B = '<xs:element name="a"/>', '<xs:element name="b"/>'
CONTENTS = {
    "alone": "<xs:choice/>",
    "last": f"<xs:sequence>{A}<xs:choice/></xs:sequence>",
    "first": f"<xs:sequence><xs:choice/>{A}</xs:sequence>",
    "many": '<xs:choice maxOccurs="unbounded"/>',
    "deep": f"<xs:sequence>{A}<xs:sequence><xs:choice/></xs:sequence></xs:sequence>",
    "optional": f'<xs:sequence>{A}<xs:choice minOccurs="0"/></xs:sequence>',
    "other": f"<xs:choice>{A}<xs:choice/></xs:choice>",
    "part": f'<xs:sequence><xs:sequence minOccurs="0">{A}<xs:choice/></xs:sequence>'
    f"{B}</xs:sequence>",
}
SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{
    "".join(
        f'<xs:element name="{name}"><xs:complexType>{content}</xs:complexType>'
        "</xs:element>"
        for name, content in CONTENTS.items()
    )
}</xs:schema>"""
ADVICE = "mend the schema: a `choice` in it is empty, and required"


@pytest.mark.parametrize("name", ["alone", "last", "first", "many", "deep"])
@pytest.mark.parametrize("content", ["", "<a/>", "<a/><b/>", "<a>text</a><c/>"])
def test_what_nothing_makes_right_is_told_so_once(
    name: str, content: str, schema: Path
) -> None:
    (found,) = lint(f"<{name}>{content}</{name}>", schema=schema)

    assert (found.code, found.message, found.help) == (
        "CTC207",
        f"`{name}` cannot be right: it must hold one of no elements",
        (ADVICE,),
    )
    assert [at.offset for at in found.range] == [1, 1 + len(name)]


def test_text_does_not_stand_for_nothing(schema: Path) -> None:
    found = lint("<alone>text</alone>", schema=schema)

    assert [one.message for one in found] == [
        "`alone` cannot be right: it must hold one of no elements",
        "text `text` stands in `alone`, which holds no text",
    ]


@pytest.mark.parametrize(
    "text",
    ["<optional><a/></optional>", "<other><a/></other>", "<part><b/></part>"],
)
def test_what_something_makes_right_is_right(text: str, schema: Path) -> None:
    assert lint(text, schema=schema) == []


@pytest.mark.parametrize(
    ("name", "lacking"), [("optional", "a"), ("other", "a"), ("part", "b")]
)
def test_what_something_makes_right_lacks_that(
    name: str, lacking: str, schema: Path
) -> None:
    (found,) = lint(f"<{name}/>", schema=schema)

    assert found.message == f"`{name}` lacks the required element `{lacking}`"
