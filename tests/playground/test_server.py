"""The server of the playground: what it gives out, and whom it refuses."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread
from typing import NamedTuple

import pytest
from fixture_file import BAD

from ctct_lint.playground.guard import LARGEST
from ctct_lint.playground.server import Playground

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
JSON = {"Content-Type": "application/json"}


class Answer(NamedTuple):
    """A status, headers by lower-case name, and a body."""

    status: int
    headers: dict[str, str]
    body: str


@pytest.fixture(scope="module")
def server() -> Iterator[Playground]:
    with Playground(["ctct"], "</script><script>") as playground:
        thread = Thread(target=playground.serve_forever)
        thread.start()
        yield playground
        playground.shutdown()
        thread.join()


def asked(
    server: Playground, path: str, body: str | None = None, **headers: str
) -> Answer:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    method = "GET" if body is None else "POST"
    connection.request(method, path, body, given)
    response = connection.getresponse()
    read = {name.lower(): value for name, value in response.getheaders()}
    answer = Answer(response.status, read, response.read().decode("utf-8"))
    connection.close()
    return answer


@pytest.mark.parametrize(
    ("path", "kind", "has"),
    [
        ("/", "text/html", "<title>ctct-lint playground</title>"),
        ("/style.css", "text/css", "text-decoration: underline wavy"),
        ("/script.js", "text/javascript", '"use strict";'),
        ("/rules/CTC203", "text/html", "<h1>CTC203 invalid-enum-value</h1>"),
        ("/rules/missing-state", "text/html", "<h1>CTC401 missing-state</h1>"),
    ],
)
def test_pages_and_files_are_given_out(
    server: Playground, path: str, kind: str, has: str
) -> None:
    answer = asked(server, path)

    assert answer.status == 200
    assert answer.headers["content-type"] == f"{kind}; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert has in answer.body


def test_a_document_that_the_page_begins_with_is_no_markup(server: Playground) -> None:
    (choices,) = re.findall(r'id="choices">(.*)</script>', asked(server, "/").body)

    assert json.loads(choices) == {
        "profiles": ["auto", "ctct"],
        "operations": ["auto", "create", "update", "response"],
        "text": "</script><script>",
    }


def test_questions_are_answered(server: Playground) -> None:
    question = json.dumps({"text": BAD, "operation": "create"})
    checked = asked(server, "/check", question, **JSON)
    mended = asked(server, "/fix", question, **JSON)

    found = json.loads(checked.body)["diagnostics"]
    assert [d["code"] for d in found] == ["CTC401", "CTC405", "CTC203"]
    assert json.loads(mended.body)["made"] == 1


@pytest.mark.parametrize(
    "path", ["/rules/CTC999", "/rules/../page.html", "/etc", "/a/"]
)
def test_there_is_nothing_else(server: Playground, path: str) -> None:
    assert asked(server, path).status == 404
    assert asked(server, path, "{}", **JSON).status == 404


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example:80"}, 421),
        ({"Host": "127.0.0.1"}, 421),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Sec_Fetch_Site": "same-site"}, 403),
    ],
)
def test_pages_of_others_are_refused(
    server: Playground, headers: dict[str, str], status: int
) -> None:
    assert asked(server, "/", **headers).status == status
    assert asked(server, "/check", "{}", **{**JSON, **headers}).status == status


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_the_page_itself_is_not_refused(server: Playground, name: str) -> None:
    host = f"{name}:{server.server_port}"
    headers = {
        "Host": host,
        "Origin": f"http://{host}",
        "Sec_Fetch_Site": "same-origin",
    }

    assert (
        asked(server, "/check", '{"text": "<a/>"}', **{**JSON, **headers}).status == 200
    )


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        ("{}", {}, 415),
        ("{}", {"Content-Type": "text/plain"}, 415),
        ("", {**JSON, "Content-Length": "x"}, 411),
        ("", {**JSON, "Content-Length": "-1"}, 411),
        ("", {**JSON, "Content-Length": str(LARGEST + 1)}, 413),
        ("", {**JSON, "Content-Length": "9" * 5000}, 413),
        ("{", JSON, 400),
        ("[]", JSON, 400),
        ("[" * 100_000, JSON, 400),
        ("{}", JSON, 400),
    ],
)
def test_what_is_no_question_is_refused(
    server: Playground, body: str, headers: dict[str, str], status: int
) -> None:
    assert asked(server, "/check", body, **headers).status == status


def test_it_is_served_to_this_machine_only(server: Playground) -> None:
    assert server.url == f"http://127.0.0.1:{server.server_port}/"
    assert server.socket.getsockname()[0] == "127.0.0.1"


def test_a_port_that_is_taken_is_an_error(server: Playground) -> None:
    with pytest.raises(OSError, match="in use"):
        Playground(["ctct"], port=server.server_port)


def test_who_leaves_in_the_middle_does_not_end_it(server: Playground) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port)) as leaving:
        leaving.sendall(b"POST /check HTTP/1.1\r\nHost: 127.0.0.1\r\n")

    assert asked(server, "/").status == 200


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ConnectionResetError(104, "reset by peer"), ""),
        (TimeoutError("timed out"), ""),
        (ValueError("a\x1b"), "ctct-lint: internal error: ValueError('a\\x1b')\n"),
    ],
)
def test_what_went_wrong_is_a_line_unless_somebody_left(
    server: Playground, capsys: pytest.CaptureFixture[str], error: Exception, said: str
) -> None:
    try:
        raise error
    except (OSError, ValueError):
        server.handle_error(None, ("127.0.0.1", 1))

    assert capsys.readouterr().err == said


@pytest.mark.skipif(not CHROMIUM, reason="needs Chromium")
def test_a_browser_underlines_what_is_wrong(tmp_path: Path) -> None:
    assert CHROMIUM
    options = (
        "--headless --no-sandbox --disable-gpu --no-first-run --disable-quic"
        " --disable-background-networking --disable-component-update --disable-sync"
        " --virtual-time-budget=10000 --dump-dom"
    )
    with Playground(["ctct"], BAD) as playground:
        thread = Thread(target=playground.serve_forever)
        thread.start()
        profile = f"--user-data-dir={tmp_path}"
        page = subprocess.run(
            [CHROMIUM, *options.split(), profile, playground.url],
            capture_output=True,
            encoding="utf-8",
            check=False,
        ).stdout
        playground.shutdown()
        thread.join()

    assert re.findall(r'<mark class="(\w+)">(.*?)</mark>', page) == [
        ("error", "Campaign"),
        ("warning", "2011-10-03T06:30:00 02:00"),
        ("error", "choose_one"),
    ]
    assert re.findall(r'<p id="summary".*?>(.*?)</p>', page) == ["2 errors, 1 warning"]
