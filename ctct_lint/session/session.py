"""A session: what one request works with, and what it comes to know."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ctct_lint.config.find import Configurations
from ctct_lint.config.kind import KnownNames
from ctct_lint.output.formats import FORMATS
from ctct_lint.rules.registry import all_words
from ctct_lint.session.checker import FileChecker
from ctct_lint.session.errors import JobError
from ctct_lint.session.files.find import find_inputs
from ctct_lint.session.files.input import NoInput
from ctct_lint.session.files.schemas import with_schemas
from ctct_lint.session.job import settled
from ctct_lint.session.overriding import overrides_of
from ctct_lint.session.processes.each import each, processors
from ctct_lint.session.profiles.known import KnownProfiles
from ctct_lint.session.request import refuse_contradictions
from ctct_lint.text.regular import reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ctct_lint.baseline.compare import RootedBaseline as KnownBefore
    from ctct_lint.config import Settings
    from ctct_lint.rules.base import Rule
    from ctct_lint.session.cache.store import Cache
    from ctct_lint.session.files.input import Input
    from ctct_lint.session.files.result import Results
    from ctct_lint.session.files.walk import NamesIn
    from ctct_lint.session.fixing.fix_file import Fixing
    from ctct_lint.session.reports.known_findings import KnownFindings
    from ctct_lint.session.request import Request

# Up to so many files other processes take longer to start than to be of use: see
# benchmarks/compare.py. Who asks for them gets them sooner.
_FEW, _FEW_IF_ASKED = 1000, 32


class Session:
    """Owns the configurations, the cache and all else that outlasts one document."""

    def __init__(self, request: Request) -> None:
        """Read the configuration of the run.

        Raises RequestError for a request that contradicts itself, ConfigurationError
        if the configuration cannot be used, and JobError where no work is possible.
        """
        refuse_contradictions(request)
        _refuse_no_folder()
        self.configurations = Configurations(
            KnownNames(all_words, tuple(FORMATS), _brought_words),
            overrides_of(request),
            file=request.config,
            isolated=request.isolated,
        )
        self.job = settled(request, self.configurations.of_run())
        self.profiles = KnownProfiles(self.job.cache)
        self.settings_for = self._adding(request)
        self._cache = _cache_in(self.job.cache, self.profiles)
        # Why nothing of the run is remembered; "" where it is, or was not asked for.
        self.cache_trouble = ""

    def files(self) -> Iterator[Input | NoInput]:
        """Yield what the paths stand for; in folders not the reports of this run."""
        job, configurations = self.job, self.configurations
        exclusion_in: NamesIn = configurations.exclusion_in
        outputs = [file for _, file in job.outputs if file]
        if outputs:
            from ctct_lint.session.files.own_reports import passing_over

            exclusion_in = passing_over(outputs, exclusion_in)
        found = find_inputs(
            job.paths,
            job.stdin_name,
            exclusion_in=exclusion_in,
            documents_in=configurations.documents_in,
            is_forced_out=configurations.covers_excluded if job.force_exclude else None,
            gitignore=job.gitignore,
        )
        return map(_as_found, found) if job.force_exclude else found

    def results(self, files: Iterable[Input | NoInput]) -> Results:
        """Yield each file with its result, in order, then schemas that are at fault."""
        return with_schemas(self._results(files), self.settings_for)

    def _results(self, files: Iterable[Input | NoInput]) -> Results:
        """Yield each file with its result, in order, and keep the cache."""
        jobs = processors() if self.job.jobs is None else self.job.jobs
        few = _FEW if self.job.jobs is None else _FEW_IF_ASKED
        check = FileChecker(
            self.settings_for, self._cache, self._fixing(), self.profiles
        )
        if self._cache is None:
            yield from each(check, files, jobs, few)
            return
        self._cache.load()
        try:
            for found, result in each(check, files, jobs, few):
                self._cache.note(result)
                yield found, result
        finally:
            self.cache_trouble = self._cache.save()

    def profile_files(self) -> frozenset[str]:
        """Return the files of all profiles: their schemas, catalogs and rules."""
        from ctct_lint.schema.sources.catalog import Catalogs

        described = set(self.configurations.described())
        profiles = [self.profiles.profile(d) for d in described if d.has_files]
        catalogs = [path for d in described for path in Catalogs(d.catalog).every()]
        files = (path for one in profiles for path in one.all_files())
        return frozenset((*catalogs, *files))

    def checker(self) -> FileChecker:
        """Return what checks one document, and remembers nothing of it."""
        return FileChecker(self.settings_for, profiles=self.profiles)

    def own_rules(self) -> tuple[Rule, ...]:
        """Return the user's own rules of all configurations that were read."""
        from ctct_lint.session.own_rules import rules_of

        return rules_of(self.configurations.described())

    def known(self) -> KnownBefore | None:
        """Return what the baseline has, if there is one; JobError if unreadable."""
        if not self.job.baseline:
            return None
        from ctct_lint.session.reports.known_findings import known_in

        return known_in(self.job)

    def known_findings(self) -> KnownFindings | None:
        """Return the baseline, if there is one; JobError if it cannot be read."""
        if not self.job.baseline:
            return None
        from ctct_lint.session.reports.known_findings import KnownFindings

        return KnownFindings(self.job, self.configurations.settings_for)

    def _adding(self, request: Request) -> Callable[[str | None], Settings]:
        """Return what gives the settings of a path, with what only a run can say."""
        now, profile = request.now, request.profile
        uncut = bool(self.job.baseline)
        if now is None and profile is None and not uncut:
            return self.configurations.settings_for
        from ctct_lint.session.settings import SettingsFor

        named = None
        if profile is not None:
            from ctct_lint.session.profiles.named import Named

            named = Named(profile, self.configurations.of_run().base.profiles)
        return SettingsFor(self.configurations, now, uncut=uncut, named=named)

    def _fixing(self) -> Fixing | None:
        job = self.job
        if not (job.fix or job.diff):
            return None
        from ctct_lint.session.fixing.fix_file import Fixing
        from ctct_lint.session.fixing.reach import named_places

        return Fixing(job.unsafe_fixes, job.diff, self.known(), named_places(job.paths))


def _as_found(item: Input | NoInput) -> Input | NoInput:
    """Return an input that a program has named: nobody asked for this one."""
    return item if isinstance(item, NoInput) else item._replace(is_named=False)


def _refuse_no_folder() -> None:
    """Refuse to work in a folder that is gone: no path can be taken from there."""
    try:
        os.getcwd()
    except OSError as error:
        raise JobError(f"there is no working folder: {reason(error)}") from None


def _cache_in(folder: str, profiles: KnownProfiles) -> Cache | None:
    if not folder:
        return None
    from ctct_lint.session.cache.store import Cache

    return Cache(folder, profiles)


def _brought_words() -> tuple[str, ...]:
    from ctct_lint.session.profiles.words import brought_words

    return brought_words()
