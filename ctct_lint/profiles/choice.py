"""Which profile a document is checked with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.profiles.description import Description
from ctct_lint.profiles.registry import built_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ctct_lint.profiles.description import ProfileHints
    from ctct_lint.profiles.opening import Opening
    from ctct_lint.profiles.profile import Profile
    from ctct_lint.schema.storing.shelf import Models


class ProfileChoice(Protocol):
    """Says which profile a document has; a profile alone is a choice of one."""

    def profile_of(self, text: str, hints: ProfileHints) -> Profile | None:
        """Return the profile of a document, None if only its syntax is known."""
        ...


# What decides which profile a document has.
BY_REQUEST, BY_ROOT, BY_CATALOG, BY_ITSELF = "request", "root", "catalog", "itself"


class Chosen(NamedTuple):
    """The profile of a document, None if only its syntax is known; what decided.

    description  what is said of the profile; None if it is an object
    """

    profile: Profile | None
    by: str = ""
    description: Description | None = None


class Brought(NamedTuple):
    """What distributions bring.

    described  profiles that are described
    made       those that are objects
    troubles   why others cannot be used, in words
    """

    described: tuple[Description, ...] = ()
    made: tuple[Profile, ...] = ()
    troubles: tuple[str, ...] = ()


NOTHING_BROUGHT = Brought()


class Profiles:
    """The profiles that are known; each is made once, when a document needs it.

    What is asked for by name comes first. Then the described ones count, by the root
    of a document, then by what their catalogs have; then the one that is built in; and
    of what nobody knows what distributions bring, which takes long to look up.
    """

    def __init__(
        self, brought: Callable[[], Brought] | None = None, models: Models | None = None
    ) -> None:
        """Note where more comes from.

        brought  looks up what distributions bring
        models   keeps compiled schemas
        """
        self._look_up = brought
        self._brought: Brought | None = None
        self._models = models
        self._made: dict[Description, Profile] = {}
        self._untold: tuple[str, ...] = ()

    def profile_of(self, text: str, hints: ProfileHints) -> Profile | None:
        """Return the profile of a document, None if only its syntax is known."""
        return self.chosen(text, hints).profile

    def chosen(self, text: str, hints: ProfileHints) -> Chosen:
        """Return the profile of a document, and what decided that it is this one."""
        if hints.named is not None:
            if hints.named == Description(built_in().name):
                return Chosen(self._built_in(hints.known), BY_REQUEST)
            return Chosen(self.profile(hints.named), BY_REQUEST, hints.named)
        described = _described(text, hints.known) if hints.known else None
        if described is not None:
            profile = self.profile(described.one)
            # What a catalog leads to is no file that `state` looks at.
            profile.lasts = profile.lasts and described.one in hints.known
            return Chosen(profile, described.by, described.one)
        known = self._built_in(hints.known).profile_of(text, hints)
        return self._brought_for(text) if known is None else Chosen(known, BY_ITSELF)

    def _built_in(self, known: Sequence[Description]) -> Profile:
        """Return the profile that is built in, with what is said of it."""
        if not known:
            return built_in()
        said = [one for one in known if one.name == built_in().name]
        return self.profile(said[-1]) if said else built_in()

    def profile(self, description: Description) -> Profile:
        """Return the profile that is described."""
        made = self._made.get(description)
        if made is None:
            made = self._made[description] = self._make(description)
        return made

    def state(self, hints: ProfileHints) -> str:
        """Return what tells the schemas, as they are, that a document may have."""
        named = () if hints.named is None else (hints.named,)
        described = [one for one in (*named, *hints.known) if one.has_files]
        return " ".join(_state(self.profile(one)) for one in described)

    def troubles(self) -> tuple[str, ...]:
        """Return what has come up with distributions since the last question."""
        untold, self._untold = self._untold, ()
        return untold

    def _make(self, description: Description) -> Profile:
        found = self._of_name(description.name) if description.is_name_alone else None
        if found is None:
            from ctct_lint.profiles.xsd import of_description

            return of_description(description, self._models)
        if not (description.severities or description.rules):
            return found
        from copy import copy

        from ctct_lint.profiles.xsd import with_own

        made = copy(found)
        made.defaults, made.lasts = found.defaults, found.lasts
        return with_own(made, description)

    def _of_name(self, name: str) -> Profile | None:
        """Return the profile that others describe under a name."""
        if name == built_in().name:
            return built_in()
        brought = self._all_brought()
        described = (self._described_there(d) for d in brought.described)
        return next((p for p in (*described, *brought.made) if p.name == name), None)

    def _described_there(self, description: Description) -> Profile:
        """Return a profile of a distribution: what the user says counts for more."""
        from ctct_lint.profiles.xsd import of_description

        made = self._made.get(description)
        if made is None:
            bare = description._replace(severities=())
            made = of_description(bare, self._models)
            made.defaults = description.severities
            made.lasts = False
            self._made[description] = made
        return made

    def _brought_for(self, text: str) -> Chosen:
        brought = self._all_brought()
        described = _described(text, brought.described) if brought.described else None
        if described is not None:
            one = described.one
            return Chosen(self._described_there(one), described.by, one)
        made = next((one for one in brought.made if one.recognises(text)), None)
        return Chosen(made, BY_ITSELF if made else "")

    def _all_brought(self) -> Brought:
        if self._brought is None:
            found = NOTHING_BROUGHT if self._look_up is None else self._look_up()
            self._brought, self._untold = found, found.troubles
        return self._brought


def _state(profile: Profile) -> str:
    own = "" if profile.own is None else profile.own.fingerprint
    return f"{profile.state()}+{own}"


class _Described(NamedTuple):
    one: Description
    by: str


def _described(text: str, known: Sequence[Description]) -> _Described | None:
    """Return which of some profiles a document has, and what decides it."""
    from ctct_lint.profiles.opening import opening_of
    from ctct_lint.profiles.roots import by_catalog, by_root

    opening: Opening = opening_of(text)
    found = by_root(opening, known)
    if found is not None:
        return _Described(found, BY_ROOT)
    found = by_catalog(opening, known)
    return None if found is None else _Described(found, BY_CATALOG)
