"""Places in content: the file's characters that spell it, and edits of them."""

from __future__ import annotations

import pytest
from examples import examples
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ctct_lint.model.place import content_span
from ctct_lint.xml.locate.locate import Locator

BEFORE = "<a><b>x</b><EmailContent>"
AFTER = "</EmailContent></a>"


def element_of(inside: str) -> etree._Element:
    """Return the content's element, parsed as the linter parses documents."""
    parser = etree.XMLParser(remove_comments=True, remove_pis=True)
    return etree.fromstring((BEFORE + inside + AFTER).encode(), parser)[1]


def located(inside: str, start: int, end: int) -> str:
    """Return the characters of the file that spell a part of the content."""
    element = element_of(inside)
    place = content_span(element, start, end)
    locator = Locator(BEFORE + inside + AFTER, element.getroottree().getroot(), [place])
    return (BEFORE + inside + AFTER)[slice(*locator.span(place))]


def edited(inside: str, start: int, end: int, new: str) -> str:
    """Return what stands in the element after an edit of its content."""
    element = element_of(inside)
    place = content_span(element, start, end)
    text = BEFORE + inside + AFTER
    locator = Locator(text, element.getroottree().getroot(), [place])
    edit = locator.edit(place, new)
    assert edit is not None
    (first, last), raw = edit
    text = text[:first] + raw + text[last:]
    return text[len(BEFORE) : -len(AFTER)]


# ------------------------------------------------------------------------ ranges


@pytest.mark.parametrize(
    ("inside", "start", "end", "expected"),
    [
        ("&lt;p&gt;", 0, 3, "&lt;p&gt;"),
        ("&lt;p>", 0, 3, "&lt;p>"),
        ("&#60;p&#62;", 0, 1, "&#60;"),
        ("&#x3c;p&#x3E;x", 2, 3, "&#x3E;"),
        ("&amp;lt;p&amp;gt;", 0, 5, "&amp;lt;p"),
        ("&#128591;&lt;b", 0, 2, "&#128591;&lt;"),
        ("\U0001f64f&lt;b", 1, 3, "&lt;b"),
        ("<![CDATA[<p>]]>", 0, 3, "<p>"),
        ("a<![CDATA[<p>]]>b", 0, 2, "a<![CDATA[<"),
        ("a<![CDATA[<p>]]>b", 3, 5, ">]]>b"),
        ("a<!-- & -->b", 0, 2, "a<!-- & -->b"),
        ("a<!-- & -->b", 1, 2, "b"),
        ("a\r\nb", 1, 2, "\r\n"),
        ("a\r\nb", 1, 3, "\r\nb"),
        ("<![CDATA[a\r\n<]]>", 1, 3, "\r\n<"),
        ("a&#13;\nb", 1, 3, "&#13;\n"),
        ("ab", 1, 99, "b"),
    ],
)
def test_range_is_the_characters_of_the_file(
    inside: str, start: int, end: int, expected: str
) -> None:
    assert located(inside, start, end) == expected


@pytest.mark.parametrize(
    ("inside", "at", "before"),
    [
        ("&lt;p&gt;", 0, ""),
        ("&lt;p&gt;", 1, "&lt;"),
        ("&lt;p&gt;", 3, "&lt;p&gt;"),
        ("&lt;p&gt;", 99, "&lt;p&gt;"),
        ("a<!-- x -->b", 1, "a"),
        ("<![CDATA[ab]]>", 0, "<![CDATA["),
        ("<![CDATA[ab]]>c", 2, "<![CDATA[ab"),
        ("a\r\nb", 2, "a\r\n"),
    ],
)
def test_insertion_is_right_behind_the_character_before(
    inside: str, at: int, before: str
) -> None:
    place = content_span(element_of(inside), at, at)
    root = place.element.getroottree().getroot()  # type: ignore[union-attr]
    start, end = Locator(BEFORE + inside + AFTER, root, [place]).span(place)

    assert start == end == len(BEFORE + before)


def test_content_that_is_not_there_is_found_at_the_name() -> None:
    place = content_span(element_of(""), 0, 0)
    root = place.element.getroottree().getroot()  # type: ignore[union-attr]
    locator = Locator(BEFORE + AFTER, root, [place])

    assert (BEFORE + AFTER)[slice(*locator.span(place))] == "EmailContent"
    assert locator.edit(place, "x") is None


# ------------------------------------------------------------------------- edits


