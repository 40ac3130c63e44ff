"""What the page is answered: the diagnostics of a text, and the text mended.

A question is the JSON object that the page sends:

    text       the document, if it was typed or pasted
    base64     its bytes instead, if it was a file
    profile    "auto", or the name of the vocabulary that it is of
    operation  "auto", or what a document of Constant Contact is for
    unsafe     are fixes that are a guess wanted, too?
"""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any

from ctct_lint.config.problem import ConfigurationError
from ctct_lint.model.severity import Applicability
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.output.lsp_json import lsp_diagnostic
from ctct_lint.profiles.registry import NAME, operations
from ctct_lint.session.errors import JobError, RequestError
from ctct_lint.session.request import AUTO, Request
from ctct_lint.session.session import Session
from ctct_lint.text.encoding import decode

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ctct_lint.config import Settings
    from ctct_lint.session.checker import FileChecker
    from ctct_lint.session.files.result import FileResult

    Question = Mapping[str, Any]
    Answer = dict[str, Any]

URI = "stdin:"


class BadQuestionError(ValueError):
    """A question is not what the page asks, or cannot be answered."""


class _Question(NamedTuple):
    """What checks the document of a question, and how."""

    check: FileChecker
    settings: Settings
    data: bytes | None
    text: str

    def checked(self) -> FileResult:
        """Check the document as it was sent."""
        if self.data is not None:
            return self.check.check_data(self.data, self.settings)
        return self.check.check_decoded(self.text, self.settings)


class Answers:
    """Answers questions as a check in the working folder would."""

    def __init__(self, profiles: Sequence[str]) -> None:
        """Take the names of the profiles that may be asked for."""
        self._profiles = (AUTO, *profiles)
        self._sessions: dict[tuple[str, str], Session] = {}

    def check(self, question: Question) -> Answer:
        """Return a document's text, and its diagnostics as LSP has them."""
        asked = self._asked(question)
        result = asked.checked()
        if result.unusable is not None:
            raise BadQuestionError("\n".join(result.unusable.error().args))
        found = [lsp_diagnostic(d, URI) for d in result.diagnostics]
        return {"text": asked.text, "diagnostics": found}

    def fix(self, question: Question) -> Answer:
        """Return the text with its fixes made, and why others were not."""
        from ctct_lint.fixes.rounds import mend

        asked = self._asked(question)
        unsafe = question.get("unsafe") is True
        wanted = {Applicability.SAFE, *([Applicability.UNSAFE] * unsafe)}
        check, settings = asked.check, asked.settings
        mended = mend(
            _encoded(asked.text),
            lambda data: check.check_decoded(data.decode(), settings).diagnostics,
            wanted,
        )
        unmade = [{"code": one.code, "why": one.why} for one in mended.unmade]
        text = mended.data.decode()
        return {"text": text, "made": len(mended.made), "unmade": unmade}

    def _asked(self, question: Question) -> _Question:
        try:
            session = self._session(question)
            settings = session.settings_for(None)._replace(unread=())
        except (ConfigurationError, JobError, RequestError) as error:
            raise BadQuestionError(str(error)) from None
        if "base64" in question:
            data = _bytes(question["base64"])
            return _Question(session.checker(), settings, data, decode(data).text)
        text = question.get("text")
        if not isinstance(text, str):
            raise BadQuestionError("a question has a text")
        return _Question(session.checker(), settings, None, text)

    def _session(self, question: Question) -> Session:
        profile = _one_of("profile", self._profiles, question)
        operation = _one_of("operation", (AUTO, *operations()), question)
        if profile not in {AUTO, NAME}:
            operation = AUTO  # of what no other vocabulary has
        elif operation != AUTO:
            profile = AUTO  # who says what it is for means that profile
        if (profile, operation) not in self._sessions:
            self._sessions[profile, operation] = Session(
                Request(profile=_given(profile), operation=_given(operation))
            )
        return self._sessions[profile, operation]


def _given(name: str) -> str | None:
    return None if name == AUTO else name


def _one_of(what: str, known: Sequence[str], question: Question) -> str:
    name = question.get(what, AUTO)
    if not isinstance(name, str) or name not in known:
        raise BadQuestionError(f"there is no {what} {name!r}")
    return name


def _bytes(value: object) -> bytes:
    try:
        return base64.b64decode(str(value), validate=True)
    except binascii.Error:
        raise BadQuestionError("the bytes are not in Base64") from None


def _encoded(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise BadQuestionError("half of a character is in no file") from None
