from __future__ import annotations

from lxml import html

from ctct_lint.model.diagnostic import Applicability, Edit, Fix
from ctct_lint.output.html.diff import diff
from ctct_lint.output.report import Lines
from ctct_lint.text.source import LineIndex


def rows(text: str, *edits: tuple[int, int, str]) -> list[str]:
    """Return the rows: number, sign, text; what goes in [-], what comes in {+}."""
    index = LineIndex(text)
    made = tuple(Edit(index.range(start, end), new) for start, end, new in edits)
    root = html.fragment_fromstring(
        diff(Fix("f", Applicability.SAFE, made), Lines(text))
    )
    for element in root.iter("del", "ins"):
        opening, closing = ("[-", "-]") if element.tag == "del" else ("{+", "+}")
        element.text = opening + (element.text or "")
        element.append(html.etree.Element("i"))
        element[-1].text = closing
    return [row.text_content() for row in root]


def test_words_are_replaced_removed_and_inserted() -> None:
    assert rows("<a b/>", (3, 4, "c")) == [
        "1\u2212<a [-b-]/>",
        "1+<a {+c+}/>",
    ]
    assert rows("<a b/>", (2, 4, "")) == ["1\u2212<a[- b-]/>", "1+<a/>"]
    assert rows("<a/>", (2, 2, " b")) == ["1\u2212<a/>", "1+<a{+ b+}/>"]


def test_edits_on_neighbouring_lines_are_one_diff_and_others_stand_apart() -> None:
    text = "<a>\nx\n</a>\n\n\n<b>\n"
    assert rows(text, (8, 9, "c"), (1, 2, "c")) == [
        "1\u2212<[-a-]>",
        "1+<{+c+}>",
        "3\u2212</[-a-]>",
        "3+</{+c+}>",
    ]
    assert rows(text, (1, 2, "c"), (4, 5, "y"))[:2] == [
        "1\u2212<[-a-]>",
        "2\u2212[-x-]",
    ]


def test_a_line_that_comes_leaves_the_others_as_they_are() -> None:
    after = rows("  <a/>\n", (6, 6, "\n  <b/>"))
    before = rows("  <a/>\n", (2, 2, "<b/>\n  "))
    assert after == ["1   <a/>", "2+{+  <b/>+}"]
    assert before == ["1+  {+<b/>+}", "2   <a/>"]


def test_a_line_that_goes() -> None:
    assert rows("<a/>\r\n<b/>\r\n<c/>", (4, 10, "")) == ["1 <a/>", "2\u2212[-<b/>-]"]


def test_a_fix_that_changes_nothing_is_context() -> None:
    assert rows("<a/>", (1, 2, "a")) == ["1 <a/>"]
    assert rows("<a/>") == []


def test_long_lines_are_cut_beside_the_edit() -> None:
    assert rows("x" * 100 + "b" + "y" * 100, (100, 101, "c")) == [
        f"1\u2212\u2026{'x' * 60}[-b-]{'y' * 60}\u2026",
        f"1+\u2026{'x' * 60}{{+c+}}{'y' * 60}\u2026",
    ]


def test_long_words_are_cut_in_the_middle() -> None:
    assert rows("a", (0, 1, "b" * 240 + "c" * 50 + "d" * 80)) == [
        "1\u2212[-a-]",
        f"1+{{+{'b' * 240}+}}\u2026 50 characters \u2026{{+{'d' * 80}+}}",
    ]


def test_many_lines_are_cut_in_the_middle_and_counted_on() -> None:
    text = "".join(f"{n}\n" for n in range(1, 21))
    found = rows(text, (0, len(text) - 1, ""))
    assert found == [
        *(f"{n}\u2212[-{n}-]" for n in range(1, 9)),
        "\u2212\u2026 9 lines \u2026",
        *(f"{n}\u2212[-{n}-]" for n in range(18, 21)),
        "1+",
    ]


def test_a_single_line_is_not_cut_out() -> None:
    text = "\n".join(f"{n}" for n in range(1, 13))
    assert len(rows(text, (0, len(text), ""))) == 13


def test_the_rest_of_very_many_changes_is_counted() -> None:
    text = "a\n\n" * 9
    assert rows(text, *((n * 3, n * 3 + 1, "b") for n in range(8)))[-1] == (
        "\u2026 and 2 more changes"
    )


def test_control_characters_are_seen() -> None:
    assert rows("a\x00", (1, 2, "")) == ["1\u2212a[-U+0000-]", "1+a"]
