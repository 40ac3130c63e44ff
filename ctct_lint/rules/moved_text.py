"""The fix for a text between elements whose right place is known: nothing is lost."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.model.place import Part, after_name, end_of, renamed, whole
from ctct_lint.rules.base import Proposal, guess
from ctct_lint.rules.wording import child_tag, child_with, escaped, quoted
from ctct_lint.schema.matching.text_home import Home, certain_home, home_of, is_id
from ctct_lint.schema.names import local_name
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.model.place import Place
    from ctct_lint.schema.facts.facts import Facts

# Who has more children than that has many of one name.
_MOST = 256


def moved_text(at: Place, text: str, facts: Facts, name: str) -> Proposal | None:
    """Return the fix that puts a text where it belongs, None if that is not known.

    name  of the child that it is meant for, where the schema tells it
    """
    holder = at.element
    if holder is not None and at.part is Part.TAIL:
        holder = holder.getparent()
    if holder is None:
        return None
    home = Home(name) if name else _home(holder, text, facts)
    if home is None:
        return _beside(at, text, facts)
    return _wrapped(holder, at, text, home)


def id_in_text(holder: _Element, facts: Facts) -> str:
    """Return the text of an element that lacks it as its `id`, "" if it is none.

    It is a URI of such elements, or the number that one ends with.
    """
    text = trimmed(holder.text or "")
    is_free = "id" not in holder.attrib
    return text if is_free and is_id(text, local_name(holder), facts) else ""


def meant_element(stranger: _Element, facts: Facts) -> Proposal | None:
    """Return the fix that makes of a stranger what its text tells that it is.

    None if the text tells nothing, or the start tag says more than a name.
    """
    parent, text = stranger.getparent(), trimmed(stranger.text)
    if parent is None or len(stranger) or stranger.attrib or not text:
        return None
    name = local_name(stranger)
    owner = local_name(parent)
    if "id" not in parent.attrib and is_id(text, owner, facts):
        there = after_name(parent), f' id="{escaped(text)}"'
        title = f"make it the `id` of {quoted(owner)}"
        return guess(title, there, (whole(stranger), ""))
    home = certain_home(facts, text, local_name(parent), _names_in(parent), name)
    if home is None:
        return None
    tag = child_tag(parent, home.name)
    if home.ids:
        return guess(
            f"make it the `id` of {quoted(tag)}",
            (whole(stranger), written_home(parent, home, text)),
        )
    title = f"rename it to {quoted(home.name)}"
    return guess(title, *renamed(stranger, tag[1:-1]))


def named_by(invented: _Element, name: str, facts: Facts) -> tuple[Proposal, ...]:
    """Return the fix that makes of an invented element one that its text identifies.

    name  of that element; there is no fix if the text is no `id`
    """
    parent, text = invented.getparent(), trimmed(invented.text)
    if parent is None or not is_id(text, name, facts):
        return ()
    written = written_home(parent, Home(name, (text,)), text)
    title = f"make it the `id` of {quoted(child_tag(parent, name))}"
    return (guess(title, (whole(invented), written)),)


def _wrapped(holder: _Element, at: Place, text: str, home: Home) -> Proposal:
    title = f"wrap it in {quoted(child_tag(holder, home.name))}"
    if home.ids:
        title = f"make it the `id` of {quoted(child_tag(holder, home.name))}"
    return guess(title, (at, written_home(holder, home, text)))


def _home(parent: _Element, text: str, facts: Facts) -> Home | None:
    return home_of(facts, text, local_name(parent), _names_in(parent))


def _names_in(parent: _Element) -> frozenset[str]:
    return frozenset(map(local_name, islice(parent, _MOST)))


def written_home(parent: _Element, home: Home, text: str) -> str:
    """Return the child, or one for each id, as it is to be written."""
    if not home.ids:
        return child_with(parent, home.name, text)
    start = child_tag(parent, home.name)[:-1]
    return "".join(f'{start} id="{escaped(uri)}"/>' for uri in home.ids)


def _beside(at: Place, text: str, facts: Facts) -> Proposal | None:
    """Move a text out of an element that holds none into a sibling of it."""
    holder, parent = at.element, at.parent
    if holder is None or parent is None or len(holder):
        return None
    home = certain_home(facts, text, local_name(parent), _names_in(parent))
    if home is None or home.ids:
        return None
    edits = ((at, ""), (end_of(parent), written_home(parent, home, text)))
    title = f"move it into {quoted(child_tag(parent, home.name))}"
    return guess(title, *edits)
