"""CDATA sections that end too early, or too late."""

from __future__ import annotations

import pytest
from said import pointed_at

from ctct_lint import Applicability, lint
from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.repair.repair import repair

HEAD, TAIL = "<entry><content><Campaign>", "</Campaign></content></entry>"
PART = "]]]]><![CDATA[>"

# What a field holds, with the first `]]>` that ends its section too early in braces;
# the mend, where not each `]]>` but the last is parted.
EARLY = {
    "style sheet": "<![CDATA[<style>/*<![CDATA[*/ p{} /*{]]>}*/</style><p>a</p>]]>",
    "text in a section": "<![CDATA[<Text><![CDATA[Hello{]]>}</Text>]]>",
    "wrapped twice, closed thrice": "<![CDATA[<![CDATA[a{]]>}]]>]]>",
    "code": "<![CDATA[if (a[b[0{]]>}1 && c<d) {}]]>",
    "three times": "<![CDATA[a {]]>} b ]]> <p>c</p> ]]> d ]]>",
    "two style sheets": (
        "<![CDATA[<style><![CDATA[p{}{]]>}</style><style><![CDATA[a{}]]></style><p>]]>"
    ),
    "comment": "<![CDATA[<!-- {]]>} --><p>b</p>]]>",
    "signs behind": "<![CDATA[a {]]>} b & c &nbsp; <br> <img src=x> </p>]]>",
    "the element itself": (
        "<![CDATA[<EmailContent><![CDATA[<p>{]]>}</EmailContent>]]>"
    ),
    "text behind": "<![CDATA[a <![CDATA[b{]]>} c]]> d",
    "a word behind": "<![CDATA[a <![CDATA[<p>b</p>{]]>}p>]]>",
}


@pytest.mark.parametrize("marked", EARLY.values(), ids=EARLY)
def test_section_that_ends_too_early(model: ContentModel, marked: str) -> None:
    before = f"{HEAD}<EmailContent>"
    at = len(before) + marked.index("{]]>}")
    content = marked.replace("{]]>}", "]]>")
    text = f"{before}{content}</EmailContent><Name>x</Name>{TAIL}"

    (fault,), mended = repair(text, model).faults, repair(text, model).text

    start = text.index("<![CDATA[")
    assert (fault.kind, fault.at.start, fault.at.end) == ("early-cdata-end", at, at + 3)
    assert [(p.start, p.end) for p, _ in fault.related] == [(start, start + 9)]
    upto = text.rindex("]]>")
    assert mended == text[:at] + text[at:upto].replace("]]>", PART) + text[upto:]
    assert repair(mended, model).faults == ()


