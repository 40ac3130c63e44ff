"""Which profile a document is checked with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from ctct_lint.profiles.registry import built_in

if TYPE_CHECKING:
    from ctct_lint.profiles.description import Asked, Description
    from ctct_lint.profiles.profile import Profile


class Choice(Protocol):
    """Says which profile a document has; a profile alone is a choice of one."""

    def profile_of(self, text: str, asked: Asked) -> Profile | None:
        """Return the profile of a document, None if only its syntax is known."""
        ...


class Profiles:
    """The profiles that are known; each is made once, when a document needs it."""

    def __init__(self) -> None:
        self._made: dict[Description, Profile] = {}

    def profile_of(self, text: str, asked: Asked) -> Profile | None:
        """Return the profile of a document, None if only its syntax is known."""
        if asked.named is not None:
            return self._profile(asked.named)
        return built_in().profile_of(text, asked)

    def _profile(self, description: Description) -> Profile:
        if description not in self._made:
            from ctct_lint.profiles.xsd import XsdProfile

            made = XsdProfile(description.name, description.schema)
            self._made[description] = made
        return self._made[description]
