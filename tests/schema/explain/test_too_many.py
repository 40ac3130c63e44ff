"""What stands too often where several may, and how many that are."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.schema.compiling.compile import compile_file
from ctct_lint.schema.schema import Schema


def choice(name: str, content: str) -> str:
    return f'<xs:element name="{name}" minOccurs="0"><xs:complexType>{content}\
</xs:complexType></xs:element>'


def elements(names: str) -> str:
    return "".join(f'<xs:element name="{name}"/>' for name in names.split())


CONTENTS = {
    "two": f'<xs:choice minOccurs="2" maxOccurs="2">{elements("a b")}</xs:choice>',
    "three": f'<xs:choice minOccurs="0" maxOccurs="3">{elements("a b")}</xs:choice>',
    "one": f"<xs:choice>{elements('a b')}</xs:choice>",
    "row": '<xs:sequence><xs:element name="a" maxOccurs="3"/></xs:sequence>',
    "rows": '<xs:sequence maxOccurs="2"><xs:element name="a" maxOccurs="2"/>'
    f"{elements('b')}<xs:any namespace='##other' minOccurs='0'/></xs:sequence>",
    "end": '<xs:sequence><xs:element name="a" maxOccurs="2"/><xs:element name="c"/>'
    '<xs:sequence minOccurs="0" maxOccurs="unbounded">'
    f"{elements('b a')}</xs:sequence></xs:sequence>",
    "pair": f"<xs:sequence><xs:choice>{elements('a b')}</xs:choice>"
    f"<xs:choice>{elements('a c')}</xs:choice></xs:sequence>",
    "many": '<xs:choice minOccurs="0" maxOccurs="2">'
    f"{elements('alpha bravo charlie delta echo foxtrot golf')}</xs:choice>",
}
SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r"><xs:complexType><xs:sequence>{
    "".join(choice(name, content) for name, content in CONTENTS.items())
}</xs:sequence></xs:complexType></xs:element></xs:schema>"""


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<two><a/><b/></two>", []),
        (
            "<two><a/><b/><b/></two>",
            [
                (
                    "CTC205",
                    "b",
                    "`two` may hold at most 2 of `a` and `b` in all",
                    "1 of",
                    3,
                )
            ],
        ),
        (
            "<two><a/><a/><b/></two>",
            [
                (
                    "CTC206",
                    "b",
                    "`two` may hold at most 2 of `a` and `b` in all",
                    "1 of",
                    3,
                )
            ],
        ),
        (
            "<two><a/><a/><a/></two>",
            [("CTC205", "a", "`two` may hold at most 2 `a`", "1 of", 3)],
        ),
        (
            "<three><b/><a/><b/><b/><a/></three>",
            [
                (
                    "CTC205",
                    "b",
                    "`three` may hold at most 3 of `a` and `b` in all",
                    "2 of",
                    5,
                ),
                (
                    "CTC205",
                    "a",
                    "`three` may hold at most 3 of `a` and `b` in all",
                    "2 of",
                    5,
                ),
            ],
        ),
        (
            "<rows><a/><a/><b/><a/><a/><a/><b/></rows>",
            [("CTC205", "a", "`rows` may hold at most 4 `a`", "1 of", 5)],
        ),
        (
            "<row><a/><a/><a/><a/></row>",
            [("CTC205", "a", "`row` may hold at most 3 `a`", "1 of", 4)],
        ),
    ],
)
def test_as_many_as_may_stand_are_told(
    content: str, expected: list[tuple[str, str, str, str, int]], schema: Path
) -> None:
    text = f"<r>{content}</r>"

    found = lint(text, schema=schema)

    assert [
        (d.code, text[slice(*(at.offset for at in d.range))], d.message, d.help)
        for d in found
    ] == [
        (code, name, message, (f"remove {left} these {count}",))
        for code, name, message, left, count in expected
    ]


