"""A declaration of a namespace that is misspelt, or says nothing, is one fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from said import written_by_fixes

from ctct_lint import lint
from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.repair.repair import repair

VALID = Path(__file__).parents[2] / "fixtures" / "valid"
FOLDER = (VALID / "library-folder.create.xml").read_text("utf-8")
CONTACT = (VALID / "contact.create.xml").read_text("utf-8")
ATOM = "http://www.w3.org/2005/Atom"
DECLARATION = f'xmlns:atom="{ATOM}"'


@pytest.mark.parametrize(
    "name",
    ["XMLNS:ATOM", "XMLNS:atom", "xmln:atom", "xlmns:atom", "xmlns_atom", "xmlnsatom"],
)
def test_misspelt_declaration_is_told_by_its_name(name: str) -> None:
    text = FOLDER.replace("xmlns:atom", name)

    told = lint(text)

    assert written_by_fixes(text, told) == [("CTC210", name, "xmlns:atom")]


@pytest.mark.parametrize(
    "attributes",
    [
        *('xmln:b="urn:a"', 'xml_a="a"', 'x="urn:a"', 'xmlnsa="a"'),
        'xmlnsa="urn:a" xmlns:a=""',
    ],
)
def test_other_attributes_are_no_declarations(attributes: str) -> None:
    mended = repair(f"<a:x {attributes}/>", ContentModel())

    assert "misspelt-attribute" not in {fault.kind for fault in mended.faults}


def test_what_is_declared_needs_no_other_declaration() -> None:
    text = '<a:x xmlns:a="urn:a" xmlna="urn:b"/>'

    assert repair(text, ContentModel()).faults == ()


def test_no_more_attributes_are_compared_than_can_be_in_time() -> None:
    many = " ".join(f'xmlnz{n}="urn:a"' for n in range(300))
    text = f'<a:x {many} xmlnsa="urn:a"/>'

    assert [f.kind for f in repair(text, ContentModel()).faults] == [
        "undeclared-prefix"
    ]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("xmlns:atom", ("CTC112", "xmlns:atom", f'="{ATOM}"')),
        ("xmlns:atom=", ("CTC113", "xmlns:atom=", f'"{ATOM}"')),
        ('xmlns:atom=""', ("CTC136", "xmlns:atom", ATOM)),
    ],
)
def test_declaration_without_a_value_is_told_alone_and_gets_one(
    written: str, found: tuple[str, ...]
) -> None:
    text = FOLDER.replace(DECLARATION, written)

    assert written_by_fixes(text, lint(text)) == [found]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("xmlns", ("CTC112", "xmlns", f'="{ATOM}"')),
        ("xmlns =", ("CTC113", "xmlns =", f'"{ATOM}"')),
        (f'xmlns:"{ATOM}"', ("CTC113", f'xmlns:"{ATOM}"', "=")),
        (f'xmlns : "{ATOM}"', ("CTC113", f'xmlns : "{ATOM}"', "=")),
    ],
)
def test_default_without_a_value_is_that_of_its_element(
    written: str, found: tuple[str, ...]
) -> None:
    text = CONTACT.replace(f'xmlns="{ATOM}"', written, 1)

    assert written_by_fixes(text, lint(text, operation="create")) == [found]


def test_colon_for_the_sign_of_any_attribute() -> None:
    text = CONTACT.replace('type="text"', 'type:"text"', 1)

    assert written_by_fixes(text, lint(text, operation="create")) == [
        ("CTC113", 'type:"text"', "=")
    ]


def test_value_that_nobody_knows_is_not_made_up() -> None:
    text = "<x xmlns:a xmlns><y/></x>"

    mended = repair(text, ContentModel())

    assert [(f.kind, f.edits[0][1]) for f in mended.faults] == [
        ("attribute-without-value", ""),
        ("attribute-without-value", ""),
    ]
    assert mended.text == "<x><y/></x>"


def test_other_slips_of_declarations_keep_their_mends() -> None:
    text = "<x xmlns:a='urn:a'xmlns='urn:x'/>"

    assert [f.kind for f in repair(text, ContentModel()).faults] == [
        "missing-space-before-attribute"
    ]
