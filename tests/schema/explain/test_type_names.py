"""Children that are named by their type: the element has that as its `xsi:type`."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.xml.edits import apply_edits

PARTS = """
  <xs:complexType name="Figure" abstract="true"><xs:attribute name="id"/>
  </xs:complexType>
  <xs:complexType name="Circle"><xs:complexContent><xs:extension base="Figure">
    <xs:attribute name="r" type="xs:int" use="required"/></xs:extension>
  </xs:complexContent></xs:complexType>
  <xs:complexType name="Note"><xs:sequence><xs:element name="line"/></xs:sequence>
  </xs:complexType>
  <xs:element name="sheet"><xs:complexType><xs:sequence>
    <xs:element name="shape" type="Figure" minOccurs="{}" maxOccurs="2"/>
    <xs:element name="remark" type="Note" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element>"""
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
IN_SPACE = 'targetNamespace="urn:s" xmlns="urn:s" elementFormDefault="qualified"'


def told(
    folder: Path, document: str, least: int, head: str = ""
) -> list[tuple[str, ...]]:
    """Return of each diagnostic the code, the help, and what its fixes make."""
    xs = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" {head}>'
    (folder / "s.xsd").write_text(f"{xs}{PARTS.format(least)}</xs:schema>")
    return [
        (
            one.code,
            *one.help,
            *(
                apply_edits(document, edits_of([ChosenFix(one, fix)]))
                for fix in one.fixes
            ),
        )
        for one in lint(document, schema=folder / "s.xsd")
    ]


def help_of(tag: str) -> str:
    return f"write `{tag}`: `Circle` is a type, not an element"


@pytest.mark.parametrize("least", [0, 1])
@pytest.mark.parametrize(
    ("head", "document", "tag", "mended"),
    [
        (
            "",
            f'<sheet {XSI}><Circle r="1"/></sheet>',
            '<shape xsi:type="Circle">',
            f'<sheet {XSI}><shape xsi:type="Circle" r="1"/></sheet>',
        ),
        (
            "",
            '<sheet><Circle r="1"></Circle></sheet>',
            '<shape xsi:type="Circle">',
            f'<sheet><shape {XSI} xsi:type="Circle" r="1"></shape></sheet>',
        ),
        (
            IN_SPACE,
            f'<s:sheet xmlns:s="urn:s" {XSI}><s:Circle r="1"/></s:sheet>',
            '<s:shape xsi:type="s:Circle">',
            (
                f'<s:sheet xmlns:s="urn:s" {XSI}>'
                '<s:shape xsi:type="s:Circle" r="1"/></s:sheet>'
            ),
        ),
    ],
)
def test_the_type_is_named_in_the_element_that_is_meant(  # noqa: PLR0913, PLR0917
    tmp_path: Path, least: int, head: str, document: str, tag: str, mended: str
) -> None:
    assert told(tmp_path, document, least, head) == [("CTC201", help_of(tag), mended)]
    assert told(tmp_path, mended, least, head) == []


def test_of_two_each_is_told_and_what_else_lacks(tmp_path: Path) -> None:
    circle = '<Circle r="1"/>'
    document = f"<sheet {XSI}>{circle}</sheet>"

    said = told(tmp_path, document.replace(circle, circle * 2), 2)

    assert [code for code, *_ in said] == ["CTC201", "CTC201"]
    assert [code for code, *_ in told(tmp_path, document, 2)] == ["CTC207", "CTC201"]


def test_where_it_cannot_be_written_nothing_is_offered(tmp_path: Path) -> None:
    document = '<sheet xmlns="urn:s"><o:Circle xmlns:o="urn:o" xmlns="" r="1"/></sheet>'

    ((code, help_),) = told(tmp_path, document, 1, IN_SPACE)

    assert (code, help_) == ("CTC201", help_of('<shape xsi:type="Circle">'))


@pytest.mark.parametrize(
    "child",
    [
        # An abstract type, one of no element here, and no type.
        "<Figure/>",
        "<anyType/>",
        "<Square/>",
    ],
)
def test_another_name_is_only_unknown(tmp_path: Path, child: str) -> None:
    said = told(tmp_path, f"<sheet>{child}</sheet>", 0)

    assert [(code, help_) for code, help_, *_ in said] == [
        ("CTC201", "remove it, or write the name that was meant")
    ]


def test_of_the_type_of_one_element_alone_it_is_that(tmp_path: Path) -> None:
    assert told(tmp_path, "<sheet><Note><line/></Note></sheet>", 0) == [
        (
            "CTC201",
            "did you mean `remark`, which holds such elements?",
            "<sheet><remark><line/></remark></sheet>",
        )
    ]
