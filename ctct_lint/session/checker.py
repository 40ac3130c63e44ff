"""One file, from its name to what there is to report: read, lint, mend."""

from __future__ import annotations

from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING

from ctct_lint.schema.names import XSD
from ctct_lint.session.files.given_schemas import given_schema, may_be_schema
from ctct_lint.session.files.input import NO_NAME, READ, Input, NoInput
from ctct_lint.session.files.result import CHECK, CONFIGURE, FileResult, failed
from ctct_lint.text.encoding import decode
from ctct_lint.text.regular import reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.config import Settings
    from ctct_lint.engine.lint import Linter, Steps
    from ctct_lint.profiles.choice import Profiles
    from ctct_lint.profiles.description import Description
    from ctct_lint.profiles.profile import Profile
    from ctct_lint.session.cache.store import Cache
    from ctct_lint.session.files.given_schemas import GivenSchema
    from ctct_lint.session.fixing.fix_file import Fixing


class FileChecker:
    """Checks files, here or in another process; see `processes.worker.Plan`."""

    def __init__(
        self,
        settings_for: Callable[[str | None], Settings],
        cache: Cache | None = None,
        fixing: Fixing | None = None,
        profiles: Profiles | None = None,
    ) -> None:
        """Note how files are checked; all of it can be pickled.

        settings_for  returns the settings of a path, None for stdin without a name;
                      a `ConfigurationError` is the failure of that file
        cache         results of earlier runs
        fixing        which fixes are to be made, and where
        profiles      the vocabularies that are known; None: the one that is built in
        """
        self._settings_for = settings_for
        self.cache = cache
        self._fixing = fixing
        self._profiles = profiles
        self._linter: Linter | None = None

    def __call__(self, item: Input | NoInput, /) -> FileResult:
        """Return what comes of a file; never raises for what it holds or lacks."""
        from ctct_lint.engine.lint import finished

        return finished(self.work(item))

    def work(self, item: Input | NoInput, /) -> Steps[FileResult]:
        """Find out the same step by step."""
        if isinstance(item, NoInput):
            return failed(item.verb, item.reason)
        try:
            settings = self._settings_for(_named(item))
            here = self._here(item, settings)
            read = self._read(item, here)
        except Exception as error:  # noqa: BLE001 - what is no reason is raised again
            return failed(*_failure(error))
        if isinstance(read, bytes):
            read = yield from self._check(item, read, here)
        return _after(settings.unread, read)

    def _here(self, item: Input, settings: Settings) -> Settings:
        """Return the settings of a file: it may be a part of a profile itself."""
        here = _settings_in(settings, item.is_named)
        part_of = self._part_of(item.path, settings)
        return here if part_of is None else here._replace(part_of=part_of)

    def _part_of(self, path: str | None, settings: Settings) -> Description | None:
        is_alone = not (settings.profile or settings.profiles)
        if is_alone or path is None or self._profiles is None:
            return None
        from ctct_lint.session.files.of_profiles import profile_of_file

        return profile_of_file(path, settings, self._profiles)

    def check_text(self, name: str | None, text: str) -> FileResult:
        """Return what comes of a text as if it were the content of a file.

        Its encoding is no matter, whatever it declares. None: it has no name yet.
        """
        try:
            settings = self._settings_for(name)
        except Exception as error:  # noqa: BLE001 - what is no reason is raised again
            return failed(*_failure(error))
        here = settings._replace(unread=(), part_of=self._part_of(name, settings))
        schema = self._schema(name, text, here) if XSD in text else None
        check = self.check_decoded if schema is None else schema.check_text
        return _after(settings.unread, check(text, here))

    def _read(self, item: Input, settings: Settings) -> bytes | FileResult:
        """Return what an input holds, or what comes of a long one checked by parts."""
        if item.path is not None:
            data = item.read_short(settings.long)
            if data is not None:
                return data
            checked = self._check_by_parts(item, settings)
            if checked is not None:
                return checked
        # One byte too many tells the linter that there are more.
        return item.read(settings.largest + 1)

    def _check_by_parts(self, item: Input, settings: Settings) -> FileResult | None:
        """Check a long file as it is read; None if it is to be read as a whole."""
        if self._fixing is not None:
            return None
        from ctct_lint.session.long import check_long

        checked = check_long(self._linter_of_all(), item.pieces, settings)
        return None if checked is None else self._with_troubles(checked)

    def _check(self, item: Input, data: bytes, settings: Settings) -> Steps[FileResult]:
        schema = None
        is_large = len(data) > settings.largest
        if not (is_large or settings.searched) and may_be_schema(data):
            schema = self._schema(item.path, decode(data).text, settings)
        check = self.check_data if schema is None else schema.check_data
        if self._fixing is not None and not is_large:
            from ctct_lint.session.fixing.fix_file import fix_file

            return fix_file(item, data, settings, self._fixing, check)
        if schema is not None:
            # What it refers to is no matter of its own bytes: it is not remembered.
            return check(data, settings)
        if self.cache is not None:
            return self.cache.checked(data, settings, check)
        return (yield from self._check_data(data, settings))

    def _schema(
        self, path: str | None, text: str, settings: Settings
    ) -> GivenSchema | None:
        """Return a file as the XSD that it is, if it is one of no profile."""
        if path is None:
            return None
        return given_schema(path, text, settings, self._linter_of_all())

    def here(self, item: Input | NoInput) -> bool:
        """Stdin belongs to this process; of what is no input there is no work."""
        return isinstance(item, NoInput) or item.path is None

    def lost(self, item: Input | NoInput, why: str) -> FileResult:
        """Return the failure of a file that a process came to no end with."""
        del item
        return failed(CHECK, why)

    def size(self, result: FileResult) -> int:
        """Return the length of the text: it is far more than the rest."""
        return len(result.text)

    def check_data(self, data: bytes, settings: Settings) -> FileResult:
        """Lint a document; its text is kept only where it is needed."""
        from ctct_lint.engine.lint import finished

        return finished(self._check_data(data, settings))

    def _check_data(self, data: bytes, settings: Settings) -> Steps[FileResult]:
        linter = self._linter_of_all()
        if self._fixing is None and len(data) > settings.long:  # of stdin
            from ctct_lint.session.long import check_long, slices

            by_parts = check_long(linter, partial(slices, data), settings)
            if by_parts is not None:
                return self._with_troubles(by_parts)
        outcome = yield from linter.steps(data, settings)
        if outcome.diagnostics or outcome.crashed or outcome.unusable:
            return self._with_troubles(FileResult(*outcome))
        return self._with_troubles(_nothing(outcome.is_foreign, outcome.lasts))

    def _with_troubles(self, checked: FileResult) -> FileResult:
        """Return a result with what is wrong with the profiles that were looked at."""
        troubles = () if self._profiles is None else self._profiles.troubles()
        if not troubles:
            return checked
        failures = tuple((CONFIGURE, why) for why in troubles)
        return checked._replace(failures=failures, lasts=False)

    def profile_of(self, name: str | None, text: str) -> Profile | None:
        """Return the profile that a text has under a name; None if it has none.

        Raises ConfigurationError where the configuration of that name cannot be used.
        """
        return self._linter_of_all().profile_of(text, self._settings_for(name))

    def part_of(self, name: str) -> Description | None:
        """Return the profile that a file is a part of; raises as `profile_of`."""
        return self._part_of(name, self._settings_for(name))

    def check_decoded(self, text: str, settings: Settings) -> FileResult:
        """Lint what is text already."""
        return FileResult(*self._linter_of_all().lint_text(text, settings))

    def _linter_of_all(self) -> Linter:
        if self._linter is None:
            # A run whose results are all known has no need of it.
            from ctct_lint.engine.lint import Linter

            self._linter = Linter(self._profiles)
        return self._linter


