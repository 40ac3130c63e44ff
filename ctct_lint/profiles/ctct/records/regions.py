"""A region of a country without states: which element it belongs in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import renamed, value_of
from ctct_lint.profiles.ctct.facts import code_list, nearly_called
from ctct_lint.rules.base import Proposal, guess
from ctct_lint.rules.wording import quoted
from ctct_lint.schema.names import has_text, local_name, with_prefix
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from ctct_lint.model.place import Place

STATE, REGION = "OrganizationState", "OrganizationInternationalState"
# The elements of a state, of a country and of a region abroad, by payload.
PARTS = {
    "Campaign": (STATE, "OrganizationCountry", REGION),
    "Contact": ("StateCode", "CountryCode", "StateName"),
}
PUERTO_RICO = "PR"
_COUNTRY = "OrganizationCountry"
# The countries with states, and the lists of these.
STATES_OF = {"us": "UsStateCode", "ca": "CanadianProvinceCode"}


def country_abroad(element: _Element) -> _Element | None:
    """Return the country beside a state, if it is surely one that has no states.

    A country that is not known, or not said, may be any.
    """
    if local_name(element) != STATE:
        return None
    country = _beside(element, _COUNTRY)
    if country is None:
        return None
    said = trimmed(country.text)
    code = said.lower()
    if code not in code_list("CountryCode"):
        code = nearly_called(said, code_list("CountryCode"))
    return country if code and code not in STATES_OF else None


def objection(state: _Element, code: str) -> str:
    """Return what to do instead of writing a code that does not fit, or "".

    state  the element of a state; of any other element nothing is known
    """
    name = local_name(state)
    country_name = {first: second for first, second, _ in PARTS.values()}.get(name)
    if country_name is None or not code:
        return ""
    if code == PUERTO_RICO:
        return f"leave `{name}` empty and write `pr` in `{country_name}`"
    country = _beside(state, country_name)
    said = "" if country is None else trimmed(country.text).lower()
    if said not in code_list("CountryCode") or is_state_of(code, said):
        return ""
    return f"{quoted(code)} is no state of {quoted(said)}: correct it or the country"


def is_state_of(code: str, country: str) -> bool:
    """Is it a state of a country, both in the spelling of their lists?"""
    return country in STATES_OF and code in code_list(STATES_OF[country])


def is_state(value: str) -> bool:
    """Is it a code of a state or a province?"""
    code = value.upper()
    lists = map(code_list, STATES_OF.values())
    return any(code in codes for codes in lists)


def moved_to_region(state: _Element) -> Iterator[Proposal]:
    """Yield the fix that takes a state for the region that it is.

    It changes names with a region that is there and empty. If that has a text, one of
    the two is too many.
    """
    region = _beside(state, REGION)
    if region is not None and (has_text(region.text) or len(region)):
        title = f"remove the text of {quoted(STATE)}"
        yield guess(title, (value_of(state), ""))
    else:
        swapped = () if region is None else _renamed(region, STATE)
        title = f"rename it to {quoted(REGION)}"
        yield guess(title, *_renamed(state, REGION), *swapped)


def _renamed(element: _Element, name: str) -> tuple[tuple[Place, str], ...]:
    return renamed(element, with_prefix(element, name))


def _beside(element: _Element, name: str) -> _Element | None:
    """Return the sibling of a local name."""
    parent = element.getparent()
    found = () if parent is None else parent.iterchildren("{*}" + name)
    return next(iter(found), None)
