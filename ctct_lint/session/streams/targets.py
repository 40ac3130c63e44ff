"""Which formats a job writes, and to which streams."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ctct_lint.output.formats import IN_UTF8
from ctct_lint.session.files.find import STDIN
from ctct_lint.session.job import TEXT_FORMATS
from ctct_lint.session.streams.stdio import stdout
from ctct_lint.session.streams.target import Limit, Target
from ctct_lint.session.streams.terminal import prepare, style_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ctct_lint.session.files.input import Input, NoInput
    from ctct_lint.session.job import Job


@contextmanager
def targets_of(
    job: Job, files: Callable[[], Iterable[Input | NoInput]]
) -> Iterator[list[Target]]:
    """Give the targets of the diagnostics, stdout first; OutputError if there is none.

    The files among them take their places at the end, unless it is an exception;
    JobError if one of them is also among the `files` to be checked.
    """
    prepare(sys.stderr)
    on_stdout = []
    if job.speaks:
        on_stdout = [_on_stdout(job, job.outputs[0][0])]
    elif not job.outputs[0][1]:
        prepare(stdout())
    in_files = [pair for pair in job.outputs if pair[1]]
    if not in_files:
        yield on_stdout
        return
    from ctct_lint.session.streams.output_files import OutputFiles, refuse_inputs

    refuse_inputs([file for _, file in in_files], files())
    with OutputFiles() as outputs:
        opened = [outputs.open(format_, file, job.color) for format_, file in in_files]
        yield on_stdout + opened
        outputs.keep()


def _on_stdout(job: Job, format_: str) -> Target:
    limit = None
    if job.most_shown is not None and format_ in TEXT_FORMATS:
        limit = Limit(job.most_shown)
    # A mended document from stdin has stdout for itself.
    is_taken = job.fix and STDIN in job.paths
    stream, name = (sys.stderr, "stderr") if is_taken else (stdout(), "stdout")
    prepare(stream, as_utf8=format_ in IN_UTF8)
    return Target(format_, stream, name, style_for(stream, job.color), limit)
