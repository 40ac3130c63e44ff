"""A rule file, parsed and not run: its rules, and the texts that its source gives."""

from __future__ import annotations

import ast
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    Function = ast.FunctionDef | ast.AsyncFunctionDef

_DECORATOR = "rule"
# `x = y + y` a few dozen times would be more than any memory.
_LONGEST = 4096


class RuleFile:
    """What is in a rule file.

    lines   its bytes, by which columns are counted
    manual  its docstring, "" without one
    rules   the functions with the decorator, each with the call of that
    """

    def __init__(self, path: str, data: bytes) -> None:
        """Parse the file; raises what `ast.parse` and `compile` raise."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(data, path)
            # A keyword that is given twice, for one, is no matter of the parser.
            compile(tree, path, "exec", dont_inherit=True)
        self.path = path
        self.lines = data.splitlines()
        self.manual = ast.get_docstring(tree) or ""
        self.constants = Constants(tree)
        self.rules = list(_rules(tree))


def _rules(tree: ast.Module) -> Iterator[tuple[Function, ast.Call]]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for call in node.decorator_list:
                if isinstance(call, ast.Call) and _is_ours(call.func):
                    yield node, call


def _is_ours(node: ast.expr) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr == _DECORATOR
    return isinstance(node, ast.Name) and node.id == _DECORATOR


class Constants:
    """The texts that are given to names at the top of a module, each once."""

    def __init__(self, tree: ast.Module) -> None:
        self._known: dict[str, str | None] = {}
        for node in tree.body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                targets = (
                    node.targets if isinstance(node, ast.Assign) else [node.target]
                )
                for target in targets:
                    self._note(target, node.value)

    def text(self, node: ast.expr) -> str | None:
        """Return the text that an expression is, None if it has to be run for that."""
        match node:
            case ast.Constant(value=str() as text):
                return text
            case ast.Name(id=name):
                return self._known.get(name)
            case ast.BinOp(left=left, op=ast.Add(), right=right):
                return _joined([self.text(left), self.text(right)])
            case ast.JoinedStr(values=values):
                return _joined([self.text(value) for value in values])
            case ast.FormattedValue(value=value, conversion=-1, format_spec=None):
                return self.text(value)
            case _:
                return None

    def _note(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Name):
            # What is given twice is not told apart from what depends on the run.
            is_new = target.id not in self._known
            self._known[target.id] = self.text(value) if is_new else None


def _joined(parts: list[str | None]) -> str | None:
    texts = [part for part in parts if part is not None]
    is_whole = len(texts) == len(parts) and sum(map(len, texts)) <= _LONGEST
    return "".join(texts) if is_whole else None
