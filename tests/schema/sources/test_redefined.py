"""Types of texts that are redefined: documents are told what both definitions say."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.schema.sources.redefined import without_redefinitions
from ctct_lint.schema.sources.sources import Sources

XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
LIST = '<xs:simpleType name="L"><xs:list itemType="xs:int"/></xs:simpleType>'
UNION = LIST.replace('list itemType="xs:int"', 'union memberTypes="xs:int xs:boolean"')
TEXT = (
    '<xs:complexType name="L"><xs:simpleContent><xs:extension base="xs:string">'
    '<xs:attribute name="a" type="xs:int"/></xs:extension></xs:simpleContent>'
    "</xs:complexType>"
)
ROOT = '<xs:element name="r" type="{}L"/>'
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


def redefine(content: str, file: str = "b.xsd") -> str:
    return f'<xs:redefine schemaLocation="{file}">{content}</xs:redefine>'


def restricted(facet: str, value: str, base: str = "L") -> str:
    return (
        f'<xs:simpleType name="L"><xs:restriction base="{base}">'
        f'<xs:{facet} value="{value}"/></xs:restriction></xs:simpleType>'
    )


def derived(how: str, content: str) -> str:
    return (
        f'<xs:complexType name="L"><xs:simpleContent><xs:{how} base="L">{content}'
        f"</xs:{how}></xs:simpleContent></xs:complexType>"
    )


def write(folder: Path, **files: str) -> Path:
    for name, content in files.items():
        is_whole = content.startswith("<xs:schema")
        text = content if is_whole else f"<xs:schema {XS}>{content}</xs:schema>"
        (folder / f"{name}.xsd").write_text(text, "utf-8")
    return folder / "a.xsd"


def said(schema: Path, document: str) -> list[tuple[str, str]]:
    return [
        (d.code, document[d.range.start.offset : d.range.end.offset])
        for d in lint(document, schema=schema)
    ]


SHORT = redefine(restricted("maxLength", "2")) + ROOT.format("")
TIGHT = redefine(restricted("pattern", "[0-9a-z]{1,2}")) + ROOT.format("")
CHOSEN = redefine(restricted("enumeration", "12")) + ROOT.format("")
SMALL = redefine(derived("restriction", '<xs:maxLength value="2"/>')) + ROOT.format("")
MORE = redefine(
    derived("extension", '<xs:attribute name="z" use="required"/>')
) + ROOT.format("")


@pytest.mark.parametrize(
    ("redefining", "redefined", "document", "expected"),
    [
        (SHORT, LIST, "<r>1 2</r>", []),
        (SHORT, LIST, "<r>1 2 3</r>", [("CTC217", "1 2 3")]),
        (SHORT, LIST, "<r>1 x</r>", [("CTC215", "x")]),
        (TIGHT, UNION, "<r>12</r>", []),
        (TIGHT, UNION, "<r>123</r>", [("CTC216", "123")]),
        (TIGHT, UNION, "<r>zz</r>", [("CTC215", "zz")]),
        (CHOSEN, UNION, "<r>13</r>", [("CTC203", "13")]),
        (SMALL, TEXT, "<r>ab</r>", []),
        (SMALL, TEXT, '<r a="x">abc</r>', [("CTC215", "x"), ("CTC217", "abc")]),
        (MORE, TEXT, '<r z="">abc</r>', []),
        (MORE, TEXT, "<r>abc</r>", [("CTC208", "r")]),
        (
            MORE,
            TEXT,
            f'<r {XSI} xsi:type="L.before-redefinition-1">abc</r>',
            [("CTC229", "L.before-redefinition-1")],
        ),
    ],
)
def test_both_definitions_count(
    tmp_path: Path,
    redefining: str,
    redefined: str,
    document: str,
    expected: list[tuple[str, str]],
) -> None:
    schema = write(tmp_path, a=redefining, b=redefined)

    assert said(schema, document) == expected


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("<r>1 2</r>", []),
        ("<r>1 2 3</r>", [("CTC217", "1 2 3")]),
        ("<r>1</r>", [("CTC217", "1")]),
        ("<r/>", [("CTC214", "r")]),
    ],
)
def test_a_redefinition_is_redefined(
    tmp_path: Path, document: str, expected: list[tuple[str, str]]
) -> None:
    schema = write(
        tmp_path,
        a=SHORT,
        b=redefine(restricted("minLength", "2"), "c.xsd"),
        c='<xs:include schemaLocation="e.xsd"/><xs:include schemaLocation="d.xsd"/>',
        d=f'<xs:include schemaLocation="c.xsd"/>{LIST.replace("L", "M")}{LIST}',
        e="",
    )

    assert said(schema, document) == expected


@pytest.mark.parametrize("inner", ["", ' targetNamespace="t" xmlns:t="t"'])
def test_names_keep_their_prefixes(tmp_path: Path, inner: str) -> None:
    schema = write(
        tmp_path,
        a=f'<xs:schema {XS} targetNamespace="t" xmlns:t="t">'
        + redefine(restricted("maxLength", "2", "t:L"))
        + ROOT.format("t:")
        + "</xs:schema>",
        b=f"<xs:schema {XS}{inner}>{LIST}</xs:schema>",
    )

    assert said(schema, '<r xmlns="t">1 2</r>') == []
    assert said(schema, '<r xmlns="t">1 2 3</r>') == [("CTC217", "1 2 3")]


def test_the_file_itself_uses_the_redefinition(tmp_path: Path) -> None:
    schema = write(
        tmp_path, a=redefine(restricted("maxLength", "2")), b=LIST + ROOT.format("")
    )

    assert said(schema, "<r>1 2 3</r>") == [("CTC217", "1 2 3")]


@pytest.mark.parametrize(
    "files",
    [
        {"a": SHORT, "b": ROOT.format("")},
        {"a": SHORT},
        {"a": SHORT, "b": '<xs:include schemaLocation="c.xsd"/>', "c": "<xs:schema"},
        {"a": redefine('<xs:simpleType name="L"/>'), "b": LIST},
        {"a": redefine(restricted("maxLength", "2").replace("name", "id")), "b": LIST},
        {"a": "<!-- redefine -->"},
        {"a": LIST},
    ],
    ids=["no type", "no file", "no XML", "no base", "no name", "a word", "nothing"],
)
def test_what_cannot_be_a_redefinition_stays(
    tmp_path: Path, files: dict[str, str]
) -> None:
    assert without_redefinitions(Sources(str(write(tmp_path, **files)))) == {}
