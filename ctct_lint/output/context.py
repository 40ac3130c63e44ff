"""What a renderer may know besides the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ctct_lint.model.severity import Severity
    from ctct_lint.output.style import Style


class RuleInfo(NamedTuple):
    """A rule as a report describes it; `manual` is Markdown, `summary` its start."""

    code: str
    name: str
    severity: Severity
    summary: str
    manual: str
    group: str


class Failure(NamedTuple):
    """An input that could not be checked, and why."""

    name: str
    reason: str


class Context(NamedTuple):
    """How and of what a renderer writes.

    `rules` is called only by a format that describes the rules; by default there
    are none. `root` is the folder that relative paths are relative to, empty for
    the working directory. `failures` is called after the last report.
    """

    style: Style
    rules: Callable[[], Sequence[RuleInfo]] = tuple
    root: str = ""
    failures: Callable[[], Sequence[Failure]] = tuple
