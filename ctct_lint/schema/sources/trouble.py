"""Why a schema cannot be used: a value for each place, in the words of who found it."""

from __future__ import annotations

from ctct_lint.named_tuple import NamedTuple

UNREADABLE, ILL_FORMED = "unreadable", "ill-formed"
INVALID, UNRESOLVED = "invalid-schema", "unresolved-schema"
INVALID_RULES, IGNORED_FIX = "invalid-schematron", "ignored-quick-fix"


class SchemaTrouble(NamedTuple):
    """One reason why a schema cannot be used.

    path       of the file
    kind       UNREADABLE, ILL_FORMED, or the name of the rule that words it
    at         the path of the element in the file's tree, as libxml2 writes it
    attribute  the attribute whose value is meant; "" for the element's name
    subject    the value at fault
    detail     why
    expected   what is likely meant, if that is known
    """

    path: str
    kind: str
    at: str = ""
    attribute: str = ""
    subject: str = ""
    detail: str = ""
    expected: tuple[str, ...] = ()


class SchemaError(ValueError):
    """A schema that cannot be used; `args` have why, a text for each place."""


class Unusable(NamedTuple):
    """A schema that cannot be used, or not in all of its parts.

    schema    its path
    troubles  why
    checked   how documents have been checked all the same
    """

    schema: str
    troubles: tuple[SchemaTrouble, ...]
    checked: str = "for the syntax only"

    @property
    def is_of_parts(self) -> bool:
        """Have documents been checked with all but quick fixes of it?"""
        return all(one.kind == IGNORED_FIX for one in self.troubles)

    def error(self) -> SchemaError:
        """Return it as an exception."""
        return SchemaError(
            *(f"{one.path}: {one.detail or one.kind}" for one in self.troubles)
        )
