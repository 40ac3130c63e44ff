"""Children beside elements of the kind that should hold them: which one does?"""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.schema.matching import matcher

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="street"><xs:complexType><xs:sequence>
    <xs:element name="name" type="xs:string" minOccurs="0"/>
    <xs:element name="house" minOccurs="0" maxOccurs="unbounded">
      <xs:complexType><xs:sequence>
        <xs:element name="number" type="xs:integer"/>
        <xs:element name="owner" type="xs:string" minOccurs="0"/>
        <xs:element name="pet" minOccurs="0"><xs:complexType>
          <xs:attribute name="kind"/></xs:complexType></xs:element>
      </xs:sequence></xs:complexType></xs:element>
    <xs:element name="tags" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="tag" maxOccurs="unbounded" type="xs:string"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="shop" minOccurs="0" maxOccurs="unbounded">
      <xs:complexType><xs:sequence>
        <xs:element name="ware" type="xs:string" minOccurs="0" maxOccurs="9"/>
      </xs:sequence><xs:attribute name="open" use="required"/></xs:complexType>
    </xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
HOUSE = "<house><number>1</number></house>"
TAGS = "<tags><tag>x</tag></tags>"
# What is said, the help, the fixes.
Told = list[tuple[str, str, list[str]]]


def told(content: str, schema: Path) -> Told:
    found = lint(f"<street>{content}</street>", schema=schema)
    assert {one.code for one in found} == {"CTC206"}
    return [
        (
            one.message.removesuffix(", not directly in `street`"),
            *one.help,
            [fix.title for fix in one.fixes],
        )
        for one in found
    ]


def made(content: str, schema: Path) -> str:
    """Return what the only fix of the only fault makes of a content."""
    text = f"<street>{content}</street>"
    ((fix,),) = [one.fixes for one in lint(text, schema=schema)]
    for edit in reversed(fix.edits):
        start, end = edit.range
        text = text[: start.offset] + edit.new_text + text[end.offset :]
    assert lint(text, schema=schema) == []
    return text.removeprefix("<street>").removesuffix("</street>")


@pytest.mark.parametrize(
    ("content", "name", "wrapper", "them"),
    [
        (f"{HOUSE}<number>2</number>", "number", "house", "it"),
        (f"<number>2</number>{HOUSE}", "number", "house", "it"),
        (f"<number>2</number><owner>b</owner>{TAGS}", "number", "house", "these 2"),
        (f"{HOUSE}<tag>b</tag>", "tag", "tags", "it"),
    ],
)
def test_what_needs_one_of_its_own_is_wrapped(
    content: str, name: str, wrapper: str, them: str, schema: Path
) -> None:
    title = f"wrap {them} in `<{wrapper}>`"

    assert told(content, schema) == [
        (f"`{name}` must stand in `{wrapper}`", title, [title])
    ]
    assert f"<{wrapper}><{name}>" in made(content, schema)


def test_each_of_several_in_a_row_needs_its_own(schema: Path) -> None:
    content = "<name/><number>1</number><number>2</number><number>3</number>"
    one = ("`number` must stand in `house`", "wrap it in `<house>`")

    assert [found[:2] for found in told(content, schema)] == [one] * 3


@pytest.mark.parametrize(
    ("before", "row", "home", "name", "them"),
    [
        (HOUSE, "<owner>a</owner>", "house", "owner", "it"),
        (HOUSE, "<owner>a</owner><pet/>", "house", "owner", "these 2"),
        (TAGS, "<tag>y</tag>", "tags", "tag", "it"),
        (TAGS, "<tag>y</tag><tag>z</tag>", "tags", "tag", "these 2"),
        ('<shop open="1"><ware/></shop>', "<ware/>", "shop", "ware", "it"),
        ('<shop open="1"> </shop>', "<ware/><ware/>", "shop", "ware", "these 2"),
    ],
)
def test_what_stands_right_behind_its_home_has_left_it(  # noqa: PLR0913, PLR0917
    before: str, row: str, home: str, name: str, them: str, schema: Path
) -> None:
    end = f"</{home}>"
    title = f"move {them} into `{home}`"

    assert told(before + row, schema) == [
        (f"`{name}` must stand in `{home}`", title, [title])
    ]
    assert made(before + row, schema) == before.removesuffix(end) + row + end


