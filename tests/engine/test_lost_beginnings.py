"""A document that begins in the middle has one fault more, and no other."""

from __future__ import annotations

import pytest
from said import underlined
from valid import VALID, codes, whole

from ctct_lint import lint
from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.repair.repair import repair

# A service document without its root is not known as one.
DOCUMENTS = sorted(p.name for p in VALID.glob("*.xml") if "service" not in p.name)
LIST = (VALID / "list.create.xml").read_text("utf-8")


@pytest.mark.parametrize("lines", range(2, 15))
@pytest.mark.parametrize("name", DOCUMENTS)
def test_lines_that_are_lost_at_the_start_are_one_fault(name: str, lines: int) -> None:
    text, before = whole(name)
    start = sum(map(len, text.splitlines(keepends=True)[:lines]))
    found = codes(text[start:], name) - before

    # Of end tags alone nobody knows what they are the end of.
    has_element = "<" in text[start:].replace("</", "")
    assert found == {"CTC103": 1} or not has_element


def test_it_names_what_is_lost_at_least() -> None:
    text = LIST[LIST.index("<Name>") :]
    (found,) = lint(text, operation="create")

    assert (found.code, underlined(text, found)) == ("CTC103", "entry")
    assert (
        found.message == "the document begins in the middle: 3 start tags are missing"
    )
    assert " ".join(found.help) == (
        "the beginning is missing; it has at least "
        '`<entry xmlns="http://www.w3.org/2005/At…`, `<content type="…">`, '
        '`<ContactList xmlns="http://ws.constantc…`'
    )
    assert [label.message for label in found.related] == [
        "`ContactList` ends",
        "`content` ends",
    ]
    assert "".join(edit.new_text for fix in found.fixes for edit in fix.edits) == (
        '<entry xmlns="http://www.w3.org/2005/Atom"><content>'
        '<ContactList xmlns="http://ws.constantcontact.com/ns/1.0/">'
    )


@pytest.mark.parametrize(
    "beginning",
    [
        'ns/1.0/">\n      <OptInDefault>false</OptInDefault>',  # the middle of a tag
        "alse</OptInDefault>",  # of a value
        "OptInDefault>false</OptInDefault>",  # of a name
        "</OptInDefault>",
        "<OptInDefault>false</OptInDefault>",
    ],
)
def test_what_is_left_where_it_begins_is_not_judged(beginning: str) -> None:
    (found,) = lint(f"{beginning}\n{LIST[LIST.index('<Name>') :]}", operation="create")

    assert found.code == "CTC103"
    assert found.message.startswith("the document begins in the middle")


def test_other_faults_are_told_besides() -> None:
    text = LIST[LIST.index("<Name>") :].replace("<Name>", "<Name>Rye & ")

    assert [d.code for d in lint(text, operation="create")] == ["CTC107", "CTC103"]


def test_payload_alone_may_have_lost_its_beginning() -> None:
    text = LIST[LIST.index("<Name>") : LIST.index("</content>")]

    assert [d.code for d in lint(text, operation="create")] == ["CTC103"]


def test_root_with_the_rest_of_its_tag_has_lost_its_beginning() -> None:
    text = LIST[LIST.index("2005/Atom") :]
    (found,) = lint(text, operation="create")

    assert found.message == "the document begins in the middle: 1 start tag is missing"


@pytest.mark.parametrize(
    "text",
    [
        # Nothing is known of the elements.
        "<b/></c></d>",
        # One of them does not stand in the other.
        "<Name>a</Name></ContactList></Campaign></content></entry>",
        # Something else is not matched.
        "<Name>a</Name><Members></ContactList></content></entry>",
        "<Name>a</Members></ContactList></content></entry>",
        # What stands there does not belong there.
        "<Subject>a</Subject></ContactList></content></entry>",
        "Hello, <Name>a</Name></ContactList></content></entry>",
        # It begins with a declaration, and ends with something else.
        '<?xml version="1.0"?><Name>a</Name></ContactList></content></entry>',
        "<Name>a</Name></ContactList></content></entry>Bye",
        # A root alone is lost.
        "<id>a</id></entry>",
    ],
)
def test_what_has_not_lost_its_beginning(text: str) -> None:
    assert not any(
        "begins in the middle" in d.message for d in lint(text, operation="create")
    )


def test_end_tags_of_no_format_stay_what_they_are() -> None:
    result = repair("<b/></c></d>", ContentModel())

    assert "beginning" not in {fault.detail for fault in result.faults}
