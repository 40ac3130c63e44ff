"""The command line: click, and only here."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn


def main(args: Sequence[str] | None = None, prog_name: str | None = None) -> NoReturn:
    """Run the program and exit; Ctrl-C has its status from the first moment on.

    What is imported before this moment is next to nothing, even of the library.
    """
    from ctct_lint.session.processes.interrupt import exit_at_once, raise_exception

    exit_at_once()
    try:
        from ctct_lint.session.processes.gc_tuning import postpone

        postpone()
        from ctct_lint.cli.program import main as program

        program(args, prog_name)
    finally:
        # Whoever has called this as a function goes on.
        raise_exception()
