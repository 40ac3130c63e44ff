"""The checks of a rule: what is tested, and all that is said where it fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schematron.model import Check
from ctct_lint.schematron.quick_fixes import QuickFixes
from ctct_lint.schematron.words import severity_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ctct_lint.schematron.compiling import Compiling
    from ctct_lint.schematron.files import Files, Node
    from ctct_lint.schematron.model import Message, Query

_CHECKS = frozenset({"assert", "report"})


class CheckReader:
    """Reads the checks of one schema, its patterns and rules one after another."""

    def __init__(self, top: Sequence[Node], files: Files, compiling: Compiling) -> None:
        """Take the children of the schema, where `diagnostics` and fixes stand."""
        self._files = files
        self._compiling = compiling
        self._diagnostics = {
            node.get("id"): node
            for group in top
            if group.name == "diagnostics"
            for node in files.children(group)
        }
        self._fixes = QuickFixes(top, files, compiling)

    def enter_pattern(self, children: Iterable[Node]) -> None:
        """Take the children of the pattern that is read."""
        self._fixes.enter_pattern(children)

    def of(
        self, parts: Sequence[Node], rule: Node, names: frozenset[str]
    ) -> Iterator[Check]:
        """Yield the checks among the parts of a rule, as far as they can be made."""
        self._fixes.enter_rule(parts)
        for part in parts:
            if part.name in _CHECKS:
                with self._files.leaving_out():
                    check = self._check(part, rule, names)
                if check is not None:
                    yield check

    def _check(self, node: Node, rule: Node, names: frozenset[str]) -> Check | None:
        test = self._compiling.query(node, "test", names)
        message = self._compiling.message(node, names)
        hints = self._hints(node, names)
        subject = self._subject(node, rule, names)
        fixes = self._fixes.of(node, names)
        if test is None:
            return None
        return Check(
            test,
            fails_on=node.name == "report",
            id=node.get("id") or "",
            rule=rule.get("id") or "",
            severity=severity_of(node, rule),
            message=message,
            hints=hints,
            see=node.get("see") or rule.get("see") or "",
            subject=subject,
            fixes=fixes,
        )

    def _subject(self, node: Node, rule: Node, names: frozenset[str]) -> Query | None:
        owner = node if node.get("subject") is not None else rule
        if owner.get("subject") is None:
            return None
        return self._compiling.query(owner, "subject", names)

    def _hints(self, node: Node, names: frozenset[str]) -> tuple[Message, ...]:
        """Return the messages that `diagnostics` names."""
        found = []
        for word in (node.get("diagnostics") or "").split():
            diagnostic = self._diagnostics.get(word)
            if diagnostic is None:
                why = f"no `diagnostic` has the id `{word}`"
                self._files.trouble(node, why, "diagnostics")
            else:
                parameters = node.parameters
                diagnostic = diagnostic._replace(parameters=parameters)
                found.append(self._compiling.message(diagnostic, names))
        return tuple(found)
