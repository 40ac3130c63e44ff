"""One configuration, checked and ready to be asked about files."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ctct_lint.config.settings import Settings, by_weight
from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from ctct_lint.config.globs import Globs
    from ctct_lint.config.overrides import Overrides
    from ctct_lint.config.profiles import Described
    from ctct_lint.model.severity import Severity
    from ctct_lint.profiles.description import Description


class Configuration(NamedTuple):
    """What a configuration file says, or nothing at all; picklable.

    path              the file, "" if there is none
    base              the settings of files that no glob is about
    per_file_ignores  globs with the selectors that files under them ignore
    operations        globs with operations (None: auto); the last one decides
    profiles          vocabularies; of those with globs the last one decides
    excludes          what is passed over when folders are searched
    run_python        does it want its own rules to be run?

    The others are the values of the keys of these names, None where not given;
    `baseline` and `cache_dir` are paths that can be opened from the working folder.
    """

    path: str = ""
    base: Settings = Settings()
    per_file_ignores: tuple[tuple[Globs, tuple[str, ...]], ...] = ()
    operations: tuple[tuple[Globs, str | None], ...] = ()
    profiles: tuple[Described, ...] = ()
    excludes: tuple[Globs, ...] = ()
    extend_excludes: tuple[Globs, ...] = ()
    force_exclude: bool | None = None
    respect_gitignore: bool | None = None
    fail_on: Severity | None = None
    max_diagnostics: int | None = None
    output_format: str | None = None
    baseline: str | None = None
    cache_dir: str | None = None
    rule_pages: str | None = None
    run_python: bool = False

    def without(self, unread: str) -> Configuration:
        """Return what counts where a file of configuration could not be read."""
        base = self.base._replace(unread=(*self.base.unread, unread))
        return self._replace(base=base)

    def settings_for(self, path: str) -> Settings:
        """Return the settings of a file; the same object for all that are alike."""
        if not (self.per_file_ignores or self.operations or self.profiles):
            return self.base
        ignores = (s for globs, s in self.per_file_ignores if globs.covers(path))
        operation: tuple[str | None, ...] = ()
        for globs, wanted in self.operations:
            if globs.covers(path):
                operation = (wanted,)
        profile = self.base.profile
        if profile is None:
            for described in self.profiles:
                if described.globs is not None and described.globs.covers(path):
                    profile = described.profile
        return _settings(self.base, tuple(ignores), operation, profile)

    def exclusion_in(self, folder: str) -> Callable[[str], bool] | None:
        """Return the question whether a search passes over a name in a folder.

        Names of folders are asked about with a slash at their end. None if nothing
        is excluded anywhere.
        """
        every = [g.meant_in(folder) for g in (*self.excludes, *self.extend_excludes)]
        return (lambda name: any(is_so(name) for is_so in every)) if every else None

    def documents_in(self, folder: str) -> Callable[[str], bool] | None:
        """Return the question whether a name in a folder is a document's by a profile.

        It is asked about those that do not end in `.xml`. None if there are none.
        """
        globs = (one.globs.with_suffix() for one in self.profiles if one.globs)
        every = [named.meant_in(folder) for named in globs if named]
        return (lambda name: any(is_so(name) for is_so in every)) if every else None

    def covers_excluded(self, path: str) -> bool:
        """Is this file, or a folder above it, excluded?"""
        every = (*self.excludes, *self.extend_excludes)
        return any(globs.covers(path) for globs in every)

    def overridden(self, by: Overrides) -> Configuration:
        """Return the configuration with the command line's options on top."""
        ignores = (
            (globs, selectors)
            for glob, selectors in by.per_file_ignores
            for globs in globs_of(by.root, (glob,))
        )
        excluded, more = by.exclude, globs_of(by.root, by.extend_exclude)
        return self._replace(
            base=_overridden(self.base, by),
            profiles=tuple(
                one._replace(profile=_adjusted(one.profile, by))
                for one in self.profiles
            ),
            operations=() if by.says_operation else self.operations,
            per_file_ignores=(*self.per_file_ignores, *ignores),
            excludes=self.excludes if excluded is None else globs_of(by.root, excluded),
            extend_excludes=(*self.extend_excludes, *more),
        )


def globs_of(root: str, patterns: Collection[str]) -> tuple[Globs, ...]:
    """Return the globs of some patterns; most runs have none, and import none."""
    if not patterns:
        return ()
    from ctct_lint.config.globs import Globs

    return (Globs(root, tuple(patterns)),)


def _overridden(base: Settings, by: Overrides) -> Settings:
    return base._replace(
        ignore=(*(() if by.select else base.ignore), *by.ignore),
        select=by.select or base.select,
        severities=(*base.severities, *by_weight(by.severities)),
        operation=by.operation if by.says_operation else base.operation,
        profile=base.profile if by.profile is None else by.profile,
        profiles=tuple(_adjusted(one, by) for one in base.profiles),
    )


def _adjusted(profile: Description, by: Overrides) -> Description:
    """Return a profile with severities that count for more than its own."""
    together = (*profile.severities, *by_weight(by.severities))
    return profile._replace(severities=together)


@lru_cache(maxsize=256)
def _settings(
    base: Settings,
    ignores: tuple[tuple[str, ...], ...],
    operation: tuple[str | None, ...],
    profile: Description | None,
) -> Settings:
    """Return the base with more to ignore, the operation if there is one, a profile."""
    ignore = (*base.ignore, *(s for selectors in ignores for s in selectors))
    chosen = (*operation, base.operation)[0]
    return base._replace(ignore=ignore, operation=chosen, profile=profile)
