"""The folders of the workspace, each with its session; documents find theirs."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from ctct_lint.config.problem import ConfigurationError
from ctct_lint.session.editor import EditorSession
from ctct_lint.session.errors import JobError, RequestError
from ctct_lint.session.files.result import CONFIGURE
from ctct_lint.session.request import Request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ctct_lint.profiles.profile import Profile
    from ctct_lint.rules.base import Rule
    from ctct_lint.session.files.input import Input, NoInput
    from ctct_lint.session.files.result import FileResult

_Answer = TypeVar("_Answer")
# What a configuration would say of a vocabulary is not known while it cannot be read.
_UNKNOWN = "unknown-vocabulary"


class Folder:
    """A folder and its session, which is made when it is first asked for.

    While a configuration cannot be used, documents are checked as if there were none,
    and the failure is told with what is found.
    """

    def __init__(self, path: str, request: Request) -> None:
        self.path = path
        self.request = request._replace(paths=(path or ".",), folder=path)

    def holds(self, path: str) -> bool:
        """Is a path in this folder?"""
        return path.startswith(os.path.join(self.path, ""))

    @property
    def rule_pages(self) -> str:
        """Where the pages of rules are published, "" if they are nowhere."""
        return self._session.rule_pages

    def files(self) -> Iterator[Input | NoInput]:
        """Yield the files that a run over the folder would check."""
        return self._session.files()

    def check_file(self, item: Input | NoInput) -> FileResult:
        """Check a file of the folder as it is on the disk."""
        return self._checked(lambda session: session.check_file(item))

    def check_text(self, path: str | None, text: str) -> FileResult:
        """Check the text of an open document; without a path it is in the folder."""
        return self._checked(
            lambda session: session.check_text(path or self._unnamed, text)
        )

    def schemas_at_fault(self, result: FileResult) -> dict[str, FileResult]:
        """Return what is wrong with the schema of a document, by the paths of files."""
        return self._session.schemas_at_fault(result)

    def profile_of(self, path: str | None, text: str) -> Profile | None:
        """Return the profile of an open document; None where none is known."""
        return self._asked(
            lambda session: session.profile_of(path or self._unnamed, text)
        )

    def operation_of(self, path: str | None) -> str | None:
        """Return what the documents of a path are for, None if that is not said."""
        return self._asked(lambda session: session.operation_of(path or self._unnamed))

    def own_rule(self, code: str) -> Rule | None:
        """Return the user's own rule of a code or a name, None if there is none."""
        return self._session.own_rule(code)

    def has_rules_in(self, path: str) -> bool:
        """Is a Python file one of the user's own rules, or beside such?"""
        return bool(self._made[1]) or self._session.has_rules_in(path)

    def is_of_profile(self, path: str) -> bool:
        """Is it a file of a profile: of its schemas, its catalogs, its rules?"""
        return self._session.is_of_profile(path)

    def fixed(self, path: str | None, text: str) -> str:
        """Return the text with its safe fixes made."""
        return self._asked(lambda session: session.fixed(path or self._unnamed, text))

    @property
    def _unnamed(self) -> str | None:
        return os.path.join(self.path, "untitled") if self.path else None

    @cached_property
    def _made(self) -> tuple[EditorSession, str]:
        """The session, and why it is not the one that was asked for; "" if it is."""
        try:
            return EditorSession(self.request), ""
        except (ConfigurationError, JobError, RequestError) as error:
            return self._unconfigured, str(error)

    @property
    def _session(self) -> EditorSession:
        return self._made[0]

    @cached_property
    def _unconfigured(self) -> EditorSession:
        """The session that there would be without any configuration."""
        asked = self.request
        return EditorSession(
            Request(
                paths=asked.paths,
                folder=asked.folder,
                operation=asked.operation,
                now=asked.now,
                ignore=(_UNKNOWN,),
                isolated=True,
            )
        )

    def _checked(self, check: Callable[[EditorSession], FileResult]) -> FileResult:
        session, why = self._made
        result = check(session)
        if why:
            return result._replace(failures=((CONFIGURE, why), *result.failures))
        if result.was_checked or result.failures[0][0] != CONFIGURE:
            return result
        # The configuration beside the document itself.
        plain = check(self._unconfigured)
        return plain._replace(failures=(*result.failures, *plain.failures))

    def _asked(self, question: Callable[[EditorSession], _Answer]) -> _Answer:
        try:
            return question(self._session)
        except ConfigurationError:
            return question(self._unconfigured)


class Folders:
    """All folders of the workspace; what is in none of them has one of its own."""

    def __init__(self) -> None:
        self._folders: tuple[Folder, ...] = ()
        self._elsewhere = Folder("", Request())

    def __iter__(self) -> Iterator[Folder]:
        return iter(self._folders)

    def arrange(self, requests: Iterable[tuple[str, Request]], other: Request) -> None:
        """Begin anew, with the request of each folder and that of what is in none."""
        self._folders = tuple(Folder(path, request) for path, request in requests)
        self._elsewhere = Folder("", other)

    def own_rule(self, word: str) -> Rule | None:
        """Return the user's own rule of a code or a name in any of the folders."""
        found = (folder.own_rule(word) for folder in (*self._folders, self._elsewhere))
        return next((rule for rule in found if rule is not None), None)

    def have_rules_in(self, path: str) -> bool:
        """Is a Python file one of the user's own rules, or beside such?"""
        return any(folder.has_rules_in(path) for folder in self._folders)

    def has_profile_of(self, path: str) -> bool:
        """Is it a file of a profile: of its schemas, its catalogs, its rules?"""
        every = (*self._folders, self._elsewhere)
        return any(folder.is_of_profile(path) for folder in every)

    def of(self, path: str | None) -> Folder:
        """Return the innermost folder of a path; without one it is the first."""
        if path is None:
            return self._folders[0] if self._folders else self._elsewhere
        holding = [folder for folder in self._folders if folder.holds(path)]
        return max(holding, key=lambda f: len(f.path), default=self._elsewhere)
