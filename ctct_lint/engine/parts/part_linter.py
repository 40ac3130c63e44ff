"""Linting extracts of a long document, and keeping what is told of each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ctct_lint.engine.lint import crash_of_linter
from ctct_lint.engine.parse import parse
from ctct_lint.engine.parts.extract import Extract, ExtractPart
from ctct_lint.engine.parts.first_diagnostics import FirstDiagnostics
from ctct_lint.text.decoded import Decoded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.config import Settings
    from ctct_lint.engine.lint import Linter
    from ctct_lint.engine.locate import Located
    from ctct_lint.engine.report import Report
    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.profiles.profile import Profile

# What the first child that is blamed for it is blamed for instead of all.
_SPEAKS_FOR_ALL = frozenset(
    {"missing-namespace", "wrong-namespace", "undeclared-prefix"}
)
_MOST_WITNESSES = 16


class PartLinter:
    """Lints the parts of one document behind what all of them need before them."""

    def __init__(self, linter: Linter, settings: Settings, profile: Profile) -> None:
        self._linter = linter
        self._settings = settings
        self._profile = profile
        self._kept = FirstDiagnostics(settings.most)
        # The start tag of the root, the first children, and witnesses.
        self._context: list[ExtractPart] = []
        self._of_context: Counter[str] | None = None
        self._said: set[tuple[str, str]] = set()

    @property
    def crashed(self) -> bool:
        """Has the linter itself failed?"""
        return self._kept.crashed

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return what was found, by position."""
        return self._kept.shown()

    def begin_with(self, head: ExtractPart) -> None:
        """Put what ends with the start tag of the root before each extract."""
        self._context = [head._replace(is_own=False)]

    def remember(self, firsts: Sequence[ExtractPart]) -> None:
        """Put the first children before the extracts, too, as they were meant."""
        head, end = self._context[0].text, self._end().text
        given = "".join(one.text for one in firsts)
        mended = parse(head + given + end, self._profile, most=1).text
        text = mended[len(head) : -len(end)]
        if text != given and mended == head + text + end:
            firsts = [ExtractPart(None, text)]
        self._context += [one._replace(is_own=False) for one in firsts]

    def lint(
        self, parts: Sequence[ExtractPart], end: ExtractPart | None = None
    ) -> None:
        """Lint parts, with what ends the document if that is known."""
        end = self._end() if end is None else end._replace(is_own=False)
        extract = Extract([*self._context, *parts, end])
        found = self._found_in(extract)
        if found is not None:
            self._keep(found, extract)

    def lint_frame(self, frame: Sequence[ExtractPart]) -> None:
        """Lint what stands around the parts."""
        extract = Extract(frame)
        found = self._found_in(extract)
        if found is not None:
            self._kept.leave_out(found.left_out)
            for one in extract.own(found.located):
                self._kept.add_of_frame(extract.moved(found.diagnostic(one)))

    def _keep(self, found: Report, extract: Extract) -> None:
        of_context = self._left_out_of_context() if found.left_out else Counter()
        self._kept.leave_out(Counter(found.left_out) - of_context)
        for one in found.located:
            start = one.range.start
            if extract.owns(start):
                self._kept.add(one, lambda o: extract.moved(found.diagnostic(o)))
                if one.name in _SPEAKS_FOR_ALL:
                    self._note_witness(one, extract)
            elif self._is_about_declarations(one, extract):
                self._kept.add_of_frame(extract.moved(found.diagnostic(one)))

    def _note_witness(self, one: Located, extract: Extract) -> None:
        """Put a child before what follows, which is not to be blamed again."""
        said = one.code, one.finding.message
        if said not in self._said and len(self._said) < _MOST_WITNESSES:
            self._said.add(said)
            witness = extract.stretch_at(one.range.start)._replace(is_own=False)
            if witness not in self._context:
                self._context.append(witness)
                self._of_context = None

    def _end(self) -> ExtractPart:
        name = self._context[0].text.rpartition("<")[2]
        return ExtractPart(
            None, f"</{name.split(None, 1)[0].rstrip('>')}>", is_own=False
        )

    def _found_in(self, extract: Extract) -> Report | None:
        troubles = tuple(extract.troubles())
        decoded = Decoded(extract.text, "utf-8", troubles=troubles)
        try:
            found = self._linter.findings(decoded, None, self._settings, self._profile)
        except Exception as error:  # noqa: BLE001 - promised: never an exception
            failed = crash_of_linter(error, extract.text, self._settings)
            self._kept.crashed = True
            for one in failed.located:
                self._kept.add_of_frame(failed.diagnostic(one))
            return None
        self._kept.crashed |= found is not None and found.crashed
        return found

    def _left_out_of_context(self) -> Counter[str]:
        """Return what is not even found in what stands before an extract."""
        if self._of_context is None:
            found = self._found_in(Extract([*self._context, self._end()]))
            self._of_context = Counter(found.left_out if found else ())
        return self._of_context

    def _is_about_declarations(self, one: Located, extract: Extract) -> bool:
        """Is it about an attribute of the root, which the children show to be wrong?"""
        text = self._context[0].text
        name = text.rfind("<") + 1
        return extract.is_in_first(one.range.start) and one.range.start.offset > name
