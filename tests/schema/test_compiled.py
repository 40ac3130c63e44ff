"""Compiled schemas: what is kept of an XSD, where it is kept, what it judges."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fixture_file import ROOT
from xmlschema import XMLSchema10

from ctct_lint.profiles.registry import compile_all
from ctct_lint.schema.compiling.compile import compile_schema
from ctct_lint.schema.components.components import Components
from ctct_lint.schema.components.content import Group, Particle, Wildcard
from ctct_lint.schema.components.element import Element
from ctct_lint.schema.components.types import (
    AttributeUse,
    ComplexType,
    Facet,
    SimpleType,
)
from ctct_lint.schema.files import schema_path
from ctct_lint.schema.schema import Schema
from ctct_lint.schema.storing import store
from ctct_lint.schema.storing.plain import from_lines, to_lines
from ctct_lint.schema.survey import survey_of
from ctct_lint.schema.values.bounds import bound_of
from ctct_lint.schema.values.judge import Judge

CAMPAIGN = schema_path("campaign-entry.xsd")


HEAD = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:t" '
TARGET = f'{HEAD} targetNamespace="urn:t" elementFormDefault="qualified">'


def again(components: Components) -> Components:
    """Return components that were written, and read again."""
    found = from_lines(to_lines(components)).components
    tables = (found.elements, found.complex_types, found.simple_types)
    return Components(*map(tuple, tables), *found[3:])


def components_of(declarations: str) -> Components:
    return compile_schema(XMLSchema10(f"{TARGET}{declarations}</xs:schema>"))


# ------------------------------------------------------------------- components

EVERYTHING = """
  <xs:element name="root" type="Root"/>
  <xs:element name="head" type="xs:int"/>
  <xs:element name="other" type="xs:int" substitutionGroup="head"/>
  <xs:complexType name="Root">
    <xs:sequence minOccurs="0">
      <xs:element ref="head" maxOccurs="3"/>
      <xs:choice maxOccurs="unbounded">
        <xs:element name="root" type="Root">
          <xs:annotation><xs:appinfo>
            <f:fact xmlns:f="urn:ctct-lint:facts" required="create"/>
          </xs:appinfo></xs:annotation>
        </xs:element>
        <xs:any namespace="##other" processContents="lax"/>
        <xs:any namespace="##local" processContents="skip"/>
      </xs:choice>
    </xs:sequence>
    <xs:attribute name="id" type="xs:int" use="required"/>
    <xs:attribute name="lang"/>
    <xs:anyAttribute processContents="strict"/>
  </xs:complexType>"""


def test_components_are_those_of_the_schema() -> None:
    found = components_of(EVERYTHING)
    names = {name: found.elements[number] for name, number in found.roots.items()}
    head, root = names["{urn:t}head"], names["{urn:t}root"]
    (inner,) = (e for e in found.elements if e.facts == (("required", "create"),))
    types = [one.name for one in found.simple_types]
    any_type, own = found.complex_types

    assert head.substitutes == (names["{urn:t}other"].number,)
    assert root == Element(root.number, "{urn:t}root", 1, for_elements=True)
    assert inner == root._replace(number=inner.number, facts=inner.facts)
    assert [e.number for e in found.elements] == list(range(len(found.elements)))
    assert any_type.name.endswith("}anyType")
    assert own == ComplexType(
        attributes=(
            AttributeUse("id", types.index("int"), required=True),
            AttributeUse("lang", types.index("anySimpleType"), required=False),
        ),
        wildcard=Wildcard(None, (), "strict"),
        mixed=False,
        simple=None,
        content=Particle(
            Group(
                "sequence",
                (
                    Particle(found.roots["{urn:t}head"], 1, 3),
                    Particle(
                        Group(
                            "choice",
                            (
                                Particle(inner.number),
                                Particle(Wildcard(None, ("", "urn:t"), "lax")),
                                Particle(Wildcard(("",), (), "skip")),
                            ),
                        ),
                        1,
                        None,
                    ),
                ),
            ),
            least=0,
        ),
        name="{urn:t}Root",
    )


def test_simple_types_keep_their_derivation() -> None:
    found = components_of("""
      <xs:element name="a" type="Short"/>
      <xs:element name="b"><xs:complexType><xs:simpleContent>
        <xs:restriction base="Text"><xs:minLength value="1"/></xs:restriction>
      </xs:simpleContent></xs:complexType></xs:element>
      <xs:element name="c" type="Either"/>
      <xs:element name="d" type="Many"/>
      <xs:complexType name="Text"><xs:simpleContent>
        <xs:extension base="Short"/></xs:simpleContent></xs:complexType>
      <xs:simpleType name="Short"><xs:restriction base="xs:token">
        <xs:annotation/><xs:maxLength value="5"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="Either">
        <xs:union memberTypes="xs:int Short"/></xs:simpleType>
      <xs:simpleType name="Many"><xs:list itemType="xs:int"/></xs:simpleType>""")
    types = found.simple_types
    number = {one.name: at for at, one in enumerate(types) if one.name}

    assert {t for t in types if not t.is_builtin} == {
        SimpleType("Short", number["token"], facets=(Facet("maxLength", "5"),)),
        SimpleType("", number["Short"], facets=(Facet("minLength", "1"),)),
        SimpleType("Either", members=(number["int"], number["Short"])),
        SimpleType("Many", item=number["int"]),
    }


def test_components_survive_being_written_as_json() -> None:
    found = components_of(EVERYTHING)
    written = again(found)

    assert written == found
    assert len(written.named) == len(found.named)


def test_what_all_components_have_together_is_written_with_them() -> None:
    found = components_of(EVERYTHING)
    survey, written = survey_of(found), from_lines(to_lines(found)).survey
    named = {name: len(numbers) for name, numbers in written.numbers().items()}

    assert (written.namespaces, written.refers) == (survey.namespaces, survey.refers)
    assert (written.homes(), written.numbers()) == (survey.homes(), survey.numbers())
    assert named == {"root": 2, "head": 1, "other": 1}


@pytest.mark.parametrize(
    ("wildcard", "let_in", "kept_out"),
    [
        (Wildcard(None, (), "lax"), ["{urn:t}a", "a"], []),
        (Wildcard(None, ("", "urn:t"), "lax"), ["{urn:x}a"], ["{urn:t}a", "a"]),
        (Wildcard(("", "urn:x"), (), "lax"), ["{urn:x}a", "a"], ["{urn:t}a"]),
    ],
)
def test_wildcards_go_by_the_namespace(
    wildcard: Wildcard, let_in: list[str], kept_out: list[str]
) -> None:
    assert all(map(wildcard.matches, let_in))
    assert not any(map(wildcard.matches, kept_out))


def test_a_schema_knows_what_each_element_may_hold() -> None:
    schema = Schema(components_of(EVERYTHING))
    root, head = schema.root("{urn:t}root"), schema.root("{urn:t}head")
    assert root is not None
    assert head is not None

    held = ["{urn:t}head", "{urn:t}other", "{urn:t}root"]
    assert list(schema.held_by(root)) == held
    assert schema.held_by(head) == {}
    assert schema.homes == dict.fromkeys(held, ("root",))
    assert schema.model(head) is None
    assert schema.root("{urn:t}nobody") is None


def test_a_schema_has_its_judge_from_the_first_question_on() -> None:
    schema = Schema(components_of(EVERYTHING))

    assert schema.judge is schema.judge
    assert schema.for_document().judge is not schema.judge
    assert not hasattr(schema, "opinion")


# ----------------------------------------------------------------------- values

VALUES = """
  <xs:element name="a" type="{}"/>
  <xs:simpleType name="Short"><xs:restriction base="xs:token">
    <xs:maxLength value="3"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Raw"><xs:restriction base="xs:string">
    <xs:maxLength value="3"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Loose"><xs:restriction base="xs:string">
    <xs:whiteSpace value="collapse"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Tight"><xs:restriction base="Loose">
    <xs:length value="2"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Codes"><xs:restriction base="xs:string">
    <xs:pattern value="a+"/><xs:pattern value="b+"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="When">
    <xs:union memberTypes="xs:date xs:dateTime"/></xs:simpleType>
  <xs:simpleType name="Any"><xs:union memberTypes="xs:date Raw"/></xs:simpleType>
  <xs:simpleType name="Many"><xs:list itemType="xs:int"/></xs:simpleType>
  <xs:simpleType name="Yes"><xs:restriction base="xs:token">
    <xs:enumeration value="YES"/><xs:enumeration value="Y"/></xs:restriction>
  </xs:simpleType>
  <xs:simpleType name="Both"><xs:union memberTypes="Yes xs:int"/></xs:simpleType>
  <xs:simpleType name="One"><xs:restriction base="Both">
    <xs:enumeration value="Y"/></xs:restriction></xs:simpleType>
