"""Documentation that is HTML, as Markdown."""

from __future__ import annotations

import pytest

from ctct_lint.text.prose import as_markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("A plain text & no more.", "A plain text & no more."),
        ("a < b, and <scope> is none", "a \\< b, and \\<scope> is none"),
        ("<code>a</code> or <TT>b</TT>", "`a` or `b`"),
        ("The <code>&lt;plugin&gt;</code> &amp; all", "The `<plugin>` & all"),
        ("&lt;b&gt; <br/>", "\\<b>"),
        ("<p>One.</p><p class='x'>Two.</p>", "One.\n\nTwo."),
        ("<b>bold</b>, <em>slant</em>", "**bold**, *slant*"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        (
            'see <a class="x" href="https://a.example/b">the <code>doc</code></a>',
            "see [the `doc`](https://a.example/b)",
        ),
        ('<a name="x">y</a>', "y"),
        ("<code>a`b</code>", "\\<code>a`b\\</code>"),
        (f"<code>{'x' * 501}</code>", f"\\<code>{'x' * 501}\\</code>"),
    ],
)
def test_tags_become_signs_of_markdown(text: str, markdown: str) -> None:
    assert as_markdown(text) == markdown
