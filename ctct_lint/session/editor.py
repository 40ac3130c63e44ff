"""What an editor asks of a session: one document at a time, as it is typed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ctct_lint.config.problem import ConfigurationError
from ctct_lint.session.files.input import NO_NAME, Input, NoInput
from ctct_lint.session.files.result import USE, FileResult
from ctct_lint.session.own_rules import find
from ctct_lint.session.schema_reports import SchemaReports
from ctct_lint.session.session import Session
from ctct_lint.text.encoding import decode
from ctct_lint.text.regular import short_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.config import Settings
    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.profiles.description import Description
    from ctct_lint.profiles.profile import Profile
    from ctct_lint.rules.base import Rule
    from ctct_lint.schema.sources.trouble import SchemaTrouble
    from ctct_lint.session.request import Request


class EditorSession:
    """Checks documents as a run over their folder would report them."""

    def __init__(self, request: Request) -> None:
        """Read the configuration and the baseline; raises what `Session` raises."""
        self._session = Session(request)
        self._check = self._session.checker()
        self._known = self._session.known()
        self._schemas = SchemaReports(self._session.settings_for)
        self.rule_pages = self._session.job.rule_pages

    def files(self) -> Iterator[Input | NoInput]:
        """Yield the files that a run would check."""
        return self._session.files()

    def check_text(self, path: str | None, text: str) -> FileResult:
        """Check a text that is open under a path; None: it has none yet."""
        if path is None:
            return self._reported(path, self._check.check_text(path, text))
        part_of = self._part_of(path)
        if part_of is not None:
            checked = self._check.check_text(path, text)
            typed = self._schemas.as_typed(path, text, part_of, checked)
            return self._reported(path, typed)
        if self._session.configurations.covers_excluded(path):
            return FileResult()
        return self._reported(path, self._check.check_text(path, text))

    def check_file(self, item: Input | NoInput) -> FileResult:
        """Check a file as it is on the disk."""
        result = self._check(item)
        told = self._schemas.of(result.unusable).get(os.path.abspath(item.name))
        return self._reported(item.name, result if told is None else told)

    def schemas_at_fault(self, result: FileResult) -> dict[str, FileResult]:
        """Return what is wrong with the schema of a document, by the paths of files."""
        found = self._schemas.of(result.unusable).items()
        return {path: self._beyond_known(path, one) for path, one in found}

    def _part_of(self, path: str) -> Description | None:
        """Return the profile that a file is a part of, None if it is a document."""
        try:
            return self._check.part_of(path)
        except ConfigurationError:
            return None

    def profile_of(self, path: str | None, text: str) -> Profile | None:
        """Return the profile of an open document; None if only its syntax is known."""
        return self._check.profile_of(path, text)

    def operation_of(self, path: str | None) -> str | None:
        """Return what documents of a path are for, None if that is not said."""
        return self._session.configurations.settings_for(path).operation

    def own_rule(self, word: str) -> Rule | None:
        """Return the user's own rule of a code or a name, None if there is none."""
        return find(word, self._session.own_rules())

    def has_rules_in(self, path: str) -> bool:
        """Is a Python file one of the user's own rules, or beside such?"""
        profiles = self._session.configurations.described()
        named = {rule for profile in profiles for rule in profile.rules}
        folder = os.path.dirname(path)
        return folder in {*named, *map(os.path.dirname, named)}

    def is_of_profile(self, path: str) -> bool:
        """Is it a file of a profile: of its schemas, its catalogs, its rules?"""
        return path in self._session.profile_files()

    def fixed(self, path: str | None, text: str) -> str:
        """Return a text with its safe fixes made; it is the same if there are none."""
        from ctct_lint.session.fixing.fix_file import Fixing, fix_file

        data = _bytes_of(text)
        if data is None:
            return text
        settings = self._session.settings_for(path)._replace(unread=())
        item = Input(NO_NAME if path is None else path, None)
        fixing = Fixing(known=self._known)
        mending = fix_file(item, data, settings, fixing, self._check_decoded).mending
        mended = None if mending is None else mending.data
        return text if mended in {None, data} else decode(mended).text

    def _check_decoded(self, data: bytes, settings: Settings) -> FileResult:
        return self._check.check_decoded(decode(data).text, settings)

    def _reported(self, path: str | None, result: FileResult) -> FileResult:
        """Leave out what the baseline knows, tell of a schema that cannot be used."""
        if result.unusable is not None and not result.unusable.is_of_parts:
            why = f"cannot {USE} {result.unusable.error().args[0]}"
            return result._replace(failures=(*result.failures, (USE, why)))
        if result.unusable is not None:
            broken = tuple(map(_told, result.unusable.broken_rules))
            result = result._replace(failures=(*result.failures, *broken))
        return self._beyond_known(path, result)

    def _beyond_known(self, path: str | None, result: FileResult) -> FileResult:
        """Leave out what the baseline knows."""
        if self._known is None or path is None or not result.was_checked:
            return result
        from ctct_lint.engine.limits import limited

        new: list[Diagnostic] = self._known.beyond(path, result.diagnostics)
        most = self._session.configurations.settings_for(path).most
        return result._replace(diagnostics=tuple(limited(new, most)))


def _told(trouble: SchemaTrouble) -> tuple[str, str]:
    """Return the failure that a file is which is no rule."""
    return USE, f"{short_path(trouble.path)}:{trouble.at}: {trouble.detail}"


def _bytes_of(text: str) -> bytes | None:
    """Return bytes that are decoded to this text, in the encoding that it declares."""
    data = text.encode("utf-8", "surrogatepass")
    decoded = decode(data)
    if decoded.text == text:
        return data
    try:
        data = text.encode(decoded.codec)
    except UnicodeError:
        return None
    return data if decode(data).text == text else None
