"""The namespaces of the service, and names in them."""

from __future__ import annotations

ATOM = "http://www.w3.org/2005/Atom"
CTCT = "http://ws.constantcontact.com/ns/1.0/"
# Of the service document (RFC 5023).
APP = "http://www.w3.org/2007/app"
# The `type` of the content of an entry, but for those of the library and the events.
CONTENT_TYPE = "application/vnd.ctct+xml"


def atom(local: str) -> str:
    """Return the Atom name in lxml's spelling."""
    return f"{{{ATOM}}}{local}"


def ctct(local: str) -> str:
    """Return the Constant Contact name in lxml's spelling."""
    return f"{{{CTCT}}}{local}"
