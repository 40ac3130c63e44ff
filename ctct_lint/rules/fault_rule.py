"""Rules that do no more than word a fault that a parser or a schema has found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.severity import Severity
from ctct_lint.rules.base import Finding, Findings, rule
from ctct_lint.rules.wording import fixes_of, quoted

if TYPE_CHECKING:
    from ctct_lint.model.fault import Fault
    from ctct_lint.rules.base import Evidence, Rule
    from ctct_lint.rules.context import Context


class _Word(str):
    """A part of a fault in a template: `{subject}`, or `{subject:30}` cut to 30.

    As `{subject!s}` it is no word of the document, and has no backticks.
    """

    __slots__ = ()

    def __format__(self, longest: str) -> str:
        word = str(self)  # a plain one, which formats itself as it is
        return quoted(word, int(longest)) if longest else quoted(word)


def fault_rule(  # noqa: PLR0913 - a rule's metadata and words, by keyword only
    module: str,
    *,
    code: str,
    evidence: Evidence,
    source: str,
    message: str,
    help: str = "",  # noqa: A002 - the field's name
    related: str = "",
    fix: str = "",
    is_safe: bool = True,
    severity: Severity = Severity.ERROR,
) -> Rule:
    """Return the rule of a module that words the faults of the module's name.

    message, help  templates: `{subject}`, `{owner}` and `{detail}` stand for what the
                   fault is about, in backticks
    related        the label of each related place
    fix            the title of the fix that makes the fault's own edits, a template too
    """

    def check(fault: Fault, _context: Context) -> Findings:
        parts = ("subject", "owner", "detail")
        words = {part: _Word(getattr(fault, part)) for part in parts}
        title = fix.format_map(words)
        places = fault.related if related else ()
        yield Finding(
            fault.at,
            message.format_map(words),
            help=(help.format_map(words),) if help else (),
            related=tuple((at, related) for at, _ in places),
            fixes=fixes_of(fault, title, is_safe=is_safe) if fix else (),
        )

    made = rule(code=code, evidence=evidence, source=source, severity=severity)
    return made(check)._replace(module=module)
