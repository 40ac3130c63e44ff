"""Which requests are answered: those of a page that this server sent itself.

A page of another site can send requests to this machine, and one whose name is made to
lead here (DNS rebinding) can read the answers: the first has another `Origin`, the
second another `Host`.
"""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import Message

LARGEST = 10 << 20  # bytes of a question; in Base64, about 7.5 MB of a document
_NAMES = ("127.0.0.1", "localhost")
_JSON = "application/json"


def refused(headers: Message, port: int) -> HTTPStatus | None:
    """Return the status for a request that is not from the page itself, or None."""
    own = {f"{name}:{port}" for name in _NAMES}
    if headers.get("Host", "") not in own:
        return HTTPStatus.MISDIRECTED_REQUEST
    origin = headers.get("Origin")
    if origin is not None and origin not in {f"http://{name}" for name in own}:
        return HTTPStatus.FORBIDDEN
    site = headers.get("Sec-Fetch-Site", "same-origin")
    return None if site in {"same-origin", "none"} else HTTPStatus.FORBIDDEN


def unread(headers: Message) -> HTTPStatus | None:
    """Return the status for a body that is not read, or None.

    No form can send JSON: whoever does was allowed to by this server.
    """
    if headers.get("Content-Type", "").partition(";")[0].strip() != _JSON:
        return HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    size = headers.get("Content-Length", "")
    if not (size.isascii() and size.isdigit()):
        return HTTPStatus.LENGTH_REQUIRED
    too_large = len(size) > len(str(LARGEST)) or int(size) > LARGEST
    return HTTPStatus.REQUEST_ENTITY_TOO_LARGE if too_large else None
