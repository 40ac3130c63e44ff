"""What supersedes a finding counts where it stands, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from said import underlined

from ctct_lint import lint
from ctct_lint.engine.deduplicate import _ranges
from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span

VALID = Path(__file__).parents[2] / "fixtures" / "valid"


def test_a_fault_says_all_there_is_to_say_where_it_stands() -> None:
    faults = [
        Fault("bare-ampersand", source_span(3, 4)),
        Fault("bare-less-than", source_span(5, 6)),
        Fault("bare-ampersand", source_span(8, 9)),
    ]

    assert list(_ranges(faults, "bare-ampersand")) == [(3, 4), (8, 9)]
    assert list(_ranges(faults, "stray-end-tag")) == []


LISTS = "http://api.constantcontact.com/ws/customers/joe/lists"


@pytest.mark.parametrize(
    ("attribute", "codes"),
    [
        (f'id="{LISTS}/1"', ["CTC114"]),
        ('id="C:/lists 1"', ["CTC114", "CTC407"]),
        (f'di="{LISTS}/1"', ["CTC114", "CTC210"]),
        (" id=5 ", ["CTC111"]),
    ],
)
def test_attribute_without_a_space_before_it_is_judged(
    attribute: str, codes: list[str]
) -> None:
    text = (VALID / "contact.create.xml").read_text("utf-8")
    text = re.sub("<ContactList id=.*?>", f"<ContactList{attribute}/>", text, count=1)

    assert [d.code for d in lint(text, operation="create")] == codes


ROOMS = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="rooms"><xs:complexType><xs:sequence>
    <xs:element name="room" maxOccurs="unbounded"><xs:complexType>
      <xs:attribute name="no" type="xs:int"/>
      <xs:attribute name="to"/>
    </xs:complexType></xs:element></xs:sequence></xs:complexType>
    <xs:unique name="numbers"><xs:selector xpath="room"/><xs:field xpath="@no"/>
    </xs:unique></xs:element></xs:schema>"""


