"""What a session has to do: a request, with what a configuration adds to it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from ctct_lint.model.severity import Severity
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.session.errors import RequestError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.config.configuration import Configuration
    from ctct_lint.session.request import Request

STDOUT = "-"
TEXT_FORMATS = frozenset({"full", "concise", "grouped", "narrated"})
_WITH_STATISTICS = (*sorted(TEXT_FORMATS), "json")
_Value = TypeVar("_Value")


class Job(NamedTuple):
    """What is to be done; nothing of it is left open, nothing contradicts another.

    paths       files and folders, "-" for stdin
    outputs     formats with the files they go to, "" for stdout; the first is the
                main one
    most_shown  how many diagnostics a text shows; None: all
    baseline    the file of known findings, or ""
    jobs        the number of processes; None: as many as are of use
    cache       the folder of earlier results, or ""
    rule_pages  where the pages of the rules are published, or ""
    """

    paths: tuple[str, ...]
    stdin_name: str | None
    force_exclude: bool
    gitignore: bool
    outputs: tuple[tuple[str, str], ...]
    most_shown: int | None
    statistics: bool
    color: str
    quiet: bool
    fail_on: Severity
    exit_zero: bool
    fix: bool
    fix_only: bool
    unsafe_fixes: bool
    show_fixes: bool
    diff: bool
    baseline: str
    update_baseline: bool
    jobs: int | None
    cache: str
    rule_pages: str

    @property
    def without_findings(self) -> bool:
        """Is it about what changes, not about what is left?"""
        return self.diff or self.fix_only

    @property
    def speaks(self) -> bool:
        """Does stdout show the diagnostics?"""
        return not (self.without_findings or self.statistics or self.outputs[0][1])


def settled(request: Request, run: Configuration) -> Job:
    """Settle what a request leaves open, by the configuration of the run.

    Raises RequestError for what does not go together.
    """
    main = request.output_format or run.output_format or "full"
    job = Job(
        paths=request.paths or (".",),
        stdin_name=request.stdin_filename,
        force_exclude=bool(_first(request.force_exclude, run.force_exclude)),
        gitignore=_first(request.respect_gitignore, run.respect_gitignore) is not False,
        outputs=((main, _file(request.output_file)), *request.outputs),
        most_shown=_first(request.max_diagnostics, run.max_diagnostics),
        statistics=request.statistics,
        color=request.color,
        quiet=request.quiet,
        fail_on=_first(request.fail_on, run.fail_on) or Severity.ERROR,
        exit_zero=request.exit_zero,
        fix=request.fix or request.fix_only,
        fix_only=request.fix_only,
        unsafe_fixes=request.unsafe_fixes,
        show_fixes=request.show_fixes,
        diff=request.diff,
        baseline=request.baseline or run.baseline or "",
        update_baseline=request.update_baseline,
        jobs=request.jobs,
        cache=_cache_folder(request, run),
        rule_pages=run.rule_pages or "",
    )
    _refuse_contradictions(job)
    return job


def _first(given: _Value | None, configured: _Value | None) -> _Value | None:
    return configured if given is None else given


def _file(given: str | None) -> str:
    """Return the file that an option names, "" for stdout."""
    return "" if given is None or given == STDOUT else given


def _cache_folder(request: Request, run: Configuration) -> str:
    """Return the folder of the cache, if one is asked for.

    The environment says where, not whether.
    """
    folder = request.cache_dir or ""
    wanted = request.cache
    if wanted is None:
        wanted = bool(folder or run.cache_dir)
    if not wanted:
        return ""
    from ctct_lint.session.cache.disk import default_folder

    own = os.environ.get("CTCT_LINT_CACHE_DIR")
    return folder or own or run.cache_dir or default_folder()


def _refuse_contradictions(job: Job) -> None:
    if job.update_baseline and not job.baseline:
        raise RequestError("--update-baseline needs the file: --baseline FILE")
    main = job.outputs[0][0]
    if job.statistics and main not in _WITH_STATISTICS:
        shown = ", ".join(_WITH_STATISTICS)
        raise RequestError(f"--statistics has the forms {shown}, not {main}")
    _refuse_shared(file for _, file in job.outputs if file)


def _refuse_shared(files: Iterable[str]) -> None:
    """Refuse outputs of which the last would replace another one."""
    seen = set()
    for file in files:
        target = os.path.realpath(file)
        if target in seen:
            raise RequestError(f"two outputs go to {file}: each needs its own file")
        seen.add(target)
