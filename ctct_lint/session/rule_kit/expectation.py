"""What is expected of a fixture: the file `NAME.expect` beside `NAME.xml`.

# a line for each diagnostic; lines and columns count from 1, ends are exclusive
ACME001 3:6-3:16 warning "`junit` has no version"
fix: "add a version"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.model.diagnostic import Diagnostic

FIXTURES, END = "fixtures", ".expect"


def expected(text: str) -> list[str]:
    """Return what a file expects, a text of one or more lines for each diagnostic."""
    found: list[str] = []
    for line in map(str.strip, text.splitlines()):
        if line.startswith("fix:") and found:
            found[-1] += f"\n{line}"
        elif line and not line.startswith("#"):
            found.append(line)
    return found


def as_expectation(found: Diagnostic) -> str:
    """Return a diagnostic as an expectation has it."""
    return "\n".join(_lines(found))


def _lines(found: Diagnostic) -> Iterator[str]:
    start, end = found.range
    where = f"{start.line + 1}:{start.column + 1}-{end.line + 1}:{end.column + 1}"
    yield f'{found.code} {where} {found.severity.label} "{found.message}"'
    yield from (f'fix: "{fix.title}"' for fix in found.fixes)
