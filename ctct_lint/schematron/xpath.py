"""XPath expressions compiled by elementpath: what it cannot evaluate is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from elementpath.exceptions import ElementPathError
from elementpath.xpath_tokens import XPathFunction

from ctct_lint.schema.sources.sources import Unresolved
from ctct_lint.schematron.files import SQF
from ctct_lint.schematron.fixed import needed_variables
from ctct_lint.schematron.format_number import SYMBOLS
from ctct_lint.schematron.hoisting import hoist
from ctct_lint.schematron.index import indexed
from ctct_lint.schematron.lazy_value import Lazy
from ctct_lint.schematron.model import Query
from ctct_lint.schematron.parsers import declare, lend_dates, parser_of
from ctct_lint.schematron.refused import (
    QueryError,
    refuse_impossible,
    refuse_later,
    refused,
)
from ctct_lint.schematron.tokens import counts_of_focus, tokens_of
from ctct_lint.schematron.written_patterns import refuse_wrong_patterns

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from elementpath.xpath_tokens import XPathToken
    from lxml.etree import _Element

    from ctct_lint.schematron.functions import Function

    Opening = Callable[[str], _Element | None]

BINDINGS = {
    "xslt": 1,
    "xslt1": 1,
    "xpath": 1,
    "xslt2": 2,
    "xpath2": 2,
    "xslt3": 3,
    "xpath3": 3,
    "xpath31": 3,
}

_LATEST = 3

_MOMENTS = frozenset({"current-date", "current-dateTime", "current-time"})
_OPENING = frozenset({"doc", "document"})


class Compiler:
    """Compiles the expressions of a schema; the same text is compiled once."""

    def __init__(
        self,
        binding: str,
        namespaces: Mapping[str, str],
        opening: Opening | None = None,
    ) -> None:
        """Take a query binding, one of `BINDINGS`, and the prefixes.

        opening  returns the tree of what an expression opens, see `files.Files`
        """
        self._opening = opening
        # The trees of these, once one is asked for.
        self.opened: dict[str, Lazy] = {}
        self._version = BINDINGS[binding]
        # Quick fixes have `$sqf:current`, whether an `ns` declares it or not.
        self.namespaces = {"sqf": SQF[1:-1], **namespaces}
        self._parser = parser_of(self._version, self.namespaces)
        # How `format-number()` writes, by the names of the formats.
        self.formats: dict[str, Mapping[str, str]] = {"": SYMBOLS}
        self._parser.formats = self.formats
        self._known: dict[str, Query | QueryError] = {}
        # The variables that each expression needs.
        self._variables: dict[str, set[str]] = {}
        # The names of what `key()` finds.
        self.keys: set[str] = set()
        self.is_of_moment = False

    def compile(self, text: str, variables: Collection[str]) -> Query:
        """Return a query; `QueryError` if it cannot be evaluated.

        variables  the names of those that may be used
        """
        found = self._known.get(text)
        if found is None:
            try:
                found = self._compiled(text)
                self._variables[text] = needed_variables(found.token)
            except QueryError as why:
                found = why
            self._known[text] = found
        if isinstance(found, QueryError):
            raise found
        for name in self._variables[text]:
            if name not in variables:
                raise QueryError(f"no `let` declares the variable `${name}`")
        return found

    def know(self, prefixes: Mapping[str | None, str]) -> None:
        """Make prefixes known; `QueryError` if one is that of another namespace."""
        for prefix, namespace in prefixes.items():
            if prefix is None:
                continue
            other = self.namespaces.setdefault(prefix, namespace)
            if other != namespace:
                why = f"its prefix `{prefix}` is that of `{other}` in an `ns`"
                raise QueryError(why)
            self._parser.namespaces[prefix] = namespace

    def declare(self, qname: str, functions: Mapping[int, Function]) -> None:
        """Make the functions of a name known; `QueryError` if that is not possible.

        functions  each by the number of its parameters
        """
        prefix, _, name = qname.rpartition(":")
        if self._version == 1:
            raise QueryError('a function is XSLT 2.0: it needs queryBinding="xslt2"')
        if prefix not in self.namespaces:
            raise QueryError(f"no `ns` declares the prefix of the function `{qname}`")
        try:
            calls = {arity: one.call for arity, one in functions.items()}
            declare(self._parser, prefix, name, calls)
        except ElementPathError as error:
            raise refused(error) from None

    def _compiled(self, text: str) -> Query:
        if self._version > 1 and "format-" in text:
            lend_dates(self._parser)
        token = self._parsed(text)
        tokens = list(tokens_of(token))
        refuse_impossible(tokens)
        refuse_wrong_patterns(tokens)
        self._refuse_unknown_keys(tokens)
        for one in tokens:
            if one.symbol in _OPENING and isinstance(one, XPathFunction):
                self._open(one)
        if self._version == 1:
            refuse_later(tokens)
        self.is_of_moment |= any(one.symbol in _MOMENTS for one in tokens)
        hoist(token)
        names = (one.value for one in tokens if one.symbol == "(name)")
        unsure = next((f"{one.symbol}()" for one in counts_of_focus(token)), "")
        return Query(text, token, frozenset(map(str, names)), unsure)

    def _parsed(self, text: str) -> Any:
        """Return the token of an expression, with those of its parts in it."""
        try:
            return self._parser.parse(text)
        except ElementPathError as error:
            if self._is_later(text):
                why = 'this is XPath 3: it needs queryBinding="xslt3"'
                raise QueryError(why) from None
            raise refused(error) from None
        except Exception as error:  # noqa: BLE001
            # A parser that somebody else has written, and any text at all.
            raise QueryError(f"{type(error).__name__}: {error}") from None

    def _is_later(self, text: str) -> bool:
        """Can an expression that an earlier version has not be read by XPath 3?"""
        if self._version == _LATEST:
            return False
        try:
            parser_of(_LATEST, self.namespaces).parse(text)
        except Exception:  # noqa: BLE001 - as in `_parsed`
            return False
        return True

    def _open(self, call: XPathToken) -> None:
        """Read what `document()` or `doc()` opens, before any document is checked."""
        reference = str(call[0].value)
        if len(call) > 1 or call[0].symbol != "(string)" or not reference:
            why = "opens only a file whose name is written there"
            raise QueryError(f"`{call.symbol}()` {why}")
        if self._opening is None:
            raise QueryError(f"`{call.symbol}()` is not possible: nothing is opened")
        try:
            tree = self._opening(reference)
        except Unresolved as why:
            raise QueryError(f"`{reference}` cannot be opened: {why}") from None
        if tree is None:
            raise QueryError(f"`{reference}` is no XML")
        if reference not in self.opened:
            self.opened[reference] = Lazy(lambda: indexed(tree))

    def _refuse_unknown_keys(self, tokens: Iterable[XPathToken]) -> None:
        for one in tokens:
            if one.symbol == "key" and isinstance(one, XPathFunction):
                name = one[0]
                if name.symbol == "(string)" and name.value not in self.keys:
                    raise QueryError(f"no `xsl:key` has the name `{name.value}`")
