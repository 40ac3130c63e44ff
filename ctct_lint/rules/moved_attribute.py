"""The fix for an attribute of no known name whose value has a place elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.place import attribute_name
from ctct_lint.rules.base import Proposal, guess
from ctct_lint.rules.insertion import in_place
from ctct_lint.rules.moved_text import written_home
from ctct_lint.rules.wording import child_tag, child_with, quoted
from ctct_lint.schema.matching.text_home import certain_home, text_called, uris_in
from ctct_lint.schema.names import local_name, local_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.schema.facts.facts import Facts


_URI = ("http:", "https:", "/")


def moved_attribute(element: _Element, name: str, facts: Facts) -> Proposal | None:
    """Return the fix that keeps the value, None if it has no place."""
    if name == misnamed_id(element, facts):
        return guess("rename it to `id`", (attribute_name(element, name), "id"))
    return _as_child(element, name, facts) or _as_named(element, name, facts)


def misnamed_id(element: _Element | None, facts: Facts) -> str:
    """Return the attribute that has the URI that the element lacks as its `id`."""
    if element is None or "id" in element.attrib:
        return ""
    owner = local_name(element)
    for name, value in element.attrib.items():
        uri = str(value)
        if uri.startswith(_URI) and len(uris_in(facts, uri, owner)) == 1:
            return str(name)
    return ""


def _as_child(element: _Element, name: str, facts: Facts) -> Proposal | None:
    """Take the attribute for the child that it is called like."""
    value, present = element.get(name, ""), frozenset(map(local_name, element))
    fact = text_called(facts, local_of(name), local_name(element), present)
    if fact is None:
        return None
    written = child_with(element, fact.name, value)
    moved = in_place(facts, element, fact.name, written)
    title = f"make it the element {quoted(child_tag(element, fact.name))}"
    return guess(title, (attribute_name(element, name), ""), moved)


def _as_named(element: _Element, name: str, facts: Facts) -> Proposal | None:
    """Take the attribute for what its value tells that it is, in a child."""
    value, owner = element.get(name, ""), local_name(element)
    present = frozenset(map(local_name, element))
    home = certain_home(facts, value, owner, present, name)
    if home is None:
        return None
    written = written_home(element, home, value)
    moved = in_place(facts, element, home.name, written)
    tag = quoted(child_tag(element, home.name))
    title = f"make it the `id` of {tag}" if home.ids else f"make it the element {tag}"
    return guess(title, (attribute_name(element, name), ""), moved)
