"""What texts are that are no XML, and names that no encoding saves."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from linting import lint_bytes

from ctct_lint import Severity, lint
from ctct_lint.config import Settings

VALID = Path(__file__).parents[2] / "fixtures" / "valid"
CAMPAIGN = (VALID / "campaign-html.create.xml").read_text("utf-8")
LATIN = CAMPAIGN.replace("UTF-8", "ISO-8859-1")


def said(data: bytes) -> list[str]:
    """Return the code, what is underlined and the message of each diagnostic."""
    text, found, *_ = lint_bytes(data, Settings())
    spans = [(d, d.range.start.offset, d.range.end.offset) for d in found]
    return [f"{d.code} {text[start:end]!r}: {d.message}" for d, start, end in spans]


@pytest.mark.parametrize(
    ("data", "at"),
    [
        (b"\0", "\0"),
        (b"\0" * 5, "\0" * 5),
        (b" \0\0\n", "\0\0"),
        (b"\x01\x02", "\x01\x02"),
    ],
)
def test_forbidden_characters_alone_are_no_empty_document(data: bytes, at: str) -> None:
    message = "the document holds nothing but characters that XML forbids"

    assert said(data) == [f"CTC001 {at!r}: {message}"]


@pytest.mark.parametrize(
    "data",
    [
        base64.b64encode(CAMPAIGN.encode()),
        base64.b64encode(b"\n" + CAMPAIGN.encode()),
        base64.encodebytes(b"\n" + CAMPAIGN.encode()),
        base64.b64encode(b"a" * 30 + b"b" * 31),
        base64.b64encode(bytes(range(32, 62))),
    ],
)
def test_base64_is_no_form(data: bytes) -> None:
    (message,) = said(data)

    assert "this is Base64 (`" in message


@pytest.mark.parametrize(
    "text",
    ["a=1&b=2", "name=foo&subject=a<3&x=1", "a=b&c&d=e", "a=1&b=<", "heart=<3"],
)
def test_form_may_hold_what_begins_no_tag(text: str) -> None:
    (message,) = said(text.encode())

    assert f"this is form data (`{text[: text.index('=')]}=...`), not XML" in message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Subject>", "Sub\x8aject>"),
        ("<Subject>", '<Subject \x9fa="x">'),
        ("<Subject>", '<Subject a="x" b\x83="y">'),
    ],
)
def test_control_character_in_a_name_is_an_error(old: str, new: str) -> None:
    data = LATIN.replace(old, new).encode("latin-1")
    first, *_ = lint_bytes(data, Settings()).diagnostics

    assert (first.code, first.severity) == ("CTC011", Severity.ERROR)
    assert first.notes == ("in a name a control character makes it ill-formed",)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<Name>", "<Name>\x8a"),
        ("<Name>", "<!-- <a \x8a --><Name>"),
        ('<title type="text"', '<title type="\x8a"'),
        ("<title type", "<title type"),
    ],
)
def test_control_character_elsewhere_is_a_warning(old: str, new: str) -> None:
    data = LATIN.replace(old, new).encode("latin-1") + b"<!-- \x8a -->"
    first, *_ = lint_bytes(data, Settings()).diagnostics

    assert (first.code, first.severity) == ("CTC011", Severity.WARNING)
    assert first.notes == ()


@pytest.mark.parametrize("name", ["Campaign", "OrganizationAddress1"])
def test_message_about_a_long_namespace_is_short(name: str) -> None:
    uri = "http://www.example.com/some/very/long/namespace/of/nobody/1.0/"
    ours = ' xmlns="http://ws.constantcontact.com/ns/1.0/"'
    text = CAMPAIGN.replace(ours, "") if name == "Campaign" else CAMPAIGN
    text = text.replace(f"<{name}", f'<{name} xmlns="{uri}"')

    (message,) = [line for line in said(text.encode()) if "CTC212" in line]

    assert message.endswith(
        f"the namespace of `{name}` is `http://www.example.com/some/very/long/n…`"
    )


@pytest.mark.parametrize(
    ("text", "at", "status"),
    [
        ("Error 400: Error: Line 1: cvc-type.3.1.3: x", None, "400"),
        (
            "Error 409: The name already exists\n",
            "Error 409: The name already exists",
            "409",
        ),
        ("HTTP/1.1 415 Unsupported Media Type\r\nDate: x\r\n\r\n", None, "415"),
        ("HTTP Status 401 - Unauthorized", None, "401"),
        ("<error>\n<message>Error 400: x</message></error>", "error", "400"),
        ("<html><head><title>403 Forbidden</title></head></html>", "html", "403"),
    ],
)
def test_answer_of_the_server_is_no_document(
    text: str, at: str | None, status: str
) -> None:
    (found,) = lint(text, operation="create")
    start, end = found.range.start.offset, found.range.end.offset
    explain = f"`ctct-lint explain {status}` says what it means"

    assert text[start:end] == (at or text.splitlines()[0])
    assert found.severity is Severity.ERROR
    assert (
        found.message
        == f"this is the answer {status} of a server, not a document for it"
    )
    assert found.help == (f"{explain}; check the document that was sent",)


def test_answer_is_worth_knowing_where_answers_are_checked() -> None:
    (found,) = lint("<error>Error 500</error>", operation="response")

    assert found.severity is Severity.INFORMATION
    assert found.message == "this is the answer 500 of a server, not a document for it"


@pytest.mark.parametrize(
    "text",
    ["Error 418: teapot", "<error>x</error>", "4000"],
)
def test_other_texts_are_no_answers(text: str) -> None:
    (found,) = lint(text, operation="create")

    assert "of a server" not in found.message