@pytest.mark.parametrize(
    ("before", "row", "home", "said"),
    [
        # What has no end tag of its own cannot end later.
        ("<tags/>", "<tag>a</tag><tag>b</tag>", "tags", ("tag", "these 2")),
        ("<house/>", "<number>1</number><owner/>", "house", ("number", "these 2")),
        (HOUSE + TAGS, "<owner>a</owner><pet/>", "house", ("owner", "these 2")),
    ],
)
def test_what_does_not_stand_right_behind_its_home_is_moved(
    before: str, row: str, home: str, said: tuple[str, str], schema: Path
) -> None:
    name, them = said
    title = f"move {them} into `{home}`"

    assert told(before + row, schema) == [
        (f"`{name}` must stand in `{home}`", title, [title])
    ]
    whole = before.replace("/>", f"></{home}>")
    assert made(before + row, schema) == whole.replace(f"</{home}>", f"{row}</{home}>")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # A new one would lack an attribute, or there is none right before.
        (
            f'{HOUSE}<ware/><ware/><shop open="1"/>',
            (
                "`ware` must stand in `shop`",
                'wrap these 2 in `<shop open="…">`',
                [],
            ),
        ),
        # It is not clear which one.
        (
            f"{HOUSE}{HOUSE}{TAGS}<owner>a</owner>",
            ("`owner` does not belong in `street`", "move it into `house`", []),
        ),
        (
            f"{HOUSE}{HOUSE}{TAGS}<owner>a</owner><pet/>",
            ("`owner` must stand in `house`", "move these 2 into `house`", []),
        ),
        (
            f'{HOUSE}<pet colour="red"/>',
            ("`pet` does not belong in `street`", "move it into `house`", []),
        ),
    ],
)
def test_where_no_fix_is_right_the_help_names_the_parent(
    content: str, expected: tuple[str, str, list[str]], schema: Path
) -> None:
    assert told(content, schema) == [expected]


@pytest.mark.parametrize("limit", ["_MOST_CHILDREN", "_MOST_AGAIN"])
def test_of_very_many_none_is_asked_where_it_belongs(
    limit: str, schema: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matcher, limit, 0)

    assert told(f"{HOUSE}<number>2</number>", schema) == [
        ("`number` does not belong in `street`", "move it into `house`", [])
    ]
    content = f"{HOUSE}<number>2</number><owner>b</owner>"
    assert [one[0] for one in told(content, schema)] == [
        "`number` must stand in `house`"
    ]


POM = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="project"><xs:complexType><xs:all>
    <xs:element name="id" type="xs:string" minOccurs="0"/>
    <xs:element name="needs"><xs:complexType><xs:sequence>
      <xs:element name="need" maxOccurs="9"><xs:complexType><xs:all>
        <xs:element name="id" type="xs:string"{}/>
        <xs:element name="of" type="xs:string"/></xs:all></xs:complexType>
      </xs:element></xs:sequence></xs:complexType></xs:element>
  </xs:all></xs:complexType></xs:element></xs:schema>"""


@pytest.mark.parametrize(
    ("optional", "parent"),
    # Where nothing is missing, it may be what the element above lacks.
    [("", "need"), (' minOccurs="0"', "project")],
)
def test_what_the_one_before_lacks_has_left_that_before_any_above(
    optional: str, parent: str, schema: Path
) -> None:
    schema.write_text(POM.format(optional))
    inside = "<need><of>a</of></need><id>b</id>"

    found = lint(f"<project><needs>{inside}</needs></project>", schema=schema)

    assert [(one.code, one.message.partition(", not")[0]) for one in found] == [
        ("CTC206", f"`id` must stand in `{parent}`")
    ]
