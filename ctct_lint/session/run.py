"""Doing what a request asks for, once: check, mend, render, count."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from ctct_lint.output.context import RenderContext
from ctct_lint.output.formats import WANTS_CLEAN
from ctct_lint.session.reports.collect import Reports
from ctct_lint.session.reports.context import project_root, rule_infos
from ctct_lint.session.reports.render import render
from ctct_lint.session.reports.tally import (
    CLEAN,
    FAILED,
    FOUND,
    Tally,
    fix_summary,
    summary,
)
from ctct_lint.session.streams.progress import moving
from ctct_lint.session.streams.targets import targets_of
from ctct_lint.session.streams.terminal import fitted
from ctct_lint.text.words import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ctct_lint.output.context import RuleInfo
    from ctct_lint.output.report import FileReport
    from ctct_lint.session.files.result import Results
    from ctct_lint.session.job import Job
    from ctct_lint.session.reports.known_findings import KnownFindings
    from ctct_lint.session.session import Session
    from ctct_lint.session.streams.progress import Progress
    from ctct_lint.session.streams.target import Target


def run(session: Session) -> int:
    """Check and print; return the exit status.

    Raises JobError for what cannot be done, BrokenPipeError if nobody reads.
    """
    job, known = session.job, session.known_findings()
    with targets_of(job, session.files) as targets:
        tally, limited = _check_and_write(session, targets, known)
    if known is not None:
        known.finish(tally)
    if not job.quiet:
        sys.stderr.write(fitted(summary_of(job, tally), sys.stderr) + "\n")
        if tally.foreign:
            files = count(tally.foreign, "file")
            sys.stderr.write(f"{files} of no known vocabulary: syntax only\n")
        if session.cache_trouble:
            sys.stderr.write(f"{session.cache_trouble}\n")
        if limited:
            sys.stderr.write(f"{limited:,} more not shown (--max-diagnostics)\n")
    return _status(job, tally)


def _check_and_write(
    session: Session, targets: list[Target], known: KnownFindings | None
) -> tuple[Tally, int]:
    """Check every file and write all there is to say.

    Return the counts, and how many diagnostics stdout does not show.
    """
    job, tally = session.job, Tally()
    with moving(sys.stderr, enabled=not job.quiet) as progress:
        reports = Reports(tally, progress, known)
        results = session.results(session.files())
        written = results_written(job, results, progress)
        write_reports(session, targets, reports, written)
    return tally, sum(t.limit.hidden for t in targets[:1] if t.limit)


def write_reports(
    session: Session, targets: list[Target], reports: Reports, results: Results
) -> None:
    """Write the reports of results to the targets, and what else goes to stdout."""
    job = session.job
    also_clean = any(t.format in WANTS_CLEAN for t in targets)
    found: Iterable[FileReport] = reports.of(results, also_clean=also_clean)
    statistics = None
    if job.statistics:
        from ctct_lint.session.reports.statistics import Statistics

        statistics = Statistics()
        found = statistics.counted(found)
    failures = reports.tally.unread
    rules = partial(_rules_of, session)
    contexts = [
        RenderContext(t.style, rules, project_root(), lambda: failures, job.rule_pages)
        for t in targets
    ]
    render(found, targets, contexts, reports.progress)
    if statistics is not None:
        statistics.write(job)
    for target in targets:
        target.flush()


def _rules_of(session: Session) -> Sequence[RuleInfo]:
    return rule_infos(session.own_rules())


def results_written(job: Job, results: Results, progress: Progress) -> Results:
    """Pass the results on; what was mended goes to stdout on the way."""
    if not (job.fix or job.diff):
        return results
    from ctct_lint.session.fixing.fix_output import write_fixed

    return write_fixed(job, results, progress)


def summary_of(job: Job, tally: Tally) -> str:
    """Return the closing line."""
    if job.fix or job.diff:
        return fix_summary(tally, would=job.diff, unsafe=job.unsafe_fixes)
    return summary(tally, unsafe=job.unsafe_fixes)


def _status(job: Job, tally: Tally) -> int:
    if not job.without_findings:
        return tally.status(job.fail_on, exit_zero=job.exit_zero)
    if tally.failed:
        return FAILED
    differs = job.diff and tally.differing and not job.exit_zero
    return FOUND if differs else CLEAN
