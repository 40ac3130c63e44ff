"""From the files of a schema to its model, with everything compiled.

Abstract patterns and rules are filled in where they are used; of what the phase does
not make active nothing is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schematron.abstract import Abstract, is_abstract
from ctct_lint.schematron.binding import binding_of, namespaces_of
from ctct_lint.schematron.compiling import Compiling
from ctct_lint.schematron.files import NAMESPACE, XSLT
from ctct_lint.schematron.model import Let, Pattern, Rule, Schema
from ctct_lint.schematron.phases import Phases
from ctct_lint.schematron.read_bodies import Bodies
from ctct_lint.schematron.read_checks import CheckReader
from ctct_lint.schematron.read_functions import Functions
from ctct_lint.schematron.read_xslt import VARIABLES, Declarations
from ctct_lint.schematron.refused import QueryError
from ctct_lint.schematron.strange import OLD, refuse_in_text, refuse_strange
from ctct_lint.schematron.strange_attributes import refuse_strange_attributes
from ctct_lint.schematron.twice import refuse_twice, refuse_twice_in_one
from ctct_lint.schematron.words import message_of
from ctct_lint.schematron.xpath import Compiler

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.schematron.files import Files, Node
    from ctct_lint.schematron.model import Message, Query

# What is in these is evaluated at items, which `position()` counts.
_ITEMS = ("for-each", "for-each-group", "perform-sort", "analyze-string")
_EACH = tuple(f"{XSLT}{local}" for local in _ITEMS)
# Without a namespace, and as it was before it became a standard.
_OTHER_ROOTS = frozenset({"{}schema", f"{OLD}schema"})


class Usable(NamedTuple):
    """What may be used in a pattern: variables, and the abstract rules by their ids."""

    variables: frozenset[str]
    rules: dict[str, Node]


def read_schema(files: Files, phase: str) -> Schema | None:
    """Return the schema, None if it cannot be used; `files` has the troubles.

    Checks that cannot be evaluated are troubles, too; all others are in the schema.

    phase  its id; "" for the schema's own default
    """
    root = files.root()
    if root is None:
        return None
    if root.name != "schema":
        is_elsewhere = root.name in _OTHER_ROOTS
        where = f"not in the namespace `{NAMESPACE}`"
        what = where if is_elsewhere else "no `schema` of ISO Schematron"
        files.trouble(root, f"it is {what}")
        return None
    binding = binding_of(root, files)
    if binding is None:
        return None
    compiler = Compiler(binding, namespaces_of(root, files), files.document)
    schema = _Reader(files, compiler, root).schema(phase)
    return schema if files.is_usable else None


class _Reader(Compiling):
    """Reads one schema."""

    def __init__(self, files: Files, compiler: Compiler, root: Node) -> None:
        self._files = files
        self._compiler = compiler
        self._root = root
        self._top = list(files.children(root))
        self._checks = CheckReader(self._top, files, self)
        self._abstract = Abstract(self._top, files)
        self._bodies = Bodies(files, compiler, self)
        functions = Functions(files, compiler, self._bodies)
        self._declarations = Declarations(files, compiler, self, functions)

    def schema(self, phase: str) -> Schema:
        """Return the schema with what a phase makes active."""
        phases = Phases(self._root, self._top, self._files)
        chosen = phases.chosen(phase)
        parts = [] if chosen is None else list(self._files.children(chosen))
        refuse_strange("schema", self._top, self._files)
        refuse_strange("phase", parts, self._files)
        refuse_twice(self._top, self._files)
        refuse_twice_in_one(parts, self._files)
        declared = [one for one in (*self._top, *parts) if one.name in VARIABLES]
        names = frozenset(one.get("name") or "" for one in declared)
        keys = self._declarations.read(self._top, names)
        lets, _ = self.lets(declared, names)
        wanted = None if chosen is None else phases.active(parts)
        patterns = [
            self._pattern(node, names)
            for node in self._top
            if node.name == "pattern"
            and node.get("abstract") != "true"
            and (wanted is None or node.get("id") in wanted)
        ]
        phases.refuse_others(chosen)
        refuse_strange_attributes(self._root, self._files)
        compiler = self._compiler
        return Schema(
            lets, tuple(patterns), compiler.is_of_moment, keys, compiler.opened
        )

    def query(
        self, node: Node, attribute: str, variables: frozenset[str]
    ) -> Query | None:
        """Return the compiled attribute of an element; None, noted, if it has none."""
        text = node.get(attribute)
        if text is None:
            self._files.trouble(node, f"its attribute `{attribute}` is missing")
            return None
        try:
            query = self._compiler.compile(text, variables)
        except QueryError as why:
            self._files.trouble(node, str(why), attribute)
            return None
        if query.unsure and next(node.element.iterancestors(*_EACH), None) is None:
            counted = f"what `{query.unsure}` counts here is up to each program"
            say = "say `count(preceding-sibling::*)`"
            self._files.trouble(node, f"{counted}: {say}", attribute)
            return None
        return query

    def message(self, node: Node, variables: frozenset[str]) -> Message:
        """Return the message of an element."""
        return message_of(
            node,
            lambda one, name: self.query(one, name, variables),
            lambda one: refuse_in_text(one, self._files),
        )

    def namespace(self, prefix: str) -> str | None:
        """Return the namespace of a prefix of the schema."""
        return self._compiler.namespaces.get(prefix)

    def lets(
        self, nodes: Iterable[Node], names: frozenset[str]
    ) -> tuple[tuple[Let, ...], frozenset[str]]:
        """Return the variables among elements, and the names known with them."""
        found: list[Let] = []
        for node in nodes:
            if node.name in VARIABLES:
                name = node.get("name") or ""
                if not name:
                    self._files.trouble(node, "its attribute `name` is missing")
                found += self._let(node, name, names)
                names |= {name}
        return tuple(found), names

    def _let(self, node: Node, name: str, names: frozenset[str]) -> Iterator[Let]:
        """Yield a variable, unless its value cannot be evaluated."""
        attribute, element = VARIABLES[node.name], node.element
        has_content = len(element) > 0 or bool((element.text or "").strip())
        is_written = node.get(attribute) is None and has_content
        if node.get("as") is None and not is_written and node.name == "let":
            query = self.query(node, attribute, names)
            if query is not None:
                yield Let(name, query)
            return
        made = self._bodies.variable(node, names, attribute)
        own = self._compiler.compile(f"${name}", {name})
        yield Let(name, made.select or own, made)

    def _pattern(self, node: Node, names: frozenset[str]) -> Pattern:
        if node.get("documents") is not None:
            self._files.trouble(node, "other documents cannot be checked", "documents")
        children = list(self._files.children(node))
        if node.get("is-a") is not None:
            children = self._abstract.filled_in(node, children)
        refuse_strange("pattern", children, self._files)
        refuse_twice_in_one(children, self._files)
        lets, names = self.lets(children, names)
        rules = [one for one in children if one.name == "rule"]
        abstract = dict(self._abstract.rules)
        abstract.update({one.get("id") or "": one for one in rules if is_abstract(one)})
        self._checks.enter_pattern(children)
        usable = Usable(names, abstract)
        found = [self._rule(one, usable) for one in rules if not is_abstract(one)]
        return Pattern(lets, tuple(rule for rule in found if rule is not None))

    def _rule(self, node: Node, usable: Usable) -> Rule | None:
        context = self.query(node, "context", usable.variables)
        parts = list(self._abstract.parts(node, usable.rules))
        refuse_strange("rule", parts, self._files)
        refuse_twice_in_one(parts, self._files)
        lets, names = self.lets(parts, usable.variables)
        checks = tuple(self._checks.of(parts, node, names))
        return None if context is None else Rule(context, lets, checks)
