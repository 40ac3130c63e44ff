"""Which configuration a file is under: the nearest one above it."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from ctct_lint.config.overrides import Overrides
from ctct_lint.text.patterns import lazy
from ctct_lint.text.regular import read_all, short_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ctct_lint.config.configuration import Configuration
    from ctct_lint.config.kind import KnownNames
    from ctct_lint.config.problem import ConfigurationError
    from ctct_lint.config.settings import Settings
    from ctct_lint.profiles.description import Description

OWN = "ctct-lint.toml"
SHARED = "pyproject.toml"
# What a run goes by: when one of these changes, all is read anew.
CONFIGURING = frozenset({OWN, SHARED, ".gitignore"})
# `tool.ctct-lint` however it is quoted, or a table `tool` that may hold it: our name
# alone may be that of a dependency.
_OUR_TABLE = lazy(
    rb"""tool["']?[ \t]*\.[ \t]*["']?ctct-lint|^[ \t]*\[[ \t]*["']?tool["']?[ \t]*\]""",
    re.MULTILINE,
)


class Configurations:
    """All configurations of one run, each read when the first file asks for it.

    Every question can raise ConfigurationError, about one file always the same.
    """

    def __init__(
        self,
        known: KnownNames,
        overrides: Overrides | None = None,
        *,
        file: str | None = None,
        isolated: bool = False,
    ) -> None:
        """Note what is given; nothing is read yet.

        known      what `select`, `output-format` and the like may name
        overrides  the options of the command line
        file       the one configuration for all files (`--config`)
        isolated   no configuration at all but the overrides
        """
        self._known = known
        self._overrides = overrides or Overrides()
        self._file = file
        self._isolated = isolated
        self._by_folder: dict[str, Configuration | ConfigurationError] = {}
        self._by_file: dict[str, Configuration | ConfigurationError | None] = {}
        self._unread: dict[str, str] = {}
        self._none: Configuration | None = None

    def of_run(self) -> Configuration:
        """Return the configuration above the run's folder, for the run as a whole."""
        return self._in(self._overrides.folder)

    def of(self, path: str | None) -> Configuration:
        """Return the configuration that a file is under; None is stdin."""
        return self._in("" if path is None else os.path.dirname(path))

    def settings_for(self, path: str | None) -> Settings:
        """Return the settings of a file; the same object for all that are alike."""
        configuration = self.of(path)
        return configuration.base if path is None else configuration.settings_for(path)

    def described(self) -> Iterator[Description]:
        """Yield the profiles of all configurations that were read."""
        if self._overrides.profile is not None:
            yield self._overrides.profile
        for found in self._by_file.values():
            if not (found is None or isinstance(found, Exception)):
                yield from found.base.profiles

    def exclusion_in(self, folder: str) -> Callable[[str], bool] | None:
        """Return the question whether a search passes over a name in a folder.

        Names of folders are asked about with a slash at their end. None if nothing
        is excluded, nor by a configuration that cannot be used: it is the files
        under it that fail.
        """
        found = self._found(folder)
        return None if isinstance(found, Exception) else found.exclusion_in(folder)

    def documents_in(self, folder: str) -> Callable[[str], bool] | None:
        """Return the question whether a search takes a name that is no `*.xml`."""
        found = self._found(folder)
        return None if isinstance(found, Exception) else found.documents_in(folder)

    def covers_excluded(self, path: str) -> bool:
        """Is this file, or a folder above it, excluded? (`force-exclude`)"""
        found = self._found(os.path.dirname(path))
        return not isinstance(found, Exception) and found.covers_excluded(path)

    def _in(self, folder: str) -> Configuration:
        found = self._found(folder)
        if isinstance(found, Exception):
            raise found
        return found

    def _found(self, folder: str) -> Configuration | ConfigurationError:
        found = self._by_folder.get(folder)
        if found is None:
            found = self._by_folder[folder] = self._look(folder)
        return found

    def _look(self, folder: str) -> Configuration | ConfigurationError:
        if self._isolated:
            return self._empty()
        if self._file is not None:
            found = self._read(self._file)
            return _without_table(self._file) if found is None else found
        return self._above(os.path.abspath(folder))

    def _above(self, folder: str) -> Configuration | ConfigurationError:
        """Look in a folder and those above it, whose answers are kept as well."""
        passed: list[str] = []
        found: Configuration | ConfigurationError | None = None
        while found is None:
            found = self._by_folder.get(folder)
            if found is None:
                passed.append(folder)
                found = self._here(folder)
            above = os.path.dirname(folder)
            if found is None and above == folder:
                found = self._empty()
            folder = above
        for below in reversed(passed):
            unread = self._unread.get(below)
            if unread and not isinstance(found, Exception):
                found = found.without(unread)
            self._by_folder[below] = found
        return found

    def _here(self, folder: str) -> Configuration | ConfigurationError | None:
        """Return the configuration of this very folder.

        A pyproject.toml that cannot be read may be none of our business: it is noted,
        and passed over.
        """
        own, shared = os.path.join(folder, OWN), os.path.join(folder, SHARED)
        if _is_there(own):
            return self._read(own)
        if not _is_there(shared):
            return None
        from ctct_lint.config.problem import LARGEST, unreadable

        try:
            is_ours = _OUR_TABLE.search(read_all(shared, LARGEST)) is not None
        except OSError as error:
            self._unread[folder] = str(unreadable(short_path(shared), error))
            return None
        return self._read(shared) if is_ours else None

    def _read(self, path: str) -> Configuration | ConfigurationError | None:
        if path not in self._by_file:
            self._by_file[path] = self._load(path)
        return self._by_file[path]

    def _load(self, path: str) -> Configuration | ConfigurationError | None:
        from ctct_lint.config.load import load
        from ctct_lint.config.problem import ConfigurationError

        try:
            found = load(short_path(path), self._known)
        except ConfigurationError as error:
            return error
        if found is None:
            return None
        if found.base.profiles:
            from ctct_lint.config.consent import with_consent

            is_named = self._file is not None
            found = with_consent(found, self._overrides, is_named=is_named)
        return found.overridden(self._overrides)

    def _empty(self) -> Configuration:
        if self._none is None:
            from ctct_lint.config.configuration import Configuration

            self._none = Configuration().overridden(self._overrides)
        return self._none


def _is_there(path: str) -> bool:
    """Is there a file of this name, or what should be one? A folder is none."""
    return os.path.lexists(path) and not os.path.isdir(path)


def _without_table(path: str) -> ConfigurationError:
    from ctct_lint.config.problem import ConfigurationError
    from ctct_lint.model.problem import Problem

    helps = ("name a file with settings after `--config`",)
    problem = Problem(path, 0, 0, "there is no table [tool.ctct-lint]", helps)
    return ConfigurationError((problem,))
