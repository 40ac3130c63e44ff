"""The tags of the root: what is lost of them, and what stands too early."""

from __future__ import annotations

import pytest
from said import pointed_at

from ctct_lint import lint
from ctct_lint.profiles.ctct.names import CTCT
from ctct_lint.xml.model import ContentModel
from ctct_lint.xml.repair.repair import repair

TITLE = "<id>1</id><title>x</title>"
CONTENT = "<content><Campaign><Name>x</Name></Campaign></content>"
DECLARATION = '<?xml version="1.0"?>'
TAG = '<entry xmlns="u:a">'

# What is written, the faults with what they point at, the mend.
ROOTS = [
    (
        f"{DECLARATION}\n{TITLE}{CONTENT}</entry>\n",
        [("stray-end-tag", "entry")],
        f"{DECLARATION}\n{TAG}{TITLE}{CONTENT}</entry>\n",
    ),
    (
        f"<!-- c -->{TITLE}{CONTENT}</entry>",
        [("stray-end-tag", "entry")],
        f"<!-- c -->{TAG}{TITLE}{CONTENT}</entry>",
    ),
    (
        f"<\n{TITLE}{CONTENT}</entry>",
        [("text-outside-root", "<"), ("stray-end-tag", "entry")],
        f"\n{TAG}{TITLE}{CONTENT}</entry>",
    ),
    (
        f"{TITLE}<entry>{TITLE}</entry><entry>{CONTENT}</entry></feed>",
        [("stray-end-tag", "feed")],
        (
            f'<feed xmlns="u:a">{TITLE}<entry>{TITLE}</entry><entry>{CONTENT}</entry>'
            "</feed>"
        ),
    ),
    # The root declares what it is known to have declared.
    (
        f"<id/><atom:link/>{CONTENT}</entry>",
        [("stray-end-tag", "entry")],
        (
            '<entry xmlns="u:a" xmlns:atom="http://www.w3.org/2005/Atom">'
            f"<id/><atom:link/>{CONTENT}</entry>"
        ),
    ),
    # The texts before it have lost their start tags, too.
    (
        f"{DECLARATION}\n1</id>x</title>{CONTENT}</entry>",
        [
            ("stray-end-tag", "id"),
            ("stray-end-tag", "title"),
            ("stray-end-tag", "entry"),
        ],
        f"{DECLARATION}{TAG}\n{TITLE}{CONTENT}</entry>",
    ),
    (
        f"{DECLARATION}1</id><title>x</title>{CONTENT}</entry>",
        [("text-outside-root", "1</id>"), ("stray-end-tag", "entry")],
        f"{DECLARATION}{TAG}<title>x</title>{CONTENT}</entry>",
    ),
    (
        f"{DECLARATION}\n1</id>x{TITLE}{CONTENT}</entry>",
        [("text-outside-root", "1</id>x"), ("stray-end-tag", "entry")],
        f"{DECLARATION}\n{TAG}{TITLE}{CONTENT}</entry>",
    ),
    (
        f"{DECLARATION}\n1</p>{TITLE}{CONTENT}</entry>",
        [("text-outside-root", "1</p>"), ("stray-end-tag", "entry")],
        f"{DECLARATION}\n{TAG}{TITLE}{CONTENT}</entry>",
    ),
    # Nor has the first element a beginning.
    (
        f"{DECLARATION}\nid>1</id>{CONTENT}</entry>",
        [("unfinished-start-tag", "id"), ("stray-end-tag", "entry")],
        f"{DECLARATION}\n{TAG}<id>1</id>{CONTENT}</entry>",
    ),
    (
        f"id a='1' a='2'>1</id><b:b/>{CONTENT}</entry>",
        [
            ("duplicate-attribute", "a"),
            ("undeclared-prefix", "b:b"),
            ("stray-end-tag", "entry"),
        ],
        (
            '<entry xmlns="u:a" xmlns:b="urn:b">'
            f"<id a='1'>1</id><b:b/>{CONTENT}</entry>"
        ),
    ),
    # A document may begin with the first element as well.
    (
        f"<entry/><entry>{TITLE}</entry></feed>",
        [("stray-end-tag", "feed")],
        f'<feed xmlns="u:a"><entry/><entry>{TITLE}</entry></feed>',
    ),
    (
        f"<entry>{TITLE}</entry></feed>",
        [("stray-end-tag", "feed")],
        f"<entry>{TITLE}</entry>",
    ),
    (
        f"<entry>{TITLE}</feed>",
        [("mismatched-end-tag", "feed")],
        f"<entry>{TITLE}</entry>",
    ),
    (
        f"<entry xmlns='u:a'>{TITLE}</entry><entry/></feed>",
        [("second-root", "entry"), ("stray-end-tag", "feed")],
        f"<entry xmlns='u:a'>{TITLE}</entry>",
    ),
    # What is inside is mended as ever.
    (
        f"<id>1</id><title>x</titel>{CONTENT}</entry>",
        [("mismatched-end-tag", "titel"), ("stray-end-tag", "entry")],
        f"{TAG}<id>1</id><title>x</title>{CONTENT}</entry>",
    ),
    # An end tag that cuts the document in two.
    (
        f"<entry>{TITLE}</entry>\n{CONTENT}</entry>",
        [("stray-end-tag", "entry")],
        f"<entry>{TITLE}\n{CONTENT}</entry>",
    ),
    (
        f"<entry></entry>{TITLE}</entry>{CONTENT}</entry>",
        [("stray-end-tag", "entry"), ("stray-end-tag", "entry")],
        f"<entry>{TITLE}{CONTENT}</entry>",
    ),
    (
        f"<feed>{TITLE}</feed><entry>{CONTENT}</entry></feed>",
        [("stray-end-tag", "feed")],
        f"<feed>{TITLE}<entry>{CONTENT}</entry></feed>",
    ),
    # One end tag too many at the end, and what does not belong to the root.
    (
        f"<entry>{TITLE}{CONTENT}</entry></entry>",
        [("stray-end-tag", "entry")],
        f"<entry>{TITLE}{CONTENT}</entry>",
    ),
    (
        f"<?x {TITLE}</entry>",
        [
            ("unclosed-processing-instruction", "<?x"),
            ("second-root", "title"),
            ("stray-end-tag", "entry"),
        ],
        "<?x ?><id>1</id>",
    ),
    ("<p>x</p></entry>", [("stray-end-tag", "entry")], "<p>x</p>"),
]


@pytest.mark.parametrize(("text", "faults", "mended"), ROOTS)
def test_root(
    model: ContentModel, text: str, faults: list[tuple[str, str]], mended: str
) -> None:
    result = repair(text, model)

    assert pointed_at(text, result.faults) == faults
    assert result.text == mended


def test_start_tag_that_is_lost_is_inserted() -> None:
    text = f"{TITLE}{CONTENT}</entry>".replace("<Campaign", f"<Campaign xmlns='{CTCT}'")
    tag = '<entry xmlns="http://www.w3.org/2005/Atom">'

    (found,) = lint(text, select=["stray-end-tag"])

    assert found.message == "`</entry>` closes no open element"
    assert found.help == (f"begin it with `{tag}`",)
    (fix,) = found.fixes
    assert fix.title == f"insert `{tag}`"
    assert {e.range.start.offset for e in fix.edits} == {0}
    assert "".join(e.new_text for e in fix.edits) == tag
