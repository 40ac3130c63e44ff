"""Quick fixes (SQF) of a schema: what can be made is read, of the rest it is told."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import reduce
from itertools import chain
from operator import or_
from typing import TYPE_CHECKING, Protocol

from elementpath.regex import RegexError, translate_pattern
from lxml import etree

from ctct_lint.schematron.files import SCH
from ctct_lint.schematron.model import Action, QuickFix

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.schematron.files import Files, Node
    from ctct_lint.schematron.model import Let, Message, Query

SQF = "{http://www.schematron-quickfix.com/validator/process}"
_ACTIONS = frozenset({"add", "delete", "replace", "stringReplace"})
_CALL = f"{SQF}call-fix"
_CHILDREN = frozenset({f"{SQF}{name}" for name in (*_ACTIONS, "description")} | {"let"})
_TYPES = {
    **{name: name for name in ("", "attribute", "comment", "element", "pi")},
    "processing-instruction": "pi",
}
_FLAGS = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL, "x": re.VERBOSE}
_POSITIONS = frozenset({"first-child", "last-child", "before", "after"})
_NAME = re.compile(r"(?:[^\W\d][\w.-]*:)?[^\W\d][\w.-]*")
_XSLT = "{http://www.w3.org/1999/XSL/Transform}"


class Compiling(Protocol):
    """What makes queries and messages of a schema's elements."""

    def query(
        self, node: Node, attribute: str, variables: frozenset[str]
    ) -> Query | None:
        """Return the compiled attribute of an element."""
        ...

    def message(self, node: Node, variables: frozenset[str]) -> Message:
        """Return the message of an element."""
        ...

    def lets(
        self, nodes: Iterable[Node], names: frozenset[str]
    ) -> tuple[tuple[Let, ...], frozenset[str]]:
        """Return the variables among elements, and the names known with them."""
        ...

    def namespace(self, prefix: str) -> str | None:
        """Return the namespace of a prefix of the schema."""
        ...


