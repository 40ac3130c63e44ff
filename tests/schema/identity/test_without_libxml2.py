"""Keys of scopes in each other, of which libxml2 would take the square."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from ctct_lint import lint
from ctct_lint.schema.sources import keyless
from ctct_lint.schema.sources.keyless import keys_of
from ctct_lint.schema.user_schema import UserSchema

KEY = '<xs:{} name="k"><xs:selector xpath=".//k"/><xs:field xpath="@n"/></xs:{}>'
UNIQUE, KEYED = KEY.replace("{}", "unique"), KEY.replace("{}", "key")
KEYREF = (
    '<xs:keyref name="to" refer="k"><xs:selector xpath=".//f"/>'
    '<xs:field xpath="@n"/></xs:keyref>'
)
NONE = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{}</xs:schema>'
SCHEMA = NONE.format(
    '<xs:element name="s"><xs:complexType>'
    '<xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element ref="s"/>'
    '<xs:element name="k"><xs:complexType><xs:attribute name="n"/></xs:complexType>'
    '</xs:element><xs:element name="f"><xs:complexType><xs:attribute name="n"/>'
    "</xs:complexType></xs:element></xs:choice></xs:complexType>{}</xs:element>"
)
DOUBLED = '<s><s><k n="1"/><k n="1"/></s></s>'
LOST = '<s><s><k n="1"/><f n="2"/></s></s>'
SOUND = '<s><k n="1"/><s><f n="2"/><k n="2"/></s></s>'
Said = list[tuple[str, str]]


@pytest.fixture
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyless, "_OF_SCOPES", 1)
    monkeypatch.setattr(keyless, "_OF_REFERENCES", 1)


def said(folder: Path, keys: str, document: str) -> Said:
    path = folder / "s.xsd"
    path.write_text(SCHEMA.format(keys), "utf-8")
    return [(d.code, d.message) for d in lint(document, schema=path)]


TWICE = ("CTC232", "`1` stands twice, but `k` must be unique")
CASES = [
    (UNIQUE, SOUND, []),
    (KEYED + KEYREF, SOUND, []),
    (UNIQUE, DOUBLED, [TWICE]),
    (KEYED + KEYREF, LOST, [("CTC234", "`2` is no value of the key `k`")]),
    (
        UNIQUE,
        DOUBLED.replace("<k", "<x/><k", 1),
        [("CTC201", "`x` is not a known element of `s`"), TWICE],
    ),
]


@pytest.mark.usefixtures("_at_once")
@pytest.mark.parametrize(("keys", "document", "expected"), CASES)
def test_the_same_is_said_without_libxml2(
    tmp_path: Path, keys: str, document: str, expected: Said
) -> None:
    assert said(tmp_path, keys, document) == expected


# Libxml2 takes the key of a scope in its like for two.
AS_WITH_LIBXML2 = [case for case in CASES if case[:2] != (KEYED + KEYREF, SOUND)]


@pytest.mark.parametrize(("keys", "document", "expected"), AS_WITH_LIBXML2)
def test_as_with_libxml2(
    tmp_path: Path, keys: str, document: str, expected: Said
) -> None:
    assert said(tmp_path, keys, document) == expected


def tree(levels: int, elements: int) -> etree._Element:
    inside = "<k/>" * elements
    return etree.fromstring("<s>" * levels + inside + "</s>" * levels)


@pytest.mark.parametrize(
    ("keys", "levels", "elements", "expected"),
    [
        ("", 2, 6000, False),
        (UNIQUE, 1, 100, False),
        (UNIQUE, 2, 6000, False),
        (UNIQUE, 200, 8000, True),
        (KEYED + KEYREF, 1, 6000, False),
        (KEYED + KEYREF, 2, 6000, True),
        (KEYED + KEYREF, 2, 100, False),
    ],
)
def test_keys_are_beyond_libxml2_where_scopes_are_in_their_like(
    keys: str, levels: int, elements: int, expected: bool
) -> None:
    found = keys_of({"s": SCHEMA.format(keys), "none": NONE})

    assert found.are_beyond_libxml2(tree(levels, elements)) is expected


@pytest.mark.parametrize(("number", "expected"), [(10, False), (6000, True)])
def test_keys_that_are_referred_to_around_their_scopes_are_for_small_documents(
    number: int, expected: bool
) -> None:
    around = '<xs:element name="r">{}</xs:element><xs:element name="s">{}</xs:element>'
    keys = keys_of({"s": NONE.format(around.format(KEYREF, KEYED))})
    root = etree.fromstring(f"<r><s>{'<k/>' * number}</s></r>")

    assert keys.are_beyond_libxml2(root) is expected


def test_a_schema_that_xmlschema_cannot_use_leaves_keys_to_libxml2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(_self: UserSchema, _facts: object) -> None:
        return None

    monkeypatch.setattr(UserSchema, "compiled", none)

    assert [code for code, _ in said(tmp_path, KEYED + KEYREF, LOST)] == ["CTC299"]