def test_one_too_many_can_be_taken_away(schema: Path) -> None:
    (found,) = lint("<r><two><a/><a/><b/></two></r>", schema=schema)

    assert [fix.title for fix in found.fixes] == ["remove this `b`"]
    assert [edit.new_text for edit in found.fixes[0].edits] == [""]
    assert found.related == ()


def test_first_of_what_may_repeat_is_shown_beside_the_last(schema: Path) -> None:
    (found,) = lint("<r><row><a/><a/><a/><a/></row></r>", schema=schema)

    (first,) = found.related
    assert (first.range.start.offset, first.message) == (9, "the first one here")


@pytest.mark.parametrize(
    ("values", "found"),
    [
        # The first two stand right: only the third is one too many.
        ("x 2 3", [("CTC215", "x"), ("CTC205", "n")]),
        ("1 x 3", [("CTC215", "x"), ("CTC205", "n")]),
        ("1 2 x", [("CTC205", "n")]),
    ],
)
def test_what_is_wrong_in_those_that_may_stand_is_told(
    values: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    path = tmp_path / "schema.xsd"
    row = '<xs:element name="n" type="xs:int" maxOccurs="2"/>'
    content = f"<xs:complexType><xs:sequence>{row}</xs:sequence></xs:complexType>"
    root = f'<xs:element name="r">{content}</xs:element>'
    spaces = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    path.write_text(f"<xs:schema {spaces}>{root}</xs:schema>", "utf-8")
    text = f"<r>{''.join(f'<n>{value}</n>' for value in values.split())}</r>"

    told = lint(text, schema=path)

    assert [
        (d.code, text[slice(*(at.offset for at in d.range))]) for d in told
    ] == found


@pytest.mark.parametrize(
    ("content", "message", "advice"),
    [
        ("<one><a/><a/></one>", "duplicate `a` in `one`", "remove one of the two"),
        (
            "<one><a/><b/></one>",
            "`one` holds `a` or `b`, not both",
            "keep one of the two",
        ),
        (
            "<pair><a/><c/><c/></pair>",
            "duplicate `c` in `pair`",
            "remove one of the two",
        ),
        (
            "<pair><b/><c/><a/></pair>",
            "`a` is one too many here in `pair`",
            "remove it, or move it to where there is room for it",
        ),
        (
            "<end><a/><a/><a/><c/></end>",
            "`a` is one too many here in `end`",
            "remove it, or move it to where there is room for it",
        ),
    ],
)
def test_number_is_left_out_where_it_depends_on_the_place_or_is_one(
    content: str, message: str, advice: str, schema: Path
) -> None:
    (found,) = lint(f"<r>{content}</r>", schema=schema)

    assert (found.message, found.help) == (message, (advice,))


def test_of_very_many_names_as_many_are_listed_as_there_is_room_for(
    schema: Path,
) -> None:
    (found,) = lint("<r><many><alpha/><bravo/><golf/></many></r>", schema=schema)

    assert found.message == (
        "`many` may hold at most 2 of `alpha`, `bravo`, `charlie`, `delta` and 3 more "
        "in all"
    )


def test_two_of_one_name_where_more_may_stand_are_both_checked(schema: Path) -> None:
    found = lint("<r><row><a/><a/><a/><a><x/></a></row></r>", schema=schema)

    assert [one.message for one in found] == ["`row` may hold at most 3 `a`"]


@pytest.mark.parametrize(
    "of_note",
    [
        ' type="xs:string"/>',
        (
            "><xs:complexType><xs:simpleContent><xs:extension base='xs:string'/>"
            "</xs:simpleContent></xs:complexType></xs:element>"
        ),
    ],
)
def test_of_an_element_that_holds_text_any_number_is_taken(
    of_note: str, tmp_path: Path
) -> None:
    path = tmp_path / "schema.xsd"
    path.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        f'<xs:element name="note"{of_note}</xs:schema>',
        "utf-8",
    )
    schema = Schema(compile_file(str(path)))
    note = schema.root("note")

    assert note is not None
    assert schema.most_of(note, ("a",)) is None
