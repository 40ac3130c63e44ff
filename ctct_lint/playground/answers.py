"""What the page is answered: the diagnostics of a text, and the text mended.

A question is the JSON object that the page sends:

    text       the document, if it was typed or pasted
    base64     its bytes instead, if it was a file
    operation  "auto", or what the document is for
    unsafe     are fixes that are a guess wanted, too?
"""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any

from ctct_lint.config import Settings
from ctct_lint.engine.lint import Linter
from ctct_lint.model.severity import Applicability
from ctct_lint.output.lsp_json import lsp_diagnostic
from ctct_lint.profiles.registry import operations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ctct_lint.engine.lint import Outcome
    from ctct_lint.profiles.profile import Profile

    Question = Mapping[str, Any]
    Answer = dict[str, Any]

AUTO = "auto"
URI = "stdin:"


class BadQuestionError(ValueError):
    """A question is not what the page asks."""


class Answers:
    """Answers questions with the profiles that there are, each by its name.

    Without a profile of that name the linter takes the one that is built in.
    """

    def __init__(self, profiles: Mapping[str, Profile]) -> None:
        self._linters = {name: Linter(profile) for name, profile in profiles.items()}

    def check(self, question: Question) -> Answer:
        """Return a document's text, its diagnostics as LSP has them, and their sum."""
        outcome = self._outcome(question, _settings(question))
        found = [lsp_diagnostic(d, URI) for d in outcome.diagnostics]
        return {"text": outcome.text, "diagnostics": found}

    def fix(self, question: Question) -> Answer:
        """Return the text with its fixes made, and why others were not."""
        from ctct_lint.fixes.rounds import mend

        settings = _settings(question)
        linter = self._linter(question)
        text = self._outcome(question, settings).text
        wanted = {Applicability.SAFE, *([Applicability.UNSAFE] * _flag(question))}
        mended = mend(
            _encoded(text),
            lambda data: linter.lint_text(data.decode("utf-8"), settings).diagnostics,
            wanted,
        )
        unmade = [{"code": one.code, "why": one.why} for one in mended.unmade]
        return {
            "text": mended.data.decode("utf-8"),
            "made": len(mended.made),
            "unmade": unmade,
        }

    def _linter(self, question: Question) -> Linter:
        name = question.get("profile", next(iter(self._linters)))
        if not isinstance(name, str) or name not in self._linters:
            raise BadQuestionError(f"there is no profile {name!r}")
        return self._linters[name]

    def _outcome(self, question: Question, settings: Settings) -> Outcome:
        linter = self._linter(question)
        if "base64" in question:
            return linter.lint_bytes(_bytes(question["base64"]), settings)
        text = question.get("text")
        if not isinstance(text, str):
            raise BadQuestionError("a question has a text")
        return linter.lint_text(text, settings)


def _settings(question: Question) -> Settings:
    operation = question.get("operation", AUTO)
    if operation not in (AUTO, *operations()):
        raise BadQuestionError(f"there is no operation {operation!r}")
    return Settings(None if operation == AUTO else operation)


def _flag(question: Question) -> bool:
    return question.get("unsafe") is True


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
