"""Prefixes that nothing declares, before names that the schema has in no namespace."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.xml.edits import apply_edits

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="menu"><xs:complexType><xs:sequence>
    <xs:element name="dish" maxOccurs="9"><xs:complexType><xs:sequence>
      <xs:element name="price" minOccurs="0"/>
    </xs:sequence><xs:attribute name="size" type="xs:int"/>
    </xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>"""
REMOVE = 'remove the prefix, or add `xmlns:m="…"`'
ADD = 'add `xmlns:m="…"`, or remove the prefix'


def told(tmp_path: Path, document: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return of each diagnostic the message, the help, and what its fixes make."""
    (tmp_path / "s.xsd").write_text(SCHEMA)
    return [
        (
            one.message,
            "; ".join(one.help),
            tuple(
                apply_edits(document, edits_of([ChosenFix(one, fix)]))
                for fix in one.fixes
            ),
        )
        for one in lint(document, schema=tmp_path / "s.xsd")
    ]


@pytest.mark.parametrize(
    ("document", "name", "mended"),
    [
        (
            "<menu><m:dish></m:dish><dish/></menu>",
            "m:dish",
            "<menu><dish></dish><dish/></menu>",
        ),
        (
            '<m:menu><m:dish m:size="1"><m:price/></m:dish></m:menu>',
            "m:menu",
            '<menu><dish size="1"><price/></dish></menu>',
        ),
        (
            '<menu><m:dish m:size="1"/></menu>',
            "m:dish",
            '<menu><dish size="1"/></menu>',
        ),
    ],
)
def test_they_are_one_fault_and_are_taken_away(
    tmp_path: Path, document: str, name: str, mended: str
) -> None:
    message = f"no `xmlns` declares the prefix of `{name}`"

    assert told(tmp_path, document) == [(message, REMOVE, (mended,))]
    assert told(tmp_path, mended) == []


@pytest.mark.parametrize("inside", ["<m:sauce/>", "<m:dish/><m:sauce/>"])
def test_nobody_knows_what_others_stand_for(tmp_path: Path, inside: str) -> None:
    first = inside[1 : inside.index("/")]

    said = told(tmp_path, f"<menu><dish/>{inside}</menu>")

    message = f"no `xmlns` declares the prefix of `{first}`"
    assert (message, ADD, ()) in said


def test_the_default_namespace_is_no_guess_for_names_that_it_has_not(
    tmp_path: Path,
) -> None:
    (tmp_path / "s.xsd").write_text(
        SCHEMA.replace("<xs:schema ", '<xs:schema targetNamespace="urn:m" ')
    )
    document = '<menu xmlns="urn:m"><dish xmlns=""/><m:sauce/></menu>'

    found = lint(document, schema=tmp_path / "s.xsd")

    assert [(one.code, *one.help) for one in found] == [("CTC131", ADD)]
    assert found[0].fixes == ()


WRONG = "the namespace of `menu` is `urn:m`, not none"
BARE = "write its name without a prefix: each prefix stands for a namespace"


@pytest.mark.parametrize(
    ("attributes", "others"),
    [
        ('m:size="1"', []),
        # Its value is judged as if the prefix were not there.
        ('m:size="x"', ["`x` in `size` is not a whole number"]),
        # Both cannot be meant.
        ('m:size="1" size="2"', ["`dish` has no attribute `m:size`"]),
    ],
)
def test_attributes_share_the_wrong_namespace_of_a_root(
    tmp_path: Path, attributes: str, others: list[str]
) -> None:
    document = f'<m:menu xmlns:m="urn:m"><m:dish {attributes}/></m:menu>'

    first, *rest = told(tmp_path, document)

    assert first == (WRONG, BARE, ())
    assert [message for message, _, _ in rest] == others


def test_what_the_prefix_of_an_element_stands_for_is_no_fault_of_an_attribute(
    tmp_path: Path,
) -> None:
    start = '<xs:schema targetNamespace="urn:m" elementFormDefault="qualified" '
    (tmp_path / "s.xsd").write_text(SCHEMA.replace("<xs:schema ", start))
    document = '<m:menu xmlns="urn:m"><dish m:size="1"/></m:menu>'

    found = lint(document, schema=tmp_path / "s.xsd")

    declare = 'add `xmlns:m="urn:m"`, or remove the prefix'
    assert [(one.code, *one.help) for one in found] == [("CTC131", declare)]
