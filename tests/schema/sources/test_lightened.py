"""Long enumerations written as patterns: libxml2 says the same of every document."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from ctct_lint import lint
from ctct_lint.schema.sources import lightened as module
from ctct_lint.schema.sources.lightened import lightened

if TYPE_CHECKING:
    from pathlib import Path

BASES = (
    *("string", "normalizedString", "token", "NMTOKEN", "Name", "NCName", "language"),
    *("anyURI", "ID", "integer", "decimal", "boolean", "date", "hexBinary"),
)
VALUES = (
    *("a", "b", "a b", " a", "a\n", "A", "aa", "", "1", "01", "1.0", "true", "0A"),
    *("-1", "+01.50", "1.5", "-0", "0", ".5"),
)
# What a type adds to its list, and types that are made of it.
OWN = (
    "",
    '<xs:pattern value="a.*"/><xs:pattern value="1.*"/>',
    '<xs:maxLength value="1"/>',
    '<xs:whiteSpace value="collapse"/>',
)


def restricted(base: str, facets: str, name: str = "") -> str:
    opening = f'<xs:simpleType name="{name}">' if name else "<xs:simpleType>"
    return (
        f'{opening}<xs:restriction base="{base}">{facets}</xs:restriction>'
        "</xs:simpleType>"
    )


_EXTENDED = '<xs:simpleContent><xs:extension base="L"/></xs:simpleContent>'
USES = (
    restricted("L", ""),
    '<xs:simpleType><xs:list itemType="L"/></xs:simpleType>',
    '<xs:simpleType><xs:union memberTypes="L xs:int"/></xs:simpleType>',
    restricted("L", '<xs:pattern value=".?"/>'),
    restricted("L", OWN[3]),
    restricted("L", '<xs:enumeration value="a"/>'),
    f"<xs:complexType>{_EXTENDED}</xs:complexType>",
)


@pytest.fixture(autouse=True)
def _every_list_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MANY", 1)


def written(content: str) -> str:
    return (
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{content}</xs:schema>'
    )


def listing(base: str, values: list[str] | str, own: str = "") -> str:
    return restricted(base, own + listed(values), "L")


def listed(values: list[str] | str) -> str:
    return "".join(f"<xs:enumeration value={_quoted(v)}/>" for v in values)


def used(type_: str) -> str:
    return f'<xs:element name="r">{type_}</xs:element>'


def _quoted(text: str) -> str:
    return quoteattr(text, {"\n": "&#10;"})


def compiled(text: str) -> etree.XMLSchema | None:
    try:
        return etree.XMLSchema(etree.fromstring(text))
    except etree.XMLSchemaParseError:
        return None


def verdicts(schema: etree.XMLSchema | None) -> list[bool] | None:
    """Return what a schema says of each value."""
    found = []
    for value in (*VALUES, "b a", "x"):
        root = etree.Element("r")
        root.text = value
        found.append(schema is not None and schema.validate(root))
    return found


@given(
    st.sampled_from(BASES),
    st.lists(st.sampled_from(VALUES), min_size=1, max_size=5),
    st.sampled_from(OWN),
    st.sampled_from(USES),
)
@example("token", [" a", "b"], OWN[1], USES[1])
@settings(deadline=None, max_examples=300)
def test_documents_are_told_the_same(
    base: str, values: list[str], own: str, use: str
) -> None:
    before = written(listing(f"xs:{base}", values, own) + used(use))
    schema = compiled(before)
    after = lightened({"a": before}).get("a", before)

    if schema is not None:
        assert verdicts(compiled(after)) == verdicts(schema)


@pytest.mark.parametrize(
    ("base", "more", "is_text"),
    [
        ("xs:string", "", True),
        ("M", restricted("xs:token", "", "M"), True),
        # Two types have the name, in files of other namespaces.
        ("M", restricted("xs:token", "", "M") + restricted("xs:date", "", "M"), False),
        ("M", restricted("xs:string", OWN[3], "M"), False),
        ("M", restricted("M", "", "M"), False),
        ("M", USES[1].replace("type>", 'type name="M">', 1), False),
        ("M", "", False),
        ("xs:date", "", False),
    ],
)
def test_what_is_surely_a_text_has_patterns(
    base: str, more: str, is_text: bool
) -> None:
    made = lightened({"a": written(listing(base, "123") + more)})

    assert list(made) == ["a"] * is_text
    assert is_text == ('<xs:pattern value="(1|2|3)"/>' in str(made))
    assert "enumeration" not in str(made)


def test_a_type_in_the_place_of_a_base_keeps_it() -> None:
    facets = '<xs:pattern value="a"/>' + listed("ab")
    base = restricted("xs:token", '<xs:maxLength value="1"/>')
    inner = f"<xs:restriction><xs:annotation/>{base}{facets}</xs:restriction>"
    before = written(used(f"<xs:simpleType>{inner}</xs:simpleType>"))
    (after,) = lightened({"a": before}).values()

    assert "enumeration" not in after
    assert verdicts(compiled(after)) == verdicts(compiled(before))


def test_files_without_a_list_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MANY", 3)
    short, long = listing("xs:string", "12"), listing("xs:string", "123")
    texts = {"a": written(short), "b": written(long), "c": written("")}

    assert list(lightened(texts)) == ["b"]
    assert lightened({"a": written(short)}) == {}


def test_a_list_that_cannot_be_written_so_is_judged_as_it_is(tmp_path: Path) -> None:
    """A type that is redefined must be based on itself, and on no other."""
    (tmp_path / "b.xsd").write_text(written(restricted("xs:string", "", "L")))
    redefined = listing("L", "12", '<xs:pattern value="1"/>')
    path = tmp_path / "a.xsd"
    path.write_text(
        written(
            f'<xs:redefine schemaLocation="b.xsd">{redefined}</xs:redefine>'
            '<xs:element name="r" type="L"/>'
        )
    )

    assert [one.code for one in lint("<r>1</r>", schema=path)] == []
    assert [one.code for one in lint("<r>2</r>", schema=path)] == ["CTC216"]
    assert [one.code for one in lint("<r>3</r>", schema=path)] == ["CTC203"]
