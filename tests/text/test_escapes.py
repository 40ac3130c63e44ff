"""Texts with references in place of signs of markup."""

from __future__ import annotations

import pytest

from ctct_lint.text.escapes import in_quotes, with_references


@pytest.mark.parametrize(
    ("signs", "written"),
    [
        ("&<", 'a &amp;lt; b &lt; c > "d"'),
        ("&<>", 'a &amp;lt; b &lt; c &gt; "d"'),
        ('&<>"', "a &amp;lt; b &lt; c &gt; &quot;d&quot;"),
    ],
)
def test_only_the_signs_that_are_asked_for_become_references(
    signs: str, written: str
) -> None:
    assert with_references('a &lt; b < c > "d"', signs) == written


def test_a_value_between_quotes_has_no_quotes() -> None:
    assert in_quotes("a & b < c > \"d\" 'e'") == "a &amp; b &lt; c > &quot;d&quot; 'e'"
