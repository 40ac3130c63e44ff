"""The root is the element with the payload; what stands around it is no document."""

from __future__ import annotations

import pytest
from said import pointed_at

from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.repair.repair import repair

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
ENTRY = (
    '<entry xmlns="u:a"><id>1</id><content><Campaign xmlns="u:c">'
    "<Name>x</Name></Campaign></content></entry>"
)
FOREIGN = "<pom xmlns='u:p'><c/><d><e/></d></pom>"
BEFORE = {
    "warning of PHP": "<b>Warning</b>: foo in bar.php<br />",
    "warning between breaks": "<br />\n<b>Notice</b>:  x in <b>a.php</b><br />",
    "warning as text": "PHP Warning:  Undefined variable $x in a.php on line 3",
    "table of a debugger": "<br />\n<font size='1'><table><tr><th>( ! )</table></font>",
    "header of a response": "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nA: <b",
    "what curl shows": "> POST /ws HTTP/1.1\n> Accept: */*\n>\n< HTTP/1.1 201\n<",
    "print_r": "Array\n(\n    [0] =>",
    "var_dump": 'string(1835) "',
    "field of a form": "xml=",
    "prompt": "joe@host:~$ cat a.xml",
    "byte order mark": "\ufeff",
    "forbidden character": "a\x00\x0bb",
    "line of a log with a tag": "2012-05-04 INFO <Sender> sending:",
    "break": "<br>",
    "open element": "<pre>",
    "dump in an element": "<pre>Array\n( [x] => 1 )</pre>",
    "empty document": "<root/>",
    "entry without anything": '<entry xmlns="u:a"/>',
    "error": "<error><code>400</code><message>Bad</message></error>",
    "page": "<html><head><title>Hi</title></head><body><p>a</p></body></html>",
    "page with document type": "<!DOCTYPE html>\n<html><body>a</body></html>",
    "end tags": "</b></pre>",
    "section": "<![CDATA[x]]>",
    "template": "<%= x %>",
    "fence": "```xml",
}


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
@pytest.mark.parametrize("document", [ENTRY, f"{DECLARATION}\n{ENTRY}"])
def test_what_stands_before_an_entry_is_one_fault(
    model: ContentModel, before: str, document: str
) -> None:
    text = f"\n{before}\n{document}"

    result = repair(text, model)

    assert pointed_at(text, result.faults) == [("text-outside-root", before)]
    assert result.text.strip() == document


@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
def test_document_behind_it_is_read_as_if_it_stood_alone(
    model: ContentModel, before: str
) -> None:
    broken = f"{DECLARATION}\n{ENTRY.replace('</Name>', '& </name>')}\n<entry/>"
    text = f"{before} {broken}"
    size = len(before) + 1

    alone, result = repair(broken, model), repair(text, model)

    assert pointed_at(text, result.faults) == [
        ("text-outside-root", before.strip()),
        *pointed_at(broken, alone.faults),
    ]
    assert [f.at.start for f in result.faults[1:]] == [
        f.at.start + size for f in alone.faults
    ]
    assert result.text == alone.text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<pre>", "</pre>"),
        ("<html><body>", "\n</body></html>\n"),
        ("<a:b><c>x</c><a:d>", "</a:d></a:b>"),
        ("<!-- c --><result code='1'>", "</result>"),
    ],
)
def test_what_is_begun_before_a_document_goes_with_its_end(
    model: ContentModel, before: str, after: str
) -> None:
    document = f"{DECLARATION}\n{ENTRY}"
    text = before + document + after

    result = repair(text, model)

    assert pointed_at(text, result.faults) == [("text-outside-root", before)]
    assert result.text.strip() == document


@pytest.mark.parametrize("name", sorted({*BEFORE} - {"open element"}))
def test_what_stands_before_a_document_of_another_format(
    model: ContentModel, name: str
) -> None:
    text = f"{BEFORE[name]}\n{FOREIGN}"

    result = repair(text, model)

    if name == "line of a log with a tag":
        # It may as well be an element without end.
        assert [kind for kind, _ in pointed_at(text, result.faults)] == [
            "text-outside-root",
            "truncated-document",
        ]
    else:
        assert pointed_at(text, result.faults) == [("text-outside-root", BEFORE[name])]


