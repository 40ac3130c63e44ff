"""The own rules that a configuration names: what they are called, what is wrong."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ctct_lint.config.kind import KnownNames, ValueProblem, shortened
from ctct_lint.config.kinds import FILE
from ctct_lint.text.regular import short_path

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from ctct_lint.config.kind import Path
    from ctct_lint.model.problem import Problem
    from ctct_lint.own.files import RuleFiles

_PROFILES, _RULES = "profiles", "rules"
# Where the number of the profile stands in the path of a value.
_PROFILE = 1


class OwnRulesOf:
    """The rules of a table that may hold anything; they are read, never run."""

    def __init__(self, table: Any, folder: str) -> None:
        """Note the table, and the folder that its paths are relative to."""
        self._named = list(_named(table))
        self._folder = folder

    def with_words(
        self, known: Callable[[], Collection[str]]
    ) -> Callable[[], Collection[str]]:
        """Return what gives known words, and those of the rules."""
        if not self._named:
            return known
        return lambda: (*known(), *(w for one in self._found for w in one.words))

    def problems_of_paths(self, above: Path) -> Iterator[ValueProblem]:
        """Yield which values lead to no file."""
        for path, given in self._named:
            if not os.path.exists(os.path.join(self._folder, given)):
                message = f"there is no file or folder `{shortened(given)}`"
                yield ValueProblem((*above, *path), message)

    @property
    def problems_of_files(self) -> tuple[Problem, ...]:
        """What is wrong with files that cannot be read, or of two profiles."""
        if not self._named:
            return ()
        from ctct_lint.own.files import clashes

        between = list(clashes(file for found in self._found for file in found.files))
        if not between and all(found.is_usable for found in self._found):
            return ()
        every = (*(one for found in self._found for one in found.problems), *between)
        return tuple(map(as_shown, dict.fromkeys(every)))

    @cached_property
    def _found(self) -> list[RuleFiles]:
        """The files of each profile."""
        from ctct_lint.own.files import read_rules

        paths: dict[str | int, list[str]] = {}
        for path, given in self._named:
            file = os.path.normpath(os.path.join(self._folder, given))
            paths.setdefault(path[_PROFILE], []).append(file)
        return list(map(read_rules, paths.values()))


def _named(table: Any) -> Iterator[tuple[Path, str]]:
    """Yield the paths that can be such, and where they stand in the table."""
    profiles = table.get(_PROFILES) if isinstance(table, dict) else None
    for number, profile in enumerate(profiles if isinstance(profiles, list) else ()):
        rules = profile.get(_RULES) if isinstance(profile, dict) else None
        here: Path = (_PROFILES, number, _RULES)
        pairs: list[tuple[Path, Any]] = [((), rules)]
        if isinstance(rules, list):
            pairs = [((place,), one) for place, one in enumerate(rules)]
        for below, path in pairs:
            if next(FILE.problems(path, here, KnownNames(tuple)), None) is None:
                yield (*here, *below), path


def as_shown(problem: Problem) -> Problem:
    """Return a problem with a path as short as possible."""
    return problem._replace(path=short_path(problem.path))
