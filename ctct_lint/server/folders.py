"""The folders of the workspace, each with its session; documents find theirs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ctct_lint.config.problem import ConfigurationError
from ctct_lint.session.editor import EditorSession
from ctct_lint.session.errors import JobError, RequestError
from ctct_lint.session.files.result import CONFIGURE, FileResult, failed
from ctct_lint.session.request import Request

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.profiles.profile import Profile
    from ctct_lint.rules.base import Rule
    from ctct_lint.session.files.input import Input, NoInput

# What configures a session: it is read anew when one of these changes.
CONFIGURING = ("ctct-lint.toml", "pyproject.toml", ".gitignore")


class Folder:
    """A folder and its session, which is made when it is first asked for."""

    def __init__(self, path: str, request: Request) -> None:
        self.path = path
        self.request = request._replace(paths=(path or ".",), folder=path)
        self._session: EditorSession | str | None = None

    def holds(self, path: str) -> bool:
        """Is a path in this folder?"""
        return path.startswith(os.path.join(self.path, ""))

    @property
    def rule_pages(self) -> str:
        """Where the pages of rules are published, "" if they are nowhere."""
        session = self._ready()
        return "" if isinstance(session, str) else session.rule_pages

    def files(self) -> Iterator[Input | NoInput]:
        """Yield the files that a run over the folder would check."""
        session = self._ready()
        return iter(()) if isinstance(session, str) else session.files()

    def check_file(self, item: Input | NoInput) -> FileResult:
        """Check a file of the folder as it is on the disk."""
        session = self._ready()
        if isinstance(session, str):
            return failed(CONFIGURE, session)
        return session.check_file(item)

    def check_text(self, path: str | None, text: str) -> FileResult:
        """Check the text of an open document; without a path it is in the folder."""
        session = self._ready()
        if isinstance(session, str):
            return failed(CONFIGURE, session)
        return session.check_text(path or self._unnamed(), text)

    def profile_of(self, path: str | None, text: str) -> Profile | None:
        """Return the profile of an open document; None where none is known."""
        session = self._ready()
        if isinstance(session, str):
            return None
        try:
            return session.profile_of(path or self._unnamed(), text)
        except ConfigurationError:
            return None

    def operation_of(self, path: str | None) -> str | None:
        """Return what the documents of a path are for, None if nobody said so."""
        session = self._ready()
        if isinstance(session, str):
            return None
        try:
            return session.operation_of(path or self._unnamed())
        except ConfigurationError:
            return None

    def own_rule(self, code: str) -> Rule | None:
        """Return the user's own rule of a code or a name, None if there is none."""
        session = self._ready()
        return None if isinstance(session, str) else session.own_rule(code)

    def has_rules_in(self, path: str) -> bool:
        """Is a Python file one of the user's own rules, or beside such?"""
        session = self._ready()
        return isinstance(session, str) or session.has_rules_in(path)

    def fixed(self, path: str | None, text: str) -> str:
        """Return the text with its safe fixes made."""
        session = self._ready()
        if isinstance(session, str):
            return text
        try:
            return session.fixed(path or self._unnamed(), text)
        except ConfigurationError:
            return text

    def _unnamed(self) -> str | None:
        return os.path.join(self.path, "untitled") if self.path else None

    def _ready(self) -> EditorSession | str:
        """Return the session, or why there is none."""
        if self._session is None:
            try:
                self._session = EditorSession(self.request)
            except (ConfigurationError, JobError, RequestError) as error:
                self._session = str(error)
        return self._session


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

    def of(self, path: str | None) -> Folder:
        """Return the innermost folder of a path; without one it is the first."""
        if path is None:
            return self._folders[0] if self._folders else self._elsewhere
        holding = [folder for folder in self._folders if folder.holds(path)]
        return max(holding, key=lambda f: len(f.path), default=self._elsewhere)
