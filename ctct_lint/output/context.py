"""What a renderer may know besides the reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

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


class RenderContext(NamedTuple):
    """How and of what a renderer writes.

    `rules` is called only by a format that describes the rules; by default there
    are none. `root` is the folder that relative paths are relative to, empty for
    the working directory. `failures` is called after the last report. `rule_pages` is
    where the pages of the rules are published, with `{code}` in it; empty: nowhere.
    """

    style: Style
    rules: Callable[[], Sequence[RuleInfo]] = tuple
    root: str = ""
    failures: Callable[[], Sequence[Failure]] = tuple
    rule_pages: str = ""

    def page_of(self, code: str) -> str:
        """Return the address of the published page of a rule, "" if there is none."""
        return page_of(code, self.rule_pages)


def page_of(code: str, rule_pages: str) -> str:
    """Return the address of the page of a rule; those of users have none there."""
    return rule_pages.replace("{code}", code) if code.startswith("CTC") else ""