"""


def judge_of(type_name: str) -> tuple[Judge, int]:
    found = components_of(VALUES.format(type_name))
    number = found.elements[0].simple_type
    assert number is not None
    return Judge(found.simple_types), number


@pytest.mark.parametrize(
    ("type_name", "value", "expected"),
    [
        ("xs:string", " \t anything ", None),
        ("Loose", "  anything  ", None),
        ("Short", " abc ", None),
        ("Short", "abcd", "maxLength"),
        ("Raw", " ab", None),
        ("Raw", " abc", "maxLength"),
        ("Tight", " ab ", None),
        ("Tight", "abc", "length"),
        ("Codes", "bb", None),
        ("Codes", "ab", "pattern"),
        ("xs:dateTime", " 2011-01-01T10:00:00Z\n", None),
        ("xs:dateTime", "2011-01-01", ""),
        ("xs:dateTime", "\xa02011-01-01T10:00:00Z", ""),
        ("When", " 2011-01-01 ", None),
        ("When", "tomorrow", ""),
        ("Any", "abc", None),
        ("Any", "abcd", ""),
        ("Many", " 1  2 ", None),
        ("Many", "1 x", ""),
        ("Yes", " YES ", None),
        ("Yes", "NO", "enumeration"),
        ("xs:boolean", "yes", ""),
        ("xs:int", "x" * 101, ""),
    ],
)
def test_libxml2_judges_values_by_their_type(
    monkeypatch: pytest.MonkeyPatch, type_name: str, value: str, expected: str | None
) -> None:
    judge, number = judge_of(type_name)

    assert judge.refusal(number, value) == expected
    assert judge.refusal(number, value) == expected

    monkeypatch.setattr("ctct_lint.schema.values.verdicts._FEW", 0)
    of_all, number = judge_of(type_name)
    assert of_all.refusal(number, value) == expected


def test_of_values_only_so_many_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ctct_lint.schema.values.verdicts._MOST", 2)
    judge, number = judge_of("xs:int")

    assert [judge.refusal(number, v) for v in ("1", "x", "2", "y", "1", "y")] == [
        *(None, "", None, "", None, "")
    ]


@pytest.mark.parametrize(
    ("type_name", "choices", "builtin"),
    [
        ("Yes", ("YES", "Y"), "token"),
        ("Both", ("YES", "Y"), "token"),
        ("One", ("Y",), "token"),
        ("Many", (), "Many"),
        ("When", (), "date"),
        ("Codes", (), "string"),
    ],
)
def test_what_a_type_offers(
    type_name: str, choices: tuple[str, ...], builtin: str
) -> None:
    judge, number = judge_of(type_name)

    assert judge.choices(number) == choices
    assert judge.builtin_name(number) == builtin


def test_the_nearest_facet_counts() -> None:
    judge, number = judge_of("Codes")

    assert judge.facet(number, "pattern") == ("a+", "b+")
    assert judge.facet(number, "maxLength") == ()


# ----------------------------------------------------------------------- keeping


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give the compiled schemas a folder of their own, empty at first."""
    (tmp_path / "compiled").mkdir()
    monkeypatch.setattr(
        store,
        "_path",
        lambda path: str(tmp_path / "compiled" / f"{os.path.basename(path)}.jsonl"),
    )
    store.compiled_schema.cache_clear()
    yield tmp_path / "compiled"
    store.compiled_schema.cache_clear()


