"""What ends a command early: Ctrl-C, a reader that went away, a job not done."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from ctct_lint.session.errors import JobError
from ctct_lint.session.processes.interrupt import (
    INTERRUPTED,
    exit_at_once,
    raise_exception,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

FAILED = 2
# What a shell says of a program that the signal SIGPIPE has ended.
NOBODY_READS = 141


@contextmanager
def guarded() -> Iterator[None]:
    """Turn what ends a command early into its exit status, without a traceback."""
    if sys.stderr is None:
        # It is closed (`2>&-`): what would be said is not wanted.
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    was_at_once = raise_exception()
    try:
        try:
            yield
        finally:
            _flush_stdout()
    except KeyboardInterrupt as interrupt:
        if interrupt.args:
            from ctct_lint.session.streams.complain import complain

            complain(f"interrupted in {interrupt}")
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _forget_stdout()
        sys.exit(NOBODY_READS)
    except JobError as error:
        from ctct_lint.session.streams.complain import complain

        complain(str(error))
        sys.exit(FAILED)
    except Exception as error:
        from ctct_lint.config.problem import ConfigurationError
        from ctct_lint.session.streams.complain import complain_of_configuration

        if not isinstance(error, ConfigurationError):
            raise
        complain_of_configuration(str(error))
        sys.exit(FAILED)
    finally:
        if was_at_once:
            exit_at_once()


def _flush_stdout() -> None:
    """Write what is left now: at the exit a failure could not be told any more."""
    if sys.stdout is None:
        return
    from ctct_lint.session.streams.stdio import flush

    try:
        flush(sys.stdout)
    except JobError:
        _forget_stdout()
        raise


def _forget_stdout() -> None:
    """Let the flush at the exit, which would fail once more, go to nowhere."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
