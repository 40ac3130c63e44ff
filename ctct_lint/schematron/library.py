"""Functions of XSLT, and those that elementpath has another answer for."""

from __future__ import annotations

from copy import copy
from decimal import Decimal
from math import nan
from typing import TYPE_CHECKING, Any

from elementpath.datatypes import UntypedAtomic
from elementpath.exceptions import ElementPathError
from elementpath.namespaces import XML_NAMESPACE, XPATH_FUNCTIONS_NAMESPACE
from elementpath.xpath_nodes import ElementNode

from ctct_lint.schematron.equality import are_deep_equal
from ctct_lint.schematron.format_number import format_number
from ctct_lint.schematron.index import document_of, upwards
from ctct_lint.schematron.operators import needed_context
from ctct_lint.schematron.override import give_function, override
from ctct_lint.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

# Where a context keeps the node that `current()` stands for; no name of a variable.
CURRENT = "current()"
# The same for the keys of a document, see `keys.Keys`.
KEYS = "key()"
# The same for the variables of the schema, which functions see.
GLOBALS = "globals"

# The same for what a pattern has matched: its whole, and its groups.
GROUPS = "regex-group()"
# The same for a group of `for-each-group`, and for the value of its key.
GROUP, GROUPING_KEY = "current-group()", "current-grouping-key()"

# It looks at one item, and elementpath would leave that focus to what comes next.
_HEAD = f"{{{XPATH_FUNCTIONS_NAMESPACE}}}head"

# The functions that take dates, times and durations.
_OF_DATE = lazy(r"\w+-from-(?:date|time|dateTime|duration)|adjust-.*|dateTime")

_LANG = f"{{{XML_NAMESPACE}}}lang"

# The arguments of `key()` that looks everywhere.
_OF_DOCUMENT = 2


def adapt_functions(parser: Any) -> None:
    """Give a parser the functions."""
    if _HEAD in parser.symbol_table:
        override(parser, _HEAD, evaluate=_apart)
    give_function(
        parser, "current", nargs=0, evaluate=_current, select=_selected_current
    )
    give_function(parser, "generate-id", nargs=(0, 1), evaluate=_generated_id)
    give_function(parser, "key", nargs=(2, 3), evaluate=_with_key)
    give_function(parser, "document", nargs=(1, 2), evaluate=_opened)
    give_function(parser, "doc", nargs=1, evaluate=_opened)
    give_function(parser, "format-number", nargs=(2, 3), evaluate=_formatted_number)
    give_function(parser, "regex-group", nargs=1, evaluate=_group)
    for name in (GROUP, GROUPING_KEY):
        give_function(
            parser,
            name.removesuffix("()"),
            nargs=0,
            evaluate=_of_group,
            select=_selected_of_group,
        )
    give_function(parser, "deep-equal", nargs=(2, 3), evaluate=_deep_equal)
    give_function(parser, "lang", nargs=(1, 2), evaluate=_is_in_language)
    give_function(parser, "idref", nargs=(1, 2), select=_no_references)
    for name in ("year-from-date", "year-from-dateTime"):
        override(parser, name, evaluate=_year)
    override(parser, "insert-before", evaluate=_inserted, select=_selected_inserted)
    for name in filter(_OF_DATE.fullmatch, tuple(parser.symbol_table)):
        convert_untyped(parser, name)


def convert_untyped(parser: Any, name: str) -> None:
    """Let a function take a text of no type for the date or duration that it asks for.

    XPath 2.0, section 3.1.5: an attribute has such. elementpath takes it for numbers.
    """
    override(parser, name, "strict", validated_value=_of_class)


def _of_class(self: Any, item: Any, of: Any, *more: Any) -> Any:
    if not hasattr(of, "fromstring"):
        return self.strict.validated_value(self, item, of, *more)
    value, name = self.data_value(item), of.__name__.removesuffix("10")
    type_ = f"xs:{name[0].lower()}{name[1:]}"
    if isinstance(value, of):
        return value
    if not isinstance(value, UntypedAtomic):
        raise self.error("XPTY0004", f"write `{type_}(…)` round what is no {type_}")
    try:
        return of.fromstring(str(value))
    except (ValueError, OverflowError):
        raise self.error("FORG0001", f"{str(value)!r} is no {type_}") from None


def _apart(self: Any, context: Any = None) -> Any:
    return self.inherited.evaluate(self, copy(needed_context(self, context)))


