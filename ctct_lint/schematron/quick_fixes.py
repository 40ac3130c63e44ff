"""Quick fixes (SQF) of a schema: what can be made is read, of the rest it is told."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from ctct_lint.schematron.files import SQF
from ctct_lint.schematron.ignored import Ignored, refuse_attributes, unsupported
from ctct_lint.schematron.model import CURRENT_ITEM, QuickFix
from ctct_lint.schematron.quick_fix_actions import action_of, optional_query
from ctct_lint.schematron.strange_attributes import remark_strange_fixes, strange_in_fix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.schematron.compiling import Compiling
    from ctct_lint.schematron.files import Files, Node
    from ctct_lint.schematron.model import Action, Message

_ACTIONS = frozenset({"add", "delete", "replace", "stringReplace"})
_CALL = f"{SQF}call-fix"
_PARAMETER, _GIVEN = f"{SQF}param", f"{SQF}with-param"
# What a user would be asked for: a value to start from stands for the answer.
_ASKED = f"{SQF}user-entry"
_OTHERS = frozenset({f"{SQF}description", _ASKED, _PARAMETER, "let"})
_DEFAULTING = frozenset({_ASKED, _PARAMETER})


class QuickFixes:
    """Finds the quick fixes that checks name by their ids."""

    def __init__(self, top: Iterable[Node], files: Files, compiling: Compiling) -> None:
        """Take the children of the schema, where fixes for all patterns stand."""
        self._files = files
        self._compiling = compiling
        self._of_schema = self._known(n for n in top if n.name == f"{SQF}fixes")
        self._of_pattern: dict[str, list[Node]] = {}
        self._of_rule: dict[str, list[Node]] = {}

    def enter_pattern(self, children: Iterable[Node]) -> None:
        """Take the children of the pattern that is read."""
        own = self._known(n for n in children if n.name == f"{SQF}fixes")
        self._of_pattern = {**self._of_schema, **own}

    def enter_rule(self, parts: Iterable[Node]) -> None:
        """Take the parts of the rule that is read."""
        self._of_rule = {**self._of_pattern, **self._grouped(parts)}

    def of(self, check: Node, variables: frozenset[str]) -> tuple[QuickFix, ...]:
        """Return the fixes that a check names, as far as they can be made."""
        found: list[QuickFix] = []
        remark_strange_fixes(check, self._files)
        for word in (check.get(f"{SQF}fix") or "").split():
            if word not in self._of_rule:
                why = f"no quick fix has the id `{word}`"
                self._files.remark(check, why, f"{SQF}fix")
            for node in self._of_rule.get(word, ()):
                found += self._made(node, variables)
        return tuple(found)

    def _made(self, node: Node, variables: frozenset[str]) -> Iterator[QuickFix]:
        strange = list(strange_in_fix(node))
        for one in strange:
            self._remark(one)
        if strange:
            return
        try:
            yield self._fix(node, variables)
        except Ignored as why:
            self._remark(why)

    def _remark(self, why: Ignored) -> None:
        self._files.remark(why.node, str(why), why.attribute, at_name=why.at_name)

    def _known(self, groups: Iterable[Node]) -> dict[str, list[Node]]:
        return self._grouped(chain.from_iterable(map(self._files.children, groups)))

    def _grouped(self, nodes: Iterable[Node]) -> dict[str, list[Node]]:
        """Return fixes, and groups of them, by their ids."""
        found: dict[str, list[Node]] = {}
        for node in nodes:
            if node.name == f"{SQF}fix":
                found[node.get("id") or ""] = [node]
            elif node.name == f"{SQF}group":
                inside = self._grouped(self._files.children(node))
                found |= inside
                found[node.get("id") or ""] = list(chain.from_iterable(inside.values()))
        return found

    def _fix(self, node: Node, variables: frozenset[str]) -> QuickFix:
        children = list(self._files.children(node))
        each = optional_query(node, "use-for-each", variables, self._compiling)
        if each is not None:
            variables |= {CURRENT_ITEM}
        condition = optional_query(node, "use-when", variables, self._compiling)
        lets, variables = self._compiling.lets(_declared(children), variables)
        title: Message = ()
        actions: list[Action] = []
        for child in children:
            if child.name == f"{SQF}description":
                title = self._title(child, variables)
            elif child.name == _CALL:
                actions += self._called(child, variables)
            else:
                actions += self._action(child, variables)
        if not actions:
            raise Ignored(node, "this quick fix does nothing")
        is_guess = any(child.name == _ASKED for child in children)
        return QuickFix(title, condition, lets, tuple(actions), is_guess, each)

    def _action(self, node: Node, variables: frozenset[str]) -> Iterator[Action]:
        """Yield what an element of a fix does; nothing for one that does nothing."""
        if node.name.removeprefix(SQF) in _ACTIONS:
            yield action_of(node, variables, self._compiling)
        elif node.name not in _OTHERS:
            raise unsupported(node)

    def _called(self, node: Node, variables: frozenset[str]) -> Iterator[Action]:
        """Yield what a fix does that is called, with the parameters of the call."""
        reference = node.get("ref") or ""
        if reference not in self._of_rule:
            raise Ignored(node, f"no quick fix has the id `{reference}`", "ref")
        for called in self._of_rule[reference]:
            for strange in strange_in_fix(called):
                raise strange
            refuse_attributes(called, "use-for-each", "use-when")
            children = list(self._files.children(called))
            for asked in (one for one in children if one.name == _ASKED):
                raise unsupported(asked)
            given = list(_given(node, self._files.children(node), children))
            lets, _ = self._compiling.lets(given, variables)
            names = variables | {let.name for let in lets}
            own = [one for one in children if one.name == "let"]
            more, names = self._compiling.lets(own, names)
            for child in children:
                for action in self._action(child, names):
                    yield action._replace(lets=lets + more)

    def _title(self, node: Node, variables: frozenset[str]) -> Message:
        for child in self._files.children(node):
            if child.name == f"{SQF}title":
                return self._compiling.message(child, variables)
        return ()


def _declared(children: Iterable[Node]) -> Iterator[Node]:
    """Yield the variables of a fix, among them parameters, which need a default."""
    for child in children:
        if child.name in _DEFAULTING and child.get("default") is None:
            raise Ignored(child, "its attribute `default` is missing")
        if child.name in _DEFAULTING or child.name == "let":
            yield child


def _given(
    call: Node, inside: Iterable[Node], children: Iterable[Node]
) -> Iterator[Node]:
    """Yield what has the values of the parameters of a fix that is called.

    inside    the elements in the call
    children  those of the fix
    """
    declared = {one.get("name"): one for one in children if one.name == _PARAMETER}
    given: dict[str | None, Node] = {}
    for one in inside:
        name = one.get("name")
        if one.name != _GIVEN:
            raise unsupported(one)
        if name not in declared:
            raise Ignored(one, f"`{call.get('ref')}` has no parameter `{name}`", "name")
        given[name] = one
    for name, parameter in declared.items():
        if name not in given and parameter.get("default") is None:
            raise Ignored(call, f"the parameter `{name}` is missing")
        yield given.get(name, parameter)
