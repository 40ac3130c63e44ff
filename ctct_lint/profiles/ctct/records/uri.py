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
_NAMES = {
    "#": "a second `#`",
    "%": "a `%` without two hexadecimal digits behind it",
}


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
    if scheme[1].lower() in {"http", "https"} and not _HOST.match(rest):
        return "it names no host"
    return ""
