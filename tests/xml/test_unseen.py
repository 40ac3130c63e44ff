"""Comments, sections and instructions: where they are, in texts of any length."""

from __future__ import annotations

import pytest

from ctct_lint.text.patterns import lazy
from ctct_lint.xml.mistyped.find import mistyped
from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.unseen import stretches

OPENING = lazy(r"<!--|<!\[CDATA\[|<\?")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "<a><!-- b --><![CDATA[c]]><?d e?></a>",
            ["<!-- b -->", "<![CDATA[c]]>", "<?d e?>"],
        ),
        ("<!-- <?a?> <![CDATA[ --><a>]]>?></a>", ["<!-- <?a?> <![CDATA[ -->"]),
        # What is never closed is none, and hides nothing.
        ("<a><!-- b <?c?> <![CDATA[d]]>", ["<?c?>", "<![CDATA[d]]>"]),
        ("<a><?b <!--c--> <?d", ["<!--c-->"]),
        ("<!-->", []),
        ("<a/>", []),
    ],
)
def test_each_ends_where_it_is_closed(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in stretches(text, OPENING)] == found


@pytest.mark.parametrize("opening", ["<!--", "<![CDATA[", "<?"])
def test_slips_are_found_behind_any_number_that_are_never_closed(
    opening: str, model: ContentModel
) -> None:
    text = f"<Campaign>{opening * 20_000} S<tatus>Draft</Status></Campaign>"
    (fault,) = mistyped(text, model)

    assert text[fault.start : fault.end] == "S<tatus"
