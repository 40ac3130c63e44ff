"""Elements that may hold others of their own name: a slip in theirs is nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.xml.edits import apply_edits

SUITES = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" {about}>
  <xs:element name="suites"><xs:complexType><xs:{order}>
    <xs:element name="about" type="xs:string" minOccurs="0"/>
    <xs:element name="suite" type="{t}Suite" minOccurs="0" {many}/>
  </xs:{order}></xs:complexType></xs:element>
  <xs:complexType name="Suite"><xs:{order}>
    <xs:element name="label" type="xs:string" minOccurs="0"/>
    <xs:element name="suite" type="{t}Suite" minOccurs="0" {many}/>
  </xs:{order}><xs:attribute name="name"/></xs:complexType>
</xs:schema>"""
NONE = ""
LOCAL = 'targetNamespace="urn:t" xmlns:t="urn:t"'
ALL = f'{LOCAL} elementFormDefault="qualified"'
# What the schemas are for, and what is round their documents.
KINDS = [
    pytest.param(NONE, "<suites>", "</suites>", id="no namespace"),
    pytest.param(ALL, '<suites xmlns="urn:t">', "</suites>", id="qualified"),
    pytest.param(LOCAL, '<t:suites xmlns:t="urn:t">', "</t:suites>", id="unqualified"),
]


def written(tmp_path: Path, about: str, order: str = "sequence") -> Path:
    """Write the schema."""
    many = 'maxOccurs="9"' if order == "sequence" else ""
    kind = "t:" if about else ""
    path = tmp_path / "s.xsd"
    path.write_text(SUITES.format(about=about, order=order, many=many, t=kind))
    return path


def told(document: str, schema: Path) -> list[tuple[str, str, str]]:
    """Return of each diagnostic the code, the first help, and what its fix makes."""
    found = []
    for one in lint(document, schema=schema):
        chosen = [ChosenFix(one, fix) for fix in one.fixes]
        made = apply_edits(document, edits_of(chosen)) if chosen else ""
        found.append((one.code, one.help[0], made))
    return found


@pytest.mark.parametrize("order", ["sequence", "all"])
@pytest.mark.parametrize(("about", "start", "end"), KINDS)
@pytest.mark.parametrize(
    ("code", "name", "help_"),
    [
        ("CTC202", "suit", "did you mean `suite`?"),
        ("CTC204", "Suite", "write `suite`"),
    ],
)
@pytest.mark.parametrize(
    "content", ['name="a"/>', "><label>a</label></{name}>", "><suite/></{name}>"]
)
def test_a_misspelt_name_is_written_right(  # noqa: PLR0913, PLR0917 - each by itself
    content: str,
    code: str,
    name: str,
    help_: str,
    about: str,
    start: str,
    end: str,
    order: str,
    tmp_path: Path,
) -> None:
    schema = written(tmp_path, about, order)
    wrong = f"{start}<{name} {content.format(name=name)}{end}"
    right = f"{start}<suite {content.format(name='suite')}{end}"

    assert told(wrong, schema) == [(code, help_, right)]
    assert lint(right, schema=schema) == []


@pytest.mark.parametrize(("about", "start", "end"), KINDS)
@pytest.mark.parametrize("before", ["<suite/>", "<suite><suite/></suite>"])
def test_it_does_not_move_into_the_one_before(
    before: str, about: str, start: str, end: str, tmp_path: Path
) -> None:
    schema = written(tmp_path, about)
    right = f"{start}{before}<suite name='a'/>{end}"

    assert told(f"{start}{before}<Suite name='a'/>{end}", schema) == [
        ("CTC204", "write `suite`", right)
    ]


@pytest.mark.parametrize(
    ("about", "document", "found"),
    [
        (
            NONE,
            '<suites><suite xmlns="urn:x"/></suites>',
            ("CTC212", 'write `xmlns=""`', '<suites><suite xmlns=""/></suites>'),
        ),
        (
            ALL,
            '<suites xmlns="urn:t"><x:suite xmlns:x="urn:x"/></suites>',
            (
                "CTC212",
                "write `urn:t`",
                '<suites xmlns="urn:t"><x:suite xmlns:x="urn:t"/></suites>',
            ),
        ),
        (
            ALL,
            '<t:suites xmlns:t="urn:t"><t:suite/><suite></suite></t:suites>',
            (
                "CTC213",
                "write `t:suite`",
                '<t:suites xmlns:t="urn:t"><t:suite/><t:suite></t:suite></t:suites>',
            ),
        ),
    ],
)
def test_nor_with_another_namespace(
    about: str, document: str, found: tuple[str, str, str], tmp_path: Path
) -> None:
    assert told(document, written(tmp_path, about)) == [found]


@pytest.mark.parametrize(
    ("content", "code", "help_"),
    [
        ("<suites><suite/></suites>", "CTC206", "take away the tags of one of them"),
        ("<Suites><suite/></Suites>", "CTC206", "take away the tags of `Suites`"),
        ("<suitee><suite/></suitee>", "CTC206", "take away the tags of `suitee`"),
        ('<suitee size="1"><suite/></suitee>', "CTC206", "take away the tags"),
        ('<suitee name="a"><suite/></suitee>', "CTC202", "did you mean `suite`?"),
    ],
)
def test_what_is_only_round_them_is_one_of_them_if_it_says_something(
    content: str, code: str, help_: str, tmp_path: Path
) -> None:
    found = told(f"<suites>{content}</suites>", written(tmp_path, NONE))

    assert [(one[0], one[1][: len(help_)]) for one in found] == [(code, help_)]