@cache
def _nothing(is_foreign: bool, lasts: bool) -> FileResult:  # noqa: FBT001 - two of many
    """Return the result of a document in which nothing was found."""
    return FileResult(is_foreign=is_foreign, lasts=lasts)


@lru_cache(maxsize=64)
def _settings_in(settings: Settings, is_named: bool) -> Settings:  # noqa: FBT001
    """Return the settings that a file has where it was named, or was found."""
    return settings._replace(unread=(), searched=not is_named)


def _after(unread: tuple[str, ...], checked: FileResult) -> FileResult:
    """Return a result with the configuration that could not be read for it."""
    if not unread:
        return checked
    troubles = tuple((CONFIGURE, why) for why in unread)
    return checked._replace(failures=troubles + checked.failures)


def _named(item: Input) -> str | None:
    """Return the path by which configurations know an input; stdin may have none."""
    return None if item.path is None and item.name == NO_NAME else item.name


def _failure(error: Exception) -> tuple[str, str]:
    """Return what could not be done, and why; what is a bug is raised."""
    from ctct_lint.config.problem import ConfigurationError

    if isinstance(error, OSError):
        return READ, reason(error)
    if isinstance(error, MemoryError):
        return READ, "not enough memory"
    if isinstance(error, ConfigurationError):
        return CONFIGURE, str(error)
    raise error
