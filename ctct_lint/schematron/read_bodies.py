"""Instructions of XSLT, from the elements of a schema to `functions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schematron.files import XSLT
from ctct_lint.schematron.functions import Choice, Items, Text, ValueOf, Variable
from ctct_lint.schematron.read_items import ItemInstructions, inside
from ctct_lint.schematron.refused import QueryError
from ctct_lint.schematron.templates import Call
from ctct_lint.schematron.trees import Markup
from ctct_lint.schematron.xslt_values import VALUE, SequenceType, written_type

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ctct_lint.schematron.compiling import Querying
    from ctct_lint.schematron.files import Files, Node
    from ctct_lint.schematron.functions import Body, Instruction
    from ctct_lint.schematron.model import Query
    from ctct_lint.schematron.read_items import Read
    from ctct_lint.schematron.templates import Template
    from ctct_lint.schematron.xpath import Compiler

_BRANCHES = frozenset({"if", "otherwise", "when"})
_NOTHING = frozenset({"fallback", "message"})


class Bodies:
    """Reads what functions, templates and variables of one schema do.

    templates  by their names; those that are called are known before bodies are read
    """

    def __init__(self, files: Files, compiler: Compiler, querying: Querying) -> None:
        self._files = files
        self._compiler = compiler
        self._querying = querying
        self._reads: Mapping[str, Read] = {
            "call-template": self._call,
            "choose": self._choice,
            "copy-of": self._value,
            "if": self._choice,
            "sequence": self._value,
            "text": lambda node, _: Text(node.element.text or ""),
            "value-of": self._value,
            "variable": self.variable,
            **ItemInstructions(files, compiler, querying, self).reads,
        }
        self.templates: dict[str, Template] = {}

    def body(
        self, node: Node, names: frozenset[str], without: frozenset[str] = frozenset()
    ) -> Body:
        """Return the instructions in an element, texts between them included.

        without  the names of those that are read elsewhere
        """
        found: list[Instruction] = list(_texts(node.element.text))
        for one in inside(node):
            made = None
            if one.name.removeprefix(XSLT) not in without:
                made = self._instruction(one, names)
            if isinstance(made, Variable):
                names |= {made.name}
            if made is not None:
                found.append(made)
            found += _texts(one.element.tail)
        return tuple(found)

    def _instruction(self, node: Node, names: frozenset[str]) -> Instruction | None:
        read = self._reads.get(node.name.removeprefix(XSLT))
        return self._markup(node) if read is None else read(node, names)

    def _value(self, node: Node, names: frozenset[str]) -> Instruction | None:
        select = self._querying.query(node, "select", names)
        if select is None:
            return None
        if not is_xslt(node, "value-of"):
            return Items(select, is_xslt(node, "copy-of"))
        separator = node.get("separator")
        return ValueOf(select, " " if separator is None else separator)

    def _choice(self, node: Node, names: frozenset[str]) -> Choice:
        branches = []
        for one in [node] if is_xslt(node, "if") else inside(node):
            if one.name.removeprefix(XSLT) in _BRANCHES:
                branches.append(self._branch(one, names))
            else:
                self.refuse(one)
        return Choice(tuple(branches))

    def _branch(self, node: Node, names: frozenset[str]) -> tuple[Query | None, Body]:
        test = None
        if not is_xslt(node, "otherwise"):
            test = self._querying.query(node, "test", names)
        return test, self.body(node, names)

    def _call(self, node: Node, names: frozenset[str]) -> Call | None:
        name = node.get("name") or ""
        template = self.templates.get(name)
        if template is None:
            why = f"no `xsl:template` has the name `{name}`"
            self._files.trouble(node, why, "name")
            return None
        given = []
        for one in inside(node):
            if one.get("tunnel") is not None or not is_xslt(one, "with-param"):
                self.refuse(one)
            else:
                given.append(self.variable(one, names))
        return Call(template, tuple(given))

    def _markup(self, node: Node) -> Instruction | None:
        """Return an element as it is written; None, noted, if it is computed."""
        if node.name.removeprefix(XSLT) in _NOTHING and node.get("terminate") is None:
            return None
        for element in node.element.iter("*"):
            texts = (str(value) for value in element.values())
            if str(element.tag).startswith(XSLT) or any("{" in one for one in texts):
                self.refuse(node._replace(element=element))
                return None
        return Markup(node.element)

    def refuse(self, node: Node) -> None:
        """Note that an element cannot be evaluated."""
        instead = "say it in `xsl:sequence`, in XPath"
        why = f"`{_written(node)}` cannot be evaluated: {instead}"
        self._files.trouble(node, why)

    def variable(
        self, node: Node, names: frozenset[str], attribute: str = "select"
    ) -> Variable:
        """Return a variable, of whose value an attribute may have the expression."""
        select = None
        if node.get(attribute) is not None:
            select = self._querying.query(node, attribute, names)
        body = self.body(node, names)
        return Variable(node.get("name") or "", select, body, self.type(node))

    def type(self, node: Node) -> SequenceType | None:
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


def is_xslt(node: Node, name: str) -> bool:
    """Is it an element of XSLT with a local name?"""
    return node.name == XSLT + name


def _written(node: Node) -> str:
    local = node.name.rpartition("}")[2]
    return f"xsl:{local}" if is_xslt(node, local) else local


def _texts(text: str | None) -> Iterator[Text]:
    """Yield a text, unless it is white space alone."""
    if text and not text.isspace():
        yield Text(text)
