"""What is wrong with a configuration, and where."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """One fault of a configuration file; line and column count from 1, in characters.

    Line 0 means the file as a whole.
    """

    path: str
    line: int
    column: int
    message: str
    help: tuple[str, ...] = ()

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return "\n".join(
            [f"{place}: {self.message}", *(f"  help: {h}" for h in self.help)]
        )


class ConfigurationError(Exception):
    """A configuration that cannot be used; `problems` has all its faults by place."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))
