"""`--watch`: check again what has changed, until Ctrl-C."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

from ctct_lint.config.find import CONFIGURING
from ctct_lint.config.problem import ConfigurationError
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.session.errors import JobError
from ctct_lint.session.files.input import state_of
from ctct_lint.session.reports.collect import Reports
from ctct_lint.session.reports.tally import Tally
from ctct_lint.session.run import results_written, summary_of, write_reports
from ctct_lint.session.session import Session
from ctct_lint.session.streams.complain import complain, complain_of_configuration
from ctct_lint.session.streams.progress import moving
from ctct_lint.session.streams.targets import targets_of
from ctct_lint.text.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.session.files.input import Input, NoInput
    from ctct_lint.session.files.result import FileResult
    from ctct_lint.session.request import Request

_MISSING = "--watch needs a library: pip install watchfiles"
# What was scrolled out of the window stays: it is not ours alone.
_CLEAR = "\x1b[2J\x1b[H"
# An editor that saves makes several changes within this time.
_DEBOUNCE_MS = 200
_STEP_MS = 20
# What changes before the watching has begun is looked for after this time.
_FIRST_LOOK_MS = 500


class _Seen(NamedTuple):
    """A file as it was when it was checked, and what came of that.

    `state` is None of a schema that cannot be used: it is no document.
    """

    state: tuple[int, ...] | None
    found: Input | NoInput
    checked: FileResult

    @property
    def is_schema(self) -> bool:
        """Is it a schema that is at fault?"""
        return self.state is None


def watch(request: Request) -> NoReturn:
    """Check, then check again what changes, be it the configuration.

    Only KeyboardInterrupt ends it, or JobError where it cannot be done.
    """
    try:
        library: Any = import_module("watchfiles")
    except ImportError:
        raise JobError(_MISSING) from None
    watched = WatchedFiles(request)
    watched.check()
    folders, recursive = _folders(watched.paths)
    folders += [one for one in watched.profile_folders() if one not in folders]
    looked = False
    for changes in library.watch(
        *folders,
        watch_filter=None,
        debounce=_DEBOUNCE_MS,
        step=_STEP_MS,
        rust_timeout=_FIRST_LOOK_MS,
        yield_on_timeout=True,
        recursive=recursive,
    ):
        if changes or not looked:
            watched.look({os.path.basename(path) for _, path in changes})
        looked = True
    raise KeyboardInterrupt


class WatchedFiles:
    """What is known of the files that are watched."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._session = Session(request)
        self.paths = self._session.job.paths
        self._seen: dict[str, _Seen] = {}
        self._configured = _configuring(self.paths)
        self._profiles: dict[str, tuple[int, ...]] = {}

    def look(self, changed: set[str]) -> None:
        """Check what is not as it was; `changed` are names of files."""
        configured = _configuring(self.paths)
        profiles = {path: state_of(path) for path in self._profiles}
        is_other = configured != self._configured or profiles != self._profiles
        if changed & CONFIGURING or is_other:
            self._configured = configured
            try:
                self._session = Session(self._request)
            except ConfigurationError as error:
                complain_of_configuration(str(error))
                return
            except JobError as error:
                complain(str(error))
                return
            self._seen.clear()
            self.check()
        elif any(map(self._is_new, self._session.files())) or self._gone():
            self.check()

    def check(self) -> None:
        """Check the files that are not known, and write what is known of all."""
        session, job = self._session, self._session.job
        found = list(session.files())
        new = [one for one in found if self._is_new(one)]
        states = {one.name: state_of(one.name) for one in new}
        known = {one.name: self._seen.get(one.name) for one in found}
        known |= {name: seen for name, seen in self._seen.items() if seen.is_schema}
        tally = Tally()
        with (
            targets_of(job, session.files) as targets,
            moving(sys.stderr, enabled=not job.quiet) as progress,
        ):
            _clear_screen()
            results = session.results(new)
            written = results_written(job, results, progress)
            for number, (one, checked) in enumerate(written, 1):
                progress.step(number)
                known[one.name] = _Seen(states.get(one.name), one, checked)
            self._seen = {name: seen for name, seen in known.items() if seen}
            reports = Reports(tally, progress, session.known_findings())
            write_reports(session, targets, reports, self._results())
        self._profiles = {path: state_of(path) for path in session.profile_files()}
        self._say(f"{count(len(new), 'file')} checked anew: {summary_of(job, tally)}")

    def profile_folders(self) -> list[str]:
        """Return the folders of the schemas and rules that documents have."""
        folders = {os.path.dirname(path) for path in self._profiles}
        return sorted(filter(os.path.isdir, folders))

    def _results(self) -> Iterator[tuple[Input | NoInput, FileResult]]:
        for seen in self._seen.values():
            yield seen.found, seen.checked

    def _is_new(self, found: Input | NoInput) -> bool:
        seen = self._seen.get(found.name)
        return seen is None or seen.state != state_of(found.name)

    def _gone(self) -> bool:
        there = {found.name for found in self._session.files()}
        return any(
            name not in there and not seen.is_schema
            for name, seen in self._seen.items()
        )

    def _say(self, line: str) -> None:
        from time import strftime

        sys.stderr.write(f"[{strftime('%H:%M:%S')}] {line}; watching, Ctrl-C ends it\n")
        sys.stderr.flush()


def _configuring(paths: tuple[str, ...]) -> list[tuple[int, ...]]:
    """Return the states of what may configure these paths, there or not.

    Of what is above them no watcher tells.
    """
    folders = {os.path.abspath(path) for path in paths}
    for folder in list(folders):
        while (above := os.path.dirname(folder)) not in folders:
            folders.add(above)
            folder = above  # noqa: PLW2901 - up to the root
    return [state_of(os.path.join(f, n)) for f in sorted(folders) for n in CONFIGURING]


def _folders(paths: tuple[str, ...]) -> tuple[list[str], bool]:
    """Return the folders to watch, and whether with those below.

    Of a file its folder: editors put a new file in the place of the old one.
    """
    folders = [p if os.path.isdir(p) else os.path.dirname(p) or "." for p in paths]
    recursive = any(map(os.path.isdir, paths))
    there = list(dict.fromkeys(f for f in folders if os.path.isdir(f)))
    if not there:
        raise JobError(f"there is no folder to watch: {', '.join(folders)}")
    return there, recursive


def _clear_screen() -> None:
    if sys.stdout is not None and sys.stdout.isatty():
        sys.stdout.write(_CLEAR)
