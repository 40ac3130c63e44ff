"""What libxml2 and xmlschema say of a schema: at the smallest wrong thing, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint.config import Settings
from ctct_lint.engine.schema_file import lint_schema_file
from ctct_lint.schema.user_schema import UserSchema
from ctct_lint.text.encoding import decode

if TYPE_CHECKING:
    from pathlib import Path

HEAD = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
OTHER = f'{HEAD}<xs:simpleType name="S"><xs:list itemType="xs:int"/></xs:simpleType>'


def said(folder: Path, body: str) -> list[str]:
    """Return what is said of a schema: where, and the message."""
    path = folder / "main.xsd"
    path.write_text(f"{HEAD}\n{body}</xs:schema>", "utf-8")
    (folder / "other.xsd").write_text(f"{OTHER}</xs:schema>", "utf-8")
    troubles = UserSchema(str(path), "").troubles
    text, found = lint_schema_file(decode(path.read_bytes()), troubles, Settings())
    spans = ((one.range.start.offset, one.range.end.offset, one) for one in found)
    return [f"{text[a:b]}: {one.code} {one.message}" for a, b, one in spans]


def simple(inside: str, name: str = "T") -> str:
    return f'<xs:simpleType name="{name}">{inside}</xs:simpleType>'


def narrowed(facets: str, base: str = "xs:string", name: str = "T") -> str:
    kind = f'<xs:restriction base="{base}">{facets}</xs:restriction>'
    return simple(kind, name)


def complex_type(inside: str, name: str = "T", attributes: str = "") -> str:
    return f'<xs:complexType name="{name}"{attributes}>{inside}</xs:complexType>'


def derived(way: str, base: str, inside: str = "", content: str = "complex") -> str:
    kind = f'<xs:{way} base="{base}">{inside}</xs:{way}>'
    return f"<xs:{content}Content>{kind}</xs:{content}Content>"


def element(inside: str = "", name: str = "e", attributes: str = "") -> str:
    return f'<xs:element name="{name}"{attributes}>{inside}</xs:element>'


INTS = simple('<xs:list itemType="xs:int"/>', "L")
PLAIN = complex_type("", "B")
WITH_CHILD = complex_type(f"<xs:sequence>{element()}</xs:sequence>", "B")
NEEDED = complex_type('<xs:attribute name="k" type="xs:int" use="required"/>', "B")


def of_base(inside: str, base: str = NEEDED) -> str:
    return base + complex_type(derived("restriction", "B", inside))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            INTS + simple('<xs:list itemType="L"/>'),
            "L: a list cannot be of lists, as `L` is one",
        ),
        (
            simple('<xs:list itemType="xs:NMTOKENS"/>'),
            "xs:NMTOKENS: a list cannot be of lists, as `NMTOKENS` is one",
        ),
        (
            simple('<xs:union memberTypes="xs:int xs:NMTOKENS"/>', "U")
            + simple('<xs:list itemType="U"/>'),
            (
                "xs:simpleType: a list cannot be of lists, and `NMTOKENS` of its "
                "union is one"
            ),
        ),
        (PLAIN + simple('<xs:list itemType="B"/>'), "B: `B` is no simple type"),
        (
            PLAIN + simple('<xs:union memberTypes="xs:int B"/>'),
            "B: `B` is no simple type",
        ),
        (PLAIN + narrowed("", "B"), "B: `B` is no simple type"),
        (
            simple("<xs:list/>"),
            "xs:list: `itemType` is missing, or a `simpleType` within",
        ),
        (
            complex_type(derived("extension", "xs:string")),
            (
                "xs:string: `string` is a simple type: in `complexContent` a base is a "
                "complex one"
            ),
        ),
        (
            WITH_CHILD + complex_type(derived("extension", "B", content="simple")),
            "B: `B` has no simple content, so there is none to extend",
        ),
        (
            complex_type(derived("restriction", "xs:string", content="simple")),
            (
                "xs:string: `string` is a simple type: a `restriction` here is of a "
                "complex one"
            ),
        ),
        (
            complex_type("", "B", ' final="extension"')
            + complex_type(derived("extension", "B")),
            "B: the base type is `final`: it allows no extension",
        ),
        (
            narrowed("", name="B").replace('"B"', '"B" final="restriction"')
            + narrowed("", "B"),
            "B: the base type is `final`: it allows no restriction",
        ),
        (
            element(name="h", attributes=' type="xs:int"')
            + element(attributes=' type="xs:string" substitutionGroup="h"'),
            "xs:string: `string` cannot stand for `int`, the type of `h`",
        ),
        (
            complex_type(WITH_CHILD[WITH_CHILD.index("<xs:s") : -17], "B", " mixed='1'")
            + complex_type(
                derived("extension", "B", f"<xs:sequence>{element()}</xs:sequence>")
            ),
            "B: this type and its base must both be `mixed`, or neither",
        ),
        (
            element(attributes=' type="xs:int" default="x"'),
            "x: `x` is no value of `xs:int`",
        ),
        (
            element(attributes=' type="xs:int" default="1" fixed="1"'),
            "fixed: `default` and `fixed` exclude each other",
        ),
        (
            element(narrowed("").replace(' name="T"', ""), attributes=' type="xs:int"'),
            "xs:simpleType: `type` and a `simpleType` within exclude each other",
        ),
        (
            complex_type('<xs:attribute name="k" default="1" use="required"/>'),
            "required: an attribute that has a `default` cannot be required",
        ),
        (
            complex_type('<xs:attribute name="xmlns"/>'),
            "xmlns: no attribute can be called `xmlns`",
        ),
        (
            of_base('<xs:attribute name="k" use="prohibited"/>'),
            (
                "prohibited: `k` is required by the base `B`, so that it cannot be "
                "prohibited"
            ),
        ),
        (
            of_base('<xs:attribute name="k" type="xs:int" use="optional"/>'),
            (
                "optional: `k` is required by the base `B`, so that it cannot be "
                "optional"
            ),
        ),
        (
            of_base('<xs:attribute name="k" type="xs:date" use="required"/>'),
            (
                "xs:date: `date` is not derived from `int`, the type of `k` in the "
                "base `B`"
            ),
        ),
        (
            of_base('<xs:attribute name="k"/>', PLAIN),
            "k: the base `B` has no attribute `k`",
        ),
        (
            '<xs:attribute name="k"/>' + of_base('<xs:attribute ref="k"/>', PLAIN),
            "k: the base `B` has no attribute `k`",
        ),
        (
            of_base("<xs:anyAttribute/>", PLAIN),
            "B: `anyAttribute` lets in more here than the base `B`, which has none",
        ),
        (
            of_base(
                "<xs:anyAttribute/>",
                complex_type('<xs:anyAttribute namespace="##local"/>', "B"),
            ),
            "B: `anyAttribute` lets in more here than in the base `B`",
        ),
        (
            narrowed('<xs:maxInclusive value="ten"/>', "xs:int"),
            "ten: `ten` is no value of `xs:int`",
        ),
        (
            narrowed('<xs:maxInclusive value="9"/>', "xs:int", "B")
            + narrowed('<xs:maxInclusive value="10"/>', "B"),
            "10: `10` is greater than the maximum of the base type, `9`",
        ),
        (
            narrowed('<xs:minInclusive value="9"/>', "xs:int", "B")
            + narrowed('<xs:minInclusive value="8"/>', "B"),
            "8: `8` is less than the minimum of the base type, `9`",
        ),
        (
            narrowed('<xs:maxLength value="9"/>', name="B")
            + narrowed('<xs:maxLength value="10"/>', "B"),
            "10: this is greater than that of the base type, `9`",
        ),
        (
            narrowed('<xs:maxLength value="9" fixed="true"/>', name="B")
            + narrowed('<xs:maxLength value="8"/>', "B"),
            "8: the base type fixes this facet at another value",
        ),
        (
            narrowed(
                '<xs:minInclusive value="9"/><xs:maxExclusive value="3"/>', "xs:int"
            ),
            "3: `minInclusive` is too great for `maxExclusive`: no value is left",
        ),
        (
            narrowed(
                '<xs:totalDigits value="2"/><xs:fractionDigits value="3"/>',
                "xs:decimal",
            ),
            "3: `fractionDigits` is greater than `totalDigits`",
        ),
        (
            narrowed(
                '<xs:minInclusive value="9"/><xs:minExclusive value="3"/>', "xs:int"
            ),
            "xs:minInclusive: `minInclusive` and `minExclusive` exclude each other",
        ),
        (
            INTS + narrowed('<xs:maxInclusive value="1"/>', "L"),
            "xs:maxInclusive: `maxInclusive` is no facet of lists or unions",
        ),
        (
            (
                '<xs:group name="g"><xs:sequence><xs:group ref="g"/></xs:sequence>'
                "</xs:group>"
            ),
            "g: the group `g` is made of itself",
        ),
        (
            "<xs:import/>",
            (
                "xs:import: an import without a `namespace` is for schemas that have "
                "one themselves"
            ),
        ),
        (
            '<xs:redefine schemaLocation="other.xsd">'
            + narrowed("", name="S")
            + "</xs:redefine>",
            "xs:string: in a `redefine` the base of `S` is `S` itself, not `string`",
        ),
        (
            '<xs:redefine schemaLocation="other.xsd">'
            + narrowed("", "Q", "Q")
            + "</xs:redefine>",
            "Q: the file that is redefined has no `Q`",
        ),
        (
            complex_type('<xs:assert test="count(a"/>'),
            "count(a: this is no XPath: unexpected end of source",
        ),
        (
            complex_type('<xs:assert test="cuont(a)"/>'),
            "cuont(a): the function `cuont` is not known",
        ),
        (
            element(
                '<xs:alternative test="@k" type="xs:date"/>', "e", ' type="xs:int"'
            ),
            "xs:date: `xs:date` is not derived from `xs:int`, the type of the element",
        ),
        (
            simple('<xs:restriction base="xs:anySimpleType"/>'),
            "xs:simpleType: no type of one's own is derived from `anySimpleType`",
        ),
    ],
)
def test_what_is_meant_is_underlined(tmp_path: Path, body: str, expected: str) -> None:
    spot, message = expected.split(": ", 1)

    assert said(tmp_path, body) == [f"{spot}: CTC906 {message}"]


def test_what_has_no_words_of_our_own_is_told_whose_words_it_has(
    tmp_path: Path,
) -> None:
    path = tmp_path / "main.xsd"
    body = narrowed('<xs:minExclusive value="9"/>', "xs:int", "B") + narrowed(
        '<xs:minInclusive value="9"/>', "B"
    )
    path.write_text(f"{HEAD}{body}</xs:schema>", "utf-8")
    troubles = UserSchema(str(path), "").troubles

    _, (found,) = lint_schema_file(decode(path.read_bytes()), troubles, Settings())

    assert found.notes == ("in the words of libxml2",)
