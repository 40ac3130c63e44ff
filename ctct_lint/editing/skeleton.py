"""An element as it has to be written: with all that it requires inside."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ctct_lint.editing.allowed import is_meant_for
from ctct_lint.editing.choices import attribute_choices, text_choices
from ctct_lint.editing.names import attribute_spelling, spelling
from ctct_lint.editing.snippet import Stop
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.rules.wording import escaped
from ctct_lint.schema.components.content import Wildcard
from ctct_lint.schema.content.free_model import FreeModel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ctct_lint.editing.snippet import Part
    from ctct_lint.profiles.profile import Profile
    from ctct_lint.schema.components.content import Particle
    from ctct_lint.schema.components.element import Element
    from ctct_lint.schema.components.types import AttributeUse
    from ctct_lint.schema.schema import Schema

_INDENT = "  "
# Of a content that requires more than this, the rest is left to the author.
_MOST_ELEMENTS = 100


class Destination(NamedTuple):
    """Where an element is to be written: in which element, with what declared there."""

    owner: str = ""
    spaces: Mapping[str, str] = {}
    liked: str = ""
    indent: str = ""


class Skeleton:
    """Writes elements of one schema for one operation."""

    def __init__(self, schema: Schema, profile: Profile, operation: str) -> None:
        self._schema = schema
        self._profile = profile
        self._operation = operation
        self._above: list[Element] = []
        self._left = _MOST_ELEMENTS

    def element(self, element: Element, destination: Destination) -> list[Part]:
        """Return an element with its required attributes and content."""
        held = self._schema.held_by(element).values()
        name, declaration, spaces = spelling(
            element,
            destination.spaces,
            destination.liked,
            holds_unqualified=any(not child.namespace for child in held),
        )
        start, spaces = self._start(element, f"<{name}{declaration}", spaces)
        inner = Destination(
            element.local_name, spaces, destination.liked, destination.indent + _INDENT
        )
        content = self._content(element, destination.owner, inner)
        if content is None:
            return [*start, "/>"]
        return [*start, ">", *content, f"</{name}>"]

    def attribute(
        self, element: Element, attribute: AttributeUse, name: str
    ) -> list[Part]:
        """Return an attribute written as `name`, and its value or a place for that."""
        local = attribute.name.rpartition("}")[2]
        choices = attribute_choices(self._schema, attribute)
        if len(choices) == 1:
            return [name, f'="{escaped(choices[0])}"']
        default = known_value(self._profile, element, local)
        return [name, '="', Stop(default, tuple(map(escaped, choices))), '"']

    def _start(
        self, element: Element, written: str, spaces: Mapping[str, str]
    ) -> tuple[list[Part], Mapping[str, str]]:
        """Return a start tag without its end, but with its required attributes.

        And the namespaces that are in scope with it.
        """
        known = self._profile.start_tag(f"{written}>")[:-1]
        parts: list[Part] = [known]
        if known == written:
            for attribute in self._schema.attributes(element).named.values():
                if attribute.required:
                    name, declaration, spaces = attribute_spelling(
                        attribute.name, spaces
                    )
                    parts.append(f"{declaration} ")
                    parts += self.attribute(element, attribute, name)
        return parts, spaces

    def _content(
        self, element: Element, owner: str, inner: Destination
    ) -> list[Part] | None:
        """Return what stands between the tags; None for nothing at all."""
        kind = self._schema.complex_type(element)
        if kind is None or kind.content is None:
            return [self._value(element, owner)]
        children: list[Part] = []
        for child in self._required_in(element, kind.content):
            children += [f"\n{inner.indent}", *self.element(child, inner)]
        if not children:
            is_said = any(a.required for a in kind.attributes)
            is_whole = is_said or not _holds(kind.content)
            return None if is_whole and not kind.mixed else [Stop()]
        return [*children, f"\n{inner.indent.removesuffix(_INDENT)}"]

    def _value(self, element: Element, owner: str) -> Stop:
        choices = text_choices(self._schema, element, owner)
        default = dict(element.facts).get("placeholder", "")
        if not default and len(choices) == 1:
            default = choices[0]
        return Stop(escaped(default), tuple(map(escaped, choices)))

    def _required_in(self, element: Element, content: Particle) -> Iterator[Element]:
        """Yield the children that an element requires; of one inside of itself none."""
        if element in self._above:
            return
        self._above.append(element)
        for child in self._required(element, content):
            self._left -= 1
            if self._left < 0:
                break
            yield child
        self._above.pop()

    def _required(self, element: Element, content: Particle) -> list[Element]:
        model = self._schema.model(element)
        if isinstance(model, FreeModel):
            return self._required_of(model)
        return self._required_by(content)

    def _required_of(self, model: FreeModel) -> list[Element]:
        """Return the elements of a content in any order; of substitutes the first."""
        found: dict[int, Element] = {}
        for slot in model.slots.values():
            is_asked = not model.optional or self._operation in slot.required
            if is_asked and slot.is_required(self._operation):
                found.setdefault(slot.place, slot.declaration)
        return list(found.values())

    def _required_by(self, particle: Particle) -> list[Element]:
        term = particle.term
        if not particle.least or isinstance(term, Wildcard):
            return []
        if isinstance(term, int):
            declared = self._schema.components.elements[term]
            if not is_meant_for(declared, self._operation):
                return []
            found = list(islice(self._schema.concrete(declared), 1))
        elif term.kind == "choice":
            branches = map(self._required_by, term.particles)
            found = min(branches, key=len, default=[])
        else:
            found = [e for p in term.particles for e in self._required_by(p)]
        return found * min(particle.least, _MOST_ELEMENTS)


def known_value(profile: Profile, element: Element, attribute: str) -> str:
    """Return the value that a profile knows for an attribute, "" if it does not."""
    shown = profile.attribute(None, element.local_name, attribute).shown
    return shown.partition('"')[2].rpartition('"')[0].replace("…", "")


def _holds(particle: Particle) -> bool:
    """Can a content have anything in it?"""
    term = particle.term
    if isinstance(term, (int, Wildcard)):
        return True
    return any(map(_holds, term.particles))