# The content of the document, the faults with what they point at, the mend.
OTHERS = [
    # The end of the section is lost as well.
    (
        "<EmailContent><![CDATA[a <![CDATA[b]]> c<br></EmailContent>",
        [("early-cdata-end", "]]>")],
        f"<EmailContent><![CDATA[a <![CDATA[b{PART} c<br>]]></EmailContent>",
    ),
    (
        "<EmailContent><![CDATA[a]]> b ]]> c</p></EmailContent>",
        [("early-cdata-end", "]]>")],
        f"<EmailContent><![CDATA[a{PART} b {PART} c</p>]]></EmailContent>",
    ),
    # The end tag is missing.
    (
        "<EmailContent><![CDATA[a ]]> <b>b</b> ]]>\n<Name>x</Name>",
        [("unclosed-element", "EmailContent"), ("early-cdata-end", "]]>")],
        f"<EmailContent><![CDATA[a {PART} <b>b</b> ]]></EmailContent>\n<Name>x</Name>",
    ),
    (
        "<EmailContent><![CDATA[a]]> b ]]> c<br>d</br>",
        [("unclosed-element", "EmailContent"), ("cdata-end-in-text", "]]>")],
        "<EmailContent><![CDATA[a]]> b ]]&gt; c<br>d</br></EmailContent>",
    ),
    # Each field has its own.
    (
        "<Name><![CDATA[a ]]> b ]]></Name><Subject><![CDATA[c ]]> d ]]></Subject>",
        [("early-cdata-end", "]]>"), ("early-cdata-end", "]]>")],
        (
            f"<Name><![CDATA[a {PART} b ]]></Name>"
            f"<Subject><![CDATA[c {PART} d ]]></Subject>"
        ),
    ),
    (
        "<Name><![cdata[a ]]> b ]]></Name>",
        [("malformed-cdata", "<![cdata["), ("early-cdata-end", "]]>")],
        f"<Name><![CDATA[a {PART} b ]]></Name>",
    ),
    # A section that holds nothing but sections.
    (
        "<Name><![CDATA[<![CDATA[Hello]]>]]></Name>",
        [("early-cdata-end", "]]>")],
        "<Name><![CDATA[Hello]]></Name>",
    ),
    (
        "<Name><![CDATA[ <![CDATA[<![CDATA[Hello]]>]]> ]]></Name>",
        [("early-cdata-end", "]]>")],
        "<Name><![CDATA[Hello]]></Name>",
    ),
    # An unknown element.
    (
        "<code><![CDATA[a[b[0]]>1 && <c>]]></code>",
        [("early-cdata-end", "]]>")],
        f"<code><![CDATA[a[b[0{PART}1 && <c>]]></code>",
    ),
    # Sections that end where they were meant to.
    (
        "<Name><![CDATA[a]]>b<![CDATA[c]]></Name>&",
        [("bare-ampersand", "&")],
        "<Name><![CDATA[a]]>b<![CDATA[c]]></Name>&amp;",
    ),
    (
        "<Name><![CDATA[a <![CDATA[ b]]></Name>&",
        [("bare-ampersand", "&")],
        "<Name><![CDATA[a <![CDATA[ b]]></Name>&amp;",
    ),
    (
        "<Name><![CDATA[<![CDATA[b]]> c</Name>&",
        [("bare-ampersand", "&")],
        "<Name><![CDATA[<![CDATA[b]]> c</Name>&amp;",
    ),
    (
        "<Name><![CDATA[a]]>]]></Name>",
        [("cdata-end-in-text", "]]>")],
        "<Name><![CDATA[a]]></Name>",
    ),
    (
        "<Name><![CDATA[a]]> b ]]> c</Name>",
        [("cdata-end-in-text", "]]>")],
        "<Name><![CDATA[a]]> b ]]&gt; c</Name>",
    ),
    (
        "<Name><![CDATA[a]]> b <![CDATA[c]]> d ]]></Name>",
        [("early-cdata-end", "]]>")],
        f"<Name><![CDATA[a]]> b <![CDATA[c{PART} d ]]></Name>",
    ),
    (
        "<Name><![CDATA[a]]><!-- ]]> --></Name>&",
        [("bare-ampersand", "&")],
        "<Name><![CDATA[a]]><!-- ]]> --></Name>&amp;",
    ),
    (
        "<Name><![CDATA[a]]><?b ]]> ?></Name>&",
        [("bare-ampersand", "&")],
        "<Name><![CDATA[a]]><?b ]]> ?></Name>&amp;",
    ),
    (
        "<c><![CDATA[a]]><d e='' f=\"]]>\"/></c>&",
        [("bare-ampersand", "&")],
        "<c><![CDATA[a]]><d e='' f=\"]]>\"/></c>&amp;",
    ),
    # Sections that have lost their end to that of another element.
    (
        "<Name><![CDATA[a</Name><Subject><![CDATA[b]]></Subject>",
        [("unclosed-cdata", "<![CDATA[")],
        "<Name><![CDATA[a]]></Name><Subject><![CDATA[b]]></Subject>",
    ),
    (
        "<Name><![CDATA[a]]</Name>\n<Subject><![CDATA[b]]> c</Subject>",
        [("unclosed-cdata", "<![CDATA[")],
        "<Name><![CDATA[a]]></Name>\n<Subject><![CDATA[b]]> c</Subject>",
    ),
    (
        "<Name><![CDATA[a]]&gt;</Name>",
        [("unclosed-cdata", "<![CDATA[")],
        "<Name><![CDATA[a]]></Name>",
    ),
    (
        "<c><![CDATA[a</c><d><![CDATA[b]]></d>",
        [("unclosed-cdata", "<![CDATA[")],
        "<c><![CDATA[a]]></c><d><![CDATA[b]]></d>",
    ),
    (
        "<c><![CDATA[a</c><d><![CDATA[b]]></c>&",
        [("bare-ampersand", "&")],
        "<c><![CDATA[a</c><d><![CDATA[b]]></c>&amp;",
    ),
    # Their own end tag is lost as well: the line of a sibling tells it.
    (
        "\n <Name><![CDATA[a<p>b</p>\n <Subject>c</Subject>",
        [("unclosed-cdata", "<![CDATA[")],
        "\n <Name><![CDATA[a<p>b</p>]]></Name>\n <Subject>c</Subject>",
    ),
    (
        "\n <Name><![CDATA[a\n <p>]>\n\n <Subject><![CDATA[c]]></Subject>",
        [("unclosed-cdata", "<![CDATA[")],
        "\n <Name><![CDATA[a\n <p>]]></Name>\n\n <Subject><![CDATA[c]]></Subject>",
    ),
    (
        "\n<Name>a</Name>\n<Subject><![CDATA[c\n",
        [("unclosed-cdata", "<![CDATA[")],
        "\n<Name>a</Name>\n<Subject><![CDATA[c\n]]></Subject>",
    ),
    # What has its end, or stands elsewhere, is text.
    (
        "\n <Name><![CDATA[a\n <Subject>]]></Name>&",
        [("bare-ampersand", "&")],
        "\n <Name><![CDATA[a\n <Subject>]]></Name>&amp;",
    ),
    (
        "\n <Name><![CDATA[a\n <Subject></Name>",
        [("unclosed-cdata", "<![CDATA[")],
        "\n <Name><![CDATA[a\n <Subject>]]></Name>",
    ),
    (
        "\n <Name>a <![CDATA[b\n  <Subject>c",
        [("unclosed-cdata", "<![CDATA[")],
        "\n <Name>a <![CDATA[b\n  <Subject>c]]></Name>",
    ),
    (
        "\n <Name><b/><![CDATA[b\n <Subject>c",
        [("unclosed-cdata", "<![CDATA[")],
        "\n <Name><b/><![CDATA[b\n <Subject>c]]></Name>",
    ),
]


