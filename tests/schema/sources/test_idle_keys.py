"""Paths of keys that name nothing of the schema: told in the file of the schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint.schema.sources.trouble import IDLE_KEY, SchemaTrouble
from ctct_lint.schema.user_schema import UserSchema

XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
SPACE = 'targetNamespace="urn:m" xmlns="urn:m" xmlns:m="urn:m"'
QUALIFIED = f'{SPACE} elementFormDefault="qualified"'
CONTENT = """<xs:complexType><xs:sequence>
  <xs:element name="item" maxOccurs="9"><xs:complexType><xs:sequence>
    <xs:element name="name" minOccurs="0"/>{}</xs:sequence><xs:attribute name="no"/>
  </xs:complexType></xs:element></xs:sequence></xs:complexType>"""
ANY = '<xs:any namespace="##other" processContents="lax" minOccurs="0"/>'


def schema(
    head: str, selector: str, field: str, inside: str = "", more: str = ""
) -> str:
    key = (
        f'<xs:key name="K"><xs:selector xpath="{selector}"/><xs:field xpath="{field}"/>'
    )
    root = (
        f'<xs:element name="list">{CONTENT.format(inside)}{key}</xs:key></xs:element>'
    )
    return f"<xs:schema {XS} {head}>{more}{root}</xs:schema>"


def idle(folder: Path, text: str, **files: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return what is idle in the paths of a schema, and what it is likely meant for."""
    for name, content in (("s", text), *files.items()):
        (folder / f"{name}.xsd").write_text(content)
    found = UserSchema(str(folder / "s.xsd"), "")
    assert found.troubles == ()
    assert all(one.kind == IDLE_KEY for one in found.remarks)
    return [(one.subject, one.expected) for one in found.remarks]


@pytest.mark.parametrize(
    ("head", "selector", "field", "expected"),
    [
        # What is qualified needs a prefix, what is not must have none.
        (QUALIFIED, "item", "@no", [("item", ("m:item",))]),
        (QUALIFIED, ".//m:item", "name", [("name", ("m:name",))]),
        (SPACE, "m:item", "name", [("m:item", ("item",))]),
        ("", "item", "nome|@no", [("nome", ())]),
        (QUALIFIED, "m:item", "@m:no", [("@m:no", ("@no",))]),
        (QUALIFIED, "m:item", "@name", [("@name", ())]),
        # Without a prefix for the namespace it cannot be written.
        (
            QUALIFIED.replace("xmlns:m", "xmlns:n", 1),
            "item",
            "@no",
            [("item", ("n:item",))],
        ),
        (
            QUALIFIED.replace(' xmlns:m="urn:m"', ""),
            "item",
            "@no",
            [("item", ())],
        ),
        # Only the first one of a path is told; the field is another path.
        ("", "itme/nome", "@on", [("itme", ()), ("@on", ())]),
    ],
)
def test_a_name_that_nothing_has_is_idle(
    head: str,
    selector: str,
    field: str,
    expected: list[tuple[str, tuple[str, ...]]],
    tmp_path: Path,
) -> None:
    assert idle(tmp_path, schema(head, selector, field)) == expected


@pytest.mark.parametrize(
    ("head", "selector", "field"),
    [
        (QUALIFIED, "m:item", "@no"),
        (QUALIFIED, " .//m:item | m:item ", "attribute::no"),
        (QUALIFIED, "child::m:item", "child::m:name"),
        (QUALIFIED, "*", "m:name"),
        (QUALIFIED, "m:*", "."),
        (SPACE, "item", "name"),
    ],
)
def test_paths_that_lead_somewhere_are_not(
    head: str, selector: str, field: str, tmp_path: Path
) -> None:
    assert idle(tmp_path, schema(head, selector, field)) == []


