"""What a Schematron schema is once it is read: frozen values with compiled queries."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from elementpath.xpath_tokens import XPathToken

    from ctct_lint.model.severity import Severity
    from ctct_lint.schematron.lazy_value import Lazy


class Query(NamedTuple):
    """A compiled XPath expression.

    text    as it is written, with the parameters of its pattern filled in
    token   what elementpath has made of it
    names   the local names and the variables that occur in it
    unsure  the function in it that counts nodes which it does not name, "" for none
    """

    text: str
    token: XPathToken
    names: frozenset[str] = frozenset()
    unsure: str = ""


class Making(Protocol):
    """What makes a value."""

    def value(self, context: Any) -> Any:
        """Return it."""
        ...


class Let(NamedTuple):
    """A variable.

    query  its expression, or its name if it has none
    made   what makes its value, if that is more than an expression
    """

    name: str
    query: Query
    made: Making | None = None


class NameOf(NamedTuple):
    """`<name/>` in a message: the name of the context node, or of another one."""

    path: Query | None


# A piece of text is as it is written, a query stands for its string value.
Message: TypeAlias = tuple[str | Query | NameOf, ...]


class Copy(NamedTuple):
    """Nodes that an action copies among what it writes.

    is_text    is it the text of these that is written?
    is_inside  does it stand in markup that is written?
    """

    select: Query
    is_text: bool
    is_inside: bool


# A piece of markup is as it is written.
Content: TypeAlias = tuple[str | Copy, ...]


class Action(NamedTuple):
    """One of the things that a quick fix does.

    kind       `add`, `delete`, `replace` or `stringReplace`
    match      the nodes that it is done to; None: the context node
    select     the new text, if it is computed
    content    the new markup or text, if it stands there
    target     the name of what is added or replaced, as lxml spells it
    prefix     that of the name, as it is written
    node_type  `element`, `attribute`, `comment`, `pi`, or "" for text
    position   where an addition goes: `first-child`, `last-child`, `before`, `after`
    pattern    what `stringReplace` looks for
    use_when   the condition under which it is done
    lets       variables of its own, as the parameters of a fix that is called are
    """

    kind: str
    match: Query | None
    select: Query | None
    content: Content
    target: str
    prefix: str
    node_type: str
    position: str
    pattern: re.Pattern[str] | None
    use_when: Query | None
    lets: tuple[Let, ...] = ()


# The variable that has what a fix with `use-for-each` is offered for.
CURRENT_ITEM = "sqf:current"


class QuickFix(NamedTuple):
    """A fix that a schema offers: its title, when it is offered, what it does.

    is_guess  does it write what a user should have been asked for?
    each      what it is offered once for; None: it is offered once
    """

    title: Message
    use_when: Query | None
    lets: tuple[Let, ...]
    actions: tuple[Action, ...]
    is_guess: bool = False
    each: Query | None = None


class Check(NamedTuple):
    """An `assert` or a `report`.

    fails_on  the value of its test with which something is wrong
    rule      the `id` of its rule
    hints     what `diagnostics` names
    subject   which node is meant, if it is not the context node
    """

    test: Query
    fails_on: bool
    id: str
    rule: str
    severity: Severity
    message: Message
    hints: tuple[Message, ...]
    see: str
    subject: Query | None
    fixes: tuple[QuickFix, ...]


class Rule(NamedTuple):
    """A `rule`: where it applies, its variables, what it checks there."""

    context: Query
    lets: tuple[Let, ...]
    checks: tuple[Check, ...]


class Pattern(NamedTuple):
    """A `pattern`: of its rules the first that applies to a node counts."""

    lets: tuple[Let, ...]
    rules: tuple[Rule, ...]


class Key(NamedTuple):
    """`xsl:key`: which nodes have the key, and what its values are at each of them."""

    name: str
    match: Query
    use: Query


class Schema(NamedTuple):
    """A whole schema, of the patterns that its phase makes active.

    lets          variables of the schema and of the phase
    is_of_moment  does the result depend on the time?
    keys          what `key()` finds
    opened        the indexes of other documents, by what opens them
    """

    lets: tuple[Let, ...]
    patterns: tuple[Pattern, ...]
    is_of_moment: bool = False
    keys: tuple[Key, ...] = ()
    opened: Mapping[str, Lazy] = MappingProxyType({})
