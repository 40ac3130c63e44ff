"""What a content's traits and tags keep a rule from seeing, it is silent about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from examples import examples
from fixture_file import documents
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from ctct_lint.html import glance as module
from ctct_lint.html.content import FIELDS, Content
from ctct_lint.html.glance import glance
from ctct_lint.html.traits import ALL, without_addresses
from ctct_lint.rules.base import Rule
from ctct_lint.rules.context import Context
from ctct_lint.rules.registry import all_rules

RULES = [rule for rule in all_rules() if rule.on == "content"]
GATED = [rule for rule in RULES if rule.traits or rule.tags]
# It asks for one more tag where one of its own is: they are its condition.
CONDITIONAL = "missing-open-tracking"
HOLDER = etree.Element("holder")


def content(name: str, text: str, *, is_xhtml: bool = False) -> Content:
    return Content(HOLDER, name, text, is_xhtml=is_xhtml)


def is_called(rule: Rule, subject: Content) -> bool:
    if rule.name == CONDITIONAL:
        return bool(subject.traits & rule.traits)
    return rule.is_for(subject.name, subject.traits, subject.tag_names)


def says(rule: Rule, subject: Content) -> bool:
    return any(True for _ in rule.check(subject, Context("create")))


@pytest.mark.parametrize(
    "address",
    [
        "http://www.example.com",
        "https://example.com/",
        "http://www.example.com/a/b.html?c=1&amp;d=%20#e",
        "http://www.example.com?utm_source=x&utm_medium=y",
        "http://example.com/on/href/src",
    ],
)
def test_addresses_in_order_are_left_out_before_tags_are_looked_at(
    address: str,
) -> None:
    link, image = f'<a href="{address}">', f'<img alt="" src="{address}">'

    assert without_addresses(link + image) == '<a href="#"><img alt="" src="#">'


@pytest.mark.parametrize(
    "tag",
    [
        '<a href="http://intranet/">',
        '<a href="http://www.example.local/a">',
        '<a href="http://-www.example.com/">',
        '<a href="http://www..com/">',
        '<a href="http://www.example.com/../a">',
        '<a href="http://www.example.com/&#97;">',
        '<a href="http://www.example.com/a b">',
        '<a href="http://www.example.com/\u2019">',
        '<a href="http://www.example.com/>',
        "<a href='http://www.example.com/'>",
        '<a title="http://www.example.com/">',
        '<a HREF="http://www.example.com/">',
    ],
)
def test_of_all_other_addresses_something_may_be_to_say(tag: str) -> None:
    assert without_addresses(tag) == tag


def shown() -> Iterator[tuple[str, str]]:
    """Yield the contents of all fixtures and of the manuals' examples."""
    pattern = re.compile(rf"<({'|'.join(FIELDS)})>(.*?)</\1>", re.DOTALL)
    texts = [rule.manual for rule in all_rules()]
    for folder in ("rules", "invalid", "valid"):
        texts += [p.read_text("utf-8", "replace") for p in documents(folder)]
    for text in texts:
        for name, written in pattern.findall(text):
            yield name, unescape(written)
            yield name, written.replace("<![CDATA[", "").replace("]]>", "")


SHOWN = sorted(set(shown()))


def test_there_is_something_to_ask_about() -> None:
    assert len(SHOWN) > 100
    assert len(GATED) > 15


@pytest.mark.parametrize("rule", GATED, ids=lambda rule: rule.name)
def test_rule_is_silent_where_its_traits_or_tags_are_missing(rule: Rule) -> None:
    heard = 0
    for name, text in SHOWN:
        if rule.fields and name not in rule.fields:
            continue
        for is_xhtml in (False, True):
            subject = content(name, text, is_xhtml=is_xhtml)
            if says(rule, subject):
                heard += 1
                assert is_called(rule, subject), text
    assert heard


