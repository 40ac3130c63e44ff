"""Texts that a module's source gives without being run."""

from __future__ import annotations

import ast

# `x = y + y` a few dozen times would be more than any memory.
_LONGEST = 4096


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
