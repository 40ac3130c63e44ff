"""What is known of a user's vocabulary without reading its files again."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.schema.facts.facts import NO_FACTS, Facts
from ctct_lint.schema.model_facts import ModelFacts
from ctct_lint.schema.user_schema import UserSchema

ORDER = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:include schemaLocation="lines.xsd"/>
  <xs:element name="order"><xs:complexType><xs:sequence>
    <xs:element name="id" type="xs:int"><xs:annotation>
      <xs:documentation>What   the shop
        calls it.</xs:documentation></xs:annotation></xs:element>
    <xs:element name="lines" type="Lines"/>
    <xs:element name="gift" minOccurs="0"><xs:complexType/></xs:element>
  </xs:sequence></xs:complexType></xs:element>
  <xs:complexType name="Line">
    <xs:choice maxOccurs="unbounded">
      <xs:element name="id" type="xs:int"><xs:annotation><xs:documentation>The article
        that is sold.</xs:documentation></xs:annotation></xs:element>
      <xs:element name="note" type="xs:string"/>
    </xs:choice>
    <xs:attribute name="tax"><xs:annotation><xs:documentation>2.0+</xs:documentation>
      <xs:documentation>A &lt;b>rate&lt;/b>.</xs:documentation>
    </xs:annotation></xs:attribute>
    <xs:attribute name="unit"><xs:annotation><xs:documentation>2.0+</xs:documentation>
    </xs:annotation></xs:attribute>
  </xs:complexType>
  <xs:element name="top"><xs:annotation><xs:documentation>Of none.</xs:documentation>
  </xs:annotation></xs:element>
</xs:schema>"""
LINES = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="Lines"><xs:sequence>
    <xs:element name="line" type="Line" maxOccurs="unbounded"/>
    <xs:element name="carrier" type="xs:string" minOccurs="0"/>
    <xs:any processContents="lax" minOccurs="0"/>
  </xs:sequence></xs:complexType>
</xs:schema>"""


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    """Return the path of a schema that includes another one."""
    (tmp_path / "lines.xsd").write_text(LINES)
    path = tmp_path / "order.xsd"
    path.write_text(ORDER)
    return path


@pytest.fixture
def facts(schema: Path) -> ModelFacts:
    """Return the facts of the schema."""
    return ModelFacts(UserSchema(str(schema), ""))


@pytest.mark.parametrize(
    ("owner", "children"),
    [
        ("order", {"id": False, "lines": False, "gift": False}),
        ("lines", {"line": True, "carrier": False}),
        ("line", {"id": True, "note": True}),
        ("gift", {}),
        ("note", {}),
        ("unknown", {}),
    ],
)
def test_children_are_those_of_all_files_in_their_order(
    owner: str, children: dict[str, bool], facts: ModelFacts
) -> None:
    found = facts.children_of(owner)

    assert [(n, f.owner, f.many) for n, f in found.items()] == [
        (name, owner, many) for name, many in children.items()
    ]
    assert facts.children_of(owner) is found


def test_all_elements_have_names(facts: ModelFacts) -> None:
    names = {"order", "id", "lines", "gift", "line", "carrier", "note", "top"}

    assert facts.element_names() == names


@pytest.mark.parametrize(
    ("owner", "name", "kind", "said"),
    [
        ("order", "id", "element", "What the shop calls it."),
        ("line", "id", "element", "The article that is sold."),
        ("line", "tax", "attribute", "A **rate**."),
        ("line", "unit", "attribute", ""),
        ("", "top", "element", "Of none."),
        ("order", "top", "element", ""),
        ("line", "note", "element", ""),
        ("lines", "id", "element", ""),
        ("note", "id", "element", ""),
    ],
)
def test_documentation_is_of_the_parent_that_is_meant(
    owner: str, name: str, kind: str, said: str, facts: ModelFacts
) -> None:
    assert facts.documentation(owner, name, kind) == said


def test_a_file_without_documentation_says_nothing(schema: Path) -> None:
    facts = ModelFacts(UserSchema(str(schema.parent / "lines.xsd"), ""))

    assert facts.documentation("lines", "line") == ""


def test_nothing_is_known_of_what_xmlschema_cannot_read(
    schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(UserSchema, "compiled", lambda *_: None)
    facts = ModelFacts(UserSchema(str(schema), ""))

    assert facts.children_of("order") == {}
    assert facts.element_names() == frozenset()


def test_facts_of_two_schemas_are_not_the_same(schema: Path) -> None:
    of_schema = UserSchema(str(schema), "")
    one, another = ModelFacts(of_schema), ModelFacts(of_schema)

    assert {one, another, NO_FACTS} == {one, another, Facts()}
    assert [one == other for other in (one, another, NO_FACTS)] == [True, False, False]
    assert [one != other for other in (one, another, NO_FACTS)] == [False, True, True]


def test_what_included_files_declare_is_known_to_fixes(schema: Path) -> None:
    text = "<order><id>1</id><lines carrier='x'><line><id>2</id></line></lines></order>"

    (found,) = lint(text, schema=schema)

    assert (found.code, [fix.title for fix in found.fixes]) == (
        "CTC209",
        ["make it the element `<carrier>`"],
    )


def test_a_schema_that_has_changed_is_not_kept_beside_the_new_one(
    tmp_path: Path,
) -> None:
    """A server, or whoever watches, reads it as often as it changes."""
    path = tmp_path / "order.xsd"
    (tmp_path / "lines.xsd").write_text(LINES)
    for number in range(3):
        path.write_text(f"{ORDER}<!-- {number} -->")
        lint("<order>7<gift>8</gift><lines/></order>", schema=path)

    gc.collect()
    schemas = [one for one in gc.get_objects() if isinstance(one, UserSchema)]
    assert len([one for one in schemas if one.path == str(path)]) == 1
