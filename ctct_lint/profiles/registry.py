"""The profiles that are built in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctct_lint.profiles.profile import Profile


# The name of the one that is built in.
NAME = "ctct"


@cache
def built_in() -> Profile:
    """Return the profile that documents are checked with unless another is named."""
    from ctct_lint.profiles.ctct.profile import PROFILE

    return PROFILE


def operations() -> tuple[str, ...]:
    """Return what documents of that profile can be for, without loading all of it."""
    from ctct_lint.profiles.ctct.operation import Operation

    return tuple(operation.value for operation in Operation)


def compile_all() -> None:
    """Compile rules, facts and the schemas that have changed, for a wheel to carry."""
    from ctct_lint.rules.registry import compile_index
    from ctct_lint.schema.facts.kept import write_facts
    from ctct_lint.schema.files import drivers
    from ctct_lint.schema.storing.store import compile_all as compile_paths

    compile_index()
    write_facts()
    compile_paths(drivers())
