"""What a session knows of profiles, and what their schemas are at the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.profiles.choice import Profiles
from ctct_lint.profiles.description import ProfileHints

if TYPE_CHECKING:
    from ctct_lint.config import Settings
    from ctct_lint.profiles.choice import Brought
    from ctct_lint.schema.storing.shelf import Models


class KnownProfiles(Profiles):
    """The profiles of a session: what distributions bring is among them."""

    def __init__(self, cache: str = "") -> None:
        """Take the folder in which compiled schemas are kept, "" for none."""
        self._cache = cache
        super().__init__(_brought, _models(cache))

    def __reduce__(self) -> tuple[type[KnownProfiles], tuple[str]]:
        """Another process makes its own."""
        return KnownProfiles, (self._cache,)

    def state_of(self, settings: Settings) -> str:
        """Return what tells the schemas, as they are, that settings speak of."""
        return self.state(ProfileHints(settings.profile, settings.profiles))

    def codes_of(self, settings: Settings) -> dict[str, str]:
        """Return the codes of the user's own rules that settings speak of, by name."""
        from ctct_lint.session.own_rules import rules_of

        named = () if settings.profile is None else (settings.profile,)
        own = rules_of((*named, *settings.profiles))
        return {rule.name: rule.code for rule in own}


def _brought() -> Brought:
    from ctct_lint.session.profiles.distributions import brought_profiles

    return brought_profiles()


def _models(folder: str) -> Models | None:
    if not folder:
        return None
    from ctct_lint.session.cache.models import ModelStore

    return ModelStore(folder)
