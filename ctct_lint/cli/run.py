"""Doing what `check` was asked for: read, lint, mend, render, count."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ctct_lint.cli.checks import check_of, checked_files, files_of
from ctct_lint.cli.progress import moving
from ctct_lint.cli.render import render
from ctct_lint.cli.reports import Reports
from ctct_lint.cli.root import project_root
from ctct_lint.cli.rule_infos import rule_infos
from ctct_lint.cli.tally import CLEAN, FAILED, FOUND, Tally, count, fix_summary, summary
from ctct_lint.cli.targets import targets_of
from ctct_lint.output.context import Context
from ctct_lint.output.formats import WANTS_CLEAN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.cli.baseline import KnownFindings
    from ctct_lint.cli.job import Job
    from ctct_lint.cli.outputs import Target
    from ctct_lint.cli.progress import Progress
    from ctct_lint.cli.reports import Results
    from ctct_lint.output.report import FileReport


def run(job: Job) -> int:
    """Check and print; return the exit status.

    Raises JobError for what cannot be done, BrokenPipeError if nobody reads.
    """
    known = known_of(job)
    with targets_of(job) as targets:
        tally, limited = check_and_write(job, targets, known)
    if known is not None:
        known.finish(tally)
    if not job.quiet:
        sys.stderr.write(summary_of(job, tally) + "\n")
        if tally.foreign:
            files = count(tally.foreign, "file")
            sys.stderr.write(f"{files} of no known vocabulary: syntax only\n")
        if limited:
            sys.stderr.write(f"{limited:,} more not shown (--max-diagnostics)\n")
    return _status(job, tally)


def check_and_write(
    job: Job, targets: list[Target], known: KnownFindings | None = None
) -> tuple[Tally, int]:
    """Check every file and write all there is to say.

    Return the counts, and how many diagnostics stdout does not show.
    """
    tally = Tally()
    with moving(sys.stderr, enabled=not job.quiet) as progress:
        reports = Reports(tally, progress, known)
        write_reports(job, targets, reports, _results(job, progress))
    return tally, sum(t.limit.hidden for t in targets[:1] if t.limit)


def write_reports(
    job: Job, targets: list[Target], reports: Reports, results: Results
) -> None:
    """Write the reports of results to the targets, and what else goes to stdout."""
    also_clean = any(t.format in WANTS_CLEAN for t in targets)
    found: Iterable[FileReport] = reports.of(results, also_clean=also_clean)
    statistics = None
    if job.statistics:
        from ctct_lint.cli.statistics import Statistics

        statistics = Statistics()
        found = statistics.counted(found)
    failures = reports.tally.unread
    contexts = [
        Context(t.style, rule_infos, project_root(), lambda: failures) for t in targets
    ]
    render(found, targets, contexts, reports.progress)
    if statistics is not None:
        statistics.write(job)
    for target in targets:
        target.flush()


def _results(job: Job, progress: Progress) -> Results:
    """Return what comes of the files; what was mended is written on the way."""
    results = checked_files(job, check_of(job), files_of(job))
    return results_written(job, results, progress)


def results_written(job: Job, results: Results, progress: Progress) -> Results:
    """Pass the results on; what was mended goes to stdout on the way."""
    if not (job.fix or job.diff):
        return results
    from ctct_lint.cli.mended import written

    return written(job, results, progress)


def known_of(job: Job) -> KnownFindings | None:
    """Return the baseline, if there is one; JobError if it cannot be read."""
    if not job.baseline:
        return None
    from ctct_lint.cli.baseline import KnownFindings

    return KnownFindings(job)


def summary_of(job: Job, tally: Tally) -> str:
    """Return the closing line."""
    if job.fix or job.diff:
        return fix_summary(tally, would=job.diff, unsafe=job.unsafe_fixes)
    return summary(tally, unsafe=job.unsafe_fixes)


def _status(job: Job, tally: Tally) -> int:
    if not job.diff:
        return tally.status(job.fail_on, exit_zero=job.exit_zero)
    if tally.failed:
        return FAILED
    return FOUND if tally.differing and not job.exit_zero else CLEAN
