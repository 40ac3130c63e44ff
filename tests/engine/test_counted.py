"""What is not shown of a rule's findings is counted, and not resolved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ctct_lint.config import Settings
from ctct_lint.engine import resolve
from ctct_lint.engine.lint import lint_bytes

if TYPE_CHECKING:
    from ctct_lint.engine.found import Found

SETTINGS = Settings(most=2)


def mail(html: str, before: str = "", subject: str = "Rye") -> bytes:
    return (
        f'{before}<entry xmlns="http://www.w3.org/2005/Atom">'
        '<content type="application/vnd.ctct+xml">'
        '<Campaign xmlns="http://ws.constantcontact.com/ns/1.0/">'
        f"<Subject>{subject}</Subject>"
        f"<EmailContent><![CDATA[<html><body>{html}</body></html>]]></EmailContent>"
        "</Campaign></content></entry>"
    ).encode()


@pytest.fixture
def resolved(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the codes of what has been resolved."""
    codes: list[str] = []
    real = resolve._Resolver.diagnostic

    def noted(self: resolve._Resolver, found: Found) -> object:
        codes.append(found.rule.code)
        return real(self, found)

    monkeypatch.setattr(resolve._Resolver, "diagnostic", noted)
    return codes


IMAGES = '<img src="http://a.example/a.gif">' * 9


@pytest.mark.parametrize(
    ("data", "number"),
    [
        (mail(IMAGES), 3),
        (mail(IMAGES, "<!-- ctct-lint: ignore-file[CTC4] -->"), 9),
        (mail(IMAGES, subject="R & y"), 9),
        (mail(IMAGES, subject="CafÃ©"), 9),
    ],
    ids=["plain", "comment", "syntax fault", "encoded twice"],
)
def test_what_is_not_shown_is_resolved_only_where_more_may_be_dropped(
    data: bytes, number: int, resolved: list[str]
) -> None:
    found = lint_bytes(data, SETTINGS).diagnostics

    assert resolved.count("CTC543") == number
    assert [d.code for d in found].count("CTC543") == 2
    assert "7 more CTC543 (image-without-alt) not shown" in [d.message for d in found]
