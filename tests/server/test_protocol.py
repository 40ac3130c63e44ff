"""What the server makes of messages that are not as they should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from applied import at
from fixture_file import BAD
from lsp_client import RefusedError, framed

if TYPE_CHECKING:
    from server.conftest import Served

URI = "untitled:Untitled-1"
NOT_INITIALIZED, INVALID_REQUEST, PARSE_ERROR = -32002, -32600, -32700
METHOD_NOT_FOUND, INVALID_PARAMS, INTERNAL = -32601, -32602, -32603


def refused(client: Served, method: str, params: Any = None) -> int:
    with pytest.raises(RefusedError) as caught:
        client.ask(method, params)
    code: int = caught.value.code
    return code


def test_nothing_comes_before_initialize(client: Served) -> None:
    client.open(URI, BAD)
    assert refused(client, "textDocument/diagnostic", {}) == NOT_INITIALIZED
    assert refused(client, "shutdown") == NOT_INITIALIZED
    client.start()
    assert refused(client, "initialize", {"capabilities": {}}) == INVALID_REQUEST
    assert client.pull(URI)["items"] == []


def test_nothing_comes_after_shutdown(client: Served) -> None:
    client.start()
    client.ask("shutdown")
    assert refused(client, "shutdown") == INVALID_REQUEST
    client.open(URI, BAD)
    client.tell("exit")

    assert client.finish() == 0


def test_exit_comes_at_any_time(client: Served) -> None:
    client.tell("exit")

    assert client.finish() == 1


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"no json", PARSE_ERROR),
        (b"\xff\xfe", PARSE_ERROR),
        (b"[" * 100_000, PARSE_ERROR),
        (b"[]", INVALID_REQUEST),
        (b"7", INVALID_REQUEST),
        (b"null", INVALID_REQUEST),
    ],
)
def test_what_is_no_message_is_refused(client: Served, body: bytes, code: int) -> None:
    client.start()
    client.write(framed(body))
    with pytest.raises(RefusedError) as caught:
        client.answer(None)

    assert caught.value.code == code
    assert client.pull(URI)["items"] == []


@pytest.mark.parametrize(
    ("method", "params", "code"),
    [
        ("textDocument/diagnostic", None, INVALID_PARAMS),
        ("textDocument/diagnostic", {"textDocument": 7}, INVALID_PARAMS),
        ("textDocument/codeAction", {"range": at(-1, 0, 0, 0)}, INVALID_PARAMS),
        ("workspace/diagnostic", {}, INVALID_PARAMS),
        ("textDocument/makeCoffee", {}, METHOD_NOT_FOUND),
        ("textDocument/makeCoffee", None, METHOD_NOT_FOUND),
    ],
)
def test_request_that_is_wrong_is_refused_and_the_next_one_answered(
    client: Served, method: str, params: Any, code: int
) -> None:
    client.start()

    assert refused(client, method, params) == code
    assert client.pull(URI)["items"] == []


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"method": 7},
        {"id": 99},
        {"id": 99, "result": None},
        {"id": "x", "error": {"code": 1, "message": "no"}},
        {"method": "textDocument/didOpen", "params": None},
        {"method": "textDocument/didOpen", "params": {"textDocument": {}}},
        {"method": "textDocument/didChange", "params": {"contentChanges": 7}},
        {"method": "$/setTrace", "params": {"value": "verbose"}},
        {"method": "$/unknown", "params": {}},
        {"method": "initialized", "params": {}},
        {"method": "workspace/didChangeConfiguration", "params": {}},
        {"method": "workspace/didChangeWatchedFiles", "params": {"changes": []}},
        {
            "method": "textDocument/didClose",
            "params": {"textDocument": {"uri": "untitled:unknown"}},
        },
    ],
    ids=str,
)
def test_notification_that_is_wrong_is_passed_over(
    client: Served, message: dict[str, Any]
) -> None:
    client.start()
    client.send(**message)
    client.open(URI, BAD)

    assert client.pull(URI)["items"] != []


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0\x01\x02" * 50,
        "\ud800",
        "<",
        "<a",
        "<entry" * 500,
        "\ufeff<a/>",
        "\r\r\n\n",
    ],
)
def test_any_text_has_its_diagnostics(client: Served, text: str) -> None:
    client.start()
    client.open(URI, text)
    found = client.pull(URI)["items"]
    client.change(URI, 2, {"range": at(5, 5, 0, 0), "text": text})

    assert client.pull(URI)["items"] == found or text
    assert client.ask("shutdown") is None


@pytest.mark.parametrize(
    "uri",
    [
        "untitled:Untitled 1",
        "file:///c%3A/mails/a.xml",
        "file:///C:/mails/a%20b.xml",
        "vscode-notebook-cell://x/y#z",
        "file://",
        "http://[",
        "",
        "%",
        "file:///a%00b.xml",
    ],
)
def test_document_at_any_uri_is_checked(client: Served, uri: str) -> None:
    client.start()
    client.open(uri, BAD)

    assert [d["code"] for d in client.diagnostics(uri, 1)] == [
        "CTC401",
        "CTC405",
        "CTC203",
    ]


def test_requests_may_be_answered_out_of_order(client: Served) -> None:
    client.start()
    client.open(URI, BAD * 30)
    first = client.begin("textDocument/diagnostic", {"textDocument": {"uri": URI}})
    second = client.begin("workspace/makeCoffee", {})
    with pytest.raises(RefusedError):
        client.answer(second)

    assert client.answer(first)["items"]
