"""One slip in a tag is one fault, whatever the tag: no other is told in its wake."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from examples import examples
from hypothesis import assume, example, given
from hypothesis import strategies as st
from valid import VALID, codes, whole

# What stands in a CDATA section is HTML, in which many slips are none.
DOCUMENTS = sorted(
    path.name for path in VALID.glob("*.xml") if "CDATA" not in path.read_text("utf-8")
)
LEAF = re.compile(
    r"<(?P<name>\w+)(?P<attributes>(?: [\w:]+=\"[^\"]*\")*)>"
    r"(?P<text>[^<>]*[^<>\s][^<>]*)</(?P=name)>"
)
START = re.compile(r"<(?P<name>\w{4,})(?P<attributes>(?: [\w:]+=\"[^\"]*\")*)>")
# Those of elements that hold elements, each on a line of its own.
OUTER = re.compile(START.pattern + r"(?=\n *<\w)")
OUTER_END = re.compile(r"(?<=\n)(?P<text> *)</(?P<name>\w+)>")
INNER_END = re.compile(OUTER_END.pattern + r"(?=\s*<)")
END = re.compile(r"</(?P<name>\w{4,})>")
TAG = re.compile(r"<(?P<name>\w+)(?P<attributes>(?: [\w:]+=\"[^\"]*\")+)(?P<end> ?/?>)")


class Slip(NamedTuple):
    """What a match becomes, and the code of the one fault of that."""

    pattern: re.Pattern[str]
    written: str
    code: str


SLIPS = {
    "no start tag": Slip(LEAF, "{text}</{name}>", "CTC103"),
    "no end tag": Slip(LEAF, "<{name}{attributes}>{text}", "CTC102"),
    "start tag without <": Slip(LEAF, "{name}{attributes}>{text}</{name}>", "CTC105"),
    "start tag with an escape for its <": Slip(
        LEAF, "&lt;{name}{attributes}>{text}</{name}>", "CTC105"
    ),
    "start tag without >": Slip(LEAF, "<{name}{attributes}{text}</{name}>", "CTC105"),
    "end tag without <": Slip(LEAF, "<{name}{attributes}>{text}/{name}>", "CTC102"),
    "end tag without >": Slip(LEAF, "<{name}{attributes}>{text}</{name}", "CTC135"),
    "end tag without /": Slip(LEAF, "<{name}{attributes}>{text}<{name}>", "CTC102"),
    "end tag with a backslash": Slip(
        LEAF, "<{name}{attributes}>{text}<\\{name}>", "CTC135"
    ),
    "end tag twice": Slip(
        LEAF, "<{name}{attributes}>{text}</{name}></{name}>", "CTC103"
    ),
    "two < before the end tag": Slip(
        LEAF, "<{name}{attributes}>{text}<</{name}>", "CTC106"
    ),
    "two < before the start tag": Slip(
        LEAF, "<<{name}{attributes}>{text}</{name}>", "CTC106"
    ),
    "a blank behind <": Slip(LEAF, "< {name}{attributes}>{text}</{name}>", "CTC134"),
    "a slash in the start tag": Slip(
        LEAF, "<{name}{attributes}/>{text}</{name}>", "CTC113"
    ),
    "a letter lost in the start tag": Slip(START, "<{misspelt}{attributes}>", "CTC101"),
    "a letter lost in the end tag": Slip(END, "</{misspelt}>", "CTC101"),
    "a start tag with the slash of an end tag": Slip(
        OUTER, "</{name}{attributes}>", "CTC103"
    ),
    "a start tag with the slash of an empty one": Slip(
        OUTER, "<{name}{attributes}/>", "CTC113"
    ),
    "an end tag far below without /": Slip(OUTER_END, "{text}<{name}>", "CTC102"),
    "no end tag far below": Slip(INNER_END, "{text}", "CTC102"),
    "no blank before an attribute": Slip(TAG, "<{name}{grown}{end}", "CTC114"),
    "no quotes": Slip(TAG, "<{name}{unquoted}{end}", "CTC111"),
    "no closing quote": Slip(TAG, "<{name}{half_quoted}{end}", "CTC115"),
    "curly quotes": Slip(TAG, "<{name}{curly}{end}", "CTC117"),
    "no =": Slip(TAG, "<{name}{without_sign}{end}", "CTC113"),
}


def written(slip: Slip, found: re.Match[str]) -> str:
    parts = {"text": "", "end": "", **found.groupdict()}
    attributes = parts.get("attributes", "")
    return slip.written.format(
        misspelt=parts["name"][:1] + parts["name"][2:],
        grown=attributes.strip(),
        unquoted=re.sub('="([^"]*)"', r"=\1", attributes, count=1),
        half_quoted=re.sub('="([^"]*)"', r'="\1', attributes, count=1),
        curly=re.sub('="([^"]*)"', "=\u201c\\1\u201d", attributes, count=1),
        without_sign=attributes.replace("=", "", 1),
        **parts,
    )


@pytest.mark.parametrize("kind", SLIPS)
@examples(25)
@given(name=st.sampled_from(DOCUMENTS), share=st.floats(0, 1, exclude_max=True))
@example(name="service-document.response.xml", share=0.0)
def test_one_slip_is_one_fault(kind: str, name: str, share: float) -> None:
    text, before = whole(name)
    places = list(SLIPS[kind].pattern.finditer(text))
    assume(places)
    found = places[int(share * len(places))]
    slip = written(SLIPS[kind], found)

    after = codes(text[: found.start()] + slip + text[found.end() :], name)

    assert after - before == {SLIPS[kind].code: 1}, slip
