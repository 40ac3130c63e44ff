"""Values under another name, where the right element is there but empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.model.diagnostic import Applicability
from ctct_lint.xml.edits import apply_edits

VALID = Path(__file__).parents[2] / "fixtures" / "valid"
ADDRESS = "<EmailAddress>rosa.field@example.org</EmailAddress>"
SUBJECT = "<Subject>The first tulips are up, and 15% off bulbs</Subject>"
LAST = "<LastName>Field</LastName>"
LISTS = """<ContactLists>
        <ContactList id="http://api.constantcontact.com/ws/customers/greenleaf/lists/3"/>
      </ContactLists>"""


def called(right: str, name: str) -> str:
    """Return an element under another name."""
    own = right[1 : right.index(">")]
    return right.replace(f"{own}>", f"{name}>")


@pytest.mark.parametrize(
    ("right", "name", "severity"),
    [
        (ADDRESS, "Email", "error"),
        (ADDRESS, "EmailAdress", "error"),
        (SUBJECT, "subject", "error"),
        (SUBJECT, "Subjcet", "error"),
        (LISTS, "Lists", "error"),
        # That one may be empty: it is only ignored.
        (LAST, "Surname", "warning"),
    ],
)
@pytest.mark.parametrize("order", ["{blank}{other}", "{other}{blank}"])
def test_what_it_holds_is_moved_into_the_empty_one(
    right: str, name: str, severity: str, order: str
) -> None:
    file = "campaign-html.create.xml" if right == SUBJECT else "contact.create.xml"
    text = (VALID / file).read_text()
    own = right[1 : right.index(">")]
    broken = text.replace(
        right, order.format(blank=f"<{own}/>", other=called(right, name))
    )

    (found,) = lint(broken)

    title = f"move what it holds into `{own}`"
    assert (found.code, found.severity.label) == ("CTC201", severity)
    assert found.help == (f"{title}, which is empty",)
    assert [one.message for one in found.related] == ["the empty one"]
    (fix,) = found.fixes
    assert (fix.title, fix.applicability) == (title, Applicability.UNSAFE)
    assert apply_edits(broken, edits_of([ChosenFix(found, fix)])) == text


@pytest.mark.parametrize("beside", ["<Subjcet>a</Subjcet>", "<subject>a</subject>"])
def test_of_one_that_is_not_empty_it_is_said_that_it_is_there(beside: str) -> None:
    text = (VALID / "campaign-html.create.xml").read_text()

    (found,) = lint(text.replace(SUBJECT, SUBJECT + beside))

    assert found.help == (
        "write what it holds into `Subject`, which stands here already",
    )


@pytest.mark.parametrize(
    "beside",
    [
        # It says nothing; another number is another one; it is nothing of the kind,
        "<Surname/>",
        "<CustomField16>a</CustomField16>",
        "<Height>a</Height>",
        # or it is known, and cannot be that by what it holds.
        '<Email id="http://api.constantcontact.com/ws/customers/a/lists/3"/>',
    ],
)
def test_what_is_not_meant_for_it_is_not_moved(beside: str) -> None:
    text = (VALID / "contact.create.xml").read_text()
    blanks = "<LastName/><CustomField1/>"

    found = lint(text.replace(LAST, blanks + beside))

    assert not any("move what it holds" in help_ for d in found for help_ in d.help)


SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="note"><xs:complexType><xs:sequence>
    <xs:element name="title" type="xs:string"/>
    <xs:element name="color"><xs:complexType><xs:sequence>
      <xs:element name="Title" type="xs:string" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
    <xs:any minOccurs="0" namespace="##other" processContents="lax"/>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""


@pytest.mark.parametrize("blank", ["<title/>", "<title></title>", "<title> </title>"])
@pytest.mark.parametrize("name", ["Title", "TITLE", "titel"])
def test_so_it_is_in_any_vocabulary(tmp_path: Path, blank: str, name: str) -> None:
    (tmp_path / "s.xsd").write_text(SCHEMA)
    text = f"<note>{blank}<color/><{name}>a</{name}></note>"

    (found,) = lint(text, schema=tmp_path / "s.xsd")

    assert found.help == ("move what it holds into `title`, which is empty",)
    fixed = apply_edits(text, edits_of([ChosenFix(found, found.fixes[0])]))
    assert fixed == "<note><title>a</title><color/></note>"


def test_what_is_known_elsewhere_is_what_it_can_be(tmp_path: Path) -> None:
    (tmp_path / "s.xsd").write_text(SCHEMA)
    text = '<note><title/><color/><Title no="1">a</Title></note>'

    found = lint(text, schema=tmp_path / "s.xsd")

    assert not any("move what it holds into `title`" in d.help for d in found)


def test_one_that_has_an_attribute_is_not_empty(tmp_path: Path) -> None:
    (tmp_path / "s.xsd").write_text(SCHEMA)
    xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="x"'
    text = f"<note><title {xsi}/><color/><Title>a</Title></note>"

    found = lint(text, schema=tmp_path / "s.xsd")

    assert not any("move what it holds" in help_ for d in found for help_ in d.help)
