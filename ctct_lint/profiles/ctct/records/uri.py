"""What is wrong with a URI, if anything: RFC 3986, as strict parsers take it.

Characters beyond ASCII are let in, as in an IRI (RFC 3987), but for those that nobody
sees. What a scheme makes of the rest is its own business, `http` excepted.
"""

from __future__ import annotations

from functools import lru_cache

from ctct_lint.text.patterns import lazy
from ctct_lint.text.white_space import is_invisible

_SCHEME = lazy(r"([A-Za-z][A-Za-z0-9+.-]*):")
_FORBIDDEN = lazy(r'[\x00-\x20\x7f"<>\\^`{|}]|%(?![0-9A-Fa-f]{2})|#(?=[^#]*#)')
_HOST = lazy(r"//(?:[^/?#@]*@)?[^/?#:@]")
_OPEN = lazy(r"//(?:[^/?#@]*@)?\[[^/?#\]]*(?:[/?#]|\Z)")
_LITERAL = lazy(r"//(?:[^/?#@]*@)?\[[^/?#\]]*\]")
_PORT = lazy(r"//(?:[^/?#@]*@)?(?:\[[^\]]*\]|[^/?#:\[]*):([^/?#@]*)(?=[/?#]|\Z)")
_URN = lazy(r"[A-Za-z0-9][A-Za-z0-9-]*:[^?#]")
_DIGITS = lazy(r"[0-9]{1,5}")
_MOST_OF_PORT = 65_535
_NAMES = {"#": "a second `#`", "%": "a `%` without two hexadecimal digits behind it"}


@lru_cache(maxsize=256)
def trouble_with_uri(uri: str) -> str:
    """Return what is wrong with a URI, in words about "it"; "" for a good one.

    It is given without white space around it.
    """
    scheme = _SCHEME.match(uri)
    if scheme is None:
        return "it has no scheme, such as `http:` or `data:`"
    if len(scheme[1]) == 1:
        return f"`{scheme[0]}` is a drive, not the scheme of a URI"
    odd = _FORBIDDEN.search(uri) or next(filter(is_invisible, uri), None)
    if odd is not None:
        from ctct_lint.rules.characters import named

        return f"it holds {_NAMES.get(odd[0]) or named(odd[0])}"
    rest = uri[scheme.end() :]
    if not rest:
        return f"nothing follows `{scheme[0]}`"
    return _trouble_with_host(scheme[1].lower(), rest)


def _trouble_with_host(scheme: str, rest: str) -> str:
    if scheme in {"http", "https"} and not _HOST.match(rest):
        return "it names no host"
    return "the `[` before its host is not closed" if _OPEN.match(rest) else ""


@lru_cache(maxsize=256)
def doubt_about_uri(uri: str) -> str:
    """Return what not every parser minds in a URI without trouble; "" for nothing."""
    scheme, _, rest = uri.partition(":")
    if scheme.lower() == "urn":
        return "" if _URN.match(rest) else "a URN has a name behind `urn:` and its kind"
    port = _PORT.match(rest)
    if port and port[1] and not _is_port(port[1]):
        return f"`{port[1]}` is not the number of a port"
    odd = next((c for c in _LITERAL.sub("", rest, 1) if c in "[]"), "")
    return f"it holds a `{odd}`" if odd else ""


def _is_port(written: str) -> bool:
    found = _DIGITS.fullmatch(written)
    return found is not None and int(written) <= _MOST_OF_PORT
