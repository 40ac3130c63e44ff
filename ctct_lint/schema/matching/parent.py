"""An element whose children are explained: what whoever looks for that may ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schema.content.free_model import FreeModel
from ctct_lint.schema.matching.sequence import fits
from ctct_lint.schema.names import children

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lxml.etree import _Element

    from ctct_lint.model.quota import Quota
    from ctct_lint.schema.content.match import Match
    from ctct_lint.schema.schema import Model, Schema

# Whatever is asked of a parent is as much as to match so many children.
_EACH = 200


class Parent(NamedTuple):
    """An element, and how its children are matched.

    model    the content model of its type
    mixed    may there be texts between the children?
    rematch  matches any children with any model, in the same document
    quota    of each thing that is asked, how many children may be matched for it
    narrow   has it few children, so that it is looked for what each would be otherwise?
    """

    element: _Element
    model: Model
    mixed: bool
    schema: Schema
    rematch: Callable[[Iterable[_Element], Model], Match]
    quota: Quota
    narrow: bool

    @property
    def row(self) -> list[_Element]:
        """The children."""
        return children(self.element)

    def may(self, what: str, matched: int = _EACH) -> bool:
        """May something be asked of it: is it narrow, and one of the first parents?"""
        return self.narrow and self.quota.takes(what, matched)

    def match(self, tried: Iterable[_Element]) -> Match:
        """Return how other children would be matched."""
        return self.rematch(tried, self.model)

    def cost(self, tried: Iterable[_Element]) -> int:
        """Return how many repairs other children would need."""
        return self.match(tried).cost

    def takes(self, tried: Iterable[_Element], model: Model) -> bool:
        """Would other children be right by a model, its own or another one?"""
        if isinstance(model, FreeModel):
            return self.rematch(tried, model).is_right
        return fits(tried, model)
