"""elementpath's parser with what it lacks: functions of XSLT, operators, paths.

Both versions are parsed by the parser of XPath 2.0, for that of 1.0 takes `@n = 1` for
false where `n` is "1", and no path behind brackets or a function. In its compatibility
mode a comparison still fails where XPath 1.0 has an answer; see `operators`.
"""

from __future__ import annotations

from copy import copy
from functools import cache
from inspect import Parameter, Signature
from types import new_class
from typing import TYPE_CHECKING, Any

from elementpath import XPath2Parser
from elementpath.collations import UNICODE_CODEPOINT_COLLATION
from elementpath.xpath1 import XPath1Parser

from ctct_lint.schematron.arithmetic import adapt_arithmetic
from ctct_lint.schematron.conditions import adapt_conditions
from ctct_lint.schematron.decimals import adapt_singles
from ctct_lint.schematron.descendants import adapt_descendants
from ctct_lint.schematron.equality import adapt_distinct_values
from ctct_lint.schematron.far_axes import adapt_far_axes
from ctct_lint.schematron.far_texts import adapt_far_texts
from ctct_lint.schematron.joins import adapt_joins
from ctct_lint.schematron.library import adapt_functions, convert_untyped
from ctct_lint.schematron.number_texts import adapt_number_texts
from ctct_lint.schematron.operators import adapt_operators, needed_context
from ctct_lint.schematron.override import override
from ctct_lint.schematron.paths import adapt_paths
from ctct_lint.schematron.predicates import adapt_predicates
from ctct_lint.schematron.quantified import adapt_quantified
from ctct_lint.schematron.siblings import adapt_siblings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


_BY_PLACE = Parameter.POSITIONAL_ONLY
# Which arguments of these are the picture and the language; what that is without one.
_PICTURE, _LANGUAGE, _ENGLISH = 1, 2, "en"
_DATES = ("format-date", "format-dateTime", "format-time")


def parser_of(version: int, namespaces: Mapping[str, str]) -> Any:
    """Return a parser of XPath 1.0, 2.0 or 3.1.

    elementpath's own default collation calls `locale.setlocale`, which changes the
    whole process: strings are compared by code points, as XSLT does.
    """
    return _parser_class(version)(
        dict(namespaces),
        compatibility_mode=version == 1,
        default_collation=UNICODE_CODEPOINT_COLLATION,
        xsd_version="1.1",
    )


def declare(
    parser: Any, prefix: str, name: str, calls: Mapping[int, Callable[..., Any]]
) -> None:
    """Let a parser know a function; ElementPathError if its name is not possible.

    calls  for each number of arguments what returns the value, for a list of items
           for each argument, and a context
    """

    def arguments(*_: Any) -> None: ...

    # elementpath counts the parameters; they have no types that it could check.
    least = min(calls)
    parameters = [
        Parameter(f"p{n}", _BY_PLACE, default=Parameter.empty if n < least else None)
        for n in range(max(calls))
    ]
    arguments.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    token = parser.external_function(arguments, name, prefix)

    def evaluate(self: Any, context: Any = None) -> Any:
        context = needed_context(self, context)
        call = calls.get(len(self))
        if call is None:
            raise self.error("XPST0017", f"there is none with {len(self)} parameters")
        return call([list(one.select(copy(context))) for one in self], context)

    token.evaluate = evaluate


def is_of_version_1(symbol: str) -> bool:
    """Has XPath 1.0, in XSLT 1.0, a symbol?"""
    return symbol in _parser_class(1).known_in_1


def lend_dates(parser: Any) -> None:
    """Let a parser write dates, as also XSLT 2.0 does.

    The functions are those of XPath 3, whose modules take a while to import.
    """
    from elementpath.xpath30 import XPath30Parser

    for name in _DATES:
        parser.symbol_table[name] = XPath30Parser.symbol_table[name]
        override(parser, name, evaluate=_dated, get_argument=_argument_of_date)
        convert_untyped(parser, name)


def _dated(self: Any, context: Any = None) -> Any:
    """Write a date; of none nothing is written, where elementpath has an empty text."""
    context = needed_context(self, context)
    value = self[0].get_atomized_operand(copy(context))
    if value is None:
        return []
    if getattr(value, "year", 1) < 1:
        raise self.error("FOFD1340", "a year before the first is not written")
    return self.inherited.evaluate(self, context)


def _argument_of_date(self: Any, context: Any, index: int = 0, **how: Any) -> Any:
    """Return an argument; the language in which names are written is English.

    A month is written as a number: elementpath takes its name where nothing is asked.
    """
    found = self.inherited.get_argument(self, context, index=index, **how)
    if index == _PICTURE:
        return str(found).replace("[M]", "[M1]")
    return _ENGLISH if found is None and index == _LANGUAGE else found


@cache
def _parser_class(version: int) -> Any:
    base: Any = XPath2Parser
    if version > 2:  # noqa: PLR2004 - its modules are large, and few need them
        from elementpath.xpath31 import XPath31Parser

        base = XPath31Parser
    parser: Any = new_class(f"XPath{version}Parser", (base,))
    parser.symbol_table = dict(base.symbol_table)
    parser.function_signatures = dict(base.function_signatures)
    adapt_functions(parser)
    adapt_distinct_values(parser)
    own = ("current", "document", "format-number", "generate-id", "key")
    parser.known_in_1 = {*XPath1Parser.symbol_table, *own}
    adapt_operators(parser, version)
    adapt_arithmetic(parser, version)
    adapt_conditions(parser)
    adapt_quantified(parser)
    adapt_paths(parser)
    adapt_descendants(parser)
    adapt_predicates(parser)
    adapt_siblings(parser)
    adapt_joins(parser)
    adapt_far_axes(parser)
    adapt_far_texts(parser)
    adapt_singles(parser)
    adapt_number_texts(parser, version)
    return parser
