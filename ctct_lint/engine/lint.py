"""One document, from bytes to diagnostics.

The text is read into a tree, repaired where it has to be; the schema says whether the
tree is valid, and why not; the rules are run; and `report` makes diagnostics of what
was found. Every document goes this way, and goes it once; documents may go it side by
side, see `Steps`.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, TypeVar

from ctct_lint.engine.contents import Contents
from ctct_lint.engine.found import crash, word_faults
from ctct_lint.engine.parse import Parsed
from ctct_lint.engine.read import read, read_foreign
from ctct_lint.engine.run import Run
from ctct_lint.model.fault import Fault
from ctct_lint.model.place import name_of, source_span
from ctct_lint.model.quota import Quota
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.profiles.choice import Profiles
from ctct_lint.profiles.description import ProfileHints
from ctct_lint.rules.context import Context
from ctct_lint.schema.names import local_name
from ctct_lint.suppress import MARK
from ctct_lint.text.decoded import Decoded
from ctct_lint.text.encoding import decode

if TYPE_CHECKING:
    from lxml.etree import _Element

    from ctct_lint.config import Settings
    from ctct_lint.engine.read import ReadDocument
    from ctct_lint.engine.report import Report
    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.profiles.choice import ProfileChoice
    from ctct_lint.profiles.description import Description
    from ctct_lint.profiles.profile import Profile
    from ctct_lint.schema.sources.trouble import Unusable

Value = TypeVar("Value")
_SHOWN = 1024
_IF_SUPPRESSED = 10_000


class Outcome(NamedTuple):
    """A document's text, its diagnostics by position, and did the linter fail?

    is_plain    is the document this text in UTF-8, without a BOM?
    is_foreign  is it of another vocabulary, so that only its syntax was checked?
    unusable    the schema that it should have been checked with, if that cannot be,
                or which parts of it are not used
    lasts       as of its profile
    """

    text: str
    diagnostics: tuple[Diagnostic, ...]
    crashed: bool = False
    is_plain: bool = True
    is_foreign: bool = False
    unusable: Unusable | None = None
    lasts: bool = True


# What is done for one document, step by step: each yields about how many bytes the
# document keeps in memory. To take the same step of several documents, and then the
# next one, is a quarter faster: the processor has the code at hand.
Steps = Generator[int, None, Value]


def finished(steps: Steps[Value]) -> Value:
    """Take all steps, and return what comes of them."""
    try:
        while True:
            next(steps)
    except StopIteration as end:
        value: Value = end.value
        return value


class Linter:
    """Lints documents; the more of them, the more of their contents it knows.

    `profiles` says which profile a document has; a profile alone can be given, too.
    """

    def __init__(self, profiles: ProfileChoice | None = None) -> None:
        self._profiles = profiles or Profiles()
        self._contents = Contents()

    def lint_bytes(self, data: bytes, settings: Settings) -> Outcome:
        """Lint a document as it would be sent; never raises for what it holds."""
        return finished(self.steps(data, settings))

    def steps(self, data: bytes, settings: Settings) -> Steps[Outcome]:
        """Lint a document as `lint_bytes` does, step by step."""
        if len(data) > settings.largest:
            return _too_large(data, settings)
        try:
            decoded = decode(data)
            plain = decoded.codec == "utf-8" and not (decoded.bom or decoded.troubles)
            known = data if plain else None
            outcome = yield from self._lint(decoded, known, settings)
            return outcome if plain else outcome._replace(is_plain=False)
        except Exception as error:  # noqa: BLE001 - promised: never an exception
            return _crashed(error, data.decode("utf-8", "replace"), settings)

    def lint_text(self, text: str, settings: Settings) -> Outcome:
        """Lint what is text already; the encoding that it declares is no matter."""
        try:
            return finished(self._lint(Decoded(text, "utf-8"), None, settings))
        except Exception as error:  # noqa: BLE001 - promised: never an exception
            return _crashed(error, text, settings)

    def profile_of(self, text: str, settings: Settings) -> Profile | None:
        """Return the profile of a document, None if only its syntax is known."""
        hints = ProfileHints(settings.profile, settings.profiles, settings.operation)
        return self._profiles.profile_of(text, hints)

    def _lint(
        self, decoded: Decoded, data: bytes | None, settings: Settings
    ) -> Steps[Outcome]:
        if settings.part_of is not None:
            return self._lint_part(decoded, data, settings, settings.part_of)
        text = decoded.text
        profile = self.profile_of(text, settings)
        if profile is None:
            return _lint_foreign(decoded, data, settings)
        if profile.severities or profile.defaults:
            own = (*profile.defaults, *settings.severities, *profile.severities)
            settings = settings._replace(severities=own)
        unusable = profile.unusable()
        if unusable is not None:
            outcome = _lint_foreign(decoded, data, settings._replace(searched=True))
            return outcome._replace(is_foreign=False, unusable=unusable, lasts=False)
        found = yield from self._findings(decoded, data, settings, profile)
        if found is None:
            outcome = Outcome(text, (), lasts=profile.lasts)
        else:
            yield len(text)
            outcome = _outcome(text, found, settings)._replace(lasts=profile.lasts)
        return _noted(outcome, profile)

    def _lint_part(
        self,
        decoded: Decoded,
        data: bytes | None,
        settings: Settings,
        described: Description,
    ) -> Outcome:
        """Lint a file of a profile, and say what is wrong with all of these."""
        profile = self._profiles.profile_of(decoded.text, ProfileHints(described))
        assert profile is not None  # noqa: S101 - it is described
        outcome = _lint_foreign(decoded, data, settings._replace(searched=True))
        unusable = profile.unusable() or profile.unused()
        return outcome._replace(is_foreign=False, unusable=unusable, lasts=False)

    def findings(
        self, decoded: Decoded, data: bytes | None, settings: Settings, profile: Profile
    ) -> Report | None:
        """Return all that is found in a document of a profile, None if it is clean.

        `data` is its UTF-8 form, where there is one already. What is wrong with the
        linter itself is raised.
        """
        return finished(self._findings(decoded, data, settings, profile))

    def _findings(
        self, decoded: Decoded, data: bytes | None, settings: Settings, profile: Profile
    ) -> Steps[Report | None]:
        # One too many is kept: where it is, the others are counted.
        reading = read(decoded, data, profile, settings.most + 1)
        yield len(decoded.text)
        found = yield from self._found(decoded.text, reading, settings, profile)
        if found is None or reading.parsed.mended is None:
            return found
        from ctct_lint.engine.needless import without_needless

        def again(other: ReadDocument) -> Report | None:
            return finished(self._found(decoded.text, other, settings, profile))

        return without_needless(decoded.text, reading, found, again)

    def _found(
        self, text: str, reading: ReadDocument, settings: Settings, profile: Profile
    ) -> Steps[Report | None]:
        """Return what is found in a document as it was read, None if it is clean."""
        parsed, faults, left_out = reading
        # A comment may suppress the first ones: then more are looked at.
        most, is_marked = settings.most + 1, MARK in text
        quota = Quota(max(most, _IF_SUPPRESSED) if is_marked else most)
        run = Run(parsed.text, profile, self._contents, quota)
        run.judge(parsed.root, settings)
        yield len(text)
        found = list(run.findings(faults))
        if not (found or is_marked):
            return None
        yield len(text)
        left_out = left_out + quota.left_out
        for one in found:
            if one.left_out:
                left_out[one.rule.name] += one.left_out
        of_schema = run.of_schema
        from ctct_lint.engine.report import findings_of

        return findings_of(found, parsed, text, settings, left_out, profile, of_schema)


def _noted(outcome: Outcome, profile: Profile) -> Outcome:
    """Return an outcome with what its profile's files change about it."""
    unused, rules = profile.unused(), profile.schematron
    is_of_moment = rules is not None and rules.is_of_moment
    if unused is None and not is_of_moment:
        return outcome
    return outcome._replace(unusable=unused, lasts=False)