def names_of(schema: Schema) -> set[str]:
    return {name.rpartition("}")[2] for name in schema.components.roots}


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count the schemas that have to be compiled."""
    from ctct_lint.schema.compiling import compile as compile_module

    found: list[str] = []
    compile_file = compile_module.compile_file

    def counted(path: str) -> Components:
        found.append(os.path.basename(path))
        return compile_file(path)

    monkeypatch.setattr(compile_module, "compile_file", counted)
    return found


def test_schemas_are_compiled_once_and_kept(
    folder: Path, compilations: list[str]
) -> None:
    compile_all()
    drivers = sorted(compilations)
    compile_all()

    assert sorted(compilations) == drivers
    assert sorted(path.name for path in folder.iterdir()) == [
        f"{driver}.jsonl" for driver in drivers
    ]
    assert names_of(store.compiled_schema(CAMPAIGN)) == {
        "Campaign",
        "entry",
        "feed",
        "link",
    }
    assert sorted(compilations) == drivers


def test_what_is_not_kept_is_compiled_and_nothing_written(
    folder: Path, compilations: list[str]
) -> None:
    assert "Campaign" in names_of(store.compiled_schema(CAMPAIGN))
    assert compilations == ["campaign-entry.xsd"]
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "spoil",
    [lambda text: f"0{text[1:]}", lambda _: "", lambda text: text[:-9], lambda _: "[]"],
)
def test_what_is_stale_or_broken_is_compiled_again(
    folder: Path, compilations: list[str], spoil: Any
) -> None:
    for path in (ROOT / "schemas" / "compiled").glob("*.jsonl"):
        shutil.copy(path, folder / f"{path.stem}.xsd.jsonl")
    kept = folder / "campaign-entry.xsd.jsonl"
    good = kept.read_text("utf-8")
    kept.write_text(spoil(good), "utf-8")

    assert "Campaign" in names_of(store.compiled_schema(CAMPAIGN))
    assert kept.read_text("utf-8") == spoil(good)
    compile_all()
    assert compilations == ["campaign-entry.xsd"] * 2
    assert kept.read_text("utf-8") == good


def test_constraints_survive_being_written_as_json() -> None:
    found = components_of("""<xs:element name="a"><xs:complexType><xs:sequence>
      <xs:element name="b" maxOccurs="2"/></xs:sequence></xs:complexType>
      <xs:key name="k"><xs:selector xpath=".//b|*"/><xs:field xpath="@c"/></xs:key>
    </xs:element>""")
    (constraint,) = (c for e in found.elements for c in e.constraints)

    assert constraint.selector == (("//", "b"), ("*",))
    assert constraint.fields == ((("@c",),),)
    assert again(found) == found


@pytest.mark.parametrize(
    ("value", "name", "bound"),
    [
        ("-1", "unsignedByte", "minInclusive 0"),
        ("256", "unsignedByte", "maxInclusive 255"),
        ("255", "unsignedByte", ""),
        ("1", "nonPositiveInteger", "maxInclusive 0"),
        ("-99", "negativeInteger", ""),
        ("x", "byte", ""),
        ("1", "string", ""),
    ],
)
def test_bounds_of_whole_numbers(value: str, name: str, bound: str) -> None:
    assert bound_of(value, name) == bound


@pytest.mark.parametrize("few", [0, 8])
def test_a_type_that_libxml2_refuses_takes_all_and_spoils_no_other(
    monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr("ctct_lint.schema.values.verdicts._FEW", few)
    refused = SimpleType("", base=1, facets=(Facet("pattern", "[z-a]"),))
    judge = Judge((SimpleType("int"), SimpleType("string"), refused))

    assert judge.refusal(2, "x") is None
    assert judge.refusal(0, "x") == ""
    assert judge.refusal(0, "y") == ""
