"""Mends of several faults at one place: together they make the text well-formed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from said import pointed_at

from ctct_lint.schema.repairing.unknown_model import model_of
from ctct_lint.xml.parsing import parsed
from ctct_lint.xml.repair.repair import repair

if TYPE_CHECKING:
    from ctct_lint.xml.model import ContentModel

MENDED = [
    # The slash of a tag without its end is taken away with that tag's other faults.
    (
        '<c><b j="2" /<">x</b></c>',
        '<c><b j="2" >&lt;">x</b></c>',
        ["unfinished-start-tag", "malformed-attribute", "bare-less-than"],
    ),
    (
        '<c/<"><b/></c>',
        '<c>&lt;"><b/></c>',
        ["unfinished-start-tag", "malformed-attribute", "bare-less-than"],
    ),
    # An end tag whose name is none says nothing of the start tag's.
    ("<c><b>y</b></:c>", "<c><b>y</b></c>", ["mismatched-end-tag"]),
    ("<c><b>y</xmlns:b></c>", "<c><b>y</b></c>", ["mismatched-end-tag"]),
    # What ends a section is no part of the end tag behind it.
    (
        "<c><a>x]]>/a></c>",
        "<c><a>x]]&gt;</a></c>",
        ["unclosed-element", "cdata-end-in-text"],
    ),
    # So is a wrong slash, which touches another fault.
    (
        '<c><a i=""\\>x</a></c>'.replace("=", ""),
        '<c><a i="">x</a></c>',
        ["malformed-attribute", "malformed-attribute"],
    ),
]


@pytest.mark.parametrize(("text", "mended", "kinds"), MENDED)
def test_mends_at_one_place_do_not_meet(
    text: str, mended: str, kinds: list[str]
) -> None:
    found = repair(text, model_of(text))

    assert [kind for kind, _ in pointed_at(text, found.faults)] == kinds
    assert found.text == mended
    parsed(found.text)


OF_CAMPAIGNS = [
    # The quote that a value lacks, and the slash behind that.
    (
        '<ContactLists><ContactList a="b/>\n<link/></ContactList></ContactLists>',
        '<ContactLists><ContactList a="b">\n<link/></ContactList></ContactLists>',
        ["unclosed-attribute-value", "malformed-attribute"],
    ),
    # What is put in behind a tag goes behind the `>` that takes the place of a blank.
    (
        "<Campaign><Subject ![CDATA[<p>x</p>]]></Subject></Campaign>",
        "<Campaign><Subject><![CDATA[![CDATA[<p>x</p>]]></Subject></Campaign>",
        ["unfinished-start-tag", "cdata-end-in-text"],
    ),
    (
        "<Campaign><Nam <Name>x</Name><romName>y</FromName></Campaign>",
        "<Campaign><Nam></Nam><Name>x</Name><FromName>y</FromName></Campaign>",
        ["unfinished-start-tag", "mismatched-end-tag"],
    ),
    # A name that is mended is no reason to do without the blank behind it.
    (
        "<a;&copy=",
        '<a_ _copy=""></a_>',
        ["invalid-name", "malformed-attribute", "truncated-document"],
    ),
    # A declaration goes behind the name that is put in, and the root behind the `?>`.
    (
        'p:x=""<link/></entry>',
        '<entry p:x="" xmlns:p="urn:p"><link/></entry>',
        ["undeclared-prefix", "unfinished-start-tag"],
    ),
    (
        '<?ml version="1.0<="u:a">\n<link/></entry>',
        '<?ml version="1.0?><entry xmlns="u:a">&lt;="u:a">\n<link/></entry>',
        ["unclosed-processing-instruction", "bare-less-than", "stray-end-tag"],
    ),
]


@pytest.mark.parametrize(("text", "mended", "kinds"), OF_CAMPAIGNS)
def test_mends_at_one_place_of_a_campaign(
    model: ContentModel, text: str, mended: str, kinds: list[str]
) -> None:
    found = repair(text, model)

    assert [kind for kind, _ in pointed_at(text, found.faults)] == kinds
    assert found.text == mended
    parsed(found.text)


def test_what_is_left_of_another_tag_is_no_attribute_of_its_parent(
    model: ContentModel,
) -> None:
    text = '<entry>\nel="edit" />\n<link></entry>'

    found = repair(text, model)

    assert pointed_at(text, found.faults) == [("unclosed-element", "link")]
