"""The outline of a document: where the children of its root begin and end."""

from __future__ import annotations

import pytest

from ctct_lint.xml.parts.outline import PartKind, Unclear, parts_in

HEAD, CHILD, OTHER, STRAY, TAIL, CUT = PartKind


def outlined(text: str, size: int = 10_000) -> list[tuple[PartKind, str]]:
    """Return the parts of a text that is read in pieces of a size, at least."""
    pieces, start = [], 0
    while start < len(text):
        end = text.find(">", start + size - 1) + 1 or len(text)
        pieces.append(text[start:end])
        start = end
    return [tuple(part) for part in parts_in(iter(pieces), "feed", "entry")]


@pytest.mark.parametrize("size", [1, 20, 10_000])
@pytest.mark.parametrize(
    "parts",
    [
        ((HEAD, "<feed>"), (TAIL, "</feed>")),
        ((HEAD, "<feed>"), (CHILD, "<entry/>"), (TAIL, "\n</feed> <!-- a > b -->")),
        (
            (
                HEAD,
                '<?xml version="1.0"?>\n<?style x="1>2"?><!-- a > b --><feed a=">">',
            ),
            (OTHER, "\n <id>1</id>"),
            (OTHER, "<link/>"),
            (OTHER, "<author><name>a</name><uri/></author>"),
            (CHILD, "\n<!-- b --><entry>a</entry>"),
            (CHILD, "text <entry x='1>2'><a><b></a></entry  >"),
            (CHILD, "<![CDATA[<entry>]]><entry/>"),
            (TAIL, "\n</feed>\n"),
        ),
        (
            (HEAD, "<a:feed xmlns:a='x'>"),
            (CHILD, "<a:entry><a:entry2></a:entry2></a:entry>"),
            (CHILD, "<entry></b:entry>"),
            (TAIL, "</a:feed>"),
        ),
        (
            (HEAD, "<feed>"),
            (CHILD, "<entry><![CDATA[</entry>]]><!--</entry>--><?a </entry>?></entry>"),
            (CHILD, "<entry><entry></entry>"),
            (STRAY, "</entry>"),
            (OTHER, "<id></id>"),
            (STRAY, "<!-- a --></entry>"),
            (TAIL, "</feed></feed><entry></entry>"),
        ),
        ((HEAD, "<feed>"), (OTHER, "<box><entry></entry></box>"), (TAIL, "</feed>")),
        ((HEAD, "<feed>"), (CHILD, "<entry/>"), (CUT, "  ")),
        ((HEAD, "<feed>"), (CUT, "<id>1</id")),
        ((HEAD, "<feed>"), (CUT, "<entr")),
        ((HEAD, "<feed>"), (CUT, "<entry><id>1</id></feed>")),
        ((HEAD, "<feed>"), (CUT, "<entry><!-- a ></entry></feed>")),
        ((HEAD, "<feed>"), (CUT, "<!-- a ><entry></entry></feed>")),
    ],
)
def test_parts_are_the_whole_text(
    parts: tuple[tuple[PartKind, str], ...], size: int
) -> None:
    text = "".join(part for _, part in parts)

    assert outlined(text, size) == list(parts)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "entries",
        "<entry/>",
        "<feed/>",
        "<feeds></feeds>",
        "<!DOCTYPE feed><feed></feed>",
        "Array <feed></feed>",
        '<feed a="<"></feed>',
        "<feed></id><entry/></feed>",
        "<feed><a><b></a></feed>",
        '<feed><id a="1></id></feed>',
        "<feed><></feed>",
        "<feed><entry></feed></entry></feed>",
    ],
)
@pytest.mark.parametrize("size", [1, 10_000])
def test_what_cannot_be_told_is_unclear(text: str, size: int) -> None:
    with pytest.raises(Unclear):
        outlined(text, size)


def test_no_tag_is_longer_than_a_megabyte() -> None:
    pieces = iter(["<feed>", "<id a='", *(["x" * 100_000 + ">"] * 50), "'/></feed>"])

    with pytest.raises(Unclear):
        list(parts_in(pieces, "feed", "entry"))
    assert list(pieces) != []
