"""The server of the page: on 127.0.0.1 only, and for its own page only."""

from __future__ import annotations

import json
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from typing import TYPE_CHECKING, Any

from ctct_lint.playground.answers import Answers, BadQuestionError
from ctct_lint.playground.guard import refused, unread
from ctct_lint.playground.pages import pages
from ctct_lint.profiles.registry import operations
from ctct_lint.session.request import AUTO
from ctct_lint.session.streams.complain import complain

if TYPE_CHECKING:
    from collections.abc import Sequence

ADDRESS = "127.0.0.1"
_SECONDS = 30  # how long a request may take to come in
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


class Playground(ThreadingHTTPServer):
    """Serves the page on 127.0.0.1, at the given port or, for 0, a free one.

    profiles  the names of those to choose from
    text      the document that the page begins with

    Raises OSError if the port is taken.
    """

    daemon_threads = True

    def __init__(self, profiles: Sequence[str], text: str = "", port: int = 0) -> None:
        super().__init__((ADDRESS, port), _Handler)
        self.answers = Answers(profiles)
        choices = {
            "profiles": [AUTO, *profiles],
            "operations": [AUTO, *operations()],
            "text": text,
        }
        self.page = pages(choices)
        # One document at a time: the memory that they take is bounded so.
        self.turn = Lock()

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://{ADDRESS}:{self.server_port}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say in a line what went wrong, unless somebody has left in the middle."""
        del request, client_address
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            complain(f"internal error: {error!r}")


class _Handler(BaseHTTPRequestHandler):
    """Answers one request; `server` is the playground."""

    server: Playground
    server_version = "ctct-lint"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = _SECONDS

    def do_GET(self) -> None:
        """Give out a page."""
        if status := refused(self.headers, self.server.server_port):
            self._say(status)
        elif page := self.server.page(self.path):
            self._send(HTTPStatus.OK, page.kind, page.body)
        else:
            self._say(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        """Answer a question."""
        asked = {"/check": self.server.answers.check, "/fix": self.server.answers.fix}
        status = refused(self.headers, self.server.server_port) or unread(self.headers)
        if status or self.path not in asked:
            self._say(status or HTTPStatus.NOT_FOUND)
            return
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            question = _question(body)
            with self.server.turn:
                answer = asked[self.path](question)
        except BadQuestionError as error:
            self._send(HTTPStatus.BAD_REQUEST, "text/plain", f"{error}\n")
            return
        self._send(HTTPStatus.OK, "application/json", json.dumps(answer))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the terminal is for who started the server."""

    def _say(self, status: HTTPStatus) -> None:
        """Refuse, and read no more: a body may be waiting."""
        self.close_connection = True
        self._send(status, "text/plain", f"{status.phrase}\n")

    def _send(self, status: HTTPStatus, kind: str, body: str) -> None:
        data = body.encode("utf-8", "replace")
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(data)


def _question(body: bytes) -> dict[str, Any]:
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        raise BadQuestionError("a question is JSON") from None
    if not isinstance(read, dict):
        raise BadQuestionError("a question is a JSON object")
    return read
