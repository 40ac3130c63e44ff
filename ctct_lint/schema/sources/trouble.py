"""Why a schema cannot be used: a value for each place, in the words of who found it.

And why xmlschema refuses a document, in the shape of an error of libxml2.
"""

from __future__ import annotations

from ctct_lint.named_tuple import NamedTuple

UNREADABLE, ILL_FORMED = "unreadable", "ill-formed"
INVALID, UNRESOLVED = "invalid-schema", "unresolved-schema"
INVALID_RULES, IGNORED_FIX = "invalid-schematron", "ignored-quick-fix"
IDLE_KEY, FAILED_RULE = "idle-key", "failed-rule"
INCONSISTENT = "inconsistent-schema"
# Those of which documents are checked with all the rest.
_OF_PARTS = frozenset({IGNORED_FIX, IDLE_KEY, INCONSISTENT, FAILED_RULE})
# libxml2 knows no assertions: the numbers of what is said of those of an element's
# content, and of those of a value.
ASSERTION, ASSERTION_OF_VALUE = -1, -2


class SchemaTrouble(NamedTuple):
    """One reason why a schema cannot be used.

    path        of the file
    kind        UNREADABLE, ILL_FORMED, or the name of the rule that words it
    at          the path of the element in the file's tree, as libxml2 writes it;
                of a rule file its line and column, as in `1:12`
    attribute   the attribute whose value is meant; "" for the element's name
    subject     the value at fault
    detail      why
    expected    what is likely meant, if that is known
    is_of_name  is the name of the attribute meant?
    source      whose words `detail` has; "" for our own
    """

    path: str
    kind: str
    at: str = ""
    attribute: str = ""
    subject: str = ""
    detail: str = ""
    expected: tuple[str, ...] = ()
    is_of_name: bool = False
    source: str = ""


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
        """Have documents been checked with all but quick fixes, keys, or own rules?"""
        return all(one.kind in _OF_PARTS for one in self.troubles)

    def has(self, path: str) -> bool:
        """Is a file one of those at fault?"""
        return any(one.path == path for one in self.troubles)

    def can_be_placed_in(self, path: str) -> bool:
        """Is a file one of those at fault, and can all of them be read?"""
        return self.has(path) and all(one.kind != UNREADABLE for one in self.troubles)

    def without(self, path: str) -> Unusable | None:
        """Return it without what is wrong with a file, None if that is all."""
        others = tuple(one for one in self.troubles if one.path != path)
        return self._replace(troubles=others) if others else None

    @property
    def broken_rules(self) -> tuple[SchemaTrouble, ...]:
        """What is wrong with files of the user's own rules."""
        return tuple(one for one in self.troubles if one.kind == FAILED_RULE)

    def error(self) -> SchemaError:
        """Return it as an exception."""
        return SchemaError(
            *(f"{one.path}: {one.detail or one.kind}" for one in self.troubles)
        )


class Refusal(NamedTuple):
    """One reason why a document is not valid.

    path     of the element, or of its attribute by the local name, as `/r/a/@k`
    type     0, one of the numbers above, or one that libxml2 has for the like
    message  why; of an assertion its test
    """

    path: str
    type: int
    message: str
