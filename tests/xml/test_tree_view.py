"""Documents as a browser shows them: one fault for all the signs before elements."""

from __future__ import annotations

import pytest

from ctct_lint import lint
from ctct_lint.xml.tree_view import sign_edits
from tests.said import underlined

SHOWN = "  <title>a</title>\n  <id>data:,</id>\n  <updated>2011-01-01</updated>\n"
VIEW = f"""- <feed xmlns="http://www.w3.org/2005/Atom">
{SHOWN}- <author>
  <name>Ann & Bob</name>
  </author>
  </feed>"""


def without_signs(text: str) -> str:
    for start, end, new in reversed(sign_edits(text)):
        text = text[:start] + new + text[end:]
    return text


@pytest.mark.parametrize("sign", ["- ", "-", "▼", "+ ", "\N{MINUS SIGN}\xa0"])
def test_signs_are_one_fault(sign: str) -> None:
    text = VIEW.replace("- ", sign)
    found = lint(text, operation="response")

    assert [(d.code, underlined(text, d)) for d in found] == [
        ("CTC142", sign[:1]),
        ("CTC107", "&"),
    ]
    assert without_signs(text) == VIEW.replace("- ", "")


def test_signs_may_stand_in_a_column_of_their_own() -> None:
    text = "- <a>\n    <b/>\n-   <c>\n      <d/>\n    </c>\n  </a>"

    assert without_signs(text) == text.replace("- ", "")


def test_declaration_stands_before_the_first_sign() -> None:
    text = f'<?xml version="1.0"?>\n{VIEW}'
    found = lint(text, operation="response")

    assert [d.code for d in found] == ["CTC142", "CTC107"]


@pytest.mark.parametrize(
    "text",
    [
        "- <a>\n  </a>",  # one sign
        "<a>\n- <b>\n- <c>\n</c></b></a>",  # none before the root
        "- <a>\n- <b/>\n- </a>",  # one before each line
        "<a>1 - <b/>\n2 - <b/></a>",
    ],
)
def test_other_signs_are_no_tree_view(text: str) -> None:
    assert not sign_edits(text)
