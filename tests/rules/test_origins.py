"""A text that is no XML is called by what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import Severity, lint
from ctct_lint.rules.origins import origin_of

TEXTS = [
    ("\ufeff", "a byte order mark"),
    ("HTTP/1.1 200 OK\r\nDate: x", "the header of a request or response"),
    ("POST /ws/customers HTTP/1.1", "the header of a request or response"),
    ("> POST /ws HTTP/1.1\n> Accept: */*", "the header of a request or response"),
    ("< HTTP/2 201", "the header of a request or response"),
    ("* Connected to api.example.com", "the header of a request or response"),
    ("Content-Type: text/xml", "the header of a request or response"),
    ("<b>Warning</b>: foo in bar.php<br />", "a message of PHP"),
    ("<br />\n<b>Fatal error</b>:  Uncaught", "a message of PHP"),
    ("PHP Notice:  Undefined index", "a message of PHP"),
    ("Deprecated: x() is deprecated", "a message of PHP"),
    ("Array\n(\n    [0] =>", "a dump of PHP"),
    ("stdClass Object\n(", "a dump of PHP"),
    ('<pre>string(1835) "', "a dump of PHP"),
    ("--AaB03x\r\nContent-Disposition: form-data", "multipart form data"),
    ("Content-Type: multipart/form-data; boundary=b", "multipart form data"),
    (
        "POST /x HTTP/1.1\nHost: a\nContent-Type: multipart/form-data",
        "multipart form data",
    ),
    ("MIME-Version: 1.0\r\nContent-Type:\r\n multipart/mixed", "a multipart message"),
    ("X-A: b\n c\n\td\ncontent-type: multipart/related", "a multipart message"),
    ("X-A: b\nContent-Type: text/xml\nX-B: c: multipart/mixed", None),
    ("From: a@b.c\nTo: d@e.f\nSubject: g", "the header of a mail"),
    ("MIME-Version: 1.0\nContent-Type: text/xml", "the header of a mail"),
    ("```xml", "Markdown"),
    ("b'<entry", "a literal of Python"),
    ("$ cat campaign.xml", "the line of a shell"),
    ("joe@host:~$ cat <<EOF", "the line of a shell"),
    (r"C:\temp> type a.xml", "the line of a shell"),
    ("%3C%3Fxml%20version", "URL-encoded XML"),
    ("xml=%3Centry", "URL-encoded XML"),
    ("xml=", "form data"),
    ("a=1&b=x<y", "form data"),
    ("b=x<y>z", "form data"),
    ("a=x<y/>", None),
    ("activityType=SV_ADD&data=Email%20Address%0Ajoe&lists=http%3A", "form data"),
    ('{"name": "x"}', "JSON"),
    ("{}", "JSON"),
    ('[{"a": 1}]', "JSON"),
    ("[1, 2]", "JSON"),
    ("[-1.5]", "JSON"),
    ("[02-Sep-2011 08:15:01 UTC] Request:", "the line of a log"),
    ("2011-09-02T08:15:01,220 DEBUG - body:", "the line of a log"),
    ("Sep  2 08:15:01 www php:", "the line of a log"),
    ("08:15:01.220 [main]", "the line of a log"),
    ("DEBUG: sending", "the line of a log"),
    ("INFO client.Http - body", "the line of a log"),
    ("Information: none", None),
    ("[2 of 3]", None),
    ("&lt;?xml version", "escaped XML"),
    ("&lt;entry xmlns", "escaped XML"),
    ("PD94bWwgdmVyc2lvbj0iMS4wIj8+\nPGVudHJ5Lz4=", "Base64"),
    ("<!DOCTYPE html>\n<html>", "a page of HTML"),
    ("Email Address,First Name\njoe@x.com,Joe\n", "CSV"),
    ("a;b;c\n1;2;3", "CSV"),
    ("a\tb\r\n\r\n1\t2", "CSV"),
    ("<![CDATA[<entry/>]]>", "a CDATA section"),
    ("<!-- <entry/> -->", "a comment"),
    ("<!ELEMENT note (to, from)>", "a DTD"),
    ("<!ENTITY % text 'b | i'>", "a DTD"),
    ("element note { text }", "RELAX NG in its compact form"),
    ("default namespace = 'urn:x'\nstart = note", "RELAX NG in its compact form"),
    ("start = note", "RELAX NG in its compact form"),
    ("grammar { start = a }", "RELAX NG in its compact form"),
    ("start of the sale", None),
    ("<?php echo 1;", "a template or program"),
    ("<%= x %>", "a template or program"),
    ("a, b\nc", None),
    ("Rye bread, fresh on Fridays", None),
    ("<a>,\n</a>,", None),
    ("{name}", None),
    ("2 + 2 = 4", None),
]


@pytest.mark.parametrize(("text", "what"), TEXTS)
def test_origin(text: str, what: str | None) -> None:
    origin = origin_of(text)

    assert (origin and origin.what) == what


@pytest.mark.parametrize(
    ("before", "message", "advice"),
    [
        (
            "<b>Warning</b>: foo in bar.php<br />",
            "`<b>Warning</b>: foo in bar.php<br />` stands before the root element",
            (
                "it is a message of PHP: set `display_errors` to off, and mend what "
                "the message says"
            ),
        ),
        (
            "HTTP/1.1 200 OK\r\nDate: x",
            "the text `HTTP/1.1 200 OK` stands before the root element",
            "it is the header of a request or response: keep only what follows it",
        ),
        ("oops", "the text `oops` stands before the root element", "remove it"),
    ],
)
def test_what_stands_before_the_root(before: str, message: str, advice: str) -> None:
    (found,) = lint(f"{before}\n<entry/>", select=["text-outside-root"])

    assert (found.message, found.help) == (message, (advice,))


@pytest.mark.parametrize(
    ("text", "severity", "message", "advice"),
    [
        (
            "name=x&email=y",
            Severity.ERROR,
            "this is form data (`name=...`), not XML",
            "send an Atom `entry` as the body, and nothing else",
        ),
        (
            '{"a": 1}\n',
            Severity.ERROR,
            'this is JSON (`{"a": 1}`), not XML',
            "send an Atom `entry` as the body, and nothing else",
        ),
        (
            "Email,Name\na@b.c,A",
            Severity.ERROR,
            "this is CSV (`Email,Name`), not XML",
            "a list of contacts is sent as form data to `activities`",
        ),
        (
            "a=1&b=x<y",
            Severity.ERROR,
            "this is form data (`a=...`), not XML",
            "send the XML as the body, and nothing else",
        ),
        (
            "joe@x.com, ann@y.org",
            Severity.ERROR,
            "this is a list of e-mail addresses (`joe@x.com, ann@y.org`), not XML",
            "a list of contacts is sent as form data to `activities`",
        ),
        (
            "Ann <ann@y.org>\njoe@x.com",
            Severity.ERROR,
            "this is a list of e-mail addresses (`Ann <ann@y.org>`), not XML",
            "send the XML as the body, and nothing else",
        ),
        (
            "EMAIL ADDRESS\njoe@x.com\nann@y.org\n",
            Severity.ERROR,
            "this is a list of e-mail addresses (`EMAIL ADDRESS`), not XML",
            "a list of contacts is sent as form data to `activities`",
        ),
        (
            "Rye bread",
            Severity.ERROR,
            "the document has no element: it is not XML",
            "an XML document needs a root element, here an Atom `entry`",
        ),
    ],
)
def test_what_is_no_xml_is_called_by_its_name(
    text: str, severity: Severity, message: str, advice: str
) -> None:
    (found,) = lint(text)

    assert (found.severity, found.message, found.help) == (severity, message, (advice,))
    assert text[: found.range.end.offset] == text.splitlines()[0]


def test_prefix_of_no_namespace() -> None:
    (found,) = lint('<entry xmlns:x=""/>', select=["malformed-namespace"])

    assert found.message == "`xmlns:x` is empty: no prefix stands for nothing"
    assert found.help == (
        "write the URI of the namespace, or take the declaration away",
    )


@pytest.mark.parametrize("text", ["a=<entry", "xml=<Campaign>", "a=x<y/>", "a=<b></b>"])
def test_a_form_that_holds_a_document_is_what_stands_before_it(text: str) -> None:
    assert "text-outside-root" in [d.name for d in lint(text)]


def test_address_between_elements_is_no_list_of_them() -> None:
    (found,) = lint("<entry>joe@x.com</entry>", select=["unexpected-text"])

    assert found.help == ("write it as one of the elements that `entry` may hold",)


def test_a_text_in_an_empty_element_is_of_no_log(tmp_path: Path) -> None:
    schema = tmp_path / "s.xsd"
    schema.write_text(
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">'
        '<xs:element name="now"><xs:complexType/></xs:element></xs:schema>'
    )

    (found,) = lint("<now>2011-09-02T08:15:01</now>", schema=schema)

    assert (found.code, found.help) == ("CTC211", ("remove it",))
