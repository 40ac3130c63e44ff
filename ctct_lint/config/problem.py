"""What is wrong with a configuration, and where."""

from __future__ import annotations

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.regular import reason

# How many bytes a file of configuration may have.
LARGEST = 1 << 20


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
        lines = [f"{place}: {self.message}", *(f"  help: {h}" for h in self.help)]
        # What a key or a path holds must not begin a line of its own.
        return "\n".join(line.replace("\n", "\\n") for line in lines)


def unreadable(path: str, error: OSError) -> Problem:
    """Return the problem of a file that cannot be read."""
    return Problem(path, 0, 0, f"cannot be read: {reason(error)}")


class ConfigurationError(Exception):
    """A configuration that cannot be used; `problems` has all its faults by place."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))