# What is written, the faults with what they point at, the mend.
PLACES = [
    # The declaration tells where the document begins, wherever it stands.
    (
        f"{DECLARATION}\nNotice: x\n{ENTRY}",
        [("text-outside-root", "Notice: x")],
        f"{DECLARATION}\n\n{ENTRY}",
    ),
    (
        f"{DECLARATION}\nNotice: x\n<?xml version='1.0'?>{ENTRY}",
        [("text-outside-root", f"{DECLARATION}\nNotice: x")],
        f"<?xml version='1.0'?>{ENTRY}",
    ),
    (
        f"x <!-- c --> {DECLARATION}{ENTRY}",
        [("text-outside-root", "x <!-- c -->")],
        f"{DECLARATION}{ENTRY}",
    ),
    (f"<!-- c --> x <!-- d -->{ENTRY}", [("text-outside-root", "x")], None),
    (
        f"<!DOCTYPE entry>x{ENTRY}",
        [("doctype", None), ("text-outside-root", "x")],
        ENTRY,
    ),
    (
        f"<!DOCTYPE html>\n<html/>{ENTRY}",
        [("text-outside-root", "<!DOCTYPE html>\n<html/>")],
        ENTRY,
    ),
    (
        f"<pre>{DECLARATION}{ENTRY}</pre>",
        [("text-outside-root", "<pre>")],
        f"{DECLARATION}{ENTRY}",
    ),
    (
        f"<data>{DECLARATION}{ENTRY}</data>",
        [("text-outside-root", "<data>")],
        f"{DECLARATION}{ENTRY}",
    ),
    (
        f"<pre>{DECLARATION}{FOREIGN}</pre>",
        [("text-outside-root", "<pre>")],
        f"{DECLARATION}{FOREIGN}",
    ),
    (
        f"<pre>{DECLARATION}{FOREIGN}",
        [("text-outside-root", "<pre>")],
        f"{DECLARATION}{FOREIGN}",
    ),
    # Another format may have documents in an element, and an element called entry.
    (
        f"<data>{DECLARATION}{FOREIGN}</data>",
        [("misplaced-xml-declaration", "<?xml")],
        f"<data>{FOREIGN}</data>",
    ),
    (
        "<map><entry><a/><b/><c/></entry>",
        [("truncated-document", ">")],
        "<map><entry><a/><b/><c/></entry></map>",
    ),
    # An entry that stands in a feed is not its own document.
    (
        f"<feed>{ENTRY}",
        [("truncated-document", ">")],
        f"<feed>{ENTRY}</feed>",
    ),
    (f"<entry>\n{ENTRY}", [("text-outside-root", "<entry>")], f"\n{ENTRY}"),
    ("<x/><entry/>", [("text-outside-root", "<x/>")], "<entry/>"),
    ("<b/><x/>", [("text-outside-root", "<b/>")], "<x/>"),
    # Of documents of the same weight the first one counts.
    ("<a/><c/>", [("second-root", "c")], "<a/>"),
    (f"{ENTRY}{ENTRY}", [("second-root", "entry")], ENTRY),
]


@pytest.mark.parametrize(("text", "faults", "mended"), PLACES)
def test_where_the_document_begins(
    model: ContentModel,
    text: str,
    faults: list[tuple[str, str | None]],
    mended: str | None,
) -> None:
    result = repair(text, model)

    expected = [(k, "<!DOCTYPE entry" if w is None else w) for k, w in faults]
    assert pointed_at(text, result.faults) == expected
    assert result.text == (mended or text.replace("x", "", 1))


# What stands after the entry, the faults with what they point at, what is left.
AFTER = [
    ("Notice: x", [("text-outside-root", "Notice: x")], ""),
    ("<![CDATA[ x ]]>", [("text-outside-root", "<![CDATA[ x ]]>")], ""),
    (
        "<br />\n<b>Notice</b>: x in <b>a.php</b><br />",
        [("text-outside-root", "<br />\n<b>Notice</b>: x in <b>a.php</b><br />")],
        "",
    ),
    ("</pre>", [("stray-end-tag", "pre")], ""),
    ("</pre></body>", [("text-outside-root", "</pre></body>")], ""),
    ("<br>", [("second-root", "br")], ""),
    ("<p>x</p>", [("second-root", "p")], ""),
    ("<p>x</p>y<!-- c -->", [("text-outside-root", "<p>x</p>y")], "<!-- c -->"),
    ("<x/><y>", [("second-root", "x"), ("second-root", "y")], ""),
    ("<x>a<y/>", [("second-root", "x")], ""),
    (
        f"<x>a{ENTRY}b",
        [("second-root", "x"), ("second-root", "entry"), ("text-outside-root", "b")],
        "",
    ),
    (
        f"--\n{DECLARATION}\n<!-- c -->{ENTRY}",
        [("text-outside-root", "--"), ("second-root", "entry")],
        "\n",
    ),
    (f"<x>{DECLARATION}<p/>", [("second-root", "x"), ("second-root", "p")], ""),
    (
        f"{DECLARATION}x",
        [("misplaced-xml-declaration", "<?xml"), ("text-outside-root", "x")],
        "",
    ),
    (f"{DECLARATION} ", [("misplaced-xml-declaration", "<?xml")], " "),
    (
        f"{DECLARATION}<!-- c -->{DECLARATION}<p/>",
        [("second-root", "p")],
        "",
    ),
    (
        f"{DECLARATION}{DECLARATION}x<p/>",
        [
            ("misplaced-xml-declaration", "<?xml"),
            ("misplaced-xml-declaration", "<?xml"),
            ("text-outside-root", "x<p/>"),
        ],
        "",
    ),
    ("<!-- a -- b -->", [("double-hyphen-in-comment", "--")], "<!-- a - - b -->"),
    ("x<!--", [("text-outside-root", "x"), ("unclosed-comment", "<!--")], ""),
]


@pytest.mark.parametrize(("after", "faults", "left"), AFTER)
def test_what_stands_after_the_root(
    model: ContentModel, after: str, faults: list[tuple[str, str]], left: str
) -> None:
    text = f"{ENTRY}\n{after}"

    result = repair(text, model)

    assert pointed_at(text, result.faults) == faults
    assert result.text == f"{ENTRY}\n{left}"


def test_a_root_that_is_renamed_is_not_moved_before_a_text(
    model: ContentModel,
) -> None:
    assert repair("r<a>x</entry>", model).text == "<entry>x</entry>"
