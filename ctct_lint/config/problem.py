"""What is wrong with a configuration, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctct_lint.model.problem import Problem

# How many bytes a file of configuration may have.
LARGEST = 1 << 20


def unreadable(path: str, error: OSError) -> Problem:
    """Return the problem of a file that cannot be read."""
    from ctct_lint.model.problem import Problem
    from ctct_lint.text.regular import reason

    return Problem(path, 0, 0, f"cannot be read: {reason(error)}")


class ConfigurationError(Exception):
    """A configuration that cannot be used; `problems` has all its faults by place."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))
