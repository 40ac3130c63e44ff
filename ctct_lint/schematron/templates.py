"""Templates that are called by their names: XSLT 2.0, section 10.1."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.schematron.functions import items_of
from ctct_lint.schematron.library import CURRENT, GLOBALS, GROUPS, KEYS
from ctct_lint.schematron.variables import Variables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ctct_lint.schematron.functions import Body, Variable
    from ctct_lint.schematron.lazy_value import Lazy

# What a template knows of the place where it is called.
_KEPT = (CURRENT, GLOBALS, GROUPS, KEYS)


class Template:
    """A template; what it does is known once all names are.

    parameters  with their default values
    """

    def __init__(self) -> None:
        self.parameters: tuple[Variable, ...] = ()
        self.body: Body = ()

    def call(self, given: Mapping[str, Lazy], context: Any) -> list[Any]:
        """Return what it adds; the focus is that of the caller."""
        known = context.variables
        inside = copy(context)
        inside.variables = Variables(known[GLOBALS])
        inside.variables |= {name: known[name] for name in _KEPT if name in known}
        for parameter in self.parameters:
            if parameter.name in given:
                inside.variables[parameter.name] = given[parameter.name]
            else:
                parameter.items(inside)
        return items_of(self.body, inside)


class Call(NamedTuple):
    """`call-template`: what a template does, with parameters."""

    template: Template
    given: tuple[Variable, ...]

    def items(self, context: Any) -> list[Any]:
        """Return what it adds."""
        given = {}
        for one in self.given:
            at = copy(context)
            at.variables = context.variables.copy()
            given[one.name] = one.lazily(at)
        return self.template.call(given, context)
