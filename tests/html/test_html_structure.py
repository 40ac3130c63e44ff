"""What is wrong with the tags of HTML, and what is not."""

from __future__ import annotations

import random

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ctct_lint.html.content import EMAIL, REMINDER, STYLE, Content
from ctct_lint.html.faults import faults_as_html
from ctct_lint.html.tags import read_tags
from ctct_lint.model.fault import Fault
from ctct_lint.model.quota import MOST_OF_KIND


def faults_of(text: str, name: str = EMAIL) -> tuple[Fault, ...]:
    element = etree.Element(name)
    return Content(element, name, text, is_xhtml=False).faults(as_xml=False).kept


def worded(text: str) -> list[str]:
    """Return kind and place of each fault, the place in brackets in the text."""
    return [
        f"{f.kind} {text[: f.at.start]}[{text[f.at.start : f.at.end]}]"
        f"{text[f.at.end :]}"
        for f in faults_of(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "words, 1 < 2 & more",
        "<p>a</p>",
        # what HTML lets authors leave out
        "<html><head><body><p>a<p>b<ul><li>c<li>d</ul>",
        "<table><tr><td>a<td>b<tr><td>c</table>",
        "<select><option>a<option>b</select>",
        "<dl><dt>a<dd>b</dl>",
        # void elements, as HTML, as XHTML and as XML
        "<br><br/><img src=a><hr></hr><input><link></link>",
        # Constant Contact's own, and those of office programs
        "<OpenTracking/><p>a<Greeting/><o:p></o:p></p>",
        # other slips are not about structure
        '<p class=a nowrap title="1 > 0">AT&T &nope; &nbsp;</p>',
        "<B>a</b><!-- <p> --><![CDATA[<p>]]><script>'<p>'</script>",
        "<title>a <b> c</title>",
        "<!DOCTYPE html><p>a</p>",
        "&lt;p&gt;escaped twice",
    ],
)
def test_sound_html_has_no_fault(text: str) -> None:
    assert worded(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # never closed
        ("<div>a<span>b</div>", ["unclosed-element <div>a<[span]>b</div>"]),
        ("<td><b>a</td>", ["unclosed-element <td><[b]>a</td>"]),
        ("a <b>c", ["unclosed-element a <[b]>c"]),
        (
            "<div><p>a</body>",
            [
                "unclosed-element <[div]><p>a</body>",
                "stray-end-tag <div><p>a</[body]>",
            ],
        ),
        (
            "<html><body><div>a</body></html>",
            ["unclosed-element <html><body><[div]>a</body></html>"],
        ),
        (
            "<body><table><tr><td><i>a</table></body>",
            ["unclosed-element <body><table><tr><td><[i]>a</table></body>"],
        ),
        ("<ConfirmOptin>a", ["unclosed-element <[ConfirmOptin]>a"]),
        # closed without being open
        ("<p>a</div></p>", ["stray-end-tag <p>a</[div]></p>"]),
        ("a</p>", ["stray-end-tag a</[p]>"]),
        ("a</br>", ["stray-end-tag a</[br]>"]),
        (
            "<div><table><tr><td></div></td></tr></table></div>",
            ["stray-end-tag <div><table><tr><td></[div]></td></tr></table></div>"],
        ),
        # closed by another's end tag
        ("<b><i>a</b></i>", ["mismatched-end-tag <b><i>a</[b]></i>"]),
        ("<strong>a</stong>", ["mismatched-end-tag <strong>a</[stong]>"]),
        ("<tabel><tr><td>a</table>", ["mismatched-end-tag <tabel><tr><td>a</[table]>"]),
        ("<b>a</b><i>c</b></i>", ["stray-end-tag <b>a</b><i>c</[b]></i>"]),
        # tags and comments that do not end
        ("<p <b>a</b></p>", ["unfinished-start-tag <[p] <b>a</b></p>"]),
        ("<p>a</p <b>c</b>", ["unfinished-end-tag <p>a</[p] <b>c</b>"]),
        ("a</p", ["unfinished-end-tag a</[p]"]),
        ('<a href="x>y</a>', ['unclosed-attribute-value <a [href="x]>y</a>']),
        ("<a b='>y</a>", ["unclosed-attribute-value <a [b=']>y</a>"]),
        ("<b>a<!-- c", ["unclosed-comment <b>a[<!--] c"]),
        # a text that is cut off is one fault
        ("<html><body><div><p>a \n", ["truncated-document <html><body><div><p>[a] \n"]),
        ("<html><body><div>a</di", ["unfinished-end-tag <html><body><div>a</[di]"]),
        ("<html><body><div><a hr", ["unfinished-start-tag <html><body><div><[a] hr"]),
    ],
)
def test_fault_is_said_once_and_where_it_is(text: str, expected: list[str]) -> None:
    assert worded(text) == expected


