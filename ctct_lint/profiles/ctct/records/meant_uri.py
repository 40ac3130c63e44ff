"""What differs in an id that is almost the URI of a list or an address."""

from __future__ import annotations

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.profiles.ctct.records.ids import is_uri_of
from ctct_lint.profiles.ctct.resources import CHECKED
from ctct_lint.rules.characters import named
from ctct_lint.rules.wording import article, quoted
from ctct_lint.text.patterns import lazy
from ctct_lint.text.spelling import closest
from ctct_lint.text.white_space import is_invisible

_PARTS = lazy(r"(https?://[^/]+/ws/customers/[^/]+/)(.+)")
# Between digits something else may have stood.
_IN_NUMBER = lazy(r"\d[^\w/]+\d")


class Slip(NamedTuple):
    """What is wrong with an id, in words.

    meant  the URI that was meant, "" where that is not known
    title  what the fix does
    """

    message: str
    meant: str
    title: str


def slip_in(owner: str, value: str) -> Slip | None:
    """Return what of a value is not as in a URI of such an element, if that is clear.

    owner  `ContactList` or `Email`; the value is no URI of one
    """
    what = f"{article(owner)} `{owner}`"
    odd = next((c for c in value if _is_odd(c)), "")
    if odd:
        return _without_odd(owner, value, what, named(odd))
    bare = value.rstrip("/")
    if is_uri_of(owner, bare):
        message = f"the URI of {what} must not end with a `/`"
        return Slip(message, bare, "remove the `/`")
    return _in_path(value, CHECKED[owner].path)


def _is_odd(character: str) -> bool:
    return character.isspace() or is_invisible(character)


def _without_odd(owner: str, value: str, what: str, character: str) -> Slip | None:
    """Return that a value is a URI but for blanks and the like, if it is."""
    meant = "".join(c for c in value if not _is_odd(c)).rstrip("/")
    if not is_uri_of(owner, meant):
        return None
    title = f"remove {character.replace('a ', 'the ', 1)}"
    message = f"the URI of {what} must not hold {character}"
    return Slip(message, "" if _IN_NUMBER.search(value) else meant, title)


def _in_path(value: str, path: str) -> Slip | None:
    """Return that the path behind the user is another one."""
    parts = _PARTS.fullmatch(value)
    if parts is None:
        return None
    base, end = parts.groups()
    own, _, number = end.rstrip("/").rpartition("/")
    right = f"{path}/{number}"
    is_clear = _is_slip(own, path) and number.isdecimal()
    message = f"{quoted(end)} at the end of the URI is not `{path}/{{n}}`"
    return Slip(message, base + right if is_clear else "", f"write {quoted(right)}")


def _is_slip(own: str, path: str) -> bool:
    return own.count("/") == path.count("/") and closest(own, (path,)) is not None
