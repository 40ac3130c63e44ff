"""One document, from bytes to diagnostics."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from ctct_lint.encoding import Decoded, decode
from ctct_lint.engine.operation import feed_as_request, operation_of
from ctct_lint.engine.parse import Parsed, parse
from ctct_lint.engine.run import Found, crash, run_rules, word_faults
from ctct_lint.rules.clock import set_clock
from ctct_lint.rules.registry import rule_named
from ctct_lint.schema.check import check
from ctct_lint.schema.operation import Operation
from ctct_lint.severity import Severity
from ctct_lint.source import LineIndex
from ctct_lint.suppress import MARK
from ctct_lint.syntax.fault import Fault
from ctct_lint.syntax.firsts import first_of_each
from ctct_lint.syntax.mojibake import double_encoded
from ctct_lint.syntax.place import source_span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ctct_lint.config import Settings
    from ctct_lint.diagnostic import Diagnostic
    from ctct_lint.encoding import Trouble

_SHOWN = 1024


class Outcome(NamedTuple):
    """A document's text, its diagnostics by position, and did the linter fail?

    `is_plain`: is the document this text in UTF-8, without a BOM?
    """

    text: str
    diagnostics: tuple[Diagnostic, ...]
    crashed: bool = False
    is_plain: bool = True


def lint_bytes(data: bytes, settings: Settings) -> Outcome:
    """Lint a document as it would be sent; never raises for what it holds."""
    if len(data) > settings.largest:
        return _too_large(data, settings)
    try:
        decoded = decode(data)
        plain = decoded.codec == "utf-8" and not (decoded.bom or decoded.troubles)
        outcome = _lint(decoded, data if plain else None, settings)
        return outcome if plain else outcome._replace(is_plain=False)
    except Exception as error:  # noqa: BLE001 - promised: never an exception
        return _crashed(error, data.decode("utf-8", "replace"), settings)


def lint_text(text: str, settings: Settings) -> Outcome:
    """Lint a document that is text already; the encoding it declares is no matter."""
    try:
        return _lint(Decoded(text, "utf-8"), None, settings)
    except Exception as error:  # noqa: BLE001 - promised: never an exception
        return _crashed(error, text, settings)


def _too_large(data: bytes, settings: Settings) -> Outcome:
    text = data[:_SHOWN].decode("utf-8", "replace")
    limit = f"{settings.largest >> 20} MiB"
    fault = Fault("document-too-large", source_span(0, 1), limit)
    found = list(word_faults([fault], settings.operation or Operation.CREATE))
    return _outcome(found, Parsed(None, text), text, settings)


def _crashed(error: Exception, text: str, settings: Settings) -> Outcome:
    return _outcome([crash("the linter", error)], Parsed(None, text), text, settings)


def _lint(decoded: Decoded, data: bytes | None, settings: Settings) -> Outcome:
    text = decoded.text
    set_clock(settings.now)
    # One more than is shown: where it stands it is said that there are more.
    most = settings.most + 1
    troubles = map(_fault, decoded.troubles)
    if any(trouble.kind == "not-text" for trouble in decoded.troubles):
        parsed, mojibake = Parsed(None, text), double_encoded("")
    else:
        parsed, mojibake = parse(text, data, most), double_encoded(text)
    encoding, unworded = first_of_each(chain(troubles, mojibake), most)
    unworded.update(parsed.left_out)
    found = list(_found(parsed, encoding, settings))
    for one in found:
        if one.left_out:
            unworded[one.rule.name] += one.left_out
    if not found and MARK not in text:
        return Outcome(text, ())
    return _outcome(found, parsed, text, settings, unworded)


def _fault(trouble: Trouble) -> Fault:
    kind, start, end, subject, expected, related = trouble
    return Fault(
        kind,
        source_span(start, end),
        subject,
        expected=(expected,),
        related=tuple((source_span(s, e), what) for s, e, what in related),
    )


def _found(
    parsed: Parsed, encoding: list[Fault], settings: Settings
) -> Iterator[Found]:
    root = parsed.root
    operation = settings.operation or operation_of(root)
    if encoding or parsed.faults:
        yield from word_faults((*encoding, *parsed.faults), operation)
    if root is None:
        return
    for fault in feed_as_request(root, settings.operation):
        yield from word_faults([fault], operation)
        operation = Operation.RESPONSE
    verdict = check(root, operation)
    if not verdict.faults:
        yield from run_rules(root, operation)
        return
    from ctct_lint.engine.renamed import as_written, renamed_in

    worded = word_faults(verdict.faults, operation)
    renamed = renamed_in(verdict.faults)
    yield from as_written(chain(worded, run_rules(root, operation)), renamed)


def _outcome(
    found: list[Found],
    parsed: Parsed,
    text: str,
    settings: Settings,
    unworded: Mapping[str, int] = MappingProxyType({}),
) -> Outcome:
    from ctct_lint.engine.choice import wanted, weighed
    from ctct_lint.engine.echo import without_lost
    from ctct_lint.engine.resolve import resolve

    crashed = any(f.rule.name == "internal-error" for f in found)
    # What a comment suppresses is told from all that is found, selected or not.
    has_comments = MARK in text and parsed.root is not None
    chosen = (weighed if has_comments else wanted)(found, settings)
    lines = LineIndex(text)
    chosen, left_out = without_lost(chosen, found), Counter(unworded)
    if not (has_comments or parsed.faults or _has_echoes(found)):
        # Nothing will be dropped any more: what is not shown need not be resolved.
        chosen, unresolved = _counted(chosen, settings.most)
        left_out.update(unresolved)
    diagnostics = resolve(chosen, parsed, lines)
    if has_comments:
        from ctct_lint.engine.suppression import after_comments

        diagnostics = after_comments(diagnostics, parsed, lines, settings)
    shown = limited(diagnostics, settings.most, left_out)
    return Outcome(text, tuple(shown), crashed)


def _has_echoes(found: Iterable[Found]) -> bool:
    """Is there text in which nothing else is reported? See `engine.echo`."""
    return any(f.rule.name == "double-encoded-text" for f in found)


def _counted(found: Iterable[Found], most: int) -> tuple[list[Found], Counter[str]]:
    """Return the findings, of no rule more than one too many, and how many others.

    One too many is where it is said that there are more.
    """
    seen: Counter[str] = Counter()
    kept = []
    for one in found:
        seen[one.rule.name] += 1
        if seen[one.rule.name] <= most + 1:
            kept.append(one)
    return kept, Counter({k: n - most - 1 for k, n in seen.items() if n > most + 1})


def limited(
    diagnostics: Sequence[Diagnostic],
    most: int,
    unworded: Mapping[str, int] = MappingProxyType({}),
) -> Iterator[Diagnostic]:
    """Yield at most so many diagnostics of a code, then how many more there are.

    `unworded` has those that were left out already, by the names of their rules.
    """
    total = Counter(d.code for d in diagnostics)
    for name, number in unworded.items():
        total[rule_named(name).code] += number
    seen: Counter[str] = Counter()
    for diagnostic in diagnostics:
        seen[diagnostic.code] += 1
        if seen[diagnostic.code] <= most:
            yield diagnostic
        elif seen[diagnostic.code] == most + 1:
            yield _more(diagnostic, total[diagnostic.code] - most)


def _more(diagnostic: Diagnostic, count: int) -> Diagnostic:
    from ctct_lint.diagnostic import Diagnostic

    rule = rule_named("too-many-diagnostics")
    return Diagnostic(
        range=diagnostic.range,
        severity=Severity.INFORMATION,
        code=rule.code,
        name=rule.name,
        message=f"{count} more {diagnostic.code} ({diagnostic.name}) not shown",
    )
