"""A start tag lost among elements that may stand in the parent as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    targetNamespace="urn:k" xmlns="urn:k" elementFormDefault="qualified">
  <xs:complexType name="Holder"><xs:sequence>
    <xs:element name="name" type="xs:string" minOccurs="0"/>
    <xs:element name="open" type="xs:string" minOccurs="0"/>
    <xs:choice minOccurs="0" maxOccurs="unbounded">
      <xs:element name="Folder" type="Holder"/>
      <xs:element name="Mark" type="Mark"/>
    </xs:choice>
    <xs:element name="Look" type="Look" minOccurs="0"/>
  </xs:sequence></xs:complexType>
  <xs:complexType name="Mark"><xs:sequence>
    <xs:element name="name" type="xs:string" minOccurs="0"/>
    <xs:element name="point" type="xs:string" minOccurs="0" maxOccurs="2"/>
  </xs:sequence></xs:complexType>
  <xs:complexType name="Look"><xs:all>
    <xs:element name="open" type="xs:string" minOccurs="0"/>
    <xs:element name="name" type="xs:string" minOccurs="0"/>
  </xs:all></xs:complexType>
  <xs:element name="map" type="Holder"/></xs:schema>"""
A, B = "<name>a</name>", "<name>b</name>"
OPEN = "<open>1</open>"

# What was written, and what is meant; the tag between is all that is wrong.
LOST = [
    (f"<Folder>{A}</Folder>", "<Folder>", f"{B}</Folder>"),
    (f"<Mark>{A}</Mark>\n ", "<Mark>", f"{B}</Mark>\n<Mark>{A}</Mark>"),
    (f"{A}<Mark>{A}</Mark>", "<Mark>", f"{B}<point>1</point><point>2</point></Mark>"),
    (f"{A}<Mark/>", "<Folder>", f"{B}{OPEN}<Mark/></Folder><Folder>{B}</Folder>"),
    (f"{A}", "<Mark>", f"{B}</Mark>"),
    (f"{A}{OPEN}", "<Folder>", f"{B}{OPEN}</Folder>"),
    (f"{A}{OPEN}", "<Folder>", f"{OPEN}<Mark>{B}</Mark></Folder>"),
    (
        f"<Folder>{A}<Folder>{A}</Folder></Folder>",
        "<Folder>",
        f"{B}<Folder>{A}</Folder></Folder>",
    ),
    (f"{A}<Mark/>", "<Look>", f"{OPEN}{B}</Look>"),
    (f"<Mark>{A}</Mark>", "<Mark>", "<point>1</point></Mark>"),
]


def text_of(content: str) -> str:
    return f'<map xmlns="urn:k">{content}</map>'


@pytest.mark.parametrize(("before", "tag", "after"), LOST)
def test_it_began_where_the_parent_takes_no_more(
    before: str, tag: str, after: str, schema: Path
) -> None:
    text, name = text_of(before + after), tag.strip("<>")
    (found,) = lint(text, schema=schema)
    ((edit,),) = (fix.edits for fix in found.fixes)
    start, end = edit.range.start.offset, edit.range.end.offset

    assert (found.code, found.message) == (
        "CTC103",
        f"`</{name}>` closes no open element",
    )
    assert text[:start] + edit.new_text + text[end:] == text_of(before + tag + after)
    assert lint(text_of(before + tag + after), schema=schema) == []


# An end tag that is one too many, and the text without it.
SURPLUS = [
    (f"{A}", "</Mark>", "<Mark/>"),
    (f"<Mark>{A}</Mark>", "</Mark>", f"<Mark>{B}</Mark>"),
    (f"{A}{OPEN}<Folder></Folder><Mark/>", "</Folder>", ""),
    (f"<Look>{A}", "</Look>", f"{OPEN}</Look>"),
]


@pytest.mark.parametrize(("before", "tag", "after"), SURPLUS)
def test_an_end_tag_is_too_many_where_the_parent_takes_all(
    before: str, tag: str, after: str, schema: Path
) -> None:
    text = text_of(before + tag + after)
    (found,) = lint(text, schema=schema)
    ((edit,),) = (fix.edits for fix in found.fixes)
    start, end = edit.range.start.offset, edit.range.end.offset

    assert found.code == "CTC103"
    assert text[:start] + edit.new_text + text[end:] == text_of(before + after)


FEED = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><title>t</title>'
    "<updated>2010-01-01T00:00:00Z</updated>{}</feed>"
)
ENTRY = "<id>{}</id><title>t</title><updated>2010-01-01T00:00:00Z</updated></entry>"


@pytest.mark.parametrize("link", ["", '<link href="/x"/>'])
def test_entries_of_a_feed_begin_behind_each_other(link: str) -> None:
    first, other = "<entry>" + ENTRY.format("a"), link + ENTRY.format("b")
    text = FEED.format(first + other)
    found = [d for d in lint(text, operation="response") if d.code == "CTC103"]
    (edit,) = found[0].fixes[0].edits

    assert len(found) == 1
    assert (edit.range.start.offset, edit.new_text) == (text.index(other), "<entry>")
