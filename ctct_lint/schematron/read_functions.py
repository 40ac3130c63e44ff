"""The functions that a schema declares in XSLT, from its elements to `functions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schematron.files import XSLT
from ctct_lint.schematron.functions import (
    Choice,
    Each,
    Function,
    Items,
    Text,
    ValueOf,
    Variable,
)
from ctct_lint.schematron.refused import QueryError
from ctct_lint.schematron.trees import Markup
from ctct_lint.schematron.xslt_values import VALUE, SequenceType, written_type

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ctct_lint.schematron.compiling import Querying
    from ctct_lint.schematron.files import Files, Node
    from ctct_lint.schematron.functions import Body, Instruction
    from ctct_lint.schematron.model import Query
    from ctct_lint.schematron.xpath import Compiler

_BRANCHES = frozenset({"if", "otherwise", "when"})


class Functions:
    """Reads the functions of one schema."""

    def __init__(self, files: Files, compiler: Compiler, querying: Querying) -> None:
        self._files = files
        self._compiler = compiler
        self._querying = querying

    def read(self, nodes: list[Node], names: frozenset[str]) -> None:
        """Make functions known, then read what they do: they may call each other.

        names  of the variables of the schema
        """
        declared = [(node, self._function(node)) for node in nodes]
        every: dict[str, dict[int, Function]] = {}
        for node, function in declared:
            name = node.get("name") or ""
            arities = every.setdefault(name, {})
            arity = len(function.parameters)
            if arity in arities:
                why = f"the function `{name}` with {arity} parameters is there twice"
                self._files.trouble(node, why, "name")
            arities[arity] = function
        for node, _ in declared:
            self._declare(node, every.pop(node.get("name") or "", None))
        for node, function in declared:
            own = frozenset(name for name, _ in function.parameters)
            function.body = self._body(node, names | own, without="param")

    def _declare(self, node: Node, functions: Mapping[int, Function] | None) -> None:
        """Make the functions of a name known, at the first of them."""
        try:
            if functions is not None:
                self._compiler.declare(node.get("name") or "", functions)
        except QueryError as why:
            self._files.trouble(node, str(why), "name")

    def _function(self, node: Node) -> Function:
        parameters = [n for n in self._inside(node) if _is(n, "param")]
        function = Function([(n.get("name") or "", self._type(n)) for n in parameters])
        function.type = self._type(node)
        return function

    def _inside(self, node: Node) -> Iterator[Node]:
        for element in node.element.iterchildren("*"):
            yield node._replace(element=element)

    def _body(self, node: Node, names: frozenset[str], without: str = "") -> Body:
        """Return the instructions in an element, texts between them included.

        without  the name of those that are read elsewhere
        """
        found: list[Instruction] = list(_texts(node.element.text))
        for one in self._inside(node):
            made = None
            if not (without and _is(one, without)):
                made = self._instruction(one, names)
            if isinstance(made, Variable):
                names |= {made.name}
            if made is not None:
                found.append(made)
            found += _texts(one.element.tail)
        return tuple(found)

    def _instruction(self, node: Node, names: frozenset[str]) -> Instruction | None:
        match node.name.removeprefix(XSLT):
            case "sequence" | "copy-of" | "value-of":
                return self._value(node, names)
            case "variable":
                return self.variable(node, names)
            case "for-each":
                return self._each(node, names)
            case "text":
                return Text(node.element.text or "")
            case "if" | "choose":
                return self._choice(node, names)
            case _:
                return self._markup(node)

    def _value(self, node: Node, names: frozenset[str]) -> Instruction | None:
        select = self._querying.query(node, "select", names)
        if select is None:
            return None
        if not _is(node, "value-of"):
            return Items(select)
        separator = node.get("separator")
        return ValueOf(select, " " if separator is None else separator)

    def _each(self, node: Node, names: frozenset[str]) -> Instruction | None:
        select = self._querying.query(node, "select", names)
        body = self._body(node, names)
        return None if select is None else Each(select, body)

    def _choice(self, node: Node, names: frozenset[str]) -> Choice:
        branches = []
        for one in [node] if _is(node, "if") else self._inside(node):
            if one.name.removeprefix(XSLT) in _BRANCHES:
                branches.append(self._branch(one, names))
            else:
                self._refuse(one)
        return Choice(tuple(branches))

    def _markup(self, node: Node) -> Instruction | None:
        """Return an element as it is written; None, noted, if it is computed."""
        for element in node.element.iter("*"):
            texts = (str(value) for value in element.values())
            if str(element.tag).startswith(XSLT) or any("{" in one for one in texts):
                self._refuse(node._replace(element=element))
                return None
        return Markup(node.element)

    def _refuse(self, node: Node) -> None:
        instead = "say it in `xsl:sequence`, in XPath"
        why = f"`{_written(node)}` cannot be evaluated: {instead}"
        self._files.trouble(node, why)

    def _branch(self, node: Node, names: frozenset[str]) -> tuple[Query | None, Body]:
        test = None
        if not _is(node, "otherwise"):
            test = self._querying.query(node, "test", names)
        return test, self._body(node, names)

    def variable(
        self, node: Node, names: frozenset[str], attribute: str = "select"
    ) -> Variable:
        """Return a variable, of whose value an attribute may have the expression."""
        select = None
        if node.get(attribute) is not None:
            select = self._querying.query(node, attribute, names)
        body = self._body(node, names)
        return Variable(node.get("name") or "", select, body, self._type(node))

    def _type(self, node: Node) -> SequenceType | None:
        """Return the type that `as` says, None without one."""
        text = node.get("as")
        if text is None:
            return None
        written = written_type(text)
        if written is None:
            self._files.trouble(node, f"the type `{text}` is not supported", "as")
            return None
        cast = None
        if not written.is_of_items:
            try:
                call = f"{written.prefix}:{written.local}(${VALUE})"
                cast = self._compiler.compile(call, {VALUE})
            except QueryError as why:
                self._files.trouble(node, str(why), "as")
        return SequenceType(text, cast, written.least, written.many)


def _is(node: Node, name: str) -> bool:
    return node.name == XSLT + name


def _written(node: Node) -> str:
    local = node.name.rpartition("}")[2]
    return f"xsl:{local}" if _is(node, local) else local


def _texts(text: str | None) -> Iterator[Text]:
    """Yield a text, unless it is white space alone."""
    if text and not text.isspace():
        yield Text(text)
