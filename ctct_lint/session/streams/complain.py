"""The complaints of a run, on stderr."""

from __future__ import annotations

import sys


def complain(message: str) -> None:
    """Write a line to stderr, with nothing in it that acts or hides."""
    from ctct_lint.output.display import escape

    sys.stderr.write(f"ctct-lint: {escape(message)}\n")


def complain_of_configuration(problems: str) -> None:
    """Write the lines of a `ConfigurationError`, which start with their places."""
    from ctct_lint.output.display import escape_at_line_start

    lines = problems.split("\n")
    sys.stderr.write("".join(f"{escape_at_line_start(line)}\n" for line in lines))
