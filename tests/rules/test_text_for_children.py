"""A text where the children of an element belong: one fault, and nothing is removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixture_file import FIXTURES

from ctct_lint import lint

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="stay"><xs:complexType><xs:sequence>
    <xs:element name="guest"><xs:complexType><xs:sequence>
      <xs:element name="first" type="xs:string"/>
      <xs:element name="last" type="xs:string"/>
      <xs:element name="born" type="xs:date" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="room" maxOccurs="unbounded"><xs:complexType><xs:sequence>
      <xs:element name="bed" type="xs:string"/>
      <xs:element name="price" type="xs:decimal"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="address" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="street" type="xs:string"/>
      <xs:element name="code" type="xs:string"/>
      <xs:element name="town" type="xs:string"/>
      <xs:element name="land" type="xs:string"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="party" minOccurs="0"><xs:complexType><xs:sequence>
      <xs:element name="members"><xs:complexType><xs:sequence>
        <xs:element name="member" type="xs:string"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="note" type="xs:string" minOccurs="0"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
GUEST = "<guest><first>Jo</first><last>Poe</last></guest>"
ROOM = "<room><bed>king</bed><price>9</price></room>"

Told = list[tuple[str, str, str, tuple[str, ...], list[str]]]


def told(content: str, schema: Path) -> Told:
    """Return of each diagnostic the code, its text, the message, helps and titles."""
    text = f"<stay>{content}</stay>"
    return [
        (
            one.code,
            text[one.range.start.offset : one.range.end.offset],
            one.message,
            one.help,
            [fix.title for fix in one.fixes],
        )
        for one in lint(text, schema=schema)
    ]


@pytest.mark.parametrize("written", ["Jo Poe", "Jo <!-- the owner --> Poe"])
def test_text_in_place_of_all_children_is_one_fault(written: str, schema: Path) -> None:
    assert told(f"<guest> {written} </guest>{ROOM}", schema) == [
        (
            "CTC211",
            written,
            "text `Jo Poe` stands in place of the elements of `guest`",
            ("write it as `<first>` and `<last>`, which `guest` lacks",),
            [],
        )
    ]


def test_text_in_place_of_all_children_of_the_root_is_one_fault(schema: Path) -> None:
    assert [one[:3] for one in told("hello", schema)] == [
        ("CTC211", "hello", "text `hello` stands in place of the elements of `stay`")
    ]


def test_text_in_place_of_a_wrapper_is_one_fault(schema: Path) -> None:
    assert told(f"{GUEST}{ROOM}<party>Jo</party>", schema) == [
        (
            "CTC211",
            "Jo",
            "text `Jo` stands in place of the elements of `party`",
            ("write it as `<members>`, which `party` lacks",),
            [],
        )
    ]


@pytest.mark.parametrize(
    ("content", "text", "owner", "child"),
    [
        ("king<price>9</price>", "king", "room", "bed"),
        ("<bed>king</bed>9", "9", "room", "price"),
    ],
)
def test_text_in_place_of_the_child_that_lacks_is_one_fault(
    content: str, text: str, owner: str, child: str, schema: Path
) -> None:
    assert told(f"{GUEST}<room>{content}</room>", schema) == [
        (
            "CTC211",
            text,
            f"text `{text}` stands between the elements of `{owner}`",
            (f"wrap it in `<{child}>`",),
            [f"wrap it in `<{child}>`"],
        )
    ]


def test_text_is_not_meant_for_more_than_three_children(schema: Path) -> None:
    content = f"{GUEST}{ROOM}<address>1 Main St</address>"

    assert [(code, at) for code, at, *_ in told(content, schema)] == [
        ("CTC207", "address"),
        ("CTC211", "1 Main St"),
    ]


def test_text_beside_right_children_is_no_child_that_lacks(schema: Path) -> None:
    content = f"<guest>Mr<first>Jo</first><last>Poe</last></guest>{ROOM}"

    assert [(code, at) for code, at, *_ in told(content, schema)] == [("CTC211", "Mr")]


FEW = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="r"><xs:complexType><xs:sequence>
    <xs:element name="a" type="xs:int" minOccurs="0"/>
    <xs:element name="b" type="xs:int" minOccurs="0"/>{more}
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
MORE = "".join(
    f'<xs:element name="{name}" type="xs:int" minOccurs="0"/>' for name in "cde"
)


@pytest.mark.parametrize(
    ("more", "content", "help_", "titles"),
    [
        ("", "x", "write it as `<a>` or `<b>`, which `r` may hold", []),
        (MORE, "x", "write it as one of the elements that `r` may hold", []),
        # Beside elements it may be anything.
        ("", "<a>1</a>x", "remove the text", ["remove the text"]),
    ],
)
def test_text_that_is_all_there_is_is_not_removed(
    more: str, content: str, help_: str, titles: list[str], tmp_path: Path
) -> None:
    (tmp_path / "s.xsd").write_text(FEW.replace("{more}", more))
    (found,) = lint(f"<r>{content}</r>", schema=tmp_path / "s.xsd")

    assert found.help == (help_,)
    assert [fix.title for fix in found.fixes] == titles


@pytest.mark.parametrize("text", ["3", "3, 4", "General Interest"])
def test_text_in_place_of_the_lists_says_how_they_are_written(text: str) -> None:
    contact = (FIXTURES / "valid" / "contact.create.xml").read_text("utf-8")
    start, rest = contact.split("<ContactLists>")
    end = rest.partition("</ContactLists>")[2]
    (found,) = lint(
        f"{start}<ContactLists>{text}</ContactLists>{end}", operation="create"
    )
    uri = "http://api.constantcontact.com/ws/customers/{user-name}/lists/{number}"

    assert (found.code, found.fixes) == ("CTC211", ())
    assert found.help == (
        f'write it as `<ContactList id="{uri}"/>`, which `ContactLists` may hold',
    )


@pytest.mark.parametrize("rest", ["&gt;", '"&gt;', "bed/&gt;", "---"])
def test_what_a_tag_has_left_is_removed(rest: str, schema: Path) -> None:
    schema.write_text(SCHEMA.replace('<xs:element name="members">', MEMBERS))
    content = f"{GUEST}{ROOM}<party>{rest}</party>"

    assert [(help_, titles) for *_, help_, titles in told(content, schema)] == [
        (("remove it",), ["remove the text"])
    ]


MEMBERS = '<xs:element name="members" minOccurs="0">'
