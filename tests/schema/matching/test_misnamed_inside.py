"""Misspelt children without their wrapper, whose name is close to theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import Diagnostic, lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    targetNamespace="urn:w" xmlns="urn:w" elementFormDefault="qualified">
  <xs:element name="project"><xs:complexType><xs:sequence>
    <xs:element name="name" type="xs:string"/>
    <xs:element name="modules" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="module" type="xs:string" maxOccurs="9"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="profiles" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="profile" maxOccurs="9"><xs:complexType><xs:sequence>
        <xs:element name="id" type="xs:string"/>
      </xs:sequence><xs:attribute name="on" type="xs:boolean"/></xs:complexType>
      </xs:element>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="main" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="mains" type="xs:string"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
ID = "<id>a</id>"


def text_of(content: str) -> str:
    return f'<project xmlns="urn:w"><name>n</name>{content}</project>'


def fixed(text: str, found: Diagnostic) -> str:
    """Return a text with the first fix of a diagnostic made."""
    for edit in sorted(found.fixes[0].edits, reverse=True):
        start, end = (at.offset for at in edit.range)
        text = text[:start] + edit.new_text + text[end:]
    return text


WRAPPED = [
    ("<Module>a</Module>", "<modules><module>a</module></modules>"),
    ("<modul>a</modul>", "<modules><module>a</module></modules>"),
    (
        "<modul>a</modul>\n<modul>b</modul>",
        "<modules><module>a</module>\n<module>b</module></modules>",
    ),
    (
        "<Module>a</Module><module>b</module>",
        "<modules><module>a</module><module>b</module></modules>",
    ),
    (
        "<module>a</module><Module>b</Module>",
        "<modules><module>a</module><module>b</module></modules>",
    ),
    (
        f"<Profile on='1'>{ID}</Profile>",
        f"<profiles><profile on='1'>{ID}</profile></profiles>",
    ),
    ("<Profile/>", "<profiles><profile/></profiles>"),
    ("<Mains>x</Mains>", "<main><mains>x</mains></main>"),
]


@pytest.mark.parametrize(("written", "meant"), WRAPPED)
def test_they_get_wrapper_and_name_at_once(
    written: str, meant: str, schema: Path
) -> None:
    text = text_of(written)
    found = lint(text, schema=schema)[0]

    assert found.code == "CTC206"
    assert found.range.start.offset == text.index(written) + 1
    if found.fixes:
        assert fixed(text, found) == text_of(meant)


def test_it_is_called_as_it_is_written(schema: Path) -> None:
    (found,) = lint(text_of("<Module>a</Module>"), schema=schema)

    assert (
        found.message == "`Module` must stand in `modules`, not directly in `project`"
    )
    assert found.help == ("wrap it in `<modules>`, as `module`",)
    assert [fix.title for fix in found.fixes] == ["wrap it in `<modules>`, as `module`"]


def test_what_it_holds_is_checked(schema: Path) -> None:
    text = text_of(f"<Profile on='maybe'>{ID}</Profile>")
    assert [one.code for one in lint(text, schema=schema)] == ["CTC206", "CTC215"]


# The wrapper itself, by its name or by what it holds.
RENAMED = [
    ("<Modules/>", "CTC204"),
    ("<moduls><module>a</module></moduls>", "CTC202"),
    ("<Module><module>a</module></Module>", "CTC202"),
    (f"<profil><profile>{ID}</profile></profil>", "CTC202"),
    ("<Profile>a</Profile>", "CTC202"),
]


@pytest.mark.parametrize(("written", "code"), RENAMED)
def test_the_wrapper_is_renamed(written: str, code: str, schema: Path) -> None:
    found = lint(text_of(written), schema=schema)[0]
    assert found.code == code
    assert {edit.new_text for edit in found.fixes[0].edits} in (
        {"modules"},
        {"profiles"},
    )


def test_only_one_may_stand_in_its_wrapper(schema: Path) -> None:
    found = lint(text_of("<Mains>x</Mains><Mains>y</Mains>"), schema=schema)
    assert [one.code for one in found] == ["CTC206", "CTC201"]


HELD = "<modules><module>a</module></modules>"


def test_what_stands_behind_its_wrapper_goes_into_it(schema: Path) -> None:
    text = text_of(f"{HELD}<Module>b</Module>")
    (found,) = lint(text, schema=schema)

    assert found.help == ("move it into `modules`, as `module`",)
    assert fixed(text, found) == text_of(
        "<modules><module>a</module><module>b</module></modules>"
    )


@pytest.mark.parametrize(
    "content",
    [
        f"<Module>b</Module>{HELD}",
        f"<modul>b</modul>{HELD}",
        f"{HELD}<main><mains>x</mains></main><Module>b</Module>",
    ],
)
def test_what_stands_apart_from_its_wrapper_belongs_there(
    content: str, schema: Path
) -> None:
    (found,) = lint(text_of(content), schema=schema)

    assert found.code == "CTC206"
    assert found.help == ("move it into `modules`, as `module`",)
    assert not found.fixes


@pytest.mark.parametrize(
    "content",
    [
        # It holds what no `module` may.
        f"{HELD}<Module b='a'>b</Module>",
        # It is closer to none that it would be in one.
        f"{HELD}<Nodules>b</Nodules>",
    ],
)
def test_what_may_be_no_such_one_is_not_known(content: str, schema: Path) -> None:
    (found,) = lint(text_of(content), schema=schema)

    assert found.code == "CTC201"
