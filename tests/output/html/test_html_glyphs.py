from __future__ import annotations

import pytest

from ctct_lint.output.html.glyphs import cluster_end, cluster_start, runs, shown


@pytest.mark.parametrize(
    ("char", "code"),
    [
        ("\x00", "U+0000"),
        ("\x1b", "U+001B"),
        ("\x85", "U+0085"),
        ("\udcff", "U+DCFF"),
        ("\ue000", "U+E000"),
        ("\uffff", "U+FFFF"),
    ],
)
def test_a_character_that_hides_is_spelt(char: str, code: str) -> None:
    assert shown(f"a{char}b") == (f'a<span class="char" title="{code}">{code}</span>b')


def test_a_character_that_acts_is_spelt_with_its_name() -> None:
    assert 'title="U+2028 LINE SEPARATOR"' in shown("\u2028")
    assert shown("\u202e") == (
        '<span class="char" title="U+202E RIGHT-TO-LEFT OVERRIDE">U+202E</span>'
    )


@pytest.mark.parametrize(
    ("char", "title"),
    [("\xa0", "U+00A0 NO-BREAK SPACE"), ("\u3164", "U+3164 HANGUL FILLER")],
)
def test_an_odd_blank_is_seen_and_stays(char: str, title: str) -> None:
    assert shown(f"{char}.") == (
        f'<span class="blank" title="{title}">&#{ord(char)};</span>.'
    )


@pytest.mark.parametrize(
    "text", ["\U0001f468\u200d\U0001f467", "e\u0301", "\u05d0", "\t~"]
)
def test_what_scripts_and_emoji_need_stays(text: str) -> None:
    assert shown(text) == text.encode("ascii", "xmlcharrefreplace").decode()


def test_markup_is_escaped_and_no_command_to_a_runner() -> None:
    assert shown("<&'\">##[error]") == "&lt;&amp;&#x27;&quot;&gt;#&#35;[error]"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("e\u0301x", 0, 2),
        ("\U0001f44d\U0001f3fdx", 0, 2),
        ("a\u200d\U0001f467x", 0, 3),
        ("\u0301x", 0, 1),
    ],
)
def test_a_character_as_it_is_seen(text: str, start: int, end: int) -> None:
    assert {cluster_start(text, at) for at in range(end)} == {start}
    assert {cluster_end(text, at) for at in range(1, end + 1)} == {end}


@pytest.mark.parametrize("at", [0, 1, 2])
def test_others_stand_alone(at: int) -> None:
    assert cluster_start("ab", at) == cluster_end("ab", at) == at


def test_no_more_than_sixteen_marks_are_taken_for_one_character() -> None:
    text = "e" + "\u0301" * 100
    assert (cluster_start(text, 90), cluster_end(text, 50)) == (74, 66)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("ab", [("ab", False)]),
        ("\u05d0 \u05d1", [("\u05d0 \u05d1", True)]),
        (
            "a \u05d0, 1 \u05d1 b",
            [("a ", False), ("\u05d0, 1 \u05d1", True), (" b", False)],
        ),
        ("\u05d0<\u05d1", [("\u05d0", True), ("<", False), ("\u05d1", True)]),
    ],
)
def test_words_read_leftward_end_at_markup(
    text: str, parts: list[tuple[str, bool]]
) -> None:
    found = [(text[run.start : run.end], run.leftward) for run in runs(text)]
    assert found == parts
