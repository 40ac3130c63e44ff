"""What is said of a vocabulary so that it can be used: its schema, its documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from ctct_lint.model.severity import Severity


class Description(NamedTuple):
    """A profile as somebody describes it; frozen, it can be pickled.

    name        the word by which it is asked for
    schema      the absolute path of its XSD; "" for none
    catalog     the absolute path of an OASIS XML catalog; "" for none
    files       globs of its documents, as they are written
    roots       the root elements of its documents: `{namespace}local`, a local name
                alone, or `{namespace}*`
    rules       the absolute paths of files and folders of own rules
    runs_rules  may these be run? They are Python, which can do anything
    severities  selectors with the severity that they shall have, as of `Settings`
    origin      what describes it: a file, a distribution; "" for the program itself
    schematron  the absolute path of a Schematron schema; "" for none
    phase       which of its phases is meant; "" for its own default
    """

    name: str
    schema: str = ""
    catalog: str = ""
    files: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    severities: tuple[tuple[str, Severity], ...] = ()
    origin: str = ""
    schematron: str = ""
    phase: str = ""
    runs_rules: bool = False

    @property
    def is_name_alone(self) -> bool:
        """Does it only name a profile that is described elsewhere?"""
        return not (self.schema or self.catalog or self.schematron)

    @property
    def has_files(self) -> bool:
        """Are there files that say what its documents may be?"""
        return bool(self.schema or self.schematron or self.rules)


class ProfileHints(NamedTuple):
    """What is said of a document's vocabulary beside the document itself.

    named      the profile that it is to be checked with, whatever it is
    known      the profiles that it may have, by its root or by their catalogs
    operation  what it is for; who says that means the profile that is built in
    """

    named: Description | None = None
    known: tuple[Description, ...] = ()
    operation: str | None = None