class _Ignored(Exception):  # noqa: N818 - it says what becomes of a fix
    """A fix that cannot be made: the element that is why, and the words."""

    def __init__(self, node: Node, why: str, attribute: str = "") -> None:
        super().__init__(why)
        self.node, self.attribute = node, attribute


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
        for word in (check.get(f"{SQF}fix") or "").split():
            if word not in self._of_rule:
                why = f"no quick fix has the id `{word}`"
                self._files.remark(check, why, f"{SQF}fix")
            for node in self._of_rule.get(word, ()):
                found += self._made(node, variables)
        return tuple(found)

    def _made(self, node: Node, variables: frozenset[str]) -> Iterator[QuickFix]:
        try:
            yield self._fix(node, variables)
        except _Ignored as why:
            self._files.remark(why.node, str(why), why.attribute)

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
        _refuse_attributes(node, "use-for-each")
        children = list(self._files.children(node))
        children = list(chain.from_iterable(map(self._called, children)))
        for child in children:
            if child.name not in _CHILDREN:
                raise _unsupported(child)
        condition = self._optional(node, "use-when", variables)
        lets, variables = self._compiling.lets(children, variables)
        title: Message = ()
        actions: list[Action] = []
        for child in children:
            if child.name == f"{SQF}description":
                title = self._title(child, variables)
            elif child.name != "let":
                actions.append(self._action(child, variables))
        if not actions:
            raise _Ignored(node, "this quick fix does nothing")
        return QuickFix(title, condition, lets, tuple(actions))

    def _called(self, node: Node) -> Iterator[Node]:
        """Yield what a call of another fix stands for; else the element itself."""
        if node.name != _CALL:
            yield node
            return
        reference = node.get("ref") or ""
        if any(True for _ in self._files.children(node)):
            raise _Ignored(node, "a fix that is called gets no parameters")
        for called in self._of_rule.get(reference, ()):
            _refuse_attributes(called, "use-for-each", "use-when")
            for child in self._files.children(called):
                if child.name == _CALL:
                    raise _unsupported(child)
                if child.name != f"{SQF}description":
                    yield child
        if reference not in self._of_rule:
            raise _Ignored(node, f"no quick fix has the id `{reference}`", "ref")

    def _title(self, node: Node, variables: frozenset[str]) -> Message:
        for child in self._files.children(node):
            if child.name == f"{SQF}title":
                return self._compiling.message(child, variables)
        return ()

    def _action(self, node: Node, variables: frozenset[str]) -> Action:
        kind = node.name.removeprefix(SQF)
        written = (node.get("node-type") or "").strip()
        node_type = _TYPES.get(written)
        position = (node.get("position") or "first-child").strip()
        _refuse_attributes(node, "use-for-each")
        if node_type is None:
            why = f"nodes of the type `{written}` are not made"
            raise _Ignored(node, why, "node-type")
        if position not in _POSITIONS:
            raise _Ignored(node, f"there is no position `{position}`", "position")
        if node_type not in {"", "comment"} and not node.get("target"):
            raise _Ignored(node, "its attribute `target` is missing")
        return Action(
            kind=kind,
            match=self._optional(node, "match", variables),
            select=self._optional(node, "select", variables),
            content=_content_of(node),
            target=self._expanded(node),
            prefix=(node.get("target") or "").strip().rpartition(":")[0],
            node_type=node_type,
            position=position,
            pattern=_pattern_of(node),
            use_when=self._optional(node, "use-when", variables),
        )

    def _expanded(self, node: Node) -> str:
        """Return the name of what is made, as lxml spells it; "" for none."""
        target = (node.get("target") or "").strip()
        if target and not _NAME.fullmatch(target):
            raise _Ignored(node, f"`{target}` is no name", "target")
        prefix, colon, local = target.rpartition(":")
        if not colon:
            return local
        space = self._compiling.namespace(prefix) or node.element.nsmap.get(prefix)
        if space is None:
            raise _Ignored(node, f"the prefix `{prefix}` is not declared", "target")
        return f"{{{space}}}{local}"

    def _optional(
        self, node: Node, attribute: str, variables: frozenset[str]
    ) -> Query | None:
        if node.get(attribute) is None:
            return None
        return self._compiling.query(node, attribute, variables)


def _unsupported(node: Node) -> _Ignored:
    local = str(node.element.tag).rpartition("}")[2]
    return _Ignored(node, f"`{local}` in a quick fix is not supported")


def _refuse_attributes(node: Node, *names: str) -> None:
    for name in names:
        if node.get(name) is not None:
            raise _Ignored(node, f"`{name}` of a quick fix is not supported", name)


def _pattern_of(node: Node) -> re.Pattern[str] | None:
    """Return the pattern that is looked for, None if none is."""
    if node.name != f"{SQF}stringReplace":
        return None
    if not node.get("regex"):
        raise _Ignored(node, "its attribute `regex` is missing")
    flags = [_FLAGS.get(letter) for letter in node.get("flags") or ""]
    if None in flags:
        raise _Ignored(node, "flags are `i`, `m`, `s` and `x`", "flags")
    chosen = reduce(or_, filter(None, flags), 0)
    try:
        pattern = translate_pattern(node.get("regex") or "", chosen)
        return re.compile(pattern, chosen)
    except (RegexError, re.error) as why:
        raise _Ignored(node, f"this is no pattern: {why}", "regex") from None


def _content_of(node: Node) -> str:
    """Return what an action writes, as markup, without white space around it."""
    for element in node.element.iterdescendants("*"):
        if str(element.tag).startswith((_XSLT, SCH, SQF)):
            raise _unsupported(node._replace(element=element))
    return "".join(_written(node)).strip()


def _written(node: Node) -> Iterator[str]:
    yield _escaped(node.element.text)
    for child in node.element.iterchildren("*"):
        copied = deepcopy(child)
        copied.tail = None
        etree.cleanup_namespaces(copied)
        yield etree.tostring(copied, encoding="unicode")
        yield _escaped(child.tail)


def _escaped(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;")
