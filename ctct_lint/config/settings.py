"""What to check a document for, and what of it to report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.severity import Severity
from ctct_lint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from ctct_lint.profiles.description import Description

# No code is longer, and no name of a rule is as short as a prefix of a code.
_WHOLE = len("CTC000")
# What is no text or no XML, or was not checked because the linter, a schema or a rule
# failed.
_STOPS = ("CTC00", "CTC1", "CTC901", "CTC906", "CTC907", "CTC908", "CTC909")
# Larger documents are not read into a tree; a feed page is some 100 KB.
LARGEST = 256 << 20
# As a tree a document takes some nine times as many bytes.
LONG = 4 << 20


class Settings(NamedTuple):
    """The choices for one document; picklable.

    operation   one of the profile's; None: decided by what the document tells itself
                (`auto`)
    select      codes, prefixes of codes or names to report; empty: all of them; what
                stops a document from being judged is reported all the same
    ignore      the same, not to report; it wins over `select`
    most        how many diagnostics of one code are reported in one file
    severities  codes, prefixes or names with the severity that they shall have; the
                last one that covers a rule decides
    largest     how many bytes a document may have that is read as a whole
    long        from how many bytes on it is read by its parts, if it has any
    unread      why files of configuration could not be read, and do not count
    searched    was the document not named, but found in a folder? Then nobody has to
                be told that its vocabulary is unknown
    now         the time that schedules are compared with; None: what the computer's
                clock says, `datetime.min`: no time is in the past
    profile     the vocabulary that is asked for, whatever the document is
    profiles    those that it may have
    part_of     the profile that it is a part of, as its schema: it has none itself
    """

    operation: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    most: int = 100
    severities: tuple[tuple[str, Severity], ...] = ()
    largest: int = LARGEST
    long: int = LONG
    unread: tuple[str, ...] = ()
    searched: bool = False
    now: datetime | None = None
    profile: Description | None = None
    profiles: tuple[Description, ...] = ()
    part_of: Description | None = None

    def reports(self, code: str, name: str, severity: Severity) -> bool:
        """Is a diagnostic of this code and severity reported?

        What stops a document from being judged is, unless it is ignored: to choose
        other rules, which find nothing there, does not say that all is well.
        """
        if severity is Severity.ERROR and code.startswith(_STOPS):
            return not any(covers(s, code, name) for s in self.ignore)
        return self.chooses(code, name)

    def chooses(self, code: str, name: str) -> bool:
        """Is it a code that was asked for?"""
        if self.select and not any(covers(s, code, name) for s in self.select):
            return False
        return not any(covers(s, code, name) for s in self.ignore)

    def severity_of(self, code: str, name: str, severity: Severity) -> Severity:
        """Return the severity that is asked for; where none is, the one given."""
        for selector, wanted in reversed(self.severities):
            if covers(selector, code, name):
                return wanted
        return severity


def by_weight(
    severities: Iterable[tuple[str, Severity]],
) -> tuple[tuple[str, Severity], ...]:
    """Sort so that, for `severity_of`, a whole code or a name wins over a prefix."""
    return tuple(sorted(severities, key=lambda pair: min(len(pair[0]), _WHOLE)))


def covers(selector: str, code: str, name: str) -> bool:
    """Is it the rule's name, its code or the start of that, in any case?"""
    return code.startswith(selector.upper()) or name == selector
