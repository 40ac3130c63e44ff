"""Constraints of elements that stand in each other: what is told, and at what cost."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from ctct_lint import lint
from ctct_lint.schema.identity import doubles, strangers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ctct_lint.schema.components.element import Constraint
    from ctct_lint.schema.identity.key_faults import Entry
    from ctct_lint.schema.identity.select import TypedTree

_CONTENT = """<xs:complexType><xs:choice minOccurs="0" maxOccurs="unbounded">
  <xs:element ref="list"/><xs:element ref="box"/>
  <xs:element name="item"><xs:complexType><xs:attribute name="n" type="xs:int"/>
  </xs:complexType></xs:element>
  <xs:element name="to"><xs:complexType><xs:attribute name="n" type="xs:int"/>
  </xs:complexType></xs:element>
 </xs:choice><xs:attribute name="n" type="xs:int"/></xs:complexType>"""
ONE = '<list><item n="1"/></list>'
Said = list[tuple[str, int, str, tuple[str, ...], list[int]]]


def constraint(kind: str, selector: str) -> str:
    refer = 'name="r" refer="k"' if kind == "keyref" else 'name="k"'
    return (
        f'<xs:{kind} {refer}><xs:selector xpath="{selector}"/>'
        f'<xs:field xpath="@n"/></xs:{kind}>'
    )


def schema_of(of_list: str, of_box: str = "") -> str:
    """Return a schema of lists and boxes that may hold both, and items."""
    return (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        f'<xs:element name="list">{_CONTENT}{of_list}</xs:element>'
        f'<xs:element name="box">{_CONTENT}{of_box}</xs:element></xs:schema>'
    )


def said(folder: Path, schema: str, document: str) -> Said:
    path = folder / "s.xsd"
    path.write_text(schema, "utf-8")
    return [
        (
            d.code,
            d.range.start.offset,
            d.message,
            tuple(d.help),
            [one.range.start.offset for one in d.related],
        )
        for d in lint(document, schema=path)
    ]


def twice(at: int, first: int, value: str = "1") -> tuple[object, ...]:
    message = f"`{value}` stands twice, but `k` must be unique"
    return "CTC232", at, message, ("write another value here or there",), [first]


def strange(at: int, value: str, *expected: str) -> tuple[object, ...]:
    return "CTC234", at, f"`{value}` is no value of the key `k`", expected, []


@pytest.mark.parametrize(
    ("selector", "document", "expected"),
    [
        # The outermost element sees what is in the inner ones.
        (
            ".//item",
            '<list><item n="1"/><list><item n="1"/><item n="1"/></list></list>',
            [twice(34, 15), twice(47, 15)],
        ),
        (
            ".//item",
            '<box><list><item n="1"/></list><list><item n="1"/></list></box>',
            [],
        ),
        # Children are compared in their parent alone.
        ("item", '<list><item n="1"/><list><item n="1"/></list></list>', []),
        (
            "item",
            '<list><list><item n="1"/><item n="1"/></list></list>',
            [twice(34, 21)],
        ),
        (
            ".//box/item",
            '<list><box><box><item n="1"/></box></box><box><item n="1"/></box></list>',
            [twice(55, 25)],
        ),
        # What is at any depth and a child are compared in the inner one.
        (
            ".//to|item",
            '<list><list><item n="1"/><box><to n="1"/></box></list></list>',
            [twice(21, 37)],
        ),
        (
            "item|.//to",
            '<list><list><box><to n="1"/></box><item n="1"/></list></list>',
            [twice(24, 43)],
        ),
        (".//to|item", '<list><list><item n="1"/></list><to n="1"/></list>', []),
        (
            ".//item|item",
            '<list><list><item n="1"/></list><item n="1"/></list>',
            [twice(41, 21)],
        ),
    ],
)
def test_what_stands_twice(
    tmp_path: Path, selector: str, document: str, expected: Said
) -> None:
    assert said(tmp_path, schema_of(constraint("key", selector)), document) == expected


@pytest.mark.parametrize(
    ("key", "reference", "document", "expected"),
    [
        # What is known in an element is known around it.
        ("item", "to", '<list><list><item n="1"/></list><to n="1"/></list>', []),
        (
            "item",
            ".//to",
            '<list><list><item n="1"/></list><to n="1"/><to n="2"/></list>',
            [strange(50, "2", "expected `1`")],
        ),
        # A reference is to be known in each element around it.
        (
            ".//item",
            ".//to",
            '<list><item n="1"/><list><item n="2"/><to n="1"/></list></list>',
            [strange(45, "1", "expected `2`")],
        ),
        (
            ".//item",
            ".//to",
            '<list><item n="1"/><list><to n="2"/><item n="3"/></list></list>',
            [strange(32, "2", "expected one of `1`, `3`")],
        ),
        (
            "item",
            ".//to",
            '<list><item n="1"/><list><item n="2"/><to n="3"/></list></list>',
            [strange(45, "3", "expected one of `1`, `2`")],
        ),
        (
            "item",
            ".//to|to",
            '<list><item n="1"/><to n="2"/></list>',
            [strange(26, "2", "expected `1`")],
        ),
        ("item", "to", '<list><list><item n="2"/><to n="2"/></list></list>', []),
        (
            ".//item|to",
            ".//to",
            '<list><list><item n="2"/><to n="2"/></list></list>',
            [twice(32, 21, "2")],
        ),
        # As many as lack are no news in an element, more are.
        (
            ".//item",
            ".//to",
            '<list><item/><list><item n="2"/><to n="1"/></list></list>',
            [
                (
                    "CTC233",
                    7,
                    "`item` lacks `@n`, which the key `k` needs",
                    ("add `@n`",),
                    [],
                )
            ],
        ),
    ],
)
def test_what_refers_to_no_key(
    tmp_path: Path, key: str, reference: str, document: str, expected: Said
) -> None:
    schema = schema_of(constraint("key", key) + constraint("keyref", reference))

    assert said(tmp_path, schema, document) == expected


def test_what_need_not_be_there_is_not_lost(tmp_path: Path) -> None:
    schema = schema_of(constraint("unique", "item") + constraint("keyref", "to"))

    assert said(tmp_path, schema, '<list><item/><to n="1"/></list>') == [
        strange(20, "1")
    ]


def test_keys_of_inner_elements_are_known_outside(tmp_path: Path) -> None:
    schema = schema_of(constraint("key", ".//item"), constraint("keyref", ".//to"))
    inner = '<list><list><item n="1"/></list><item n="2"/></list>'
    document = f'<box>{inner}<to n="1"/><to n="3"/><box><to n="1"/></box></box>'

    assert said(tmp_path, schema, document) == [
        strange(75, "3", "expected one of `2`, `1`"),
        strange(91, "1"),
    ]


def test_of_many_keys_the_first_ones_are_compared(tmp_path: Path) -> None:
    schema = schema_of(constraint("key", ".//item") + constraint("keyref", ".//to"))
    items = "".join(f'<item n="{number}"/>' for number in range(1000, 1200))

    found = said(tmp_path, schema, f'<list>{items}<to n="1198"/></list>')
    assert found == []
    (one,) = said(tmp_path, schema, f'<list>{items}<to n="7"/></list>')
    assert "1000" in one[3][0]


def test_where_there_are_too_many_elements_all_is_news(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schema = schema_of(constraint("key", ".//item") + constraint("keyref", ".//to"))
    document = '<list><item/><list><item n="2"/><to n="1"/></list></list>'
    monkeypatch.setattr(strangers, "_LOOKED_INTO", 0)

    codes = [code for code, *_ in said(tmp_path, schema, document)]

    assert codes == ["CTC233", "CTC234"]


def test_values_are_worked_out_once_for_each_element(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[etree._Element] = []
    entry_of = doubles.entry_of

    def counted(tree: TypedTree, element: etree._Element, of: Constraint) -> Entry:
        asked.append(element)
        return entry_of(tree, element, of)

    monkeypatch.setattr(doubles, "entry_of", counted)
    document = '<list><item n="1"/>' * 100 + "</list>" * 100

    found = said(tmp_path, schema_of(constraint("unique", ".//item")), document)

    assert len(found) == 99
    assert len(asked) == len(set(asked)) == 100


_SELECTORS = (
    "item",
    ".//item",
    "list/item",
    ".//item|.//to",
    "item|.//to",
    ".//item|list/to",
    ".//list/item",
    ".//*",
    ".//.",
    ".",
)


def made(random: Random, depth: int = 0) -> str:
    """Return lists and boxes in each other, with few different values."""
    name = random.choice(("list", "list", "box"))
    inside = "".join(
        made(random, depth + 1)
        if depth < 4 and random.random() < 0.45
        else leaf(random)
        for _ in range(random.randrange(5))
    )
    return f'<{name} n="{random.randrange(30)}">{inside}</{name}>'


def leaf(random: Random) -> str:
    value = f' n="{random.randrange(9)}"' if random.random() < 0.9 else ""
    return f"<{random.choice(('item', 'item', 'to'))}{value}/>"


def schemas(random: Random, count: int) -> Sequence[str]:
    """Return schemas with a key, and most of them a reference to it."""
    found = []
    for _ in range(count):
        key = constraint(random.choice(("key", "unique")), random.choice(_SELECTORS))
        reference = constraint("keyref", random.choice(_SELECTORS))
        where = random.choice(((key, ""), (key + reference, ""), (key, reference)))
        found.append(schema_of(*where))
    return found


@pytest.mark.parametrize("seed", range(4))
def test_something_is_told_where_libxml2_says_so(tmp_path: Path, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - for documents
    for schema in schemas(random, 6):
        validator = etree.XMLSchema(etree.fromstring(schema))
        for document in (made(random) for _ in range(8)):
            is_valid = validator.validate(etree.fromstring(document))
            assert (said(tmp_path, schema, document) == []) is is_valid, document
