"""A rule file, parsed and not run."""

from __future__ import annotations

import ast
import warnings
from typing import TYPE_CHECKING

from ctct_lint.own.constants import Constants

if TYPE_CHECKING:
    from collections.abc import Iterator

    Function = ast.FunctionDef | ast.AsyncFunctionDef

_DECORATOR = "rule"


class RuleFile:
    """What is in a rule file.

    lines   its bytes, by which columns are counted
    manual  its docstring, "" without one
    rules   the functions with the decorator, each with the call of that
    """

    def __init__(self, path: str, data: bytes) -> None:
        """Parse the file; raises what `ast.parse` raises."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(data, path)
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
