"""Children in another order than the model's: one fault for each reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.rounds import mend
from ctct_lint.model.diagnostic import Applicability

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="Held"><xs:sequence><xs:element name="x" minOccurs="0"/>
    </xs:sequence></xs:complexType>
  <xs:element name="o"><xs:complexType><xs:sequence>
    <xs:element name="a" type="xs:string"/>
    <xs:element name="b" type="xs:string"/>
    <xs:element name="c" type="xs:string"/>
    <xs:element name="d" type="xs:string"/>
    <xs:element name="e" type="xs:string" minOccurs="0"/>
    <xs:element name="f" type="Held" minOccurs="0" maxOccurs="3"/>
    <xs:element name="g" type="xs:string"/>
    <xs:element name="h" type="xs:string" minOccurs="0"/>
    <xs:element name="pick" minOccurs="0"><xs:complexType><xs:choice>
      <xs:sequence>
        <xs:element name="p"/><xs:element name="q" minOccurs="0"/>
      </xs:sequence>
      <xs:sequence><xs:element name="r"/><xs:element name="s"/></xs:sequence>
    </xs:choice></xs:complexType></xs:element>
    <xs:element name="call" minOccurs="0"><xs:complexType><xs:choice>
      <xs:sequence>
        <xs:element name="in"/>
        <xs:sequence minOccurs="0">
          <xs:element name="out"/>
          <xs:element name="fault" minOccurs="0"/>
        </xs:sequence>
      </xs:sequence>
      <xs:sequence>
        <xs:element name="out"/>
        <xs:element name="in" minOccurs="0"/>
      </xs:sequence>
    </xs:choice></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
ALL = frozenset(Applicability)


def written(names: str) -> str:
    """Return an `o` with a child for each letter."""
    return f"<o>{''.join(f'<{name}/>' for name in names)}</o>"


def told(text: str, schema: Path) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return of each diagnostic what is underlined, the message and the help."""
    found = lint(text, schema=schema)
    assert {d.code for d in found} == {"CTC206"}
    return [
        (text[d.range.start.offset : d.range.end.offset], d.message, d.help)
        for d in found
    ]


def mended(text: str, schema: Path) -> str:
    done = mend(text.encode(), lambda data: lint(data, schema=schema), ALL)
    assert done.left == ()
    return re.sub(r"<(\w+)></\1>", r"<\1/>", done.data.decode())


@pytest.mark.parametrize(
    ("names", "moved", "order"),
    [
        ("cbadg", "ba", "abc"),
        ("dcbag", "cba", "abcd"),
        ("abedcg", "ec", "cde"),
        ("acbedg", "", ""),
        ("gdcba", "dcba", "abcdg"),
    ],
)
def test_children_that_have_to_move_for_one_reason_are_one_fault(
    names: str, moved: str, order: str, schema: Path
) -> None:
    if not moved:  # two swaps that have nothing to do with each other
        assert len(told(written(names), schema)) == 2
        return
    *first, last = (f"`{name}`" for name in moved)
    expected = ", ".join(f"`{name}`" for name in order)

    assert told(written(names), schema) == [
        (
            moved[0],
            f"{', '.join(first)} and {last} are out of order in `o`",
            (f"the right order is {expected}",),
        )
    ]
    assert mended(written(names), schema) == written("".join(sorted(names)))


def test_each_of_them_is_labelled(schema: Path) -> None:
    (only,) = lint(written("dcbag"), schema=schema)

    assert [one.message for one in only.related] == ["this one as well"] * 2


def test_several_of_one_name_are_moved_together(schema: Path) -> None:
    assert told(written("abffcdg"), schema) == [
        ("f", "`f` must stand after `d` in `o`", ("move these 2 after `d`",))
    ]


def test_what_an_element_holds_is_moved_with_it(schema: Path) -> None:
    text = "<o><a/><b/><f><x/></f><d/><c/><g/></o>"

    assert mended(text, schema) == "<o><a/><b/><c/><d/><f><x/></f><g/></o>"


def test_where_a_name_stands_twice_no_fix_writes_the_order(schema: Path) -> None:
    text = "<o><a/><b/><h/><g/><f/><f/><e/><d/><c/></o>"

    assert [fix for d in lint(text, schema=schema) for fix in d.fixes] == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("gabcdff", "abcdffg"),
        ("abcdffeg", "abcdeffg"),
        ("abcfdfg", None),
        ("abgcdff", "abcdffg"),
        ("abcdfgf", None),
    ],
)
def test_of_several_neighbours_in_a_row_it_is_moved_past_all(
    text: str, right: str | None, schema: Path
) -> None:
    if right is not None:
        assert mended(written(text), schema) == written(right)
    else:
        assert len(told(written(text), schema)) == 1


@pytest.mark.parametrize(
    ("call", "moved", "message"),
    [
        ("<out/><in/><fault/>", "out", "`out` must stand after `in` in `call`"),
        ("<fault/><in/><out/>", "fault", "`fault` must stand after `out` in `call`"),
    ],
)
def test_what_is_in_the_way_of_the_only_one_without_a_place_has_to_move(
    call: str, moved: str, message: str, schema: Path
) -> None:
    text = f"<o><a/><b/><c/><d/><g/><call>{call}</call></o>"

    assert [one[:2] for one in told(text, schema)] == [(moved, message)]
    assert mended(text, schema).count("<in/><out/><fault/>") == 1


def test_what_no_move_makes_right_is_of_another_branch(schema: Path) -> None:
    text = "<o><a/><b/><c/><d/><g/><pick><r/><s/><q/></pick></o>"

    advice = ("keep one of the two",)
    assert told(text, schema) == [("q", "`pick` holds `r` or `q`, not both", advice)]


def test_among_very_many_children_none_is_in_the_way(schema: Path) -> None:
    call = f"<out/><in/><fault/>{'<fault/>' * 12}"
    text = f"<o><a/><b/><c/><d/><g/><call>{call}</call></o>"

    assert len(lint(text, schema=schema)) > 1


def test_child_of_a_needless_element_may_be_in_the_wrong_order(schema: Path) -> None:
    text = "<o><a/><c/><b/><rows><e/></rows><d/><g/></o>"

    assert [one[:2] for one in told(text, schema)] == [
        ("b", "`b` must stand before `c` in `o`"),
        ("rows", "`e` must stand directly in `o`, with no `rows` round it"),
        ("e", "`e` must stand after `d` in `o`"),
    ]
