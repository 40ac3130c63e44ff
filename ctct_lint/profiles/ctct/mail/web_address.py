"""What is wrong with the address of a link or an image, for a mail's purposes.

A mail has no page that a relative address could be resolved against, and is read on
other machines than the one that it was written on. Sources: RFC 3986; the URL
standard for what browsers put up with.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.profiles.ctct.mail.placeholders import placeholder_in_uri

EMPTY, RELATIVE, UNSCHEMED = "empty", "relative", "unschemed"
MALFORMED, LOCAL, SCRIPT, EMBEDDED = "malformed", "local", "script", "embedded"

# Two thousand characters is what a link may have in practice; of an embedded image
# the first ones say enough.
_LONGEST = 2000
_QUOTES = "\"'`\u2018\u2019\u201c\u201d\u201e"
# In a tag they can be references.
_QUOTE = rf"(?:[{_QUOTES}]|&(?:quot|[lr][sd]quo|#(?:34|39|821[678]|822[012]));)"
_BLANKS = " \t\r\n\f"
_WEB = frozenset({"http", "https", "ftp"})
_SCHEMES = ("http", "https", "mailto")
_OWN = r"(?:.*\.)?localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1\]"
_PRIVATE = (
    r"(?:10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+){2,3}"
    r"|.*\.(?:local|internal|intranet|lan|corp|home)|[^.\[]*"
)
_KINDS = {
    "javascript": (SCRIPT, "a script"),
    "vbscript": (SCRIPT, "a script"),
    "file": (LOCAL, "a file on one computer"),
    "data": (EMBEDDED, "the data itself"),
}


class Verdict(NamedTuple):
    """What is wrong; `mend` is a pattern and what to put in its place, if that is sure.

    kind  one of the constants above, for one rule each
    what  what the address is or has, as part of a sentence
    is_read  do browsers read it as if it were mended?
    is_around  is it the white space around the address?
    """

    kind: str
    what: str
    mend: tuple[str, str] | None = None
    is_read: bool = False
    is_around: bool = False


_PADDED = Verdict(
    MALFORMED,
    "has white space around it",
    (r"^[ \t\r\n\f]+|[ \t\r\n\f]+$", ""),
    is_read=True,
    is_around=True,
)
_FILE = Verdict(LOCAL, "a file on one computer")
_LOCALHOST = Verdict(LOCAL, "the reader's own computer")
_TLD = r"(?:com|org|net|edu|gov|info|biz|co\.uk)(?=[/:?#]|$)"
# How an address without a scheme can begin, in this order; case does not count.
_STARTS = (
    (r"\\\\", _FILE),
    (r"localhost(?=[/:]|$)|127\.0\.0\.1", _LOCALHOST),
    (
        r"https?[;.,]?//",
        Verdict(
            MALFORMED,
            "has no `:` behind its scheme",
            (r"(?i)^(\s*https?)[;.,]?//", r"\1://"),
        ),
    ),
    (r"://", Verdict(UNSCHEMED, "`http` or `https`", (r"^\s*(?=:)", "http"))),
    (r"//", Verdict(UNSCHEMED, "`http:` or `https:`", (r"^\s*(?=//)", "http:"))),
    (
        rf"www\d?\.[\w-]|(?:[a-z0-9-]+\.)+{_TLD}",
        Verdict(UNSCHEMED, "`http://` or `https://`", (r"^\s*", "http://")),
    ),
    (
        r"[^/@\s:?#]+@[^/@\s?]+\.[a-z]+(?:\?|$)",
        Verdict(UNSCHEMED, "`mailto:`", (r"^\s*", "mailto:")),
    ),
)


def judge(address: str) -> Verdict | None:
    """Return what is wrong with an address, whose references are resolved, or None.

    An address with a placeholder is not judged, nor one of the service's own, which
    begins with `$`.
    """
    return _judge(address[:_LONGEST])


def mended(address: str, verdict: Verdict) -> str | None:
    """Return the address, as HTML writes it, without the fault; None if unsure."""
    if verdict.mend is None or len(address) > _LONGEST:
        return None
    from html import unescape

    better = re.sub(*verdict.mend, address)
    return better if judge(unescape(better)) is None else None


@lru_cache(maxsize=1024)
def _judge(address: str) -> Verdict | None:
    bare = address.strip(_BLANKS)
    if not bare:
        return Verdict(EMPTY, "empty")
    if bare[0] in "#$" or placeholder_in_uri(bare):
        return None
    if bare[0] in _QUOTES:
        quotes = rf"^\s*{_QUOTE}+|{_QUOTE}+\s*$"
        return Verdict(MALFORMED, "begins with a quotation mark", (quotes, ""))
    scheme, colon, rest = bare.partition(":")
    # `tel:6175551234` has a scheme; of hosts only this one has no dot.
    is_port = scheme.lower() == "localhost" and re.match(r"\d+(?:/|$)", rest)
    if colon and not is_port and re.fullmatch(r"[A-Za-z][A-Za-z0-9+-]*", scheme):
        found = _with_scheme(scheme.lower(), rest)
    else:
        found = _without_scheme(bare)
    if found is None and bare != address:
        return _PADDED
    return found


def _with_scheme(scheme: str, rest: str) -> Verdict | None:
    if scheme in _WEB:
        return next((v for look in _LOOKS if (v := look(rest))), None)
    if scheme in _KINDS:
        return Verdict(*_KINDS[scheme])
    if len(scheme) == 1:
        return _FILE
    if scheme == "mailto":
        return _mailto(rest)
    meant = _scheme_meant(scheme) if rest.startswith("//") else None
    if meant is None:
        return None
    mend = (r"^(\s*)[A-Za-z0-9+-]+", rf"\g<1>{meant}")
    return Verdict(MALFORMED, f"has `{scheme}` for `{meant}`", mend)


def _mailto(rest: str) -> Verdict | None:
    """Look at the addresses; a mail that the reader is to address himself has none."""
    if rest.startswith("//"):
        mend = (r"(?i)(mailto:)/+", r"\1")
        return Verdict(MALFORMED, "has `//` behind `mailto:`", mend)
    addresses, _, more = rest.partition("?")
    if not addresses:
        return None if more else Verdict(EMPTY, "empty")
    if "$" in rest or all(map(_is_mail, addresses.split(","))):
        return None
    return Verdict(MALFORMED, "has no e-mail address behind `mailto:`")


def _is_mail(address: str) -> bool:
    from urllib.parse import unquote

    return re.search(r"[^@\s]@[^@\s]+\.[^@\s.]", unquote(address)) is not None


def _scheme_meant(scheme: str) -> str | None:
    from ctct_lint.text.slips import is_slip
    from ctct_lint.text.spelling import closest

    slips = (known for known in _SCHEMES if is_slip(scheme, known))
    return next(slips, None) or closest(scheme, _SCHEMES)


def _without_scheme(bare: str) -> Verdict:
    found = (v for pattern, v in _STARTS if re.match(pattern, bare, re.IGNORECASE))
    return next(found, Verdict(RELATIVE, "relative"))


# ------------------------------------------------------------ http and https


def _slashes(rest: str) -> Verdict | None:
    """Look at the slashes behind `http:`."""
    if "\\" in rest:
        return Verdict(MALFORMED, "has backslashes", (r"\\", "/"))
    number = len(rest) - len(rest.lstrip("/"))
    if number != len("//"):
        what = {0: "no slashes", 1: "one slash"}.get(number, f"{number} slashes")
        mend = (r"^(\s*[A-Za-z]+:)/*", r"\1//")
        return Verdict(MALFORMED, f"has {what} behind the scheme", mend)
    if re.match(r"https?(?::|//)", rest[2:], re.IGNORECASE):
        mend = (r"(?i)^(\s*)[a-z]+:/+(https?):?/*", r"\1\2://")
        return Verdict(MALFORMED, "has its scheme twice", mend)
    return None


def _authority(rest: str) -> Verdict | None:
    """Look at the host and the port: `//` is before them."""
    host, port = _host_and_port(rest)
    if not re.fullmatch(r"[\w-]+(?:\.[\w-]+)*\.?|\[[0-9a-fA-F:.]+\]", host):
        return Verdict(MALFORMED, "has no sound host name")
    if not re.fullmatch(r"\d{0,5}", port):
        return Verdict(MALFORMED, "has a port that is no number")
    host = host.lower().rstrip(".")
    if re.fullmatch(_OWN, host):
        return _LOCALHOST
    if re.fullmatch(_PRIVATE, host):
        return Verdict(LOCAL, "a private network")
    return None


def _blanks(rest: str) -> Verdict | None:
    """Look at white space, which browsers take away or write as `%20`."""
    if not re.search(r"\s", rest):
        return None
    mend = None if re.search(r"[\t\r\n\f]", rest) else (r"(?<=\S) (?=.*\S)", "%20")
    return Verdict(MALFORMED, "has white space in it", mend, is_read=True)


_LOOKS = (_slashes, _authority, _blanks)


def _host_and_port(rest: str) -> tuple[str, str]:
    authority = re.split(r"[/?#]", rest[2:], maxsplit=1)[0].rpartition("@")[2]
    if authority.startswith("["):
        host, bracket, port = authority.partition("]")
        return host + bracket, port.removeprefix(":")
    host, _, port = authority.partition(":")
    return host, port
