"""Rules as SARIF's `reportingDescriptor`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.model.severity import Severity

if TYPE_CHECKING:
    from ctct_lint.output.context import RuleInfo

LEVELS = dict(zip(Severity, ("error", "warning", "note", "note"), strict=True))
# GitHub's `problem.severity`, and how sure a rule is: an error is one only where the
# server is known to refuse the document, a warning is what evidence there is.
_GITHUB = {
    "error": ("error", "very-high"),
    "warning": ("warning", "high"),
    "note": ("recommendation", "medium"),
}
_LONGEST = 1024
_WHY = "## Why\n"


def descriptor(rule: RuleInfo, page: str = "") -> dict[str, Any]:
    """Return what a reader of results may want to know of a rule, and its page."""
    level = LEVELS[rule.severity]
    problem, precision = _GITHUB[level]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _cut(rule.summary)},
        "fullDescription": {"text": _cut(f"{rule.summary} {_why(rule.manual)}")},
        **({"helpUri": page} if page else {}),
        "help": {"text": rule.manual.strip(), "markdown": rule.manual.strip()},
        "defaultConfiguration": {"level": level},
        "properties": {
            "tags": [rule.group],
            "precision": precision,
            "problem.severity": problem,
        },
    }


def _why(manual: str) -> str:
    """Return the manual's second part as one paragraph, if it has that part."""
    _, _, rest = manual.partition(_WHY)
    return " ".join(rest.partition("\n## ")[0].split())


def _cut(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
