"""What a rule file says of its rule, read without running the file.

So rules can be listed, explained, selected and ignored wherever they are named; only
what has been allowed is run.
"""

from __future__ import annotations

import ast
import os
import re
import warnings
from typing import TYPE_CHECKING

from ctct_lint.model.severity import Severity
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.own.constants import Constants
from ctct_lint.rules.base import Evidence
from ctct_lint.rules.registry import is_known
from ctct_lint.text.spelling import closest
from ctct_lint.xml.described import wrong_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CODE = re.compile(r"(?!CTC)[A-Z]+[0-9]{3,}")
_STEM = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_KEYS = ("code", "on", "severity", "evidence", "source")
_ENUMS = {
    "severity": ("Severity", Severity.__members__),
    "evidence": ("Evidence", Evidence.__members__),
}
_DECORATOR = "rule"


CODE_HELP = "write capitals and three digits, as in `ACME001`; `CTC` is ours"
_STEM_HELP = "call the file by small letters, digits and `_`: `price_without_tax.py`"


class Wrong(NamedTuple):
    """What is wrong with a rule file; line and column count from 1, in characters."""

    path: str
    line: int
    column: int
    message: str
    help: tuple[str, ...] = ()


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
        return _stem(self.path).replace("_", "-")


def declared(path: str, data: bytes) -> tuple[Declared | None, list[Wrong]]:
    """Return the rule of a file, None if there is something wrong with it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(data, path)
    except SyntaxError as error:
        where = error.lineno or 1, error.offset or 1
        return None, [Wrong(path, *where, f"not Python: {error.msg}")]
    except (ValueError, RecursionError, MemoryError):
        return None, [Wrong(path, 1, 1, "not Python: the parser gives up")]
    reader = _Reader(path, data, tree)
    wrongs = list(reader.wrongs())
    return (None if wrongs else reader.declared()), wrongs


class _Reader:
    """Reads one file: first what is wrong, then what it says."""

    def __init__(self, path: str, data: bytes, tree: ast.Module) -> None:
        self._path = path
        self._lines = data.splitlines()
        self._tree = tree
        self._constants = Constants(tree)
        self._rules = list(_rules(tree))

    def wrongs(self) -> Iterator[Wrong]:
        """Yield what is wrong with the file."""
        yield from self._of_name()
        if not (ast.get_docstring(self._tree) or "").strip():
            helps = ("begin it with a docstring: it is the manual of the rule",)
            yield Wrong(self._path, 1, 1, "the file has no docstring", helps)
        if not self._rules:
            helps = ('write `@rule(on="...", code="...")` above a function',)
            yield Wrong(self._path, 1, 1, "the file holds no rule", helps)
        for function, _ in self._rules[1:]:
            message = f"`{function.name}` is a second rule: a file holds one"
            yield self._wrong(function, message)
        for function, call in self._rules[:1]:
            yield from self._of_function(function)
            yield from self._of_keys(call)

    def declared(self) -> Declared:
        """Return what the file says."""
        function, call = self._rules[0]
        given = {key.arg: key.value for key in call.keywords}
        texts = {
            name: self._constants.text(node) or ""
            for name, node in given.items()
            if name not in _ENUMS
        }
        members = {
            name: _ENUMS[name][1][node.attr]
            for name, node in given.items()
            if name in _ENUMS and isinstance(node, ast.Attribute)
        }
        severity, evidence = members.get("severity"), members.get("evidence")
        return Declared(
            path=self._path,
            code=texts["code"],
            on=texts["on"],
            severity=severity if isinstance(severity, Severity) else Severity.ERROR,
            evidence=evidence if isinstance(evidence, Evidence) else None,
            source=texts.get("source", ""),
            manual=ast.get_docstring(self._tree) or "",
            function=function.name,
            line=function.lineno,
        )

    def _of_name(self) -> Iterator[Wrong]:
        stem = _stem(self._path)
        why = wrong_stem(stem)
        if why:
            yield Wrong(self._path, 1, 1, f"`{stem}` {why}", (_STEM_HELP,))

    def _of_function(
        self, function: ast.FunctionDef | ast.AsyncFunctionDef
    ) -> Iterator[Wrong]:
        if isinstance(function, ast.AsyncFunctionDef):
            yield self._wrong(function, "a rule cannot be `async`")
        given = function.args
        number = len(given.posonlyargs) + len(given.args)
        if number not in {1, 2} or None in given.kw_defaults:
            message = "a rule takes the element, and the context if it asks for that"
            yield self._wrong(function, message)

    def _of_keys(self, call: ast.Call) -> Iterator[Wrong]:
        for node in call.args:
            yield self._wrong(node, "write it by its keyword, as in `code=`")
        for key in call.keywords:
            if key.arg not in _KEYS:
                name = key.arg or "**"
                close = closest(name, _KEYS)
                expected = ", ".join(f"`{one}`" for one in _KEYS)
                meant = f"did you mean `{close}`?" if close else f"there are {expected}"
                yield self._wrong(key, f"`{name}` is no keyword of a rule", meant)
                continue
            problem = self._of_value(key.arg, key.value)
            if problem is not None:
                yield problem
        there = {key.arg for key in call.keywords}
        for name in ("code", "on"):
            if name not in there:
                yield self._wrong(call, f"`{name}` is missing")

    def _of_value(self, name: str, node: ast.expr) -> Wrong | None:
        if name in _ENUMS:
            return self._of_member(node, *_ENUMS[name])
        text = self._constants.text(node)
        if text is None:
            help_ = "the file is not run to find it: write the text, or a constant"
            return self._wrong(node, f"`{name}` is no plain text", help_)
        if name == "code" and not is_code(text):
            return self._wrong(node, f"`{text}` is no code of a rule", CODE_HELP)
        why = wrong_name(text) if name == "on" else ""
        if why:
            help_ = "write `{namespace}local`, `local` or `{namespace}*`"
            return self._wrong(node, f"`{text}` names no element: {why}", help_)
        return None

    def _of_member(
        self, node: ast.expr, enum: str, members: Mapping[str, object]
    ) -> Wrong | None:
        if isinstance(node, ast.Attribute) and node.attr in members:
            return None
        expected = ", ".join(f"`{enum}.{one}`" for one in members)
        return self._wrong(node, f"this is no {enum.lower()}", f"write {expected}")

    def _wrong(
        self,
        node: ast.expr | ast.stmt | ast.keyword,
        message: str,
        help_: str = "",
    ) -> Wrong:
        line = self._lines[node.lineno - 1 : node.lineno]
        before = b"".join(line)[: node.col_offset]
        column = len(before.decode("utf-8", "replace")) + 1
        helps = (help_,) if help_ else ()
        return Wrong(self._path, node.lineno, column, message, helps)


def is_code(text: str) -> bool:
    """Can a rule of the user's own have this code?"""
    return _CODE.fullmatch(text) is not None


def wrong_stem(stem: str) -> str:
    """Return why a file of a rule cannot be called so, "" if it can."""
    if not _STEM.fullmatch(stem):
        return "is no name of a rule"
    is_taken = is_known(stem.replace("_", "-"))
    return "is the name of a rule that is built in" if is_taken else ""


def _rules(
    tree: ast.Module,
) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, ast.Call]]:
    """Yield the functions with the decorator, and its call."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for call in node.decorator_list:
                if isinstance(call, ast.Call) and _is_ours(call.func):
                    yield node, call


def _is_ours(node: ast.expr) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr == _DECORATOR
    return isinstance(node, ast.Name) and node.id == _DECORATOR


def _stem(path: str) -> str:
    return os.path.basename(path).removesuffix(".py")
