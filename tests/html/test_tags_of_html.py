"""The tags of an HTML text, whatever state it is in."""

from __future__ import annotations

import pytest
from examples import examples
from hypothesis import example, given
from hypothesis import strategies as st

from ctct_lint.html.glance import glance
from ctct_lint.html.tags import Tag, TagReading, read_carefully, read_tags


def spelt(text: str) -> list[str]:
    """Return each tag as it stands in the text."""
    return [text[tag.start : tag.end] for tag in read_carefully(text).tags]


def only(text: str) -> Tag:
    (tag,) = read_carefully(text).tags
    return tag


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("words & words", []),
        ("<p>a</p>", ["<p>", "</p>"]),
        ("<P CLASS=a>a</P >", ["<P CLASS=a>", "</P >"]),
        ("<br/><br /><img src=a/>", ["<br/>", "<br />", "<img src=a/>"]),
        ("<o:p>\u00a0</o:p>", ["<o:p>", "</o:p>"]),
        ("a < b, 1<2, <3, a<", []),
        ("\U0001f64f<b\n>", ["<b\n>"]),
        # what holds no tags
        ("<!-- <p> --><b>", ["<b>"]),
        ("<!--[if mso]><p><![endif]--><b>", ["<b>"]),
        ("<!--[if !mso]><!--><b><!--<![endif]-->", ["<b>"]),
        ("<!--><b><!---><i>", ["<b>", "<i>"]),
        ("<!DOCTYPE html><b>", ["<b>"]),
        ("<?xml version='1.0'?><b>", ["<b>"]),
        ("<![CDATA[<p>]]><b>", ["<b>"]),
        ("</ p><b>", ["<b>"]),
        ("<!-- <p>", []),
        ("<b><!x <p", ["<b>"]),
        # the text of some elements is no markup
        ("<script>a<b</script><i>", ["<script>", "</script>", "<i>"]),
        ("<title>a<b></TITLE><i>", ["<title>", "</TITLE>", "<i>"]),
        ("<style></styles></style>", ["<style>", "</style>"]),
        ("<script/><b>", ["<script/>", "<b>"]),
        ("<script><b></i>", ["<script>", "<b>", "</i>"]),
        # a value may hold anything
        ('<a title="a > b"><b>', ['<a title="a > b">', "<b>"]),
        ("<a title='<b>' ><b>", ["<a title='<b>' >", "<b>"]),
        # what is not finished ends before the next tag
        ("<p <b>", ["<p", "<b>"]),
        ("<p class=a <b>", ["<p class=a", "<b>"]),
        ("</p <b>", ["</p", "<b>"]),
        ("<b></b", ["<b>", "</b"]),
        ("<b", ["<b"]),
        # a quote that is never closed ends at the next `>`
        ('<a href="x>y<b>', ['<a href="x>', "<b>"]),
        ('<a href="x>y</a><a href="z">', ['<a href="x>', "</a>", '<a href="z">']),
        ('<a href="x', ['<a href="x']),
    ],
)
def test_tags_are_found(text: str, expected: list[str]) -> None:
    assert spelt(text) == expected


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("<p>", ""),
        ("<p <b>", "unfinished-start-tag"),
        ("<p", "unfinished-start-tag"),
        ("</p", "unfinished-end-tag"),
        ('<a href="x>y<b>', "unclosed-attribute-value"),
        ('<a href="x', "unclosed-attribute-value"),
    ],
)
def test_what_is_wrong_with_a_tag_is_said(text: str, trouble: str) -> None:
    assert read_carefully(text).tags[0].trouble == trouble


@pytest.mark.parametrize(
    ("text", "unclosed"), [("a<!-- b", 1), ("<!-- -->", -1), ("<!x", -1), ("a", -1)]
)
def test_comment_without_end_is_found(text: str, unclosed: int) -> None:
    assert read_carefully(text).unclosed == unclosed


@pytest.mark.parametrize(
    ("text", "closing"),
    [("<br/>", True), ("<br />", True), ("<br>", False), ("<img src=a/>", False)],
)
def test_tag_may_close_itself(text: str, closing: bool) -> None:
    assert only(text).self_closing is closing


def test_tag_tells_its_parts() -> None:
    text = 'a<A HREF="x">'
    tag = only(text)

    assert (tag.name, tag.lower, tag.is_end) == ("A", "a", False)
    assert text[tag.name_start : tag.name_end] == "A"
    assert repr(tag) == "<Tag '<A HREF=\"x\">' at 1>"


