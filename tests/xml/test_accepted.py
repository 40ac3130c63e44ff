"""Faults of texts that are well-formed, or may be."""

from __future__ import annotations

import pytest
from said import pointed_at

from ctct_lint.xml.accepted import template_code

CODE = "<?php a ?>"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"<a>{CODE}<?PHP b?></a>", [CODE, "<?PHP b?>"]),
        (f"<a><!-- {CODE} --><![CDATA[{CODE}]]></a>", []),
        (f"<a><!-- {CODE} --><![cdata[{CODE}]]>{CODE}</a>", [CODE]),
        ("<?xml version='1.0'?><?phpa ?><?b?>", []),
        # What is never closed hides nothing.
        (f"<a><!-- {CODE}", [CODE]),
        (f"<a><![CDATA[ {CODE}", [CODE]),
        (f"<a><?php {CODE}", [f"<?php {CODE}"]),
        ("<a>?> <?php a", []),
    ],
)
def test_code_is_no_comment_and_no_section(text: str, found: list[str]) -> None:
    expected = [("template-leftover", code) for code in found]

    assert pointed_at(text, template_code(text)) == expected


@pytest.mark.parametrize("opening", ["<!--", "<![CDATA[", "<?php "])
def test_what_has_no_end_is_looked_for_once(opening: str) -> None:
    text = f"<a><?b {opening * 200_000}></a>"

    assert list(template_code(text)) == []