def test_what_is_let_in_may_have_any_name(tmp_path: Path) -> None:
    text = schema(QUALIFIED, "m:item", "m:code", ANY)

    assert idle(tmp_path, text) == []
    # One that is declared elsewhere is meant all the same.
    assert idle(tmp_path, schema(QUALIFIED, "item", "@no", ANY)) == [
        ("item", ("m:item",))
    ]


def test_of_a_namespace_without_a_file_nothing_is_known(tmp_path: Path) -> None:
    import_ = '<xs:import namespace="urn:o"/>'
    head = f'{QUALIFIED} xmlns:o="urn:o"'

    assert idle(tmp_path, schema(head, "m:item", "o:code", "", import_)) == []


def test_a_file_without_a_namespace_has_that_of_who_includes_it(tmp_path: Path) -> None:
    part = (
        f'<xs:schema {XS}><xs:element name="part"/><xs:attribute name="k"/></xs:schema>'
    )
    include = '<xs:include schemaLocation="part.xsd"/>'
    ref = '<xs:element ref="part" minOccurs="0"/>'

    text = schema(QUALIFIED, "m:item", "m:part", ref, include)
    assert idle(tmp_path, text, part=part) == []
    text = schema(QUALIFIED, "m:item", "part", ref, include)
    assert idle(tmp_path, text, part=part) == [("part", ("m:part",))]


def test_what_is_redefined_is_global(tmp_path: Path) -> None:
    base = f'<xs:schema {XS}><xs:attributeGroup name="A"/></xs:schema>'
    redefine = (
        '<xs:redefine schemaLocation="base.xsd"><xs:attributeGroup name="A">'
        '<xs:attributeGroup ref="A"/><xs:attribute name="code"/></xs:attributeGroup>'
        "</xs:redefine>"
    )

    assert idle(tmp_path, schema("", "item", "@code", "", redefine), base=base) == []


def test_a_default_namespace_of_paths_is_not_judged(tmp_path: Path) -> None:
    text = schema(QUALIFIED, "item", "@no").replace(
        "<xs:selector", '<xs:selector xpathDefaultNamespace="urn:m"'
    )
    (tmp_path / "s.xsd").write_text(text)

    assert UserSchema(str(tmp_path / "s.xsd"), "").remarks == ()


class Kept:
    """Keeps lines; see `shelf.Models`."""

    def __init__(self) -> None:
        self.lines: dict[str, list[str]] = {}

    def find(self, key: str) -> list[str] | None:
        return self.lines.get(key)

    def keep(self, key: str, lines: list[str]) -> None:
        self.lines[key] = lines


@pytest.mark.parametrize(
    "damage", [None, "[1]", '[1, "", "", "", "", "", [], false]', "{"]
)
def test_remarks_are_kept_and_made_anew_if_they_are_damaged(
    tmp_path: Path, damage: str | None
) -> None:
    (tmp_path / "s.xsd").write_text(schema(QUALIFIED, "item", "@no"))
    path, kept = str(tmp_path / "s.xsd"), Kept()
    expected = SchemaTrouble(
        path,
        IDLE_KEY,
        "/xs:schema/xs:element/xs:key/xs:selector",
        "xpath",
        "item",
        "K",
        ("m:item",),
    )

    assert UserSchema(path, "", kept).remarks == (expected,)
    if damage is not None:
        (key,) = kept.lines
        kept.lines[key] = [damage]
    assert UserSchema(path, "", kept).remarks == (expected,)


def test_remarks_that_are_kept_are_not_looked_for_again(tmp_path: Path) -> None:
    (tmp_path / "s.xsd").write_text(schema(QUALIFIED, "item", "@no"))
    path, kept = str(tmp_path / "s.xsd"), Kept()

    (found,) = UserSchema(path, "", kept).remarks
    ((key, (line,)),) = kept.lines.items()
    kept.lines[key] = [line.replace('"item"', '"thing"')]
    assert UserSchema(path, "", kept).remarks == (found._replace(subject="thing"),)
