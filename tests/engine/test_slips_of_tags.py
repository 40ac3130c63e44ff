"""Slashes, names and values in the wrong place of a tag: one fault, nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from fixture_file import FIXTURES
from said import underlined

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.fixes.rounds import mend
from ctct_lint.model.diagnostic import Applicability
from ctct_lint.xml.edits import apply_edits

SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="doc"><xs:complexType><xs:sequence>
    <xs:element name="status" type="xs:NMTOKEN"/>
    <xs:element name="first" type="xs:string" minOccurs="0"/>
    <xs:element name="name" type="xs:string"/>
    <xs:element name="to" minOccurs="0" maxOccurs="9"><xs:complexType>
      <xs:sequence><xs:element name="by" type="xs:string" minOccurs="0"/></xs:sequence>
      <xs:attribute name="id" use="required"/></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
STATUS, NAME = "<status>draft</status>", "<name>a</name>"
CLOSE, MEANT = "add the end tag", "did you mean `status`?"
SLASH, NO_START = "remove the slash", "`</to>` closes no open element"
TO_THE_END = "move the slash to the end"
EARLY = ("CTC113", "/", "`/` stands before the end of the tag", TO_THE_END)
Said = tuple[str, str, str, str]


def said(text: str, schema: Path) -> list[Said]:
    """Return of each diagnostic its code, place, message, and fix or else help."""
    return [
        (
            *(d.code, underlined(text, d), d.message),
            d.fixes[0].title if d.fixes else d.help[0],
        )
        for d in lint(text, schema=schema)
    ]


def unclosed(name: str) -> Said:
    return "CTC102", name, f"`{name}` is never closed", CLOSE


def misspelt(name: str) -> Said:
    return "CTC202", name, f"`{name}` is not an element of `doc`", MEANT


def beheaded(rest: str) -> Said:
    message = "the start tag of `to` has no beginning"
    return "CTC105", rest, message, "begin it with `<to `"


def assigned(value: str) -> Said:
    message = f"the name of the element has a value, `{value.strip('= ')}`"
    return "CTC113", value, message, "make it the text of the element"


ATOM = "http://www.w3.org/2005/Atom"
LIST = "http://api.constantcontact.com/ws/customers/greenleaf/lists/3"


def nameless(value: str) -> Said:
    return "CTC113", value, f"`{value}` is no attribute", "mend the tag"


@pytest.mark.parametrize(
    ("written", "expected", "meant"),
    [
        # The end tag has no slash, and one of the tags is misspelt.
        (f"<sttus>draft<status>{NAME}", [unclosed("sttus"), misspelt("sttus")], ""),
        (
            f"<statuss>draft\n<status>\n{NAME}",
            [unclosed("statuss"), misspelt("statuss")],
            f"<status>draft\n</status>\n{NAME}",
        ),
        (f"<status>draft<statuss>{NAME}", [unclosed("status")], ""),
        # A slash stands in the name, and the end tag says which is meant.
        (
            f"{STATUS}<first/name>a</name>",
            [
                (
                    *("CTC119", "first/name"),
                    "`first/name` is not a name that XML allows",
                    "write `name`",
                )
            ],
            "",
        ),
        (
            f"<sta/tus>draft</status>{NAME}",
            [
                (
                    *("CTC119", "sta/tus"),
                    "`sta/tus` is not a name that XML allows",
                    "write `status`",
                )
            ],
            "",
        ),
        (
            f'{STATUS}{NAME}<t/o id="1"><by>b</by></to>',
            [
                (
                    *("CTC119", "t/o", "`t/o` is not a name that XML allows"),
                    "write `to`",
                )
            ],
            f'{STATUS}{NAME}<to id="1"><by>b</by></to>',
        ),
        # The slash of an empty element stands before its attributes.
        (f'{STATUS}{NAME}<to / id="1">', [EARLY], f'{STATUS}{NAME}<to   id="1"/>'),
        (f'{STATUS}{NAME}<to/ id="1">', [EARLY], f'{STATUS}{NAME}<to  id="1"/>'),
        (
            f'{STATUS}{NAME}<to /id="1">',
            [("CTC113", '/id="1"', EARLY[2], TO_THE_END)],
            f'{STATUS}{NAME}<to   id="1"/>',
        ),
        # It begins the tag.
        (
            f'{STATUS}{NAME}</to id="1"/>',
            [("CTC103", "to", NO_START, SLASH)],
            f'{STATUS}{NAME}<to id="1"/>',
        ),
        (
            f'{STATUS}{NAME}</to id="1">',
            [("CTC103", "to", NO_START, TO_THE_END)],
            f'{STATUS}{NAME}<to id="1"/>',
        ),
        (
            f'{STATUS}{NAME}</to id="1"></to>',
            [("CTC103", "to", NO_START, SLASH)],
            f'{STATUS}{NAME}<to id="1"></to>',
        ),
        (
            f'{STATUS}{NAME}</to id="1"><by>b</by></to>',
            [("CTC103", "to", NO_START, SLASH)],
            f'{STATUS}{NAME}<to id="1"><by>b</by></to>',
        ),
        # Only its attributes are left of a start tag.
        (
            f'{STATUS}{NAME}id="1"><by>b</by></to>',
            [beheaded("id")],
            f'{STATUS}{NAME}<to id="1"><by>b</by></to>',
        ),
        (
            f"{STATUS}{NAME}\n  id = '1'\n  <by>b</by></to>",
            [beheaded("id")],
            f"{STATUS}{NAME}\n  <to id = '1'>\n  <by>b</by></to>",
        ),
        (
            f"{STATUS}{NAME}id=\"a&amp;b\" xml:lang='de' ><by>b</by></to>",
            [
                beheaded("id"),
                (
                    *("CTC209", "xml:lang", "`to` has no attribute `xml:lang`"),
                    "remove it",
                ),
            ],
            f'{STATUS}{NAME}<to id="a&amp;b" ><by>b</by></to>',
        ),
        # The blank stands for the end of the start tag, several are those of the text.
        (
            f"<status draft</status>{NAME}",
            [
                (
                    *("CTC105", "status", "the start tag of `status` has no `>`"),
                    "end the start tag",
                )
            ],
            "",
        ),
        (
            f"{STATUS}<name  a</name>",
            [
                (
                    *("CTC105", "name", "the start tag of `name` has no `>`"),
                    "end the start tag",
                )
            ],
            f"{STATUS}<name>  a</name>",
        ),
        # The value is that of the one attribute that must stand there.
        (f'{STATUS}{NAME}<to="1"/>', [nameless('="1"')], f'{STATUS}{NAME}<to id="1"/>'),
        (f"{STATUS}{NAME}<to '1'/>", [nameless("'1'")], f"{STATUS}{NAME}<to id='1'/>"),
        (
            f'{STATUS}{NAME}<to ="1" id="2"/>',
            [
                (
                    *("CTC113", '="1"', '`="1"` is no attribute'),
                    "remove it",
                )
            ],
            f'{STATUS}{NAME}<to id="2"/>',
        ),
        # The text is written as a value of the name.
        (f'<status="draft"/>{NAME}', [assigned('="draft"')], ""),
        (f"<status = 'draft' />{NAME}", [assigned("= 'draft'")], ""),
        (f'<status="draft"></status>{NAME}', [assigned('="draft"')], ""),
    ],
)
def test_one_slip_is_one_fault(
    tmp_path: Path, written: str, expected: list[Said], meant: str
) -> None:
    schema = tmp_path / "doc.xsd"
    schema.write_text(SCHEMA)
    text = f"<doc>{written}</doc>"
    all_ = frozenset(Applicability)
    mended = mend(text.encode(), lambda data: lint(data, schema=schema), all_)

    assert said(text, schema) == expected
    assert mended.data.decode() == f"<doc>{meant or STATUS + NAME}</doc>"
    assert mended.left == ()


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        # Another one is begun, and neither is closed.
        (f"<statuss>draft<status>open{NAME}", ["CTC102", "CTC102"]),
        # Nothing proves what is meant.
        (f"{STATUS}<first/name>a{NAME}", ["CTC113"]),
        (f'{STATUS}{NAME}<t/o id="1"><by>b</by>', ["CTC201"]),
        # An end tag follows, so the slash is no sign of an empty element.
        (f'{STATUS}{NAME}<to / id="1"></to>', ["CTC113"]),
        (f'{STATUS}{NAME}<to / id="1"><by>b</to>', ["CTC113", "CTC102"]),
        (f'{STATUS}{NAME}<to / id="1"><by>b</by>', ["CTC102", "CTC113"]),
        (f'{STATUS}{NAME}<to = id="1">', ["CTC102", "CTC113"]),
        (f'{STATUS}{NAME}<to / id="1" -->', ["CTC102", "CTC113", "CTC119"]),
        # The tag does not end.
        (f'{STATUS}{NAME}</to id="1"<to id="2"/>', ["CTC103", "CTC211"]),
        # What is left is no attribute.
        (f"{STATUS}{NAME}id=1><by>b</by></to>", ["CTC211", "CTC103"]),
        # There is a text besides.
        (f'<status="sent">draft</status>{NAME}', ["CTC113"]),
    ],
)
def test_what_is_another_slip(tmp_path: Path, written: str, codes: list[str]) -> None:
    schema = tmp_path / "doc.xsd"
    schema.write_text(SCHEMA)

    found = [d.code for d in lint(f"<doc>{written}</doc>", schema=schema)]

    assert found[: len(codes)] == codes


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ('<to "1"/>', [('"1"', "mend the tag")]),
        # Only one of several values can be that of the attribute.
        ('<to "1" "2"/>', [('"1"', "mend the tag"), ('"2"', "remove it")]),
        ('<to ="1" = "2"/>', [('="1"', "mend the tag"), ('= "2"', "remove it")]),
        ('<to "1" id="2"/>', [('"1"', "remove it")]),
        # What another tag has says nothing.
        ('<to "1"/><to id="2"/>', [('"1"', "mend the tag")]),
    ],
)
def test_lone_value_is_that_of_the_attribute_that_lacks(
    tag: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    schema = tmp_path / "doc.xsd"
    schema.write_text(SCHEMA, encoding="utf-8")
    text = f"<doc><status>a b</status>{NAME}{tag}</doc>"

    (of_value, *of_tag) = said(text, schema)
    assert of_value[:2] == ("CTC215", "a b")
    assert [(one[1], one[3]) for one in of_tag] == found


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        (f'<entry xmlns="{ATOM}">', f'<entry ="{ATOM}">', f'="{ATOM}"'),
        (f'<entry xmlns="{ATOM}">', f'<entry="{ATOM}">', f'="{ATOM}"'),
        (f'<entry xmlns="{ATOM}">', f'<entry "{ATOM}">', f'"{ATOM}"'),
        # Its name is that of another element with an attribute.
        ("<ContactList id=", "<ContactList =", f'="{LIST}"'),
        ("<ContactList id=", "<ContactList=", f'="{LIST}"'),
    ],
)
def test_value_without_its_name_is_mended(old: str, new: str, at: str) -> None:
    whole = (FIXTURES / "valid" / "contact.create.xml").read_text("utf-8")
    text = whole.replace(old, new)
    (found,) = lint(text, operation="create")

    assert text != whole
    assert (found.code, underlined(text, found)) == ("CTC113", at)
    (fix,) = found.fixes
    assert apply_edits(text, edits_of([ChosenFix(found, fix)])) == whole


def test_value_is_not_named_a_second_time() -> None:
    text = f'<entry xmlns="{ATOM}" ="{ATOM}"/>'
    (found,) = lint(text, select=["malformed-attribute"])

    assert [fix.title for fix in found.fixes] == ["remove it"]
