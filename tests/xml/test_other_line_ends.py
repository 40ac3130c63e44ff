"""Line ends of word processors, which XML forbids: a blank keeps the words apart."""

from __future__ import annotations

import pytest

from ctct_lint import lint
from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.repair.repair import repair
from tests.said import written_by_fixes


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("<a>one\vtwo.\fthree</a>", "<a>one two. three</a>"),
        ("<a>one\v\ftwo</a>", "<a>one two</a>"),
        ("<a>one \vtwo\v three</a>", "<a>one two three</a>"),
        ("<a>\vone<b/>\vtwo\f</a>", "<a>one<b/>two</a>"),
        ("<a b='\v1'>on\x01e</\va>", "<a b='1'>one</a>"),
        ("<a>one&#11;two&#xC;three</a>", "<a>one two three</a>"),
        ("<a>&#12;one &#12;two&#1;</a>", "<a>one two</a>"),
    ],
)
def test_words_stay_apart(text: str, mended: str) -> None:
    assert repair(text, ContentModel()).text == mended


def test_space_is_written() -> None:
    text = "<a>one\vtwo&#12;three</a>"
    _, *found = lint(text)

    assert written_by_fixes(text, found) == [
        ("CTC129", "\v", " "),
        ("CTC109", "&#12;", " "),
    ]
    assert [d.help for d in found] == [
        ("write a space in place of `U+000B`",),
        ("write a space",),
    ]
