"""A payload of an answer that stands in its entry itself is told of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ctct_lint import Severity, lint

VALID = Path(__file__).parents[2] / "fixtures" / "valid"


@pytest.mark.parametrize(
    ("name", "payload"),
    [
        ("campaigns-feed.response.xml", "Campaign"),
        ("contact.response.xml", "Contact"),
    ],
)
def test_payload_without_a_content_in_an_answer(name: str, payload: str) -> None:
    text = (VALID / name).read_text("utf-8").replace("</content>", "", 1)
    text = re.sub("<content[^<>]*>", "", text, count=1)

    (told,) = lint(text, operation="response")

    assert (told.severity, told.message) == (
        Severity.WARNING,
        f"`{payload}` must stand in `content`, not directly in `entry`",
    )


def test_summary_without_a_content_is_no_fault() -> None:
    text = (VALID / "contact.response.xml").read_text("utf-8")
    text = re.sub("<content.*</content>", "", text, flags=re.DOTALL)

    assert "CTC206" not in {d.code for d in lint(text, operation="response")}