def test_end_tag_has_no_attributes() -> None:
    tag = only("</a href=x>")

    assert tag.is_end
    assert (tag.name_start, tag.name_end) == (2, 3)
    assert tag.attributes == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a>", []),
        ("<a / >", []),
        ('<a href="x">', [("href", "x", '"')]),
        ("<a HREF = 'x'>", [("HREF", "x", "'")]),
        ("<a href=x/y>", [("href", "x/y", "")]),
        ("<td nowrap align=left>", [("nowrap", "", ""), ("align", "left", "")]),
        ('<a href="">', [("href", "", '"')]),
        ("<a href=>", [("href", "", "")]),
        ('<a title="&eacute;&amp;&#33;">', [("title", "\u00e9&!", '"')]),
        ('<a href="?a=1&b=2">', [("href", "?a=1&b=2", '"')]),
        ("<a\n b='1'c=\"2\"/>", [("b", "1", "'"), ("c", "2", '"')]),
        ('<a href="x>y<b>', [("href", "x", '"')]),
        ('<a title="it\'s"x>', [("title", "it's", '"'), ("x", "", "")]),
        ('<a title="1 > 0"x>', [("title", "1 > 0", '"'), ("x", "", "")]),
        ('<a href="x', [("href", "x", '"')]),
    ],
)
def test_attributes_are_read(text: str, expected: list[tuple[str, str, str]]) -> None:
    tag = read_carefully(text).tags[0]

    assert [(a.name, a.value, a.quote) for a in tag.attributes] == expected
    assert tag.attributes is tag.attributes
    for attribute in tag.attributes:
        assert text[attribute.start : attribute.end] == attribute.name


def test_attribute_tells_its_parts() -> None:
    text = '<a nowrap HREF = "x&amp;y" b="">'
    _, href, _ = only(text).attributes

    assert (href.name, href.lower) == ("HREF", "href")
    assert text[href.value_start : href.value_end] == "x&amp;y"


def test_first_attribute_of_a_name_counts() -> None:
    tag = only("<a href=x HREF=y>")

    assert tag.attribute("href") == tag.attributes[0]
    assert tag.attribute("src") is None


@pytest.mark.parametrize(
    ("first", "document"),
    [
        ("<html>", True),
        ("<!DOCTYPE html>\n<HTML lang=en>", True),
        ("<Text>", True),
        ("<p>", False),
        ("</html>", False),
        ("words", False),
    ],
)
def test_document_begins_with_its_root(first: str, document: bool) -> None:
    assert read_carefully(first).is_document is document


# ---------------------------------------------------------------- the quick way

PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<br/>", "<img src=a>", "<a href='x'>", "</a >", "<A B=c/>"),
        *("<title>", "</title>", "<script>", "</script>", "<b", "<", ">", "'", '"'),
        *("<!-- ", " -->", "<!-->", "<!x>", "<?x?>", "<![CDATA[", "]]>", "=", "/"),
        *(' c="', '" d', "x", " ", "\n", "&lt;", "</", "<!", "-", "\u0130"),
    ]
)


def parts(read: TagReading) -> list[tuple[object, ...]]:
    return [
        (t.start, t.end, t.name, t.is_end, t.self_closing, t.trouble) for t in read.tags
    ]


@example("<title><!-- </title> --></title>")
@examples(1500)
@given(st.lists(PIECES, max_size=10).map("".join))
def test_glance_that_is_sure_finds_the_same_tags(text: str) -> None:
    if glance(text) is not None:
        assert parts(read_tags(text, is_sure=True)) == parts(read_carefully(text))
        assert read_carefully(text).unclosed == -1


@examples(500)
@given(st.text(st.sampled_from("<>/!-a'\"= &;["), max_size=30))
def test_any_text_is_read(text: str) -> None:
    end = 0
    for tag in read_carefully(text).tags:
        assert end <= tag.start < tag.end <= len(text)
        assert text[tag.start] == "<"
        end = tag.end


@pytest.mark.parametrize("rest", ["", "="])
def test_a_name_of_any_length_is_read_once(rest: str) -> None:
    text = f"<!-- <b> --><{'a' * 200_000}{rest}<i></i>"

    assert glance(text) is None
    assert [tag.name for tag in read_carefully(text).tags][1:] == ["i", "i"]