@pytest.mark.parametrize(("content", "faults", "mended"), OTHERS)
def test_section(
    model: ContentModel, content: str, faults: list[tuple[str, str]], mended: str
) -> None:
    text = f"{HEAD}{content}{TAIL}"

    result = repair(text, model)

    assert pointed_at(text, result.faults) == faults
    assert result.text == f"{HEAD}{mended}{TAIL}"


def test_section_at_the_end_of_a_text(model: ContentModel) -> None:
    text = "<Name><![CDATA[a ]]> b ]]>"

    kinds = [f.kind for f in repair(text, model).faults]

    assert kinds == ["early-cdata-end", "truncated-document"]


@pytest.mark.parametrize(
    ("field", "content"),
    [
        ("EmailContent", "<![CDATA[<html><body>a</body></html>]]>"),
        ("EmailTextContent", "<Text>a ]]> b</Text>"),
    ],
)
def test_nothing_is_said_of_a_section_within_the_section(
    field: str, content: str
) -> None:
    text = (
        '<entry xmlns="http://www.w3.org/2005/Atom"><content><Campaign '
        'xmlns="http://ws.constantcontact.com/ns/1.0/">'
        f"<{field}><![CDATA[{content}]]></{field}></Campaign></content></entry>"
    )
    names = ["early-cdata-end", "cdata-end-in-text", "escaped-cdata-section"]

    assert [d.name for d in lint(text, select=names)] == ["early-cdata-end"]