def test_unclosed_element_tells_where_it_had_to_end() -> None:
    text = "<td><b>a \n</td>"
    (fault,) = faults_of(text)

    assert fault.subject == "b"
    assert fault.expected == ("</b>",)
    assert fault.detail == "</td>"
    assert [(text[p.start : p.end], n) for p, n in fault.related] == [("td", "td")]
    assert [(p.start, p.end, new) for p, new in fault.edits] == [(8, 8, "</b>")]


def test_unclosed_element_at_the_end_has_nothing_behind_it() -> None:
    (fault,) = faults_of("a <b>c ")

    assert (fault.detail, fault.related) == ("", ())
    assert [(p.start, p.end, new) for p, new in fault.edits] == [(6, 6, "</b>")]


def test_crossed_elements_exchange_their_end_tags() -> None:
    text = "<b><i>a</b></i>"
    (fault,) = faults_of(text)

    assert fault.expected == ("i",)
    assert [(p.start, p.end, new) for p, new in fault.edits] == [
        (9, 10, "i"),
        (13, 14, "b"),
    ]


def test_text_that_is_cut_off_lacks_its_end_tags() -> None:
    text = "<html><body><Div>a "
    (fault,) = faults_of(text)

    assert fault.expected == ("</Div>", "</body>", "</html>")
    assert fault.owner == EMAIL
    assert [n for _, n in fault.related] == ["html", "body", "Div"]
    assert [(p.start, p.end, new) for p, new in fault.edits] == [
        (18, 18, "</Div></body></html>")
    ]


def test_style_sheet_has_no_tags() -> None:
    assert faults_of("a { b: '<p>' }", STYLE) == ()


def test_reminder_is_html_as_well() -> None:
    assert [f.kind for f in faults_of("a <b>c", REMINDER)] == ["unclosed-element"]


# -------------------------------------------------------------------- properties

STRICT = ["div", "b", "span", "table", "ConfirmOptin", "a"]
LOOSE = ["p", "li", "td"]


def built(dice: random.Random, depth: int = 0) -> list[str]:
    """Return sound HTML in pieces; end tags that may be left out sometimes are."""
    pieces: list[str] = []
    for _ in range(dice.randint(0 if depth else 2, 3)):
        name = dice.choice(STRICT + LOOSE)
        inner = built(dice, depth + 1) if depth < 3 else ["x"]
        pieces += [f"<{name}>", *inner, f"</{name}>", dice.choice(["y ", "<br>", ""])]
    return pieces


@examples(300)
@given(st.integers(0, 2**32))
def test_whatever_is_built_soundly_is_sound(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    pieces = [
        p
        for p in built(dice)
        if p not in {"</p>", "</li>", "</td>"} or dice.random() < 0.7
    ]
    # A loose end tag may close an outer loose element of its name; that is HTML.
    found = faults_of("".join(pieces))

    assert {f.kind for f in found} <= {"stray-end-tag"}
    assert {f.subject for f in found} <= set(LOOSE)


@examples(300)
@given(st.integers(0, 2**32))
def test_one_end_tag_too_few_is_one_fault(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    pieces = built(dice)
    ends = [n for n, p in enumerate(pieces) if p[:2] == "</" and p[2:-1] in STRICT]
    if not ends:
        return
    gone = dice.choice(ends)
    name = pieces[gone][2:-1]
    (fault,) = faults_of("".join(pieces[:gone] + pieces[gone + 1 :]))

    assert (fault.kind, fault.subject) == ("unclosed-element", name)


@examples(300)
@given(st.integers(0, 2**32))
def test_one_end_tag_too_many_is_one_fault(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    pieces = built(dice)
    pieces.insert(dice.randint(0, len(pieces)), "</h1>")
    text = "".join(pieces)
    (fault,) = faults_of(text)

    assert (fault.kind, fault.subject) == ("stray-end-tag", "h1")
    assert fault.at.start == text.index("</h1>") + 2


@examples(800)
@given(
    st.lists(
        st.sampled_from(
            [
                *("<div>", "</div>", "<b>", "</b>", "<p>", "</p>", "<td>", "</td>"),
                *("<a", "</a", "<br>", "</br>", "<i/>", "x", "<!--", "-->", "<a='"),
                "'",
            ]
        ),
        max_size=14,
    ).map(" ".join)
)
def test_faults_of_any_html_are_inside_and_in_order(text: str) -> None:
    found = faults_of(text)

    places = [(f.at.start, f.at.end) for f in found]
    assert places == sorted(set(places))
    assert all(0 <= start < end <= len(text) for start, end in places)
    for fault in found:
        for place, _ in (*fault.related, *fault.edits):
            assert 0 <= place.start <= place.end <= len(text)


def test_of_very_many_slips_the_first_are_told_and_the_others_counted() -> None:
    text = "<p>" + "<td a=“b”>" * (MOST_OF_KIND + 5) + "</P>"
    kept, left_out = faults_as_html(text, read_tags(text, is_sure=False), EMAIL)

    assert [f.kind for f in kept] == ["curly-quotes"] * MOST_OF_KIND
    assert left_out == {"curly-quotes": 5}
    assert kept[0].at.start == text.index("“")
