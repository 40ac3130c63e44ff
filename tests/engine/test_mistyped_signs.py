"""Two signs of a tag swapped, or Shift let go: one fault, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from said import underlined

from ctct_lint import lint
from ctct_lint.fixes.rounds import mend
from ctct_lint.model.diagnostic import Applicability

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="doc"><xs:complexType><xs:sequence>
    <xs:element name="status" type="xs:NMTOKEN"/>
    <xs:element name="name" type="xs:string"/>
    <xs:element name="to" maxOccurs="9"><xs:complexType>
      <xs:sequence><xs:element name="by" type="xs:string" minOccurs="0"/></xs:sequence>
      <xs:attribute name="id" use="required"/><xs:attribute name="no"/>
    </xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
PARTS = {
    "status": "<status>draft</status>",
    "name": "<name>a</name>",
    "to": '<to id="12"/>',
    "end": "</doc>",
}


def document(**parts: str) -> str:
    return f"<doc> {' '.join((PARTS | parts).values())}"


@pytest.fixture
def schema(tmp_path: Path) -> Path:
    path = tmp_path / "doc.xsd"
    path.write_text(SCHEMA)
    return path


def start(written: str, name: str) -> tuple[str, str, str]:
    message = f"`{written}` is not how the start tag of `{name}` is written"
    return "CTC105", written, message


def end(written: str, begun: str, name: str) -> tuple[str, str, str]:
    message = f"the end tag of `{name}` begins with `{begun}`, not with `</`"
    return "CTC135", written, message


def quote(written: str) -> tuple[str, str, str]:
    return "CTC113", written, f"a quote of `{written}` is not where it belongs"


OPEN = "the start tag of `{}` has no `>`".format
MISTYPED = [
    # A letter before the `<` that it follows.
    ("status", "", "s<tatus>draft</status>", start("s<tatus", "status")),
    ("status", "", "<status>draft<s/tatus>", end("s/tatus", "<s/", "status")),
    ("status", "", "<status>draft/<status>", end("status", "/<", "status")),
    ("status", "", "<status>draf<t/status>", end("t/status", "<t/", "status")),
    ("end", "", "/<doc>", end("doc", "/<", "doc")),
    # The first letter of the text is no part of the name.
    (
        "status",
        "<status>Draft</status>",
        "<statusD>raft</status>",
        start("<statusD>", "status"),
    ),
    # Two signs.
    (
        "name",
        "<name></name>",
        "<name<>/name>",
        ("CTC105", "name", "the start tag of `name` has no `>`"),
    ),
    (
        "name",
        "<name>a</name><to id='1'/>",
        "<name>a</name<>to id='1'/>",
        ("CTC135", "name", "the end tag of `name` has no `>`"),
    ),
    (
        "to",
        '<to id="1"/>',
        '<to id="1">/',
        ("CTC113", "/", "`/` stands behind the end of the tag"),
    ),
    ("to", "", '<to id"=12"/>', quote('id"=12"')),
    ("to", "", '<to id="1"2/>', quote('id="1"2')),
    ("to", "", '<to id="12/>"', quote('id="12/>"')),
    ("to", '<to id="12" no="3"/>', '<to id="12 "no="3"/>', quote('id="12 "')),
    # The slash is that of an address.
    (
        "to",
        '<to id="/a/"><by>b</by></to>',
        '<to id="/a/>"<by>b</by></to>',
        quote('id="/a/>"'),
    ),
    # Without Shift.
    ("status", "", ",status>draft</status>", start(",status", "status")),
    ("status", "", "<status>draft,/status>", end("status", ",/", "status")),
    (
        "status",
        "",
        "<status.draft</status>",
        ("CTC105", "status", "the start tag of `status` has no `>`"),
    ),
    (
        "status",
        "",
        "<status>draft</status.",
        ("CTC135", "status", "the end tag of `status` has no `>`"),
    ),
    ("to", "", '<to id="12"?>', ("CTC113", "?", "the tag ends with `?>`")),
    ("to", "", '<to id-"12"/>', ("CTC113", 'id-"12"', '`id-"12"` is no attribute')),
]


@pytest.mark.parametrize(("part", "right", "written", "expected"), MISTYPED)
def test_slip_of_the_fingers_is_one_fault(
    schema: Path, part: str, right: str, written: str, expected: tuple[str, str, str]
) -> None:
    text = document(**{part: written})
    found = lint(text, schema=schema)
    all_ = frozenset(Applicability)
    mended = mend(text.encode(), lambda data: lint(data, schema=schema), all_)

    assert [(d.code, underlined(text, d), d.message) for d in found] == [expected]
    assert mended.data.decode() == document(**{part: right or PARTS[part]})


@pytest.mark.parametrize(
    ("part", "written", "codes"),
    [
        # The word is none of the format.
        ("name", "<name>a</name> t<zzz>a</zzz> &", ["CTC211", "CTC201", "CTC107"]),
        ("name", "<name>a</name> ,zzz> &", ["CTC211", "CTC107"]),
        ("name", "<name>a,/zzz></name> &", ["CTC107"]),
        ("name", "<name>a<z/zz></name>", ["CTC501"]),
        ("name", "<name>a</name><zzz.<to id='1'/>", ["CTC106"]),
        ("name", "<name>a</name><zzz<>to id='1'/>", ["CTC106"]),
        ("name", "<name>a</name><zzA>b</zzA> &", ["CTC201", "CTC107"]),
        ("name", "<name>a</name><zzA>b<by/></zzA> &", ["CTC201", "CTC107"]),
        ("name", "<name>a</name><nameA>b</name><nameA>b</nameA>", []),
        # All elements are ended.
        ("name", "<name>a</name>/<to id='1'/> &", ["CTC211", "CTC107"]),
        ("name", "<name>a</name>/<to id='1'></to> &", ["CTC211", "CTC107"]),
        ("name", "<name>a,/name></name> &", ["CTC107"]),
        ("name", "<name>a</name><to id='1'>/<by>b</by></to> &", ["CTC211", "CTC107"]),
        ("to", "<to id='1'?></to>", ["CTC119"]),
        # It is in a text, a comment or a section.
        ("name", """<name>a b"=c" d-'e' &</name>""", ["CTC107"]),
        ("name", "<name>a<![CDATA[ s<tatus> ]]> &</name>", ["CTC107"]),
        ("name", "<!-- s<tatus> --><name>a &</name>", ["CTC107"]),
        # A prefix that is not declared.
        ("name", "<name>a</name> x<y:name>a</x:name>", ["CTC211", "CTC131", "CTC101"]),
        # What is too long was not typed.
        ("name", f"<name>&{' ' * 200_000}</name> s<tatus/>", ["CTC107", "CTC211"]),
    ],
)
def test_what_is_no_slip_of_the_fingers(
    schema: Path, part: str, written: str, codes: list[str]
) -> None:
    found = [d.code for d in lint(document(**{part: written}), schema=schema)]

    assert found[: len(codes)] == codes
    assert not {"CTC105", "CTC135"} & set(found)


def test_slip_in_a_tag_makes_none_of_a_text_beside_it(schema: Path) -> None:
    text = document(name="""<name>a b"=c" d-'e' f</name>""", to='<to id"=12"/>')

    assert [(d.code, underlined(text, d)) for d in lint(text, schema=schema)] == [
        ("CTC113", 'id"=12"')
    ]


def test_slips_in_the_same_place_are_one(schema: Path) -> None:
    text = document(name="<nameD>/</name>")

    assert [d.code for d in lint(text, schema=schema)] == ["CTC105"]


def test_slip_before_the_document_goes_with_it(schema: Path) -> None:
    text = f"s<tatus>failed</status> {document()}"

    assert [d.code for d in lint(text, schema=schema)] == ["CTC128"]


def test_prefix_of_a_slip_is_declared() -> None:
    text = 'a<:feed xmlns:a="http://www.w3.org/2005/Atom"></a:feed>'
    other = 'x<a:b xmlns:xa="u:a"><xa:c/></xa:b>'

    assert "CTC105" not in {d.code for d in lint(text)}
    assert next(d.code for d in lint(other)) == "CTC105"


@pytest.mark.parametrize(
    ("text", "code", "written"),
    [
        ("<a><c><b>1</b<>/c></a>", "CTC135", "b"),
        ("<a>s<tatus>1</status></a>", "CTC105", "s<tatus"),
        ("<a><statusD>raft</status></a>", "CTC105", "<statusD>"),
    ],
)
def test_slip_in_an_unknown_vocabulary(text: str, code: str, written: str) -> None:
    found = [d for d in lint(text) if d.code != "CTC224"]

    assert [(d.code, underlined(text, d)) for d in found] == [(code, written)]


def test_question_mark_behind_a_name_that_nothing_knows() -> None:
    found = [d.code for d in lint("<a><zz?></a>") if d.code != "CTC224"]

    assert found == ["CTC102", "CTC119"]
