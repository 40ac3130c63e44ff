"""The functions and the named templates that a schema declares in XSLT."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schematron.functions import Function
from ctct_lint.schematron.read_bodies import is_xslt
from ctct_lint.schematron.read_items import inside
from ctct_lint.schematron.refused import QueryError
from ctct_lint.schematron.templates import Template

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ctct_lint.schematron.files import Files, Node
    from ctct_lint.schematron.read_bodies import Bodies
    from ctct_lint.schematron.xpath import Compiler

_PARAMETER = "param"
_PARAMETERS = frozenset({_PARAMETER})


class Functions:
    """Reads those of one schema."""

    def __init__(self, files: Files, compiler: Compiler, bodies: Bodies) -> None:
        self._files = files
        self._compiler = compiler
        self._bodies = bodies

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
            function.body = self._bodies.body(node, names | own, _PARAMETERS)

    def declare_templates(self, nodes: Iterable[Node]) -> None:
        """Make the names of templates known; functions and others may call them."""
        for node in nodes:
            name = node.get("name")
            if name is None or node.get("match") is not None:
                why = "a template is called by its `name`: `match` has no meaning here"
                self._files.trouble(node, why)
            elif name in self._bodies.templates:
                why = f"the template `{name}` is there twice"
                self._files.trouble(node, why, "name")
            else:
                self._bodies.templates[name] = Template()

    def read_templates(self, nodes: Iterable[Node], names: frozenset[str]) -> None:
        """Read what templates do."""
        for node in nodes:
            template = self._bodies.templates.get(node.get("name") or "")
            if template is None:
                continue
            known, parameters = names, []
            for one in inside(node):
                if is_xslt(one, _PARAMETER):
                    parameters.append(self._bodies.variable(one, known))
                    known |= {one.get("name") or ""}
            template.parameters = tuple(parameters)
            template.body = self._bodies.body(node, known, _PARAMETERS)

    def _declare(self, node: Node, functions: Mapping[int, Function] | None) -> None:
        """Make the functions of a name known, at the first of them."""
        try:
            if functions is not None:
                self._compiler.declare(node.get("name") or "", functions)
        except QueryError as why:
            self._files.trouble(node, str(why), "name")

    def _function(self, node: Node) -> Function:
        parameters = [n for n in inside(node) if is_xslt(n, _PARAMETER)]
        function = Function(
            [(n.get("name") or "", self._bodies.type(n)) for n in parameters]
        )
        function.type = self._bodies.type(node)
        return function