def _current(self: Any, context: Any = None) -> Any:
    found = needed_context(self, context).variables.get(CURRENT)
    if found is None:
        raise ElementPathError("a function has no current node")
    return [found]


def _selected_current(self: Any, context: Any = None) -> Any:
    yield from _current(self, context)


def _generated_id(self: Any, context: Any = None) -> str:
    context = needed_context(self, context)
    node = next(iter(self[0].select(context)), None) if len(self) else context.item
    if node is None:
        return ""
    document = document_of(node)
    own = "" if document is context.index.document else f"{id(document)}."
    return f"n{own}{node.position}"


def _opened(self: Any, context: Any = None) -> Any:
    return needed_context(self, context).opened[str(self[0].value)].value().document


def _formatted_number(self: Any, context: Any = None) -> str:
    context = needed_context(self, context)
    value, picture, *others = (one.get_atomized_operand(copy(context)) for one in self)
    name = str(self.string_value(others[0])) if others else ""
    symbols = self.parser.formats.get(name)
    if symbols is None:
        raise ElementPathError(f"no `xsl:decimal-format` has the name `{name}`")
    number = nan if value is None else self.number_value(value)
    exact = isinstance(value, (int, Decimal)) and not isinstance(value, bool)
    return format_number(value if exact else number, str(picture), symbols)


def _group(self: Any, context: Any = None) -> str:
    """Return a group of what `stringReplace` has found; "" if there is none."""
    context = needed_context(self, context)
    groups = context.variables.get(GROUPS, ())
    number = self.get_argument(copy(context), required=True, cls=int)
    return str(groups[number] or "") if 0 <= number < len(groups) else ""


def _of_group(self: Any, context: Any = None) -> Any:
    """Return what is known of the group; nothing outside of one."""
    return needed_context(self, context).variables.get(f"{self.symbol}()", [])


def _selected_of_group(self: Any, context: Any = None) -> Iterator[Any]:
    found = _of_group(self, context)
    yield from found if isinstance(found, list) else [found]


def _deep_equal(self: Any, context: Any = None) -> bool:
    context = needed_context(self, context)
    left, right = (list(one.select(copy(context))) for one in self[:2])
    return are_deep_equal(left, right)


def _is_in_language(self: Any, context: Any = None) -> bool:
    """Is a node in a language? elementpath has an answer for elements alone."""
    context = needed_context(self, context)
    wanted = self.get_argument(copy(context), default="", cls=str).lower()
    node = context.item if len(self) == 1 else next(self[1].select(copy(context)))
    for one in upwards(node):
        if isinstance(one, ElementNode):
            for attribute in one.attributes:
                if attribute.name == _LANG:
                    said = attribute.string_value.lower()
                    return f"{said}-".startswith(f"{wanted}-")
    return False


def _year(self: Any, context: Any = None) -> Any:
    """Return a year; elementpath counts those before the first one too far."""
    year = self.inherited.evaluate(self, needed_context(self, context))
    return year + 1 if isinstance(year, int) and year < 0 else year


def _no_references(self: Any, context: Any = None) -> Iterator[Any]:
    """Yield nothing: without a document type no attribute is a reference."""
    needed_context(self, context)
    yield from ()


def _inserted(self: Any, context: Any = None) -> list[Any]:
    """Return a sequence with another before its item of a number, which counts from 1.

    XPath 2.0 functions, section 15.1.7: too small a number means the first item, too
    large a one the end.
    """
    context = needed_context(self, context)
    target = list(self[0].select(copy(context)))
    number = self.get_argument(copy(context), index=1, required=True, cls=int)
    at = max(number - 1, 0)
    target[at:at] = self[2].select(copy(context))
    return target


def _selected_inserted(self: Any, context: Any = None) -> Any:
    yield from _inserted(self, context)


def _with_key(self: Any, context: Any = None) -> Any:
    context = needed_context(self, context)
    name = str(self.string_value(self[0].evaluate(copy(context))))
    values = self[1].select(copy(context))
    texts = [str(self.string_value(value)) for value in values]
    found = context.variables[KEYS].nodes(name, texts)
    return found if len(self) == _OF_DOCUMENT else _below(self[2], context, found)


def _below(top: Any, context: Any, nodes: list[Any]) -> list[Any]:
    """Return those of some nodes that are a node, or in it."""
    tops = set()
    for one in top.select(copy(context)):
        if document_of(one) is not context.index.document:
            raise ElementPathError("`key()` does not look into other documents")
        tops.add(id(one))
    return [node for node in nodes if not tops.isdisjoint(map(id, upwards(node)))]