@pytest.mark.parametrize(
    ("inside", "start", "end", "new", "expected"),
    [
        # `>` as the file writes it
        ("&lt;br&gt;", 3, 3, "/", "&lt;br/&gt;"),
        ("&lt;p&gt;x", 4, 4, "</p>", "&lt;p&gt;x&lt;/p&gt;"),
        ("&lt;p>x", 4, 4, "</p>", "&lt;p>x&lt;/p>"),
        ("x", 1, 1, "<b>", "x&lt;b&gt;"),
        ("a&amp;b", 1, 2, "&amp;", "a&amp;amp;b"),
        # in a CDATA section nothing is escaped
        ("<![CDATA[<p>x]]>", 4, 4, "</p>&", "<![CDATA[<p>x</p>&]]>"),
        ("<![CDATA[x]]>y", 1, 1, "<b>", "<![CDATA[x<b>]]>y"),
        ("<![CDATA[a]]>", 1, 1, "]]>", "<![CDATA[a]]]]><![CDATA[>]]>"),
        ("<![CDATA[a]] b]]>", 3, 4, "&gt;>", "<![CDATA[a]]&gt;>b]]>"),
        ("<![CDATA[a]] >]]>", 3, 4, "", "<![CDATA[a]]]]><![CDATA[>]]>"),
        # what the range cuts off stays as it was
        ("ab<![CDATA[<p>]]>", 1, 3, "<", "a&lt;<![CDATA[p>]]>"),
        ("<![CDATA[<p>]]>ab", 2, 4, "<", "<![CDATA[<p<]]>b"),
        ("<![CDATA[<p]]>-<![CDATA[>]]>", 1, 3, "<", "<![CDATA[<<]]><![CDATA[>]]>"),
        ("a<![CDATA[b]]>c", 0, 3, "&", "&amp;"),
        ("a<!-- c -->b", 0, 2, "", ""),
        # `]]>` may not stand in text
        ("a", 1, 1, "]]>", "a]]&gt;"),
        ("a>b]]c", 5, 6, ">", "a>b]]&gt;"),
        ("a>]] &gt;", 4, 5, "", "a>]]&gt;"),
    ],
)
def test_new_text_is_escaped_as_its_surroundings(
    inside: str, start: int, end: int, new: str, expected: str
) -> None:
    text = element_of(inside).text or ""

    assert edited(inside, start, end, new) == expected
    assert element_of(expected).text == (text[:start] + new + text[end:] or None)


def test_characters_that_would_meet_to_end_a_section_are_kept_apart() -> None:
    """`]]` and a raw `>` may not meet: an empty section stands between them."""
    inside = "&lt;]] >"

    assert edited("]]&lt;>", 2, 3, "") == "]]<![CDATA[]]>>"
    assert edited(inside, 3, 4, "") == "&lt;]]<![CDATA[]]>>"
    assert element_of("]]<![CDATA[]]>>").text == "]]>"


# -------------------------------------------------------------------- properties

PIECES = {
    "plain": lambda c: {"<": "&lt;", "&": "&amp;"}.get(c, c),
    "entity": lambda c: {"<": "&lt;", "&": "&amp;", ">": "&gt;", '"': "&quot;"}.get(
        c, c
    ),
    "decimal": lambda c: f"&#{ord(c)};",
    "hexadecimal": lambda c: f"&#x{ord(c):x};",
    "cdata": lambda c: f"<![CDATA[{c}]]>",
    "comment": lambda c: (
        f"<!-- {'-&lt;' if c == '<' else '<'} -->{PIECES['entity'](c)}"
    ),
    "crlf": lambda c: "\r\n" if c == "\n" else PIECES["entity"](c),
}
TEXTS = st.text(
    st.sampled_from("ab<>/=\"'&];\n\u00e9\U0001f64f"), min_size=1, max_size=12
)


@st.composite
def spelt(draw: st.DrawFn) -> tuple[str, list[str]]:
    """Return a text and how the file spells each of its characters.

    Runs in one CDATA section are made by taking the borders between two away.
    """
    text = draw(TEXTS)
    units = [draw(st.sampled_from(sorted(PIECES))) for _ in text]
    return text, [PIECES[unit](char) for unit, char in zip(units, text, strict=True)]


def in_file(units: list[str]) -> str:
    joined = "".join(units).replace("]]><![CDATA[", "")
    # Where the borders kept `]]` and `>` apart, they stay.
    return joined if is_whole(joined, units) else "".join(units)


def is_whole(joined: str, units: list[str]) -> bool:
    try:
        return element_of(joined).text == element_of("".join(units)).text
    except etree.XMLSyntaxError:
        return False


def is_well_formed(inside: str) -> bool:
    try:
        element_of(inside)
    except etree.XMLSyntaxError:
        return False
    return True


@examples(400)
@given(spelt(), st.data())
def test_range_covers_exactly_what_decodes_to_the_part(
    case: tuple[str, list[str]], data: st.DataObject
) -> None:
    text, units = case
    inside = "".join(units)
    if not is_well_formed(inside):
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = located(inside, start, end)

    # What stands around the characters of the first and the last is not of them.
    first = len("".join(units[:start]))
    last = len("".join(units[:end]))
    spelling = inside[first:last]
    while spelling.startswith(("<!--", "<![CDATA[")):
        spelling = (
            spelling[9:]
            if spelling.startswith("<![CDATA[")
            else spelling.partition("-->")[2]
        )
    if units[end - 1].startswith("<![CDATA["):
        spelling = spelling.removesuffix("]]>")
    assert found == spelling


@examples(400)
@given(spelt(), TEXTS | st.just(""), st.data())
def test_edited_file_reads_as_the_edited_text(
    case: tuple[str, list[str]], new: str, data: st.DataObject
) -> None:
    text, units = case
    inside = in_file(units)
    if not is_well_formed(inside):
        return
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    after = edited(inside, start, end, new)

    assert (element_of(after).text or "") == text[:start] + new + text[end:]
