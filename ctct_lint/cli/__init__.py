"""The command line: click, and only here."""

from __future__ import annotations

import atexit
import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

_MANY_OBJECTS = 100_000
# What is left of a document is looked through once, and not with each million of more.
_SELDOM = 100


def main(args: Sequence[str] | None = None, prog_name: str | None = None) -> NoReturn:
    """Run the program and exit; Ctrl-C has its status from the first moment on.

    What is imported before this moment is next to nothing, even of the library.
    """
    from ctct_lint.session.processes.interrupt import exit_at_once, raise_exception

    exit_at_once()
    try:
        _postpone_collections()
        from ctct_lint.cli.program import main as program

        program(args, prog_name)
    finally:
        # Whoever has called this as a function goes on.
        raise_exception()


def run() -> NoReturn:
    """Run the program as all that a process is for: it ends here and now.

    An interpreter that comes to its end by itself takes each module apart first, for
    longer than a document takes to check.
    """
    try:
        main()
    except SystemExit as end:
        if isinstance(end.code, int) and _is_all_written():
            os._exit(end.code)
        raise


def _postpone_collections() -> None:
    """Look for reference cycles seldom, and not in what is left at the end.

    A run makes hardly any. A tenth of a short one would be spent on looking through
    the modules that it imports, most of it when it ends.
    """
    gc.set_threshold(_MANY_OBJECTS, _SELDOM)
    atexit.register(gc.freeze)


def _is_all_written() -> bool:
    """Is nothing left in the streams? What cannot be written is told at the end."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return False
    return True
