"""What is wrong with a rule file, without running it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from ctct_lint.model.problem import Problem
from ctct_lint.model.severity import Severity
from ctct_lint.own.names import CODE_HELP, STEM_HELP, is_code, stem_of, wrong_stem
from ctct_lint.rules.base import Evidence
from ctct_lint.text.spelling import closest
from ctct_lint.xml.described import wrong_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ctct_lint.own.rule_file import Function, RuleFile

_KEYS = ("code", "on", "severity", "evidence", "source")
# The keywords that take a member of an enumeration.
ENUMS = {
    "severity": ("Severity", Severity.__members__),
    "evidence": ("Evidence", Evidence.__members__),
}


def problems_in(file: RuleFile) -> Iterator[Problem]:
    """Yield what is wrong with a file: its name, its manual, its function, its call."""
    path, stem = file.path, stem_of(file.path)
    why = wrong_stem(stem)
    if why:
        yield Problem(path, 1, 1, f"`{stem}` {why}", (STEM_HELP,))
    if not file.manual.strip():
        helps = ("begin it with a docstring: it is the manual of the rule",)
        yield Problem(path, 1, 1, "the file has no docstring", helps)
    if not file.rules:
        helps = ('write `@rule(on="...", code="...")` above a function',)
        yield Problem(path, 1, 1, "the file holds no rule", helps)
    for function, _ in file.rules[1:]:
        message = f"`{function.name}` is a second rule: a file holds one"
        yield _problem(file, function, message)
    for function, call in file.rules[:1]:
        yield from _of_function(file, function)
        yield from _of_keys(file, call)


def _of_function(file: RuleFile, function: Function) -> Iterator[Problem]:
    if isinstance(function, ast.AsyncFunctionDef):
        yield _problem(file, function, "a rule cannot be `async`")
    given = function.args
    number = len(given.posonlyargs) + len(given.args)
    if number not in {1, 2} or None in given.kw_defaults:
        message = "a rule takes the element, and the context if it asks for that"
        yield _problem(file, function, message)


def _of_keys(file: RuleFile, call: ast.Call) -> Iterator[Problem]:
    for node in call.args:
        yield _problem(file, node, "write it by its keyword, as in `code=`")
    for key in call.keywords:
        if key.arg not in _KEYS:
            yield _unknown_key(file, key)
            continue
        problem = _of_value(file, key.arg, key.value)
        if problem is not None:
            yield problem
    there = {key.arg for key in call.keywords}
    for name in ("code", "on"):
        if name not in there:
            yield _problem(file, call, f"`{name}` is missing")


def _unknown_key(file: RuleFile, key: ast.keyword) -> Problem:
    name = key.arg or "**"
    close = closest(name, _KEYS)
    expected = ", ".join(f"`{one}`" for one in _KEYS)
    meant = f"did you mean `{close}`?" if close else f"there are {expected}"
    return _problem(file, key, f"`{name}` is no keyword of a rule", meant)


def _of_value(file: RuleFile, name: str, node: ast.expr) -> Problem | None:
    if name in ENUMS:
        return _of_member(file, node, *ENUMS[name])
    text = file.constants.text(node)
    if text is None:
        help_ = "the file is not run to find it: write the text, or a constant"
        return _problem(file, node, f"`{name}` is no plain text", help_)
    if name == "code" and not is_code(text):
        return _problem(file, node, f"`{text}` is no code of a rule", CODE_HELP)
    why = wrong_name(text) if name == "on" else ""
    if why:
        help_ = "write `{namespace}local`, `local` or `{namespace}*`"
        return _problem(file, node, f"`{text}` names no element: {why}", help_)
    return None


def _of_member(
    file: RuleFile, node: ast.expr, enum: str, members: Mapping[str, object]
) -> Problem | None:
    if isinstance(node, ast.Attribute) and node.attr in members:
        return None
    expected = ", ".join(f"`{enum}.{one}`" for one in members)
    return _problem(file, node, f"this is no {enum.lower()}", f"write {expected}")


def _problem(
    file: RuleFile,
    node: ast.expr | ast.stmt | ast.keyword,
    message: str,
    help_: str = "",
) -> Problem:
    line = file.lines[node.lineno - 1 : node.lineno]
    before = b"".join(line)[: node.col_offset]
    column = len(before.decode("utf-8", "replace")) + 1
    helps = (help_,) if help_ else ()
    return Problem(file.path, node.lineno, column, message, helps)