@pytest.mark.parametrize(
    ("content", "fix", "advice"),
    [
        (
            "<![CDATA[a ]]> b]]>",
            ("let the section go on", Applicability.SAFE),
            "write `]]]]><![CDATA[>` for a `]]>` inside of a section",
        ),
        (
            "<![CDATA[<![CDATA[a]]>]]>",
            ("remove the inner `<![CDATA[` and `]]>`", Applicability.UNSAFE),
            "one section is enough: take the inner `<![CDATA[` and `]]>` away",
        ),
    ],
)
def test_what_to_do_about_it(
    content: str, fix: tuple[str, Applicability], advice: str
) -> None:
    text = (
        f'<entry xmlns="http://www.w3.org/2005/Atom"><title>{content}</title></entry>'
    )

    (found,) = lint(text, select=["early-cdata-end"])

    assert found.help == (advice,)
    assert [(f.title, f.applicability) for f in found.fixes] == [fix]


def test_elements_behind_a_section_may_be_meant_as_such() -> None:
    (found,) = lint("<r><a><![CDATA[x]]><b>k</b>]]></a></r>", select=["CTC139"])

    title = "let the section go on"
    assert [(f.title, f.applicability) for f in found.fixes] == [
        (title, Applicability.UNSAFE)
    ]


# What stands in a campaign, and the mended text, where a section begins among elements.
STRAY = [
    (
        "<![CDATA[<Name>x</Name><Subject>y</Subject>",
        "<Name>x</Name><Subject>y</Subject>",
    ),
    (
        "<![CDATA[ <Name>x</Name><EmailContent><![CDATA[<p>]]></EmailContent>",
        " <Name>x</Name><EmailContent><![CDATA[<p>]]></EmailContent>",
    ),
    ("<Name>x</Name>\n<![CDATA[\n", "<Name>x</Name>\n\n"),
    (
        "<Name>x</Name><![CDATA[><Subject>y</Subject>",
        "<Name>x</Name><Subject>y</Subject>",
    ),
]


@pytest.mark.parametrize(("content", "mended"), STRAY)
def test_section_that_begins_among_elements_is_taken_away(
    model: ContentModel, content: str, mended: str
) -> None:
    text = f"{HEAD}{content}{TAIL}"

    found = repair(text, model)

    assert pointed_at(text, found.faults) == [("unclosed-cdata", "<![CDATA[")]
    assert found.text == f"{HEAD}{mended}{TAIL}"


@pytest.mark.parametrize(
    ("content", "mended"),
    [
        # A section that is closed, one of a text, what no child of the element follows.
        ("<![CDATA[<Name>x</Name>]]>", "<![CDATA[<Name>x</Name>]]>"),
        ("<Name><![CDATA[<a>x</a></Name>", "<Name><![CDATA[<a>x</a>]]></Name>"),
        ("<![CDATA[<p>x</p>", "<![CDATA[<p>x</p>]]>"),
        ("<![CDATA[x<Name>y</Name>", "<![CDATA[x<Name>y</Name>]]>"),
    ],
)
def test_section_that_may_be_meant_stays(
    model: ContentModel, content: str, mended: str
) -> None:
    assert repair(f"{HEAD}{content}{TAIL}", model).text == f"{HEAD}{mended}{TAIL}"


def test_what_to_do_about_a_section_among_elements() -> None:
    text = (
        '<entry xmlns="http://www.w3.org/2005/Atom"><content><Campaign '
        'xmlns="http://ws.constantcontact.com/ns/1.0/">'
        "<![CDATA[<Name>x</Name></Campaign></content></entry>"
    )

    (found,) = lint(text, select=["unclosed-cdata"])

    assert found.help == ("elements follow, not a text: remove it",)
    assert [(f.title, f.applicability) for f in found.fixes] == [
        ("remove `<![CDATA[`", Applicability.UNSAFE)
    ]
