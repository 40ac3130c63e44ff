"""What a rule file says of its rule, read without running the file.

So rules can be listed, explained, selected and ignored wherever they are named; only
what has been allowed is run.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from ctct_lint.model.problem import Problem
from ctct_lint.model.severity import Severity
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.own.names import stem_of
from ctct_lint.own.problems import ENUMS, problems_in
from ctct_lint.own.rule_file import RuleFile

if TYPE_CHECKING:
    from ctct_lint.rules.base import Evidence

_NOT_PYTHON = "not Python: "


class Declared(NamedTuple):
    """What a rule file says of its rule.

    function  the name of its function; `line` is where that begins
    manual    the docstring of the file
    """

    path: str
    code: str
    on: str
    severity: Severity
    evidence: Evidence | None
    source: str
    manual: str
    function: str
    line: int

    @property
    def name(self) -> str:
        """The rule's name: that of the file, with dashes."""
        return stem_of(self.path).replace("_", "-")


def declared(path: str, data: bytes) -> tuple[Declared | None, list[Problem]]:
    """Return the rule of a file, None if there is something wrong with it."""
    try:
        file = RuleFile(path, data)
    except SyntaxError as error:
        where = error.lineno or 1, error.offset or 1
        return None, [Problem(path, *where, f"{_NOT_PYTHON}{error.msg}")]
    except (ValueError, RecursionError, MemoryError):
        return None, [Problem(path, 1, 1, f"{_NOT_PYTHON}the parser gives up")]
    problems = list(problems_in(file))
    return (None if problems else _declared(file)), problems


def _declared(file: RuleFile) -> Declared:
    """Return what a file says that has nothing wrong with it."""
    function, call = file.rules[0]
    given = {key.arg: key.value for key in call.keywords}

    def text(name: str) -> str:
        return (file.constants.text(given[name]) if name in given else "") or ""

    def member(name: str) -> Any:
        node = given.get(name)
        return ENUMS[name][1][node.attr] if isinstance(node, ast.Attribute) else None

    return Declared(
        path=file.path,
        code=text("code"),
        on=text("on"),
        severity=member("severity") or Severity.ERROR,
        evidence=member("evidence"),
        source=text("source"),
        manual=file.manual,
        function=function.name,
        line=function.lineno,
    )
