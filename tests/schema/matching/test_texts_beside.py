"""What has lost its tags among texts, or is a text: one fault with all that it held."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.rounds import mend
from ctct_lint.model.diagnostic import Applicability
from ctct_lint.schema.matching import matcher

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:complexType name="Words" mixed="true">
    <xs:choice minOccurs="0" maxOccurs="unbounded">
      <xs:element name="b" type="xs:string"/>
      <xs:element name="br"><xs:complexType/></xs:element>
    </xs:choice></xs:complexType>
  <xs:element name="page"><xs:complexType><xs:sequence>
    <xs:element name="title" type="xs:string"/>
    <xs:element name="count" type="xs:integer"/>
    <xs:element name="lead" type="Words"/>
    <xs:element name="p" type="Words" maxOccurs="unbounded"/>
    <xs:element name="side" minOccurs="0"><xs:complexType mixed="true">
      <xs:sequence>
        <xs:element name="who" type="xs:string"/>
        <xs:element name="when" type="xs:date"/>
      </xs:sequence>
      <xs:attribute name="id" use="required"/></xs:complexType></xs:element>
    <xs:element name="block" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="cell" minOccurs="0"><xs:complexType/></xs:element>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="foot" minOccurs="0"><xs:complexType mixed="true">
      <xs:sequence><xs:element name="row" type="Words" maxOccurs="2"/></xs:sequence>
    </xs:complexType></xs:element>
    <xs:element name="last" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:choice><xs:element name="code"><xs:complexType><xs:simpleContent>
        <xs:extension base="xs:integer">
          <xs:attribute name="unit" use="required"/>
        </xs:extension></xs:simpleContent></xs:complexType></xs:element>
        <xs:element name="word" type="xs:string"/></xs:choice>
      <xs:element name="line" type="Words"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="list" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="sign" minOccurs="0"/>
      <xs:element name="items"><xs:complexType><xs:sequence>
        <xs:element name="item"/></xs:sequence></xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="box" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="note" type="Words"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
HEAD = "<title>t</title><count>1</count>"
TOP = f"{HEAD}<lead>l</lead><p>x</p>"
ALL = frozenset(Applicability)


def told(content: str, schema: Path) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Return of each diagnostic the code, what is underlined, the message, the help."""
    text = f"<page>{content}</page>"
    return [
        (d.code, text[d.range.start.offset : d.range.end.offset], d.message, d.help)
        for d in lint(text, schema=schema)
    ]


def mended(content: str, schema: Path) -> str:
    data = f"<page>{content}</page>".encode()
    done = mend(data, lambda text: lint(text, schema=schema), ALL)
    assert done.left == ()
    return done.data.decode().removeprefix("<page>").removesuffix("</page>")


@pytest.mark.parametrize(
    ("before", "row", "after", "tag", "them"),
    [
        (f"{HEAD}", "Hi <b>all</b> of you", "<p>x</p>", "lead", "it and the texts"),
        (f"{HEAD}<lead/>", "<b>all</b> of you", "", "p", "it and the text"),
        (f"{HEAD}<lead/>", "Hi <b>all</b>", "<p/>", "p", "it and the text"),
        (TOP, "Hi <b>all</b>, you<br/>!", "<p/>", "p", "these 2 and the texts"),
        (f"{TOP} \n", "<!-- a --> to <!-- b --><b>y</b>", "\n", "p", "it and the text"),
        (TOP, "<![CDATA[a<b]]><b>y</b><![CDATA[x]]>", "", "p", "it and the texts"),
        (TOP, "a &amp; b <b>y</b> &#8364;", "", "p", "it and the texts"),
        (f"{TOP}<box>", "Hi <b>y</b> ", "</box>", "note", "it and the text"),
        (f"{TOP}<box>", "<b>y</b> you", "</box>", "note", "it and the text"),
    ],
)
def test_texts_beside_children_have_lost_the_same_wrapper(  # noqa: PLR0913, PLR0917
    before: str, row: str, after: str, tag: str, them: str, schema: Path
) -> None:
    those = "them" if them.startswith("these") else "it"
    owner = "box" if tag == "note" else "page"
    message = f"`b` must stand in `{tag}`, not directly in `{owner}`"

    assert told(before + row + after, schema) == [
        ("CTC206", "b", message, (f"wrap {them} beside {those} in `<{tag}>`",))
    ]
    # A comment above the row stays above it.
    wrapped = f"<{tag}>{row}</{tag}>"
    wrapped = wrapped.replace(f"<{tag}><!-- a --> to", f"<!-- a --> <{tag}>to")
    wrapped = wrapped.replace(f" </{tag}>", f"</{tag}> ")
    assert mended(before + row + after, schema) == before + wrapped + after


