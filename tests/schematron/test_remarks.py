"""Comments and processing instructions are nodes, as they are for Saxon."""

from __future__ import annotations

from pathlib import Path

import pytest
from rulebook import Rulebook, mended

DOCUMENT = (
    '<?xml version="1.0"?><!--top--><?style s?>\n'
    "<a>x<!--TODO-->y<b>1<?pi d?>2</b><c><!--only--></c><![CDATA[<!--no-->]]>"
    "<d>10<!--c-->.5</d>t<!--last--> u </a><!--end-->"
)


@pytest.mark.parametrize("blank", [" ", "\t", "\n", "\r\n"])
def test_declaration_is_none_of_them(book: Rulebook, blank: str) -> None:
    book.rules('<rule context="comment()"><report test=". = \'2\'">two</report></rule>')

    document = f'<?xml{blank}version="1.0"?><a><!--1--><b/><!--2--></a>'
    (found,) = book.outcome(document).diagnostics
    start, end = found.range
    assert document[start.offset : end.offset] == "<!--2-->"


@pytest.mark.parametrize("binding", ["xslt", "xslt2", "xslt3"])
@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("count(comment())", "2"),
        ("count(//comment())", "6"),
        ("count(node())", "10"),
        ("count(//node())", "21"),
        ("count(text())", "5"),
        ("text()[2]", "y"),
        ("string(d/text()[2])", ".5"),
        ("d = 10.5", "true"),
        ("d + 1", "11.5"),
        ("string(b)", "12"),
        ("string(/)", "xy12<!--no-->10.5t u "),
        ("name(b/processing-instruction())", "pi"),
        ("string(//processing-instruction('style'))", "s"),
        ("count(//processing-instruction('d'))", "0"),
        ("boolean(c/node())", "true"),
        ("c = ''", "true"),
        ("string(/comment()[2])", "end"),
        ("string(comment()[1]/following-sibling::node()[1])", "y"),
        ("count(b/following::comment())", "4"),
        ("count(comment()[2]/following::node())", "2"),
        ("count(b/preceding::node())", "5"),
        ("name(//comment()[. = 'only']/..)", "c"),
    ],
)
def test_they_count_as_nodes(
    book: Rulebook, expression: str, value: str, binding: str
) -> None:
    said = f'[<value-of select="{expression}"/>]'
    book.rules(
        f'<rule context="a"><report test="true()">{said}</report></rule>', binding
    )

    assert book.messages(DOCUMENT) == [f"[{value}]"]


@pytest.mark.parametrize(
    ("context", "marked"),
    [
        ("comment()", ["top", "TODO", "only", "c", "last", "end"]),
        ("//comment()", ["top", "TODO", "only", "c", "last", "end"]),
        ("/comment()", ["top", "end"]),
        ("a/comment()", ["TODO", "last"]),
        ("comment()[. = 'only']", ["only"]),
        ("c/comment() | d/text()", ["only", "10", ".5"]),
        ("processing-instruction()", ["<?style s?>", "<?pi d?>"]),
        ("processing-instruction('pi')", ["<?pi d?>"]),
        ("b/processing-instruction(pi)", ["<?pi d?>"]),
        ("c/node()", ["only"]),
        ("b/text()", ["1", "2"]),
        ("a/text()", ["x", "y", "<!--no-->", "t", "u"]),
        ("c/node() | b/node()", ["1", "<?pi d?>", "2", "only"]),
    ],
)
def test_they_are_found_and_shown_as_contexts(
    book: Rulebook, context: str, marked: list[str]
) -> None:
    book.rules(f'<rule context="{context}"><report test="true()">x</report></rule>')

    found = book.outcome(DOCUMENT).diagnostics
    texts = [DOCUMENT[slice(*(at.offset for at in one.range))] for one in found]
    comments = ("top", "TODO", "only", "c", "last", "end")
    assert texts == [f"<!--{one}-->" if one in comments else one for one in marked]


def test_a_node_of_any_kind_may_be_the_context(book: Rulebook) -> None:
    book.rules('<rule context="node()"><report test="true()">[<name/>]</report></rule>')

    assert book.said("<a> v <!--w--> <b/><?y z?></a><!---->") == [
        "1:2-1:3 error []",
        "1:2-1:3 error [a]",
        "1:5-1:6 error []",
        "1:7-1:15 error []",
        "1:17-1:18 error [b]",
        "1:20-1:27 error [y]",
        "1:31-1:38 error []",
    ]


def test_a_rule_sees_the_elements_that_are_meant_beside_them(
    tmp_path: Path,
) -> None:
    xsd = tmp_path / "a.xsd"
    xsd.write_text(
        '<schema xmlns="http://www.w3.org/2001/XMLSchema"><element name="invoice">'
        '<complexType><sequence><element name="amount" minOccurs="0"/>'
        "</sequence></complexType></element></schema>",
        "utf-8",
    )
    book = Rulebook(tmp_path, schema=str(xsd)).rules(
        '<rule context="invoice"><assert test="amount > 0">none</assert></rule>'
        '<rule context="amount/comment()"><report test="true()">c</report></rule>'
    )

    assert book.messages("<invoice><!----><amuont>1<!--2--></amuont></invoice>") == [
        "`amuont` is not an element of `invoice`",
        "c",
    ]


@pytest.mark.parametrize(
    ("context", "action", "before", "after"),
    [
        ("comment()", "<sqf:delete/>", "<a>\n <!--x-->\n</a>", "<a>\n</a>"),
        ("comment()", "<sqf:delete/>", "<!--x--><a/>", "<a/>"),
        (
            "comment()",
            '<sqf:replace node-type="element" target="n" select="string(.)"/>',
            "<a>t<!--x &amp; y--></a>",
            "<a>t<n>x &amp;amp; y</n></a>",
        ),
        (
            "processing-instruction()",
            '<sqf:replace node-type="comment">was it</sqf:replace>',
            "<a><?p q?></a>",
            "<a><!--was it--></a>",
        ),
        (
            "text()",
            '<sqf:replace select="upper-case(.)"/>',
            "<a> u<!----></a>",
            "<a> U<!----></a>",
        ),
        (
            "comment()",
            '<sqf:stringReplace match="../text()[2]" regex="b">c</sqf:stringReplace>',
            "<a>b<!--b-->ab</a>",
            "<a>b<!--b-->ac</a>",
        ),
        (
            "a",
            '<sqf:stringReplace regex="b+" select="upper-case(.)"/>',
            "<a>b<!--b-->b<i/></a>",
            "<a>B<!--b-->B<i/></a>",
        ),
    ],
)
def test_quick_fixes_mend_them_and_the_texts_beside_them(
    book: Rulebook, context: str, action: str, before: str, after: str
) -> None:
    book.rules(
        f'<rule context="{context}"><report test="true()" sqf:fix="f">x</report>'
        f'<sqf:fix id="f">{action}</sqf:fix></rule>'
    )

    (found,) = book.outcome(before).diagnostics
    assert [mended(before, fix) for fix in found.fixes] == [after]
