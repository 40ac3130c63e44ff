"""The profiles that are known in a folder, for people and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.output.display import escape
from ctct_lint.profiles.registry import built_in
from ctct_lint.profiles.xsd import of_description
from ctct_lint.schema.sources.trouble import UNREADABLE
from ctct_lint.session.own_rules import found_in
from ctct_lint.session.profiles.distributions import brought_profiles
from ctct_lint.session.request import Request
from ctct_lint.session.session import Session
from ctct_lint.text.regular import short_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.profiles.description import Description
    from ctct_lint.profiles.profile import Profile
    from ctct_lint.schema.sources.trouble import SchemaTrouble

_BUILT_IN = "ctct-lint"
_ITSELF = "it recognises them itself"


class Listed(NamedTuple):
    """One profile: its name, which documents are its own, its schema, its origin."""

    name: str
    files: tuple[str, ...]
    roots: tuple[str, ...]
    schema: str
    catalog: str
    origin: str
    is_object: bool = False
    rules: tuple[str, ...] = ()
    schematron: str = ""

    @property
    def documents(self) -> str:
        """How its documents are known, in words."""
        if self.is_object:
            return _ITSELF
        parts = [f"files {', '.join(self.files)}"] if self.files else []
        parts += [f"root {', '.join(self.roots)}"] if self.roots else []
        parts += ["what its catalog has"] if self.catalog else []
        return "; ".join(parts) or f"those of --profile {self.name}"


class Listing(NamedTuple):
    """All profiles, and why others cannot be used."""

    profiles: tuple[Listed, ...]
    troubles: tuple[str, ...]


def list_profiles(config: str | None = None, *, isolated: bool = False) -> Listing:
    """Return the profiles that are known in the working folder.

    Raises what `Session` raises.
    """
    session = Session(Request(config=config, isolated=isolated))
    brought = brought_profiles()
    described = (*session.configurations.of_run().base.profiles, *brought.described)
    found = [
        *map(_of_description, described),
        *(_of_object(one, type(one).__module__) for one in brought.made),
        _of_object(built_in(), _BUILT_IN),
    ]
    wrong = [why for one in described for why in _troubles_of(one)]
    return Listing(tuple(found), (*brought.troubles, *wrong))


def as_text(listing: Listing) -> str:
    """Return a paragraph for each profile."""
    lines = (line for one in listing.profiles for line in _lines(one))
    return "\n".join(map(escape, lines))


def as_json(listing: Listing) -> str:
    """Return an array with an object for each profile."""
    shown = [
        {
            "name": one.name,
            "files": one.files,
            "root": one.roots,
            "schema": one.schema or None,
            "catalog": one.catalog or None,
            "schematron": one.schematron or None,
            "rules": one.rules,
            "origin": one.origin,
        }
        for one in listing.profiles
    ]
    return json.dumps(shown, indent=2)


def _troubles_of(one: Description) -> Iterator[str]:
    """Yield which files of a profile cannot be used."""
    made = of_description(one, None)
    wrong = filter(None, (made.unusable(), made.unused()))
    firsts: dict[str, SchemaTrouble] = {}
    for trouble in (t for some in wrong if not some.is_of_parts for t in some.troubles):
        firsts.setdefault(trouble.path, trouble)
    for path, first in firsts.items():
        is_read = first.kind != UNREADABLE
        why = "`ctct-lint check` shows what is wrong in it" if is_read else first.detail
        yield f"profile `{one.name}`: cannot use {short_path(path)}: {why}"
    for told in found_in((one,)).troubles:
        yield f"profile `{one.name}`: cannot use {told}"


def _lines(one: Listed) -> Iterator[str]:
    yield one.name
    yield f"  documents  {one.documents}"
    if one.schema:
        yield f"  schema     {short_path(one.schema)}"
    if one.schematron:
        yield f"  schematron {short_path(one.schematron)}"
    for path in one.rules:
        yield f"  rules      {short_path(path)}"
    if one.catalog:
        yield f"  catalog    {short_path(one.catalog)}"
    yield f"  from       {one.origin}"


def _of_description(one: Description) -> Listed:
    return Listed(
        one.name,
        one.files,
        one.roots,
        one.schema,
        one.catalog,
        one.origin,
        rules=one.rules,
        schematron=one.schematron,
    )


def _of_object(one: Profile, origin: str) -> Listed:
    return Listed(one.name, (), (), "", "", origin, is_object=True)