def _lint_foreign(decoded: Decoded, data: bytes | None, settings: Settings) -> Outcome:
    """Lint a document of which only the syntax is known, and say so."""
    text = decoded.text
    parsed, faults, left_out = read_foreign(decoded, data, settings.most + 1)
    if parsed.root is not None and not settings.searched:
        faults.append(_unknown(parsed.root, text, settings))
    found = list(word_faults(faults, Context()))
    if not found and MARK not in text:
        return Outcome(text, (), is_foreign=True)
    from ctct_lint.engine.report import findings_of

    reported = findings_of(found, parsed, text, settings, left_out)
    return _outcome(text, reported, settings)._replace(is_foreign=True)


def _unknown(root: _Element, text: str, settings: Settings) -> Fault:
    """Return that nothing is known of a document; a profile may be meant."""
    at, name = name_of(root), local_name(root)
    if not settings.profiles:
        return Fault("unknown-vocabulary", at, name)
    from ctct_lint.profiles.opening import opening_of
    from ctct_lint.profiles.roots import nearly

    owner, *namespaces = nearly(opening_of(text), settings.profiles) or ("",)
    return Fault("unknown-vocabulary", at, name, owner, tuple(namespaces))


def _too_large(data: bytes, settings: Settings) -> Outcome:
    text = data[:_SHOWN].decode("utf-8", "replace")
    limit = f"{settings.largest >> 20} MiB"
    fault = Fault("document-too-large", source_span(0, 1), limit)
    found = list(word_faults([fault], Context()))
    from ctct_lint.engine.report import findings_of

    reported = findings_of(found, Parsed(None, text), text, settings, {})
    return _outcome(text, reported, settings)


def _crashed(error: Exception, text: str, settings: Settings) -> Outcome:
    return _outcome(text, crash_of_linter(error, text, settings), settings)


def crash_of_linter(error: Exception, text: str, settings: Settings) -> Report:
    """Return what is to be said where the linter itself has failed."""
    found = [crash("the linter", error)]
    from ctct_lint.engine.report import findings_of

    return findings_of(found, Parsed(None, text), text, settings, {})


def _outcome(text: str, found: Report, settings: Settings) -> Outcome:
    return Outcome(text, found.limited(settings.most), found.crashed)
