"""A duplicate that holds what lacks beside it, and nothing of its own, is needless."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

ROWS = """<xs:complexType><xs:sequence><xs:element name="n" type="xs:int"/>
  <xs:element name="m" minOccurs="0"/></xs:sequence></xs:complexType>"""
SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r"><xs:complexType><xs:{order}>
    <xs:element name="a" type="xs:string"/>
    <xs:element name="b" type="xs:string"/>
    <xs:element name="c" type="xs:string"/>
    <xs:element name="d" minOccurs="0">{rows}</xs:element>
  </xs:{order}></xs:complexType></xs:element></xs:schema>"""
A, B, C = "<a>1</a>", "<b>2</b>", "<c>3</c>"


@pytest.mark.parametrize("order", ["sequence", "all"])
@pytest.mark.parametrize(
    ("content", "wrong", "right"),
    [
        (f"{A}<a>{B}</a>{C}", "<a><b>", A + B + C),
        (f"{A}<a>{B}{C}</a>", "<a><b>", A + B + C),
        # The first one may be it, and of three two.
        (f"{A}<c>{B}</c>{C}", "<c><b>", A + B + C),
        (f"{A}{B}<d>{C}</d><d><n>1</n></d>", "<d><c>", f"{A}{B}{C}<d><n>1</n></d>"),
        (f"{A}{B}<a>{C}</a>", "<a><c>", A + B + C),
    ],
)
def test_its_tags_are_the_one_fault(
    order: str, content: str, wrong: str, right: str, tmp_path: Path
) -> None:
    text = f"<r>{content}</r>"
    (found,) = lint(text, schema=schema(order, tmp_path))
    (fix,) = found.fixes

    assert (found.code, found.range.start.offset) == ("CTC206", text.index(wrong) + 1)
    assert fix.title == "remove its tags"
    for edit in reversed(fix.edits):
        text = text[: edit.range.start.offset] + text[edit.range.end.offset :]
    assert text == f"<r>{right}</r>"


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        # It holds something of its own, or what stands beside it as well.
        (f"{A}{B}{C}<d><n>1</n></d><d><m/>{C}</d>", "205 206"),
        (f"{A}<a>{B}</a>{B}{C}", "205 206"),
        (f"{A}<a>x{B}</a>{C}", "205 206"),
        (f"{A}{A}{B}{C}", "205"),
    ],
)
def test_else_it_is_a_duplicate(content: str, codes: str, tmp_path: Path) -> None:
    found = lint(f"<r>{content}</r>", schema=schema("sequence", tmp_path))

    assert [one.code for one in found] == [f"CTC{code}" for code in codes.split()]


def schema(order: str, folder: Path) -> Path:
    path = folder / "s.xsd"
    path.write_text(SCHEMA.format(order=order, rows=ROWS), "utf-8")
    return path
