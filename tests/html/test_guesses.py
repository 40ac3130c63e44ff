"""What a fix in a mail may change, and what the words of its faults are."""

from __future__ import annotations

import pytest

from ctct_lint import lint
from ctct_lint.model.diagnostic import Applicability
from ctct_lint.profiles.ctct.names import ATOM, CTCT


def said(content: str, content_format: str, *codes: str) -> list[tuple[str, str, bool]]:
    """Return code, message and whether the fix is safe, of an `EmailContent`."""
    html = f"<html><body>{content}</body></html>"
    escaped = html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    document = (
        f'<entry xmlns="{ATOM}"><content type="application/vnd.ctct+xml">'
        f'<Campaign xmlns="{CTCT}">'
        f"<EmailContentFormat>{content_format}</EmailContentFormat>"
        f"<EmailContent>{escaped}</EmailContent></Campaign></content></entry>"
    )
    return [
        (d.code, d.message, d.fixes[0].applicability is Applicability.SAFE)
        for d in lint(document, operation="create", select=codes)
    ]


@pytest.mark.parametrize("content_format", ["HTML", "XHTML"])
def test_end_tags_in_the_wrong_order_are_a_guess(content_format: str) -> None:
    assert said("<b>x<i>y</b>z</i>", content_format, "CTC1") == [
        ("CTC101", "`</b>` does not close `<i>`", False)
    ]


def test_what_may_be_a_comment_of_a_browser_is_escaped_on_request_only() -> None:
    found = said("<![if !mso]><p>y</p><![endif]>", "XHTML", "CTC106")

    assert found == [("CTC106", "`<` begins no tag here and is not escaped", False)] * 2


@pytest.mark.parametrize("slip", ['title "x"', 'href:"http://www.example.com/"'])
def test_slips_in_tags_of_a_mail_are_told_as_in_any_xml(slip: str) -> None:
    codes = ("CTC113", "CTC119")
    (first,) = [m for _, m, _ in said(f"<p {slip}>x</p>", "XHTML", *codes)][:1]

    assert not first.startswith("`/`")


@pytest.mark.parametrize(("times", "often"), [(2, "twice"), (3, "more than twice")])
def test_content_that_was_escaped_too_often_is_one_fault(
    times: int, often: str
) -> None:
    html = "<html><body><p>Salt &amp; pepper&nbsp;</p></body></html>"
    for _ in range(times - 1):
        html = html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    tag = (
        html[: html.index("html") + 4]
        + html[html.index("html") + 4 :].partition(";")[0]
    )
    document = (
        f'<entry xmlns="{ATOM}"><content type="application/vnd.ctct+xml">'
        f'<Campaign xmlns="{CTCT}"><EmailContent>'
        f"{html.replace('&', '&amp;')}</EmailContent></Campaign></content></entry>"
    )
    (found,) = lint(document, operation="create", select=("CTC1", "CTC5"))

    assert found.code == "CTC506"
    assert found.message.startswith(f"`EmailContent` was escaped {often}: `{tag}")