STYLES = [
    "p { color: red;",
    "@import 'a.css';",
    "p { background: url(www.example.com/a.gif) }",
    "p { background: url(http://localhost/a.gif) }",
    "p { background: url(http://www..com/a.gif) }",
    "p { background: url(javascript:a) }",
    "p { background: url(javascript:a()) }",
    "p { background: url(data:image/gif;base64,R0lGODlh) }",
]
ANYWHERE = [
    *sorted({text for _, text in SHOWN}),
    *STYLES,
    *(f"<style>{css}</style>" for css in STYLES),
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_has_something_to_say_of_each_of_its_fields(rule: Rule) -> None:
    silent_in = [
        name
        for name in rule.fields or FIELDS
        if not any(
            is_called(rule, subject) and says(rule, subject)
            for text in ANYWHERE
            for subject in (content(name, text), content(name, text, is_xhtml=True))
        )
    ]

    assert rule.fields <= set(FIELDS)
    assert silent_in == []


# Pieces of mails, in order and not, in any order and nesting.
PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<P CLASS=a>",
        '<a href="http://www.example.com/a?b=1&amp;c=2">',
        '<a HREF="https://www.example.com">',
        "<form>",
        "<link rel=stylesheet>",
        "<object>",
        "<script>x</script>",
        "</body>",
        "<a href='x.html'>",
        '<a href="">',
        "<a href=//example.com>",
        '<a href=" mailto:joe@example.com">',
        '<a title="a > b" href="javascript:x()">',
        "</a>",
        '<img src="http://a.example/a.gif" alt="">',
        '<img src="http://localhost/a.gif" ALT="a"/>',
        '<img alt="src=">',
        "<IMG>",
        '<td background="a.gif">',
        "<td style=\"background: url('a.gif')\">",
        '<p onclick="x()">',
        "<p\nonload=x>",
        '<p title=" on ">',
        "<style>p { color: red; </style>",
        "<style>@import 'a.css'; p { background: url(a.gif) }</style>",
        "<OpenTracking/>",
        "<Opentracking/>",
        "<greeting/>",
        "<CustomBlok>",
        "<Text>",
        "<text>",
        "&amp;eacute;",
        "&amp;amp;lt;",
        "&lt;p&gt;",
        "&#60;b>",
        "&Atilde;&copy;",
        "&nbsp;",
        "\u201c",
        "\x92",
        "\xc3\xa9",
        "\x7f",
        " words and words ",
        "a < b > c",
        "<!-- <p onclick=x> -->",
        "<!-- a",
        "<![CDATA[<p>]]>",
        "<!DOCTYPE html>",
        "<p",
        '<p title="',
        ">",
        "&",
    ]
)


@examples(300)
@given(
    st.lists(PIECES, max_size=8).map("".join), st.sampled_from(FIELDS), st.booleans()
)
@example(text='<img src="#" ALT="a"/>', name="EmailContent", is_xhtml=True)
def test_no_rule_is_kept_from_what_it_would_say(
    text: str, name: str, is_xhtml: bool
) -> None:
    subject = content(name, text, is_xhtml=is_xhtml)
    for rule in GATED:
        if rule.fields and name not in rule.fields:
            continue
        if not is_called(rule, subject):
            assert not says(rule, subject), rule.name


@examples(300)
@given(st.lists(PIECES, max_size=8).map("".join))
def test_glance_sees_the_tags_that_a_close_look_finds(text: str) -> None:
    seen = glance(text)
    if seen is not None and "<style>" not in text:
        assert seen.names == {tag.lower for tag in content("EmailContent", text).tags}


def test_traits_of_what_is_not_sure_are_all() -> None:
    assert content("EmailContent", "<p").traits == ALL


def test_tags_are_remembered_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_LOOKS", 2)

    for number in range(5):
        text = f'<p id="a{number}">a</p>' * 2
        assert content("EmailContent", text).tag_names == {"p"}
    assert len(module._known_look.__self__) <= 2  # type: ignore[attr-defined]


def test_long_and_many_tags_are_not_remembered() -> None:
    long = f'<p title="{"x" * 600}">'
    many = "<b></b>" * 600

    assert content("EmailContent", long + "</p>").tag_names == {"p"}
    assert content("EmailContent", many).tag_names == {"b"}
