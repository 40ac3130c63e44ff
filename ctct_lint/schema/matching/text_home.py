"""Which child a text between elements was meant for.

`<ReplyToEmail>joe@example.com</ReplyToEmail>` was meant for the `EmailAddress` in it,
the URI of a list for the `id` of a `ContactList`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.patterns import lazy
from ctct_lint.text.spelling import bare
from ctct_lint.text.white_space import trimmed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from lxml.etree import _Element

    from ctct_lint.schema.facts.fact import Fact
    from ctct_lint.schema.facts.facts import Facts

_FORMATS = {
    "email": lazy(r"[^@]*[^\s@]@[^\s@]+\.[^@][\s\S]*"),
    "uri": lazy(r"https?://\S+"),
    "dateTime": lazy(r".*\d[-/.: ]\d.*"),
    "count": lazy(r"\d+"),
}
_APART = lazy(r"[\s,;]+")


class Home(NamedTuple):
    """The child that a text was meant for; `ids`: as the `id` of one or more such."""

    name: str
    ids: tuple[str, ...] = ()


def home_of(
    facts: Facts, text: str, owner: str, present: Collection[str]
) -> Home | None:
    """Return where in `owner` a trimmed text belongs, None if that is not known.

    `present` has the names of the children that are there already.
    """
    formed = _formed_home(facts, text, owner, present)
    if formed is not None:
        return formed
    homes = facts.once(_homes, owner)
    plain = [fact.name for fact in homes.plain if _is_free(fact, present)]
    return Home(plain[0]) if len(plain) == 1 else None


def _formed_home(
    facts: Facts, text: str, owner: str, present: Collection[str]
) -> Home | None:
    """Return where a text belongs whose form tells it, None if that is not known."""
    homes = facts.once(_homes, owner)
    for fact in homes.of_ids:
        ids = uris_in(facts, text, fact.name) if _is_free(fact, present) else ()
        if ids and (len(ids) == 1 or _repeats(fact)):
            return Home(fact.name, ids)
    for fact in homes.formatted:
        if _is_free(fact, present) and _fits(text, fact):
            return Home(fact.name)
    return None


class _Homes(NamedTuple):
    """The children of a parent that a text may be meant for: as what."""

    of_ids: tuple[Fact, ...]
    formatted: tuple[Fact, ...]
    plain: tuple[Fact, ...]


def _homes(facts: Facts, owner: str) -> _Homes:
    known = [fact for fact in facts.children_of(owner).values() if not fact.readonly]
    return _Homes(
        tuple(fact for fact in known if facts.path_of(fact.name)),
        tuple(fact for fact in known if fact.value_format),
        tuple(f for f in known if not f.value_format and holds_text(f, facts)),
    )


def certain_home(
    facts: Facts, text: str, owner: str, present: Collection[str], name: str = ""
) -> Home | None:
    """Return where a text belongs, None unless its form tells it, or its name.

    name  of the attribute or the element that has the text: an `id` is that of the
          one child that is named by its `id`
    """
    home = _formed_home(facts, text, owner, present)
    if home is not None or name.lower() != "id":
        return home
    named = [f for f in facts.children_of(owner).values() if f.path]
    if len(named) != 1:
        return None
    return Home(named[0].name, (text,)) if _is_free(named[0], present) else None


def text_called(
    facts: Facts, name: str, owner: str, present: Collection[str]
) -> Fact | None:
    """Return the child of text in `owner` that an attribute is called like.

    None where it is there already: `present` has the names of the children.
    """
    letters = bare(name)
    for fact in facts.children_of(owner).values():
        is_called = letters == bare(fact.name) or letters in fact.also
        if is_called and holds_text(fact, facts) and fact.name not in present:
            return fact
    return None


def says_uri(child: _Element, facts: Facts, names: Iterable[str]) -> bool:
    """Is the text of a child the URI of what has one of the names?"""
    text, paths = trimmed(child.text), facts.paths()
    return any(uris_in(facts, text, name) for name in names if name in paths)


def uris_in(facts: Facts, text: str, name: str) -> tuple[str, ...]:
    """Return the URIs of such resources that a text consists of, () for another."""
    path = facts.path_of(name)
    if not path or path not in text:
        return ()
    parts = tuple(filter(None, _APART.split(text)))
    return parts if all(path in part for part in parts) else ()


def is_id(text: str, name: str, facts: Facts) -> bool:
    """Is a text what identifies such an element: its URI, or the number at its end?"""
    is_named = bool(facts.path_of(name))
    return is_named and (text.isdecimal() or len(uris_in(facts, text, name)) == 1)


def takes_text(facts: Facts, text: str, owner: str, name: str) -> bool:
    """Can a child of `owner` hold a trimmed text, by what is known of it?"""
    fact = facts.children_of(owner).get(name)
    if fact is None or not holds_text(fact, facts):
        return False
    return not fact.value_format or _fits(text, fact)


def may_mean(facts: Facts, text: str, owner: str, name: str) -> bool:
    """Is nothing known of a child of `owner` that speaks against a text?"""
    fact = facts.children_of(owner).get(name)
    fits = fact is None or not fact.value_format or _fits(text, fact)
    return fits and not facts.path_of(name)


def _fits(text: str, fact: Fact) -> bool:
    return _FORMATS[fact.value_format].fullmatch(text) is not None


def _is_free(fact: Fact, present: Collection[str]) -> bool:
    """May it still be put there?"""
    return _repeats(fact) or fact.name not in present


def _repeats(fact: Fact) -> bool:
    """Is it named by its `id`, any number of times?"""
    return bool(fact.path) and fact.many


def holds_text(fact: Fact, facts: Facts) -> bool:
    """Is it an element of text alone?"""
    return not facts.path_of(fact.name) and not facts.children_of(fact.name)
