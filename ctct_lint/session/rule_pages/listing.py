"""The list of all rules, as a person or a program reads it."""

from __future__ import annotations

import json
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Any

from ctct_lint.output.display import cells, text_width
from ctct_lint.output.ink import SEVERITY_INK, Ink
from ctct_lint.profiles.registry import operations
from ctct_lint.rules.base import Rule, summary_of
from ctct_lint.rules.registry import all_rules, group_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.output.style import Style

_CUT = "…"
_OF_CODE = len("CTC001  ")


def as_json(own: Iterable[Rule] = ()) -> str:
    """Return the rules as a JSON array; those of the user's own come last."""
    return json.dumps([_fields(rule) for rule in (*all_rules(), *own)], indent=2)


def rule_lines(own: Iterable[Rule]) -> Iterator[str]:
    """Yield a line for each rule, whole, which starts with its code."""
    rules = (*all_rules(), *own)
    width = max(len(rule.name) for rule in rules)
    for rule in rules:
        line = f"{rule.code}  {rule.severity.label:7}  {rule.name:{width}}"
        yield f"{line}  {summary_of(rule)}"


def headed(style: Style, own: Iterable[Rule] = ()) -> Iterator[str]:
    """Yield the rules under the headings of their groups, cut to the terminal."""
    all_ = (*all_rules(), *own)
    width = max(len(rule.name) for rule in all_)
    for number, (group, rules) in enumerate(groupby(all_, group_of)):
        if number:
            yield ""
        yield style.paint(Ink.STRONG, group)
        for rule in rules:
            label = f"{rule.severity.label:7}"
            room = style.columns - len(f"{rule.code}  {label}  ")
            if room < width:
                # The name is what `explain` takes.
                yield f"{rule.code}  {cut(rule.name, style.columns - _OF_CODE)}"
                continue
            kind = style.paint(SEVERITY_INK[rule.severity], label)
            text = cut(f"{rule.name:{width}}  {summary_of(rule)}", room)
            yield f"{rule.code}  {kind}  {text}"


def cut(text: str, room: int) -> str:
    """Return as much of a text as there is room for, in columns."""
    if text_width(text) <= room:
        return text
    shown, widths = cells(text)
    kept = [
        char for char, end in zip(shown, accumulate(widths), strict=True) if end < room
    ]
    words = "".join(kept)
    if shown[len(kept)].strip() and " " in words:
        # No word but the first is cut.
        words = words[: words.rindex(" ")]
    return words.rstrip() + _CUT


def _fields(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "group": group_of(rule),
        "severity": rule.severity.label,
        "summary": summary_of(rule),
        "operations": sorted(rule.operations or operations()),
        "evidence": None if rule.evidence is None else rule.evidence.value,
        "source": rule.source,
    }
