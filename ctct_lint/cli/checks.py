"""The files of a job, each with what came of checking it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ctct_lint.engine.check_file import CheckFile
from ctct_lint.engine.pool import each, processors
from ctct_lint.inputs import find_inputs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from ctct_lint.cli.job import Job
    from ctct_lint.config import Settings
    from ctct_lint.config.find import Configurations
    from ctct_lint.engine.cache import Cache
    from ctct_lint.engine.checked import Checked
    from ctct_lint.engine.mend_file import Fixing
    from ctct_lint.inputs import Input, NoInput
    from ctct_lint.inputs.walk import ExclusionIn

# Up to so many files other processes take longer to start than to be of use: see
# benchmarks/compare.py. Who asks for them gets them sooner.
_FEW, _FEW_IF_ASKED = 1000, 32


def files_of(job: Job) -> Iterator[Input | NoInput]:
    """Yield what the paths of a job stand for; in folders not its own reports."""
    configurations = job.configurations
    exclusion_in: ExclusionIn = configurations.exclusion_in
    outputs = [file for _, file in job.outputs if file]
    if outputs:
        from ctct_lint.cli.own_reports import passing_over

        exclusion_in = passing_over(outputs, exclusion_in)
    return find_inputs(
        job.paths,
        job.stdin_name,
        exclusion_in=exclusion_in,
        is_forced_out=configurations.covers_excluded if job.force_exclude else None,
        gitignore=job.gitignore,
    )


def checked_files(
    job: Job, check: CheckFile, files: Iterator[Input | NoInput]
) -> Iterator[tuple[Input | NoInput, Checked]]:
    """Yield each file with its result, in order, and keep the cache."""
    jobs = processors() if job.jobs is None else job.jobs
    few = _FEW if job.jobs is None else _FEW_IF_ASKED
    cache_ = check.cache
    if cache_ is None:
        yield from each(check, files, jobs, few)
        return
    cache_.load()
    try:
        for found, checked in each(check, files, jobs, few):
            cache_.note(checked)
            yield found, checked
    finally:
        cache_.save()


def check_of(job: Job) -> CheckFile:
    """Return what is to be done with each file."""
    settings_for: Callable[[str | None], Settings] = job.configurations.settings_for
    if job.now is not None or job.baseline:
        settings_for = _SettingsFor(
            job.configurations, job.now, uncut=bool(job.baseline)
        )
    return CheckFile(settings_for, _cache_of(job), _fixing_of(job))


def _cache_of(job: Job) -> Cache | None:
    if not job.cache:
        return None
    from ctct_lint.engine.cache import Cache

    return Cache(job.cache)


def _fixing_of(job: Job) -> Fixing | None:
    if not (job.fix or job.diff):
        return None
    from ctct_lint.engine.mend_file import Fixing
    from ctct_lint.fixes.reach import named_places

    known = None
    if job.baseline:
        from ctct_lint.cli.baseline import known_in

        known = known_in(job)
    return Fixing(job.unsafe_fixes, job.diff, known, named_places(job.paths))


class _SettingsFor:
    """Asks configurations, and adds what only a run can say."""

    def __init__(
        self, configurations: Configurations, now: datetime | None, *, uncut: bool
    ) -> None:
        self._configurations = configurations
        self._now = now
        self._uncut = uncut

    def __call__(self, path: str | None) -> Settings:
        settings = self._configurations.settings_for(path)
        return _with(settings, self._now, uncut=self._uncut)


@cache
def _with(settings: Settings, now: datetime | None, *, uncut: bool) -> Settings:
    if now is not None:
        settings = settings._replace(now=now)
    if uncut:
        from ctct_lint.baseline import UNLIMITED

        settings = settings._replace(most=UNLIMITED)
    return settings
