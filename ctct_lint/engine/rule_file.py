"""A rule file of the user's own that is none, from its text to diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.engine.found import word_faults
from ctct_lint.engine.parse import Parsed
from ctct_lint.engine.report import findings_of
from ctct_lint.model.fault import Fault
from ctct_lint.model.place import source_span
from ctct_lint.rules.context import Context
from ctct_lint.text.patterns import lazy
from ctct_lint.text.regular import short_path
from ctct_lint.text.source import LineIndex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.config import Settings
    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.schema.sources.trouble import SchemaTrouble
    from ctct_lint.text.decoded import Decoded

_WORD = lazy(r"""[\w.]+|"[^"\n]+"|'[^'\n]+'""")


def lint_rule_file(
    decoded: Decoded, troubles: Sequence[SchemaTrouble], settings: Settings
) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text of a rule file, and what is wrong with it."""
    text = decoded.text
    faults = [_fault(one, text) for one in troubles]
    found = list(word_faults(faults, Context()))
    told = findings_of(found, Parsed(None, text), text, settings, {}, None)
    return text, told.limited(settings.most)


def _fault(trouble: SchemaTrouble, text: str) -> Fault:
    index = LineIndex(text)
    line, column = map(int, trouble.at.split(":"))
    # Python may name a place behind the end, and the file may have changed since.
    start, end = index.line(line - 1)
    start = min(start + column - 1, end)
    word = _WORD.match(text, start, end)
    at = source_span(start, word.end() if word else min(start + 1, end))
    owner = f"{short_path(trouble.path)}:{line}"
    return Fault(
        trouble.kind,
        at,
        trouble.subject,
        owner,
        trouble.expected,
        detail=trouble.detail,
    )
