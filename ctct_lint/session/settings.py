"""The settings of each file: those of its configuration, with what a run adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from ctct_lint.config import Settings
    from ctct_lint.config.find import Configurations
    from ctct_lint.session.profiles.named import Named


class SettingsFor:
    """Asks configurations, and adds what only a run can say.

    For files that are alike it is the same object. ConfigurationError is raised for a
    file whose configuration cannot be used.
    """

    def __init__(
        self,
        configurations: Configurations,
        now: datetime | None,
        *,
        uncut: bool,
        named: Named | None = None,
    ) -> None:
        """Note what is added.

        now    the time that schedules are compared with; None: the clock
        uncut  is no diagnostic left out for there being many of its code?
        named  the profile that is asked for by its name
        """
        self._configurations = configurations
        self._now = now
        self._uncut = uncut
        self._named = named
        self._known: dict[Settings, Settings] = {}

    def __call__(self, path: str | None) -> Settings:
        """Return the settings of a path; None is stdin without a name."""
        settings = self._configurations.settings_for(path)
        found = self._known.get(settings)
        if found is None:
            found = self._known[settings] = self._with(settings)
        return found

    def _with(self, settings: Settings) -> Settings:
        if self._now is not None:
            settings = settings._replace(now=self._now)
        if self._named is not None:
            settings = settings._replace(profile=self._named.among(settings.profiles))
        if self._uncut:
            from ctct_lint.baseline import UNLIMITED

            settings = settings._replace(most=UNLIMITED)
        return settings
