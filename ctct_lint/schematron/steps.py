"""The steps of a pattern: an expression that says which nodes a rule applies to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from elementpath.xpath_nodes import (
    AttributeNode,
    CommentNode,
    ElementNode,
    ProcessingInstructionNode,
    TextNode,
)
from elementpath.xpath_tokens import XPathFunction

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schematron.positions import knows_no_position

if TYPE_CHECKING:
    from elementpath.xpath_nodes import XPathNode
    from elementpath.xpath_tokens import XPathToken

_UNIONS = frozenset({"|", "union"})
_AXES = {"@": "attribute", "attribute": "attribute", "child": "element"}
# What is called like a function; of instructions alone one may be meant.
INSTRUCTION = "processing-instruction"
_KINDS: dict[str, tuple[type, ...]] = {
    "element": (ElementNode,),
    "attribute": (AttributeNode,),
    "text": (TextNode,),
    "comment": (CommentNode,),
    INSTRUCTION: (ProcessingInstructionNode,),
    "node": (ElementNode, TextNode, CommentNode, ProcessingInstructionNode),
}
_TESTS = frozenset({"text", "comment", INSTRUCTION, "node"})


class NotTakenApart(Exception):  # noqa: N818 - it is an answer
    """An expression that consists of more than names, paths and predicates."""


class Step(NamedTuple):
    """One step of a path.

    kind        `element`, `attribute`, `text`, `comment`, `processing-instruction`, or
                `node` for any of these but an attribute
    name        `{namespace}local`, or None for several; of an instruction its target
    space       the namespace of all of these, None for any
    local       their local name, None for any
    conditions  predicates that say nothing of positions
    positional  the step as an expression, if a predicate does
    is_deep     may there be elements between this step and the one before?
    is_of_root  has the step before to be the document?
    token       the step's own expression
    """

    kind: str
    name: str | None
    space: str | None
    local: str | None
    token: XPathToken
    conditions: tuple[XPathToken, ...] = ()
    positional: XPathToken | None = None
    is_deep: bool = False
    is_of_root: bool = False

    def takes(self, name: str) -> bool:
        """Is it a step for nodes of a name?"""
        if self.name is not None:
            return name == self.name
        space, _, local = name.rpartition("}")
        if self.local not in {None, local}:
            return False
        return self.space is None or self.space == space.removeprefix("{")

    def is_of(self, node: XPathNode) -> bool:
        """Is it a step for a node, predicates aside?"""
        return isinstance(node, _KINDS[self.kind]) and self.takes(node.name or "")

    @property
    def has_name(self) -> bool:
        """Is it a step for the elements or the attributes of one name?"""
        return self.name is not None and self.kind != INSTRUCTION


def steps_of(token: XPathToken) -> list[tuple[Step, ...]]:
    """Return the paths of a pattern; of the document itself it is ()."""
    if token.symbol in _UNIONS:
        return [path for operand in token for path in steps_of(operand)]
    if token.symbol == "(" and len(token) == 1:
        return steps_of(token[0])
    return [_path(token)]


def _path(token: XPathToken) -> tuple[Step, ...]:
    if token.symbol == "document-node" and not len(token):
        return ()
    if token.symbol not in {"/", "//"}:
        return (step_of(token),)
    if not len(token):
        return ()
    is_deep = token.symbol == "//"
    before = () if len(token) == 1 else _path(token[0])
    last = step_of(token[-1])._replace(is_deep=is_deep)
    # `//name` is any: there is always a document above.
    return (*before, last._replace(is_of_root=not before and not is_deep))


def step_of(token: XPathToken) -> Step:
    """Return one step with its predicates; NotTakenApart if it is more than that."""
    if token.symbol == "[":
        step = step_of(token[0])
        condition = token[1]
        if step.positional is None and knows_no_position(condition):
            return step._replace(conditions=(*step.conditions, condition))
        return step._replace(positional=token)
    if token.symbol in _AXES:
        return _named(_AXES[token.symbol], token[0])
    if token.symbol in _TESTS and isinstance(token, XPathFunction):
        name = str(token[0].value) if len(token) else None
        return Step(token.symbol, name, None, None, token)
    return _named("element", token)


def _named(kind: str, token: XPathToken) -> Step:
    match token.symbol:
        case "(name)":
            local = str(token.value)
            space = token.parser.namespaces.get("") if kind == "element" else None
            name = f"{{{space}}}{local}" if space else local
            return Step(kind, name, space, local, token)
        case "*" if not len(token):
            return Step(kind, None, None, None, token)
        case ":":
            return _prefixed(kind, token)
        case _:
            raise NotTakenApart


def _prefixed(kind: str, token: XPathToken) -> Step:
    prefix, local = str(token[0].value), str(token[1].value)
    if token[1].symbol not in {"(name)", "*"}:
        raise NotTakenApart
    if prefix == "*":
        return Step(kind, None, None, local, token)
    space = token.parser.namespaces[prefix]
    if local == "*":
        return Step(kind, None, space, None, token)
    return Step(kind, f"{{{space}}}{local}", space, local, token)
