"""Instructions of XSLT that do something for each of some items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from elementpath.regex import RegexError

from ctct_lint.schematron.analyzing import Analysis
from ctct_lint.schematron.files import XSLT
from ctct_lint.schematron.functions import Each, Sorted
from ctct_lint.schematron.grouping import Groups
from ctct_lint.schematron.regexes import FLAGS, compiled
from ctct_lint.schematron.sorting import Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ctct_lint.schematron.compiling import Querying
    from ctct_lint.schematron.files import Files, Node
    from ctct_lint.schematron.functions import Body, Instruction
    from ctct_lint.schematron.model import Query
    from ctct_lint.schematron.xpath import Compiler

    # Makes an instruction of an element; None, noted, if something of it is wrong.
    Read = Callable[[Node, frozenset[str]], Instruction | None]

_SORT = "sort"
_KEYS = ("group-by", "group-adjacent")
_CUT = {f"{XSLT}matching-substring": True, f"{XSLT}non-matching-substring": False}
# Values of `order` and `data-type` with what they mean, by the attributes.
_WORDS: Mapping[str, Mapping[str | None, bool]] = {
    "order": {None: False, "ascending": False, "descending": True},
    "data-type": {None: False, "text": False, "number": True},
}
# A value of an attribute that is computed, if it is not `{{` for a brace.
_COMPUTED = re.compile(r"(?<!\{)(?:\{\{)*\{(?!\{)")


class BodyReader(Protocol):
    """What reads bodies; see `read_bodies.Bodies`."""

    def body(
        self, node: Node, names: frozenset[str], without: frozenset[str] = ...
    ) -> Body:
        """Return the instructions in an element."""
        ...

    def refuse(self, node: Node) -> None:
        """Note that an element cannot be evaluated."""
        ...


class ItemInstructions:
    """Reads those of one schema."""

    def __init__(
        self, files: Files, compiler: Compiler, querying: Querying, bodies: BodyReader
    ) -> None:
        self._files = files
        self._item = compiler.compile(".", ())
        self._query = querying.query
        self._bodies = bodies
        # By the local names of the elements.
        self.reads: Mapping[str, Read] = {
            "for-each": self._each,
            "for-each-group": self._groups,
            "perform-sort": self._sorted,
            "analyze-string": self._analysis,
        }

    def _each(self, node: Node, names: frozenset[str]) -> Instruction | None:
        select = self._query(node, "select", names)
        sorts, body = self._sorts(node, names), self._body(node, names)
        return None if select is None else Each(select, sorts, body)

    def _sorted(self, node: Node, names: frozenset[str]) -> Instruction:
        select = None
        if node.get("select") is not None:
            select = self._query(node, "select", names)
        return Sorted(select, self._sorts(node, names), self._body(node, names))

    def _groups(self, node: Node, names: frozenset[str]) -> Instruction | None:
        select = self._query(node, "select", names)
        found = [name for name in _KEYS if node.get(name) is not None]
        others = ("group-starting-with", "group-ending-with", "composite", "collation")
        unknown = next((name for name in others if node.get(name) is not None), None)
        if unknown or len(found) != 1:
            why = "groups are made by `group-by` or `group-adjacent`"
            self._files.trouble(node, why, unknown or "")
            return None
        key = self._query(node, found[0], names)
        sorts, body = self._sorts(node, names), self._body(node, names)
        if select is None or key is None:
            return None
        return Groups(select, key, found[0] == _KEYS[1], sorts, body)

    def _analysis(self, node: Node, names: frozenset[str]) -> Instruction | None:
        select = self._query(node, "select", names)
        pattern = self._pattern(node)
        bodies: dict[bool, Body] = {True: (), False: ()}
        for one in inside(node):
            kind = _CUT.get(one.name)
            if kind is None:
                self._bodies.refuse(one)
            else:
                bodies[kind] = self._bodies.body(one, names)
        if select is None or pattern is None:
            return None
        return Analysis(select, pattern, bodies[True], bodies[False])

    def _pattern(self, node: Node) -> re.Pattern[str] | None:
        written = {name: node.get(name) or "" for name in ("regex", "flags")}
        for name, value in written.items():
            if _COMPUTED.search(value):
                why = "it is computed: write it, or use `matches()` in XPath"
                self._files.trouble(node, why, name)
                return None
        regex = written["regex"].replace("{{", "{").replace("}}", "}")
        if any(flag not in FLAGS for flag in written["flags"]):
            self._files.trouble(node, "flags are `i`, `m`, `s` and `x`", "flags")
            return None
        try:
            pattern = compiled(regex, written["flags"])
        except (RegexError, re.error) as why:
            self._files.trouble(node, f"this is no pattern: {why}", "regex")
            return None
        if pattern.match(""):
            self._files.trouble(node, "it matches an empty text", "regex")
            return None
        return pattern

    def _body(self, node: Node, names: frozenset[str]) -> Body:
        return self._bodies.body(node, names, frozenset({_SORT}))

    def _sorts(self, node: Node, names: frozenset[str]) -> tuple[Sort, ...]:
        sorts = (n for n in inside(node) if n.name == XSLT + _SORT)
        return tuple(filter(None, (self._sort(one, names) for one in sorts)))

    def _sort(self, node: Node, names: frozenset[str]) -> Sort | None:
        for name in ("case-order", "collation", "lang"):
            if node.get(name) is not None:
                why = "texts are compared by their code points alone"
                self._files.trouble(node, why, name)
                return None
        said = {}
        for name, meanings in _WORDS.items():
            value = node.get(name)
            if value not in meanings:
                known = ", ".join(f"`{one}`" for one in meanings if one)
                self._files.trouble(node, f"it is one of {known}", name)
                return None
            said[name] = meanings[value]
        if len(node.element):
            self._bodies.refuse(next(inside(node)))
            return None
        select: Query | None = self._item
        if node.get("select") is not None:
            select = self._query(node, "select", names)
        if select is None:
            return None
        return Sort(select, said["data-type"], said["order"])


def inside(node: Node) -> Iterator[Node]:
    """Yield the elements in an element."""
    for element in node.element.iterchildren("*"):
        yield node._replace(element=element)
