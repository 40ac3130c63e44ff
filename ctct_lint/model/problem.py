"""What is wrong with a file of the user's that is no document, and where."""

from __future__ import annotations

from ctct_lint.named_tuple import NamedTuple


class Problem(NamedTuple):
    """One fault of a configuration, or of a rule file.

    Line and column count from 1, the columns in code points; line 0
    means the file as a whole.
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