@pytest.mark.parametrize(
    ("rooms", "found"),
    [
        ("<room no=1/>", [("CTC111", "1")]),
        ("<room no=x/>", [("CTC111", "x"), ("CTC215", "x")]),
        ("<room no=1,5 />", [("CTC111", "1,5"), ("CTC215", "1,5")]),
        (
            "<room no=1/><room no=1/>",
            [("CTC111", "1"), ("CTC111", "1"), ("CTC232", "1")],
        ),
        ("<room no='1'/><room no=1/>", [("CTC111", "1"), ("CTC232", "1")]),
        ("<room no=“x”/>", [("CTC117", "“x”"), ("CTC215", "x")]),
        # Where the value was to end is not known.
        ("<room no=1to=x />", [("CTC111", "1to=x")]),
        ("<room no=1;to=x />", [("CTC111", "1;to=x")]),
        ("<room no=1&2 />", [("CTC111", "1&2"), ("CTC107", "&")]),
    ],
)
def test_value_without_quotes_is_judged_as_if_it_had_some(
    rooms: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    schema = tmp_path / "rooms.xsd"
    schema.write_text(ROOMS, encoding="utf-8")
    text = f"<rooms>{rooms}</rooms>"

    told = lint(text, schema=schema)

    at = [(d.range.start.offset, d.range.end.offset) for d in told]
    assert [
        (d.code, text[start:end]) for d, (start, end) in zip(told, at, strict=True)
    ] == found


@pytest.mark.parametrize(
    ("rooms", "found"),
    [
        ('<room to="<" no="x"/>', [("CTC116", "<"), ("CTC215", "x")]),
        ('<room no="x"/><room to = "a < b"/>', [("CTC215", "x"), ("CTC116", "<")]),
        (
            "<room no='x'/><room to\n=\n\"it's < b\"/>",
            [("CTC215", "x"), ("CTC116", "<")],
        ),
        # What has got into a value is no other fault of that.
        ("<room no = '1<'/>", [("CTC116", "<")]),
        (
            '<room no="x"/><room to"a < b"/>',
            [("CTC215", "x"), ("CTC113", 'to"a < b"'), ("CTC116", "<")],
        ),
    ],
)
def test_value_with_a_sign_too_many_is_that_value_alone(
    rooms: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    schema = tmp_path / "rooms.xsd"
    schema.write_text(ROOMS, encoding="utf-8")
    text = f"<rooms>{rooms}</rooms>"

    assert [(d.code, underlined(text, d)) for d in lint(text, schema=schema)] == found


NOTES = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="notes"><xs:complexType><xs:sequence>
    <xs:element name="note" maxOccurs="9"><xs:complexType><xs:simpleContent>
      <xs:extension base="xs:string"><xs:anyAttribute processContents="lax"/>
    </xs:extension></xs:simpleContent></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""


def test_attribute_may_be_there_twice_in_a_tag_that_is_one_too_many(
    tmp_path: Path,
) -> None:
    schema = tmp_path / "notes.xsd"
    schema.write_text(NOTES, encoding="utf-8")
    note = '<note x:by="1" y:by="2">'
    text = f'<notes xmlns:x="urn:x" xmlns:y="urn:x">{note}{note}t</note></notes>'

    assert [(d.code, underlined(text, d)) for d in lint(text, schema=schema)] == [
        ("CTC102", "note"),
        ("CTC118", "y:by"),
        ("CTC118", "y:by"),
    ]


SHOP = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="shop"><xs:complexType><xs:sequence>
    <xs:element name="price" type="xs:int"/>
    <xs:element name="owner"><xs:complexType><xs:sequence>
      <xs:element name="name" type="xs:string"/>
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
OWNER = "<owner><name/></owner>"


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        # Empty, as it says: that this is no number is not told as well.
        ('<price xsi:nil="true"/>', [("CTC222", "xsi:nil")]),
        ('<price xsi:nil="true"> </price>', [("CTC222", "xsi:nil")]),
        ('<pirce xsi:nil="true"/>', [("CTC202", "pirce"), ("CTC222", "xsi:nil")]),
        ("<price/>", [("CTC214", "price")]),
        (
            '<price xsi:nil="true">x</price>',
            [("CTC222", "xsi:nil"), ("CTC215", "x")],
        ),
        (
            '<price xsi:nil="true"><b/></price>',
            [("CTC222", "xsi:nil"), ("CTC201", "b")],
        ),
    ],
)
def test_what_says_that_it_is_nil_is_empty_for_this_reason(
    parts: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    schema = tmp_path / "shop.xsd"
    schema.write_text(SHOP, encoding="utf-8")
    space = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    text = f"<shop {space}>{parts}{OWNER}</shop>"

    spans = [(d.code, d.range.start, d.range.end) for d in lint(text, schema=schema)]

    assert [(code, text[s.offset : e.offset]) for code, s, e in spans] == found


def test_an_error_is_told_where_a_text_was_encoded_twice(tmp_path: Path) -> None:
    schema = tmp_path / "cafe.xsd"
    schema.write_text(
        """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
        <xs:element name="name"><xs:simpleType><xs:restriction base="xs:string">
        <xs:enumeration value="é"/></xs:restriction></xs:simpleType></xs:element>
        </xs:schema>""",
        "utf-8",
    )

    found = lint("<name>Ã©</name>", schema=schema)

    assert [(d.code, d.severity.label) for d in found] == [
        ("CTC010", "warning"),
        ("CTC203", "error"),
    ]


ITEMS = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="shop"><xs:complexType><xs:sequence>
    <xs:element name="item" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="price" type="xs:decimal"/></xs:sequence>
      <xs:attribute name="unit" use="required"/>
    </xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
  </xs:schema>"""


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ('<item unit="g"><price>1</price>', ["CTC102 `item` is never closed"]),
        (
            '<itm unit="g"><price>1</price>',
            [
                "CTC102 `itm` is never closed",
                "CTC202 `itm` is not an element of `shop`",
            ],
        ),
        (
            '<Item unit="g"><price>1</price>',
            [
                "CTC102 `Item` is never closed",
                "CTC204 `Item` differs from `item` in case",
            ],
        ),
        (
            "<item><price>1</price>",
            [
                "CTC102 `item` is never closed",
                "CTC208 `item` lacks the required attribute `unit`",
            ],
        ),
        # What it lacks may stand behind the end that the repair has chosen.
        ('<item unit="g">', ["CTC102 `item` is never closed"]),
        (
            '<itm unit="g"><price>1</price></item>',
            ["CTC101 `</item>` does not close `<itm>`"],
        ),
    ],
)
def test_start_tag_is_wrong_wherever_the_element_ends(
    tmp_path: Path, item: str, expected: list[str]
) -> None:
    (tmp_path / "shop.xsd").write_text(ITEMS)

    found = lint(f"<shop>{item}</shop>", schema=tmp_path / "shop.xsd")

    assert [f"{d.code} {d.message}" for d in found] == expected


def test_tag_in_the_value_of_an_attribute_is_all_that_is_wrong_with_it() -> None:
    text = (VALID / "contact.create.xml").read_text("utf-8")

    found = lint(text.replace('/lists/3"', '/lists/3</entry>"'))

    assert [(d.code, d.message) for d in found] == [
        ("CTC116", "`<` is not escaped in the value of an attribute")
    ]


@pytest.mark.parametrize("written", ["<text", "te<xt", "<", "a < b"])
def test_sign_in_the_value_of_an_attribute_is_told_once(written: str) -> None:
    text = (VALID / "contact.create.xml").read_text("utf-8")

    found = lint(text.replace('type="text"', f'type="{written}"', 1))

    assert [d.code for d in found] == ["CTC116"]


def test_mark_that_was_read_in_another_encoding_is_told_once() -> None:
    text = (VALID / "contact.create.xml").read_text("utf-8")

    found = lint("ï»¿" + text)

    assert [(d.code, d.message) for d in found] == [
        ("CTC128", "the text `ï»¿` stands before the root element")
    ]


CONTACT = (VALID / "contact.create.xml").read_bytes().rstrip()


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (b"", b"\x9d", [("CTC002", ["remove the text"])]),
        (b"", b"\n\xe2\x80 \n", [("CTC002", ["remove the text"])]),
        (b"", b"\xa0", [("CTC002", ["remove the text"])]),
        (b"\x80", b"", [("CTC002", ["remove the text"])]),
        (b"", b"\xff \x9d", [("CTC002", ["remove the text"]), ("CTC002", [])]),
        # There is more of the text.
        (b"", b"a\x9d", [("CTC128", ["remove the text"]), ("CTC002", [])]),
        (b"", b"a", [("CTC128", ["remove the text"])]),
    ],
)
def test_bytes_that_are_no_text_outside_the_root_are_one_fault(
    before: bytes, after: bytes, expected: list[tuple[str, list[str]]]
) -> None:
    found = lint(before + CONTACT + after, operation="create")

    assert [(d.code, [fix.title for fix in d.fixes]) for d in found] == expected


def test_bytes_that_are_no_text_within_the_root_are_judged_by_themselves() -> None:
    found = lint(CONTACT.replace(b"Rosa", b"R\xf3sa") + b"a", operation="create")

    assert [d.code for d in found] == ["CTC002", "CTC128"]
