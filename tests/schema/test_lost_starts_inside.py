"""Start tags lost inside of each other: those of an element and of its first child."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.rounds import mend
from ctct_lint.model.diagnostic import Applicability, Diagnostic

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    targetNamespace="urn:n" xmlns="urn:n" elementFormDefault="qualified">
  <xs:element name="feed"><xs:complexType><xs:choice maxOccurs="9">
    <xs:element name="id" type="xs:string"/>
    <xs:element name="author"><xs:complexType><xs:sequence>
      <xs:element name="name" type="xs:string" minOccurs="0"/>
      <xs:element name="full" minOccurs="0"><xs:complexType><xs:sequence>
        <xs:element name="first" type="xs:string"/>
      </xs:sequence></xs:complexType></xs:element>
      <xs:element name="email" type="xs:string" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:choice></xs:complexType></xs:element></xs:schema>"""
AUTHOR = "<author><name>Joe</name></author>"

# What is written, the end tags without a start tag, and what was meant.
LOST = [
    (
        "<id/>Joe</name><email>e</email></author>",
        ["name", "author"],
        "<id/><author><name>Joe</name><email>e</email></author>",
    ),
    (
        "<id/>\n  Joe</name>\n</author><id/>",
        ["name", "author"],
        "<id/>\n  <author><name>Joe</name>\n</author><id/>",
    ),
    (
        "Joe</name>e</email></author>",
        ["name", "email", "author"],
        "<author><name>Joe</name><email>e</email></author>",
    ),
    (
        "<name>Joe</name>e</email></author>",
        ["email", "author"],
        "<author><name>Joe</name><email>e</email></author>",
    ),
    (
        f"{AUTHOR}Ann</name></author>",
        ["name", "author"],
        f"{AUTHOR}<author><name>Ann</name></author>",
    ),
    (
        "Joe</first></full>e</email></author>",
        ["first", "full", "email", "author"],
        "<author><full><first>Joe</first></full><email>e</email></author>",
    ),
]


def text_of(content: str) -> str:
    return f'<feed xmlns="urn:n">{content}</feed>'


@pytest.mark.parametrize(("written", "names", "meant"), LOST)
def test_each_is_told_and_put_where_it_was(
    written: str, names: list[str], meant: str, schema: Path
) -> None:
    def linter(data: bytes) -> list[Diagnostic]:
        return lint(data, schema=schema)

    text = text_of(written)
    found = linter(text.encode())
    done = mend(text.encode(), linter, frozenset(Applicability))

    assert [(one.code, one.message) for one in found] == [
        ("CTC103", f"`</{name}>` closes no open element") for name in names
    ]
    assert done.data.decode() == text_of(meant)


# End tags of which nobody knows where their elements began.
UNKNOWN = [
    ("<id/></name></author>", ["CTC103", "CTC103"]),
    ("Joe</name><id/>", ["CTC211", "CTC103"]),
    ("Joe</name><id/></author>", ["CTC211", "CTC103", "CTC103"]),
    ("Joe</first></author>", ["CTC211", "CTC103", "CTC103"]),
]


@pytest.mark.parametrize(("written", "codes"), UNKNOWN)
def test_others_stay_alone(written: str, codes: list[str], schema: Path) -> None:
    assert [one.code for one in lint(text_of(written), schema=schema)] == codes


@pytest.mark.parametrize(("levels", "titles"), [(8, {"insert"}), (9, {"remove"})])
def test_so_many_inside_each_other_are_looked_for(
    levels: int, titles: set[str], tmp_path: Path
) -> None:
    content = '<xs:element name="e0" type="xs:string"/>'
    for level in range(1, 10):
        content = (
            f'<xs:element name="e{level}"><xs:complexType><xs:sequence>{content}'
            "</xs:sequence></xs:complexType></xs:element>"
        )
    file = tmp_path / "nested.xsd"
    head = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
    file.write_text(f"{head}{content}</xs:schema>", "utf-8")

    def ends(levels: range) -> str:
        return "".join(f"</e{level}>" for level in levels)

    starts = "".join(f"<e{level}>" for level in range(9, levels - 1, -1))
    text = f"{starts}x{ends(range(10))}"
    found = [one for one in lint(text, schema=file) if one.code == "CTC103"]
    assert {one.fixes[0].title.partition(" ")[0] for one in found} == titles
    assert len(found) == levels
