"""From the table of a configuration file, which was found right, to its values."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from ctct_lint.config.configuration import Configuration, globs_of
from ctct_lint.config.globs import Globs
from ctct_lint.config.keys import AUTO
from ctct_lint.config.profiles import SEVERITIES, described, severities
from ctct_lint.config.settings import LARGEST, Settings

if TYPE_CHECKING:
    from ctct_lint.config.profiles import Described

    Table = dict[str, Any]

_MEBI = 20


def configuration_of(path: str, table: Table) -> Configuration:
    """Return what the table of a file says; its paths are relative to the file."""
    folder = os.path.dirname(os.path.abspath(path))
    fail_on = table.get("fail-on")
    profiles = tuple(described(one, folder, path) for one in table.get("profiles", ()))
    return Configuration(
        path=path,
        base=_settings(table, profiles),
        per_file_ignores=tuple(
            (Globs(folder, (glob,)), tuple(selectors))
            for glob, selectors in table.get("per-file-ignores", {}).items()
        ),
        operations=tuple(
            (Globs(folder, (one["path"],)), _operation(one["operation"]))
            for one in table.get("operations", ())
        ),
        profiles=profiles,
        excludes=globs_of(folder, table.get("exclude", ())),
        extend_excludes=globs_of(folder, table.get("extend-exclude", ())),
        force_exclude=table.get("force-exclude"),
        respect_gitignore=table.get("respect-gitignore"),
        fail_on=None if fail_on is None else SEVERITIES[fail_on],
        max_diagnostics=table.get("max-diagnostics"),
        output_format=table.get("output-format"),
        baseline=_path(folder, table.get("baseline")),
        cache_dir=_path(folder, table.get("cache-dir")),
        rule_pages=table.get("rule-pages"),
        run_python=table.get("run-python", False),
    )


def _settings(table: Table, profiles: tuple[Described, ...]) -> Settings:
    size = table.get("max-file-size")
    return Settings(
        profiles=tuple(one.profile for one in profiles),
        operation=_operation(table.get("operation", AUTO)),
        select=tuple(table.get("select", ())),
        ignore=tuple(table.get("ignore", ())),
        severities=severities(table.get("severity", {})),
        largest=LARGEST if size is None else size << _MEBI,
    )


def _operation(word: str) -> str | None:
    return None if word == AUTO else word


def _path(folder: str, given: str | None) -> str | None:
    """Return a path as it can be opened from the working folder."""
    return None if given is None else os.path.relpath(os.path.join(folder, given))
