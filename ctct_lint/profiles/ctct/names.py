"""The namespaces of the service, and names in them."""

from __future__ import annotations

from functools import lru_cache

ATOM = "http://www.w3.org/2005/Atom"
CTCT = "http://ws.constantcontact.com/ns/1.0/"
# Of the service document (RFC 5023).
APP = "http://www.w3.org/2007/app"
# The `type` of the content of an entry, but for those of the library and the events.
CONTENT_TYPE = "application/vnd.ctct+xml"
# More than the schemas have.
_MOST_NAMES = 1000


def atom(local: str) -> str:
    """Return the Atom name in lxml's spelling."""
    return f"{{{ATOM}}}{local}"


def ctct(local: str) -> str:
    """Return the Constant Contact name in lxml's spelling."""
    return f"{{{CTCT}}}{local}"


class _Names(dict[str, str]):
    """The local names of tags in a namespace, by tag; "" for those in another one."""

    def __init__(self, own: str) -> None:
        self._own = own

    def __missing__(self, tag: str) -> str:
        name = tag[len(self._own) :] if tag.startswith(self._own) else ""
        if len(self) < _MOST_NAMES:
            self[tag] = name
        return name


@lru_cache(maxsize=16)
def local_names_in(own: str) -> _Names:
    """Return the local names of tags in a namespace, which is given in its braces."""
    return _Names(own)
