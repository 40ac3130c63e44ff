"""What the scanner, the decoder and the schema find, before a rule words it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from ctct_lint.model.place import Place

# The kind of one of two elements, where only one may stand.
DOUBLE = "duplicate-element"
# The detail that says that nothing less than a missing child is meant.
NEEDED = "needed"
# That of a child in the place of one of a group, which are expected.
OF_GROUP = "group"
# That of a child that holds what another one would, which may stand there.
ALIKE = "alike"
# That of a child that says in an attribute which other one it is.
NAMED = "named"
# That of a child that may be one of those which lack, which are expected.
PERHAPS = "perhaps"
# That of a child that has what an empty one beside it should have; the empty one is
# related. With `NEEDED` behind it that must not be empty.
TWIN = "twin"
# Those of a child that has the name of another one: what it holds tells that, or where
# it stands.
HOLDS, STANDS = "holds", "stands"
# That of a child that could stand there, had others not taken its place.
FULL = "full"
# The detail of markup round a value that is none, and right without it.
VALUE = "value"
# The detail of a sign that is taken away, as its value is right without it.
NEEDLESS = "needless"
# The detail of a text where nothing may stand at all.
EMPTY = "empty"


class Want(NamedTuple):
    """What another type takes than the one by which a value is told.

    type    the built-in type, "" where that is told already
    facets  such as `maxInclusive 10`; the patterns of one a line each
    """

    type: str
    facets: tuple[str, ...] = ()


class Fault(NamedTuple):
    """One fault and where it is.

    kind      the kebab-case name of the rule that words it
    at        the smallest wrong thing
    subject   the name or value at fault, as written
    owner     what holds it: the element of a value, the parent of a child
    expected  what could stand there instead; of names the likeliest first
    related   other places, each with the name of what stands there
    edits     the mend: texts to put in the place of places
    detail    what only this kind knows (libxml2's own words, an encoding ...)
    left_out  how many more there are of its kind that are counted and not made
    others    what other types of a union take
    perhaps   those expected that something else there may be: nothing makes them up
    is_inside of what is missing: does something stand behind all of it? Then it is
              missing wherever the parent ends
    """

    kind: str
    at: Place
    subject: str = ""
    owner: str = ""
    expected: tuple[str, ...] = ()
    related: tuple[tuple[Place, str], ...] = ()
    edits: tuple[tuple[Place, str], ...] = ()
    detail: str = ""
    left_out: int = 0
    others: tuple[Want, ...] = ()
    perhaps: tuple[str, ...] = ()
    is_inside: bool = False
