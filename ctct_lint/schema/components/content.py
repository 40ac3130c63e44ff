"""What may stand in an element: wildcards, groups and how often each may occur."""

from __future__ import annotations

from ctct_lint.named_tuple import NamedTuple


class Wildcard(NamedTuple):
    """What `xs:any` or `xs:anyAttribute` lets in.

    allowed   the namespaces, "" for none; None for all but those `refused`
    process   how it is checked: `strict`, `lax` or `skip`
    names     what it does not let in, in Clark notation, as XSD 1.1 can say
    """

    allowed: tuple[str, ...] | None
    refused: tuple[str, ...]
    process: str
    names: tuple[str, ...] = ()

    @property
    def local_name(self) -> str:
        """No name: a wildcard stands for many."""
        return ""

    def matches(self, name: str) -> bool:
        """Say whether it lets in a name in Clark notation."""
        if name in self.names:
            return False
        namespace = name[1:].rpartition("}")[0]
        if self.allowed is None:
            return namespace not in self.refused
        return namespace in self.allowed


class Particle(NamedTuple):
    """An element (its number), a wildcard or a group, and how often it may occur.

    `most` is None for any number of times.
    """

    term: int | Wildcard | Group
    least: int = 1
    most: int | None = 1


class Group(NamedTuple):
    """A model group; `kind` is `sequence`, `choice` or `all`."""

    kind: str
    particles: tuple[Particle, ...]


class OpenContent(NamedTuple):
    """What may stand beside the content of a type of XSD 1.1.

    at_end  may it stand only after all that the type names?
    """

    wildcard: Wildcard
    at_end: bool
