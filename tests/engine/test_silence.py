"""Documents in order are told at a glance, and nothing is lost by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fixture_file import FIXTURES

from ctct_lint import lint
from ctct_lint.engine import silence
from ctct_lint.rules.base import On
from ctct_lint.rules.campaign import malformed_email_address
from ctct_lint.schema.operation import Operation

if TYPE_CHECKING:
    import pytest

CLEAN = (FIXTURES / "valid" / "campaign-html.create.xml").read_text("utf-8")


def at(code: str) -> str:
    """Return a clean document but for what its postal code may be."""
    assert CLEAN.count(">05401<") == 1
    return CLEAN.replace(">05401<", f">{code}<")


def codes(text: str) -> list[str]:
    return [d.code for d in lint(text.encode())]


def test_texts_in_order_are_remembered_but_not_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(silence, "_MOST_REMEMBERED", 2)
    silence._plan.cache_clear()
    for code in ("05401", "05402", "05403", "05404", "05401"):
        assert codes(at(code)) == []
        assert codes(at("Vermont")) == ["CTC418"]

    plan = silence._plan(On.CAMPAIGN, Operation.CREATE)
    sizes = {len(texts) for texts in (plan.silent, *(g.silent for g in plan.groups))}
    assert sizes == {1, 2}


def test_rule_that_fails_is_no_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(address: str) -> str:
        raise RuntimeError(address)

    monkeypatch.setattr(malformed_email_address, "trouble_with", fail)
    start = CLEAN.index("<EmailAddress")
    inside = CLEAN.index("</EmailAddress>", start)
    text = f"{CLEAN[:inside]}.org{CLEAN[inside:]}"
    (found,) = lint(text.encode())

    assert found.code == "CTC901"
    assert found.message.startswith("CTC417 failed: RuntimeError: ")
