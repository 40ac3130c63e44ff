"""Where all tags are in step nothing is looked for but what texts and values hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint.xml.repair.in_step import in_step
from ctct_lint.xml.repair.repair import repair
from ctct_lint.xml.source import Source

if TYPE_CHECKING:
    from ctct_lint.xml.model import ContentModel

DECLARED = "<?xml version='1.0'?>\n"
FEED = "<feed xmlns='urn:a'>{}</feed>"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (FEED.format("<title>a & b</title><link/>"), ["bare-ampersand"]),
        (f"{DECLARED}<entry><id/></entry>\n<!-- a -->\n", []),
        (FEED.format("<!-- a --><id>a ]]> b</id>"), ["cdata-end-in-text"]),
        (FEED.format("<link href='a&b' rel='&amp;'/>"), ["bare-ampersand"]),
        (FEED.format("<b:title/><link c:href=''/>"), ["undeclared-prefix"] * 2),
        (FEED.format("<link a:b='' xmlns:a='urn:a' xmlns:c='urn:c'/>"), []),
        ("<?xml version='2'?><feed/>", ["malformed-xml-declaration"]),
    ],
)
def test_what_is_in_step(text: str, kinds: list[str], model: ContentModel) -> None:
    assert in_step(Source(text, model)) is not None
    found = [fault.kind for fault in repair(text, model).faults]
    assert found == kinds


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no element",
        "a <feed/>",
        "<feed/> a",
        "<feed/><feed/>",
        "<feed>",
        "<feed></entry>",
        "</feed>",
        "<feed><title>a</id></feed>",
        "<title/>",
        "<feed><feed/></feed>",
        "<feed><title>a <b>c</b></title></feed>",
        "<feed><title><![CDATA[a]]></title></feed>",
        "<feed><?a?></feed>",
        "<feed><!-- a -- b --></feed>",
        f"\n{DECLARED}<feed/>",
        "<!DOCTYPE feed><feed/>",
        "<feed><link href/></feed>",
        "<feed><link a='' a=''/></feed>",
        "<feed><link a='' b='' a=''/></feed>",
        "<feed a=b/>",
        "<feed><</feed>",
        "<feed><!-- a</feed>",
        "<feed a='b'",
    ],
)
def test_what_may_be_out_of_step(text: str, model: ContentModel) -> None:
    assert in_step(Source(text, model)) is None
