"""What a schema declares in XSLT: functions, keys, and how numbers are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.schematron.files import SQF, XSLT
from ctct_lint.schematron.format_number import SYMBOLS
from ctct_lint.schematron.model import Key
from ctct_lint.schematron.refused import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.schematron.compiling import Querying
    from ctct_lint.schematron.files import Files, Node
    from ctct_lint.schematron.read_functions import Functions
    from ctct_lint.schematron.xpath import Compiler

# What declares a variable, with the attribute that has its expression.
VARIABLES = {
    "let": "value",
    f"{XSLT}param": "select",
    f"{XSLT}variable": "select",
    f"{SQF}param": "default",
    f"{SQF}user-entry": "default",
    f"{SQF}with-param": "select",
}
_FUNCTION, _KEY, _FORMAT = "function", "key", "decimal-format"
_TEMPLATE = "template"
# These say how a result is written, and there is none.
_IDLE = frozenset({"output"})


class Declarations:
    """Reads what one schema declares in XSLT beside its variables."""

    def __init__(
        self, files: Files, compiler: Compiler, querying: Querying, functions: Functions
    ) -> None:
        self._files = files
        self._compiler = compiler
        self._querying = querying
        self._functions = functions

    def read(self, top: Iterable[Node], names: frozenset[str]) -> tuple[Key, ...]:
        """Read functions, templates, and return keys; note what else is declared.

        top    the elements in the root
        names  of the variables of the schema
        """
        declared: dict[str, list[Node]] = {
            local: [] for local in (_FUNCTION, _KEY, _FORMAT, _TEMPLATE)
        }
        for node in top:
            if node.name.startswith(XSLT) and node.name not in VARIABLES:
                local = node.name.removeprefix(XSLT)
                self._know_prefixes(node)
                if local in declared:
                    declared[local].append(node)
                elif local not in _IDLE:
                    why = f"`xsl:{local}` cannot be evaluated: `xsl:function` can"
                    self._files.trouble(node, why)
        for node in declared[_FORMAT]:
            self._read_format(node)
        keys = declared[_KEY]
        self._compiler.keys.update(key.get("name") or "" for key in keys)
        self._functions.declare_templates(declared[_TEMPLATE])
        self._functions.read(declared[_FUNCTION], names)
        self._functions.read_templates(declared[_TEMPLATE], names)
        return tuple(filter(None, map(self._key, keys)))

    def _know_prefixes(self, node: Node) -> None:
        """Make known what an element has as prefixes, as XSLT has it."""
        try:
            self._compiler.know(node.element.nsmap)
        except QueryError as why:
            self._files.trouble(node, str(why))

    def _read_format(self, node: Node) -> None:
        """Note how a format writes numbers."""
        given = {name: node.get(name) or usual for name, usual in SYMBOLS.items()}
        self._compiler.formats[node.get("name") or ""] = given

    def _key(self, node: Node) -> Key | None:
        query, none = self._querying.query, frozenset[str]()
        match, use = query(node, "match", none), query(node, "use", none)
        if match is None or use is None:
            return None
        return Key(node.get("name") or "", match, use)