def test_the_texts_are_labelled(schema: Path) -> None:
    text = f"<page>{TOP}Hi <b>all</b>, you<br/></page>"
    (only,) = lint(text, schema=schema)

    labels = [
        (text[one.range.start.offset : one.range.end.offset], one.message)
        for one in only.related
    ]
    assert labels == [
        ("br", "this one as well"),
        ("Hi", "this text as well"),
        (", you", "this text as well"),
    ]


def test_wrapper_that_needs_more_than_them_is_named(schema: Path) -> None:
    content = f"{TOP}by <who>me</who> on <when>2020-01-01</when>"

    assert told(content, schema) == [
        (
            "CTC206",
            "who",
            "`who` must stand in `side`, not directly in `page`",
            ('wrap these 2 and the texts beside them in `<side id="…">`',),
        )
    ]
    assert lint(f"<page>{content}</page>", schema=schema)[0].fixes == ()


def test_texts_apart_from_the_row_are_told(schema: Path) -> None:
    assert [one[:3] for one in told(f"stray{TOP}Hi <b>all</b>", schema)] == [
        ("CTC211", "stray", "text `stray` stands between the elements of `page`"),
        ("CTC206", "b", "`b` must stand in `p`, not directly in `page`"),
    ]


def test_wrapper_that_holds_no_text_has_lost_none(schema: Path) -> None:
    assert [one[:3] for one in told(f"{TOP}<cell/>stray", schema)] == [
        ("CTC206", "cell", "`cell` must stand in `block`, not directly in `page`"),
        ("CTC211", "stray", "text `stray` stands between the elements of `page`"),
    ]


def test_text_in_a_mixed_parent_is_none_of_the_wrapper(schema: Path) -> None:
    content = f"{TOP}<foot>by <b>x</b></foot>"

    assert told(content, schema) == [
        (
            "CTC206",
            "b",
            "`b` must stand in `row`, not directly in `foot`",
            ("wrap it in `<row>`",),
        )
    ]
    assert mended(content, schema) == f"{TOP}<foot>by <row><b>x</b></row></foot>"


# ------------------------------------------------------------------------ texts alone


@pytest.mark.parametrize(
    ("before", "text", "after", "tag"),
    [
        ("", "Hello", "<count>1</count><lead/><p/>", "title"),
        ("<title/>", "12", "<lead/><p/>", "count"),
        (HEAD, "Hello", "<p/>", "lead"),
        (f"{HEAD}<lead/>", "Hello", "", "p"),
        (f"{HEAD}<lead/>", "Hello", "\n", "p"),
        (f"{HEAD}<lead/>", "<![CDATA[a<b]]>", "", "p"),
        (f"{TOP}<last><word/>", "x &lt; y", "</last>", "line"),
        (f"{TOP}<last>", "x", "<line/></last>", "word"),
    ],
)
def test_text_where_one_child_is_missing_has_lost_its_tags(
    before: str, text: str, after: str, tag: str, schema: Path
) -> None:
    content = before + text + after

    assert [(code, help_) for code, _, _, help_ in told(content, schema)] == [
        ("CTC211", (f"wrap it in `<{tag}>`",))
    ]
    assert mended(content, schema) == f"{before}<{tag}>{text}</{tag}>{after}"


def test_each_of_two_texts_has_lost_its_own(schema: Path) -> None:
    content = "Hello<count>1</count><lead/>Hi"

    assert mended(content, schema) == (
        "<title>Hello</title><count>1</count><lead/><p>Hi</p>"
    )


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        # It is in its place where text may stand, or is none that it could hold.
        (f"{HEAD}<lead/><p/><foot>x</foot>", ["CTC207"]),
        (f"{TOP}<list><sign/>x</list>", ["CTC207", "CTC211"]),
        (f"{HEAD}<lead/><p/>Hi<foot/>", ["CTC211", "CTC207"]),
        # Two are missing there: nobody knows which one it is.
        (f"{HEAD}Hi", ["CTC207", "CTC211"]),
    ],
)
def test_text_that_is_none_of_the_missing_is_told_beside_them(
    content: str, codes: list[str], schema: Path
) -> None:
    assert [one[0] for one in told(content, schema)] == codes


def test_text_of_an_element_with_attributes_is_not_wrapped_without_them(
    schema: Path,
) -> None:
    content = f"{TOP}<last>12<line/></last>"
    (only,) = lint(f"<page>{content}</page>", schema=schema)

    assert (only.code, only.help) == ("CTC211", ("wrap it in `<code>`",))
    assert only.fixes == ()


@pytest.mark.parametrize(
    ("most", "codes"), [(0, ["CTC207", "CTC211"]), (200_000, ["CTC211"])]
)
def test_in_a_document_of_very_many_children_only_some_texts_are_tried(
    schema: Path, monkeypatch: pytest.MonkeyPatch, most: int, codes: list[str]
) -> None:
    monkeypatch.setattr(matcher, "_MOST_AGAIN", most)

    assert [code for code, *_ in told(f"{HEAD}Hello<p/>", schema)] == codes
