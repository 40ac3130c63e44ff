"""A start tag right before its like is one too many: one fault, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from ctct_lint import Applicability, lint
from ctct_lint.fixes.apply import ChosenFix, edits_of
from ctct_lint.xml.edits import apply_edits
from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.repair.repair import repair

FIXTURES = Path(__file__).parents[2] / "fixtures" / "valid"
CAMPAIGN = (FIXTURES / "campaign-html.create.xml").read_text("utf-8")
CONTACT = (FIXTURES / "contact.create.xml").read_text("utf-8")


@pytest.mark.parametrize("between", ["", "\n  "])
@pytest.mark.parametrize(
    ("text", "name"),
    [
        (CAMPAIGN, "Subject"),
        (CAMPAIGN, "ContactLists"),
        (CONTACT, "EmailAddress"),
        (CONTACT, "ContactLists"),
    ],
)
def test_start_tag_that_is_written_twice_is_one_fault(
    text: str, name: str, between: str
) -> None:
    broken = text.replace(f"<{name}>", f"<{name}>{between}<{name}>", 1)

    (found,) = lint(broken)

    (fix,) = found.fixes
    assert (found.code, found.message) == ("CTC102", f"`{name}` is never closed")
    assert found.range.start.offset == broken.index(f"<{name}>") + 1
    assert found.help == (f"remove it: `<{name}>` is written twice",)
    assert (fix.title, fix.applicability) == ("remove the tag", Applicability.UNSAFE)
    assert apply_edits(broken, edits_of([ChosenFix(found, fix)])) == text


TITLE = '<title type="text">'


@pytest.mark.parametrize(
    ("first", "titles"),
    [
        (TITLE, ["remove the tag"]),
        ('<title type="html">', ["add the end tag"]),
    ],
)
def test_start_tag_with_attributes_goes_if_they_are_the_same(
    first: str, titles: list[str]
) -> None:
    broken = CAMPAIGN.replace(TITLE, first + TITLE, 1)

    found = lint(broken, select=["unclosed-element"])

    assert [fix.title for one in found for fix in one.fixes] == titles


def test_of_two_of_which_the_first_is_empty_the_other_one_stays() -> None:
    text = CAMPAIGN.replace("<Subject>", "<Subject/><Subject>", 1)

    (found,) = lint(text)

    assert found.code == "CTC205"
    assert [fix.title for fix in found.fixes] == [
        "remove the first `Subject`, which is empty"
    ]


def test_end_tag_behind_is_not_taken_for_that_of_a_tag_written_twice(
    model: ContentModel,
) -> None:
    text = "<feed><title><title>a</title><entry>b</title></entry></feed>"

    mended = "<feed><title>a</title><entry><title>b</title></entry></feed>"
    assert repair(text, model).text == mended


# In a Campaign: what is written, what it is mended to.
WITHOUT_END = [
    ("<Name><Name>a<Subject/>", "<Name>a</Name><Subject/>"),
    ("<Name>a<Name><Subject/>", "<Name>a</Name><Subject/>"),
    ("<Name><Name><Subject/>", "<Name></Name><Subject/>"),
    ("<Name><Name/>a<Subject/>", "<Name></Name>a<Subject/>"),
]


@pytest.mark.parametrize(("text", "mended"), WITHOUT_END)
def test_start_tag_before_a_text_is_no_end_tag(
    text: str, mended: str, model: ContentModel
) -> None:
    head, tail = "<entry><content><Campaign>", "</Campaign></content></entry>"

    assert repair(head + text + tail, model).text == head + mended + tail


@pytest.mark.parametrize("between", ["", "\n"])
def test_start_tag_of_a_root_that_is_written_twice(
    model: ContentModel, between: str
) -> None:
    root = "<feed xmlns='u:a'>"
    text = f"{root}{between}{root}<entry><updated></entry><link/></feed>"

    mended = f"{between}{root}<entry><updated></updated></entry><link/></feed>"
    assert repair(text, model).text == mended


# ------------------------------------------------- the name of what it holds


GARAGE = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="garage"><xs:complexType><xs:sequence>
    <xs:element name="cars" maxOccurs="2"><xs:complexType><xs:sequence>
      <xs:element name="car" maxOccurs="9"><xs:complexType><xs:sequence>
        <xs:element name="part" minOccurs="0" maxOccurs="9"/></xs:sequence>
      </xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element></xs:schema>"""
CAR, FULL = "<car/>", "<car><part/></car>"


def garage(content: str) -> str:
    return f"<garage>{content}</garage>"


@pytest.mark.parametrize("cars", [CAR, CAR + CAR, FULL, FULL + CAR, CAR + FULL])
@pytest.mark.parametrize("before", ["", f"<cars>{CAR}</cars>"])
def test_start_tag_with_the_name_of_what_it_holds_is_one_fault(
    tmp_path: Path, before: str, cars: str
) -> None:
    (tmp_path / "garage.xsd").write_text(GARAGE)
    broken = garage(f"{before}<car>{cars}</cars>")

    (found,) = lint(broken, schema=tmp_path / "garage.xsd")

    (fix,) = found.fixes
    message = "`</cars>` does not close `<car>`"
    assert (found.code, found.message) == ("CTC101", message)
    assert found.range.start.offset == broken.rindex("cars>")
    assert found.help == ("open it with `<cars>`",)
    mended = apply_edits(broken, edits_of([ChosenFix(found, fix)]))
    assert mended == garage(f"{before}<cars>{cars}</cars>")


@pytest.mark.parametrize(
    ("content", "messages"),
    [
        # The end tag stands in another element than what would be its start tag.
        (f"<cars><car>{CAR}</car></cars></cars>", ["`</cars>` closes no open element"]),
        # Nothing holds such a one.
        (
            f"<cars><car>{CAR}</parts></car></cars>",
            ["`</parts>` closes no open element"],
        ),
    ],
)
def test_what_proves_no_wrapper(
    tmp_path: Path, content: str, messages: list[str]
) -> None:
    (tmp_path / "garage.xsd").write_text(GARAGE)

    found = lint(garage(content), schema=tmp_path / "garage.xsd", select=["CTC1"])

    assert [one.message for one in found] == messages
