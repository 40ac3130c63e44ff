"""May the own rules of a configuration be run? Not because a file says so.

They are Python, which can do anything. A configuration that was only found may be that
of a stranger, so that what it says of itself does not count: the user says so by an
option or the environment, or by naming the file.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ctct_lint.model.problem import Problem

if TYPE_CHECKING:
    from ctct_lint.config.configuration import Configuration
    from ctct_lint.config.overrides import Overrides
    from ctct_lint.config.profiles import Described

_HELPS = (
    "look at them first: they are Python, and may do anything",
    "`--run-rules` runs them, and so does CTCT_LINT_RUN_RULES with their folder",
    "`--no-run-rules` does without them",
)


def with_consent(
    configuration: Configuration, by: Overrides, *, is_named: bool
) -> Configuration:
    """Return a configuration whose profiles know if their rules may be run.

    Where nobody has said so, it says of every document that these were not run.

    is_named  was the file given by the user, and not found?
    """
    allowed = by.run_rules
    if allowed is None and is_named and configuration.run_python:
        allowed = True
    profiles = tuple(_asked(one, by, allowed=allowed) for one in configuration.profiles)
    base = configuration.base._replace(profiles=tuple(one.profile for one in profiles))
    configuration = configuration._replace(profiles=profiles, base=base)
    if allowed is None:
        for one in profiles:
            if one.profile.rules and not one.profile.runs_rules:
                configuration = configuration.without(_refusal(one, configuration.path))
    return configuration


def _asked(described: Described, by: Overrides, *, allowed: bool | None) -> Described:
    profile = described.profile
    runs = allowed
    if runs is None:
        runs = all(_is_below(path, by.trusted) for path in profile.rules)
    runs = runs and bool(profile.rules)
    return described._replace(profile=profile._replace(runs_rules=runs))


def _is_below(path: str, folders: tuple[str, ...]) -> bool:
    """Is a path, its links followed, in one of some folders?"""
    real = os.path.realpath(path)
    above = (os.path.join(os.path.realpath(folder), "") for folder in folders)
    return any(os.path.join(real, "").startswith(folder) for folder in above)


def _refusal(described: Described, path: str) -> str:
    name = described.profile.name
    message = f"the rules of the profile `{name}` were not run: you have not allowed it"
    return str(Problem(path, 0, 0, message, _HELPS))
