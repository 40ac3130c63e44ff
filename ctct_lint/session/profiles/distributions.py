"""Profiles that distributions bring, by the entry-point group `ctct_lint.profiles`.

An entry point leads to a table with the keys of `[[profiles]]` but `files`, to a list
of such tables, to a `Profile`, or to a function without parameters that returns one of
these. Paths are relative to the folder of the module that the entry point names. What
a distribution says is input like any other: it is checked, and never ends a run.
"""

from __future__ import annotations

import os
import sys
from contextlib import redirect_stdout
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

from ctct_lint.config.containers import record
from ctct_lint.config.keys import PROFILE
from ctct_lint.config.kind import KnownNames
from ctct_lint.config.own_rules import OwnRulesOf
from ctct_lint.config.profiles import described
from ctct_lint.own.files import read_rules
from ctct_lint.profiles.choice import Brought
from ctct_lint.profiles.profile import Profile
from ctct_lint.profiles.registry import NAME
from ctct_lint.rules.registry import all_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from importlib.metadata import EntryPoint

    from ctct_lint.profiles.description import Description

GROUP = "ctct_lint.profiles"
_TABLE = record(
    {key: kind for key, kind in PROFILE.items() if key != "files"}, needed=("name",)
)


def brought_profiles() -> Brought:
    """Load all that distributions bring."""
    found: list[Description | Profile] = []
    troubles: list[str] = []
    for point in sorted(entry_points(group=GROUP), key=lambda one: one.name):
        _load(point, found, troubles)
    return Brought(
        tuple(one for one in found if not isinstance(one, Profile)),
        tuple(one for one in found if isinstance(one, Profile)),
        tuple(troubles),
    )


def _load(
    point: EntryPoint, found: list[Description | Profile], troubles: list[str]
) -> None:
    """Add the profiles of an entry point, or why they cannot be used."""
    try:
        # What it prints must not get between the diagnostics.
        with redirect_stdout(sys.stderr):
            found += _others(_loaded(point), {one.name for one in found})
    except SystemExit:
        troubles.append(f"{label_of(point)}: cannot be used: it calls `sys.exit`")
    except Exception as error:  # noqa: BLE001 - it is not our code that runs
        why = str(error) or type(error).__name__
        troubles.append(f"{label_of(point)}: cannot be used: {why}")


def _others(
    loaded: Iterable[Description | Profile], taken: set[str]
) -> Iterator[Description | Profile]:
    """Yield profiles whose names are new; ValueError for another of one name."""
    for one in loaded:
        if one.name == NAME:
            raise ValueError(f"`{NAME}` is the profile that is built in")
        if one.name in taken:
            raise ValueError(f"there is another profile `{one.name}`")
        taken.add(one.name)
        yield one


def label_of(point: EntryPoint) -> str:
    """Return what an entry point is called in messages."""
    distribution = "" if point.dist is None else f" of {point.dist.name}"
    return f"profile `{point.name}`{distribution}"


def _loaded(point: EntryPoint) -> Iterator[Description | Profile]:
    value = point.load()
    if callable(value) and not isinstance(value, Profile):
        value = value()
    folder = _folder_of(point)
    for one in value if isinstance(value, (list, tuple)) else (value,):
        if isinstance(one, Profile):
            yield one
        else:
            yield _described(one, folder, point)


def _described(table: Any, folder: str, point: EntryPoint) -> Description:
    """Return the profile of a table; ValueError if there is something wrong with it."""
    plain = (
        {k: _plain(v) for k, v in table.items()} if isinstance(table, dict) else table
    )
    words = OwnRulesOf({"profiles": [plain]}, folder).with_words(all_words)
    for wrong in _TABLE.problems(plain, (), KnownNames(words)):
        where = ".".join(map(str, wrong.path))
        raise ValueError(f"`{where}`: {wrong.message}" if where else wrong.message)
    profile = described(plain, folder, label_of(point)).profile
    # Whoever has installed it has let its code run.
    profile = profile._replace(runs_rules=True)
    for problem in read_rules(profile.rules).problems:
        raise ValueError(f"{problem.path}:{problem.line}: {problem.message}")
    return profile


def _plain(value: Any) -> Any:
    """Return a value as a configuration would have it."""
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    return list(map(_plain, value)) if isinstance(value, tuple) else value


def _folder_of(point: EntryPoint) -> str:
    module = sys.modules[point.module]
    return os.path.dirname(os.path.abspath(getattr(module, "__file__", None) or "."))
