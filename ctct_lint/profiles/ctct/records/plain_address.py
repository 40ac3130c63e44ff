"""E-mail addresses of a form that needs no second look, as nearly all are."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.profiles.ctct.names import ctct
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_ADDRESS = ctct("EmailAddress")
_HOLDERS = ("FromEmail", "ReplyToEmail")
FREQUENT = ("com", "net", "org", "edu", "gov", "us", "ca", "uk", "de", "fr", "au")
# Those that are kept for examples and tests.
RESERVED = ("example", "test", "invalid", "localhost")
SHORTEST = 6  # of the v2 interface
_LONGEST_LOCAL = 64
_WORD = r"[A-Za-z0-9]+"
_PLAIN = lazy(rf"{_WORD}(?:[._-]{_WORD})*@{_WORD}(?:[.-]{_WORD})*\.[A-Za-z]{{2,24}}")


def has_plain_form(address: str) -> bool:
    """Is there nothing to say of an address but of its top-level domain?"""
    is_usual = SHORTEST <= len(address) <= _LONGEST_LOCAL
    return is_usual and _PLAIN.fullmatch(address) is not None


def last_part(address: str) -> str:
    """Return the last part of the domain of an address, in small letters."""
    return address.rpartition(".")[2].lower()


@lru_cache(maxsize=256)
def _is_plain(address: str) -> bool:
    return has_plain_form(address) and last_part(address) in (*FREQUENT, *RESERVED)


def addresses_in(fields: Mapping[str, _Element]) -> list[_Element]:
    """Return the addresses among the fields of a campaign."""
    holders = [fields[name] for name in _HOLDERS if name in fields]
    return [one for holder in holders for one in holder if one.tag == _ADDRESS]


def has_odd_address(fields: Mapping[str, _Element]) -> bool:
    """Is one of the addresses not plainly in order?"""
    return not all(map(_is_plain, [one.text or "" for one in addresses_in(fields)]))
