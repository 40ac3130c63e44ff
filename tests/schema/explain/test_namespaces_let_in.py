"""What a wildcard lets in, told where something is of another namespace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint import lint
from ctct_lint.rules.namespaces import of_namespaces
from ctct_lint.schema.components.content import Wildcard
from ctct_lint.schema.explain.wildcards import namespaces_let_in

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    targetNamespace="urn:a" elementFormDefault="qualified">
  <xs:element name="r"><xs:complexType>
    <xs:sequence>{named}<xs:any namespace="{spaces}" processContents="lax"
      minOccurs="0" maxOccurs="9"/></xs:sequence>
    {attribute}<xs:anyAttribute namespace="{spaces}" processContents="lax"/>
  </xs:complexType></xs:element>
</xs:schema>"""
NAMED = '<xs:element name="size" minOccurs="0"/>'
ATTRIBUTE = '<xs:attribute name="size"/>'
OTHER = "of a namespace other than `urn:a`"


def helps(tmp_path: Path, document: str, spaces: str, **known: str) -> list[str]:
    known = {"named": "", "attribute": "", **known}
    (tmp_path / "s.xsd").write_text(SCHEMA.format(spaces=spaces, **known))
    found = list(lint(document, schema=tmp_path / "s.xsd"))
    assert {one.code for one in found} <= {"CTC201", "CTC209"}
    return [text for one in found for text in one.help]


@pytest.mark.parametrize(
    ("spaces", "inside", "which"),
    [
        ("##other", "<speed/>", OTHER),
        ("##other", '<speed xmlns=""/>', OTHER),
        ("##local", "<speed/>", "of no namespace"),
        ("urn:b", "<speed/>", "of the namespace `urn:b`"),
        ("urn:c urn:b", "<speed/>", "of the namespace `urn:b` or `urn:c`"),
        (
            "##local urn:b",
            "<speed/>",
            "of no namespace or of the namespace `urn:b`",
        ),
    ],
)
def test_of_an_element_it_is_told_which_ones_may_stand_there(
    tmp_path: Path, spaces: str, inside: str, which: str
) -> None:
    document = f'<r xmlns="urn:a">{inside}</r>'
    assert helps(tmp_path, document, spaces) == [
        f"remove it: only elements {which} may stand here"
    ]
    (help_,) = helps(tmp_path, document, spaces, named=NAMED)
    start = "remove it, or write the name that was meant; of others, "
    assert help_ == f"{start}elements {which} may stand here"


@pytest.mark.parametrize(
    ("spaces", "attribute", "which"),
    [
        ("##other", 'speed="1"', OTHER),
        ("##other", 'a:speed="1" xmlns:a="urn:a"', OTHER),
        ("##local", 'a:speed="1" xmlns:a="urn:a"', "of no namespace"),
        ("urn:b", 'speed="1"', "of the namespace `urn:b`"),
    ],
)
def test_of_an_attribute_it_is_told_which_ones_may_stand_there(
    tmp_path: Path, spaces: str, attribute: str, which: str
) -> None:
    document = f'<r xmlns="urn:a" {attribute}/>'
    assert helps(tmp_path, document, spaces) == [
        f"remove it: only attributes {which} may stand here"
    ]
    assert helps(tmp_path, document, spaces, attribute=ATTRIBUTE) == [
        f"expected `size`; also attributes {which}"
    ]


@pytest.mark.parametrize(
    ("content", "one_too_many"),
    [("<b:x/><b:y/><b:z/>", ["z"]), ("<b:x/><b:y/><b:v/><b:w/>", ["v", "w"])],
)
def test_of_one_more_than_it_lets_in_it_is_told_that_there_is_no_place(
    tmp_path: Path, content: str, one_too_many: list[str]
) -> None:
    schema = tmp_path / "s.xsd"
    known = {"named": NAMED, "attribute": "", "spaces": "urn:b"}
    schema.write_text(SCHEMA.format(**known).replace('maxOccurs="9"', 'maxOccurs="2"'))
    found = lint(f'<r xmlns="urn:a" xmlns:b="urn:b">{content}</r>', schema=schema)
    assert [(one.code, one.message, one.help) for one in found] == [
        (
            "CTC201",
            f"`r` has no place left for `{name}`",
            ("remove it, or what stands in its place",),
        )
        for name in one_too_many
    ]


def test_open_content_is_a_wildcard_as_well(tmp_path: Path) -> None:
    (tmp_path / "s.xsd").write_text(
        """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
          xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning" vc:minVersion="1.1">
          <xs:element name="r"><xs:complexType>
            <xs:openContent><xs:any namespace="urn:b" processContents="lax"/>
            </xs:openContent><xs:sequence/>
          </xs:complexType></xs:element></xs:schema>"""
    )
    (found,) = lint("<r><speed/></r>", schema=tmp_path / "s.xsd")
    assert (found.code, *found.help) == (
        "CTC201",
        "remove it: only elements of the namespace `urn:b` may stand here",
    )


def lets_in(*namespaces: str) -> Wildcard:
    return Wildcard(namespaces, (), "lax")


def refuses(*namespaces: str, names: tuple[str, ...] = ()) -> Wildcard:
    return Wildcard(None, namespaces, "lax", names)


@pytest.mark.parametrize(
    ("wildcards", "told"),
    [
        ((), ""),
        ((lets_in("urn:b"), lets_in("", "urn:c")), "in ##local urn:b urn:c"),
        # Nothing at all is let in.
        ((lets_in(),), ""),
        ((refuses("", "urn:a"),), "not ##local urn:a"),
        # They are not to be told in a few words together.
        ((refuses("urn:a"), lets_in("urn:b")), ""),
        # Its namespace is right, but its name is not.
        ((refuses("urn:x", names=("{urn:a}speed",)),), ""),
    ],
)
def test_what_several_wildcards_let_in_is_told_in_one_way_or_not(
    wildcards: tuple[Wildcard, ...], told: str
) -> None:
    assert namespaces_let_in(wildcards, "{urn:a}speed") == told


@pytest.mark.parametrize(
    ("detail", "words"),
    [
        ("not ##local", "elements with a namespace"),
        ("not urn:a", "elements of no namespace or of a namespace other than `urn:a`"),
        ("not ##local urn:a", "elements of a namespace other than `urn:a`"),
        ("in ##local", "elements of no namespace"),
        (f"in urn:{'b' * 60}", f"elements of the namespace `urn:{'b' * 60}`"),
    ],
)
def test_how_namespaces_are_told(detail: str, words: str) -> None:
    assert of_namespaces("elements", detail) == words
