"""Values of options that name rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from ctct_lint.model.severity import Severity
    from ctct_lint.session.own_rules import FoundRules


def selectors(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> tuple[str, ...]:
    """Split at commas; fail for a code, prefix or name that no rule has."""
    found = tuple(s.strip() for given in value for s in given.split(","))
    return tuple(_known(selector, ctx, param) for selector in found if selector)


def severities(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> tuple[tuple[str, Severity], ...]:
    """Read `SELECTOR=SEVERITY,...`."""
    from ctct_lint.model.severity import Severity

    labels = {severity.label: severity for severity in Severity}
    pairs = []
    for given in ",".join(value).split(",") if value else ():
        selector, _, label = (part.strip() for part in given.partition("="))
        if label not in labels:
            expected = f"write it as CODE=LEVEL, with one of {', '.join(labels)}"
            raise click.BadParameter(f"{given!r}: {expected}", ctx, param)
        pairs.append((_known(selector, ctx, param), labels[label]))
    return tuple(pairs)


def per_file(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Read `GLOB=SELECTOR,...`, one glob for each time the option is given."""
    pairs = []
    for given in value:
        glob, sign, codes = given.rpartition("=")
        globs(ctx, param, (glob,))
        found = selectors(ctx, param, (codes,)) if sign else ()
        if not glob or not found:
            raise click.BadParameter(
                f"{given!r}: write it as GLOB=CODE,...", ctx, param
            )
        pairs.append((glob, found))
    return tuple(pairs)


def globs(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> tuple[str, ...]:
    """Fail for a glob that can match nothing."""
    for glob in value:
        from ctct_lint.config.globs import fault_of

        fault = fault_of(glob)
        if fault:
            raise click.BadParameter(f"{glob!r} matches nothing: {fault}", ctx, param)
    return value


def complete(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the codes and names that a shell may put behind the last comma."""
    del ctx, param
    from click.shell_completion import CompletionItem

    from ctct_lint.rules.base import summary_of
    from ctct_lint.rules.registry import all_rules

    before, comma, last = incomplete.rpartition(",")
    return [
        CompletionItem(f"{before}{comma}{word}", help=summary_of(rule))
        for rule in all_rules()
        for word in (rule.code, rule.name)
        if word.lower().startswith(last.lower())
    ]


def _known(selector: str, ctx: click.Context, param: click.Parameter) -> str:
    code = selector.upper()
    from ctct_lint.rules.registry import all_words

    if selector and any(w == selector or w.startswith(code) for w in all_words()):
        return selector
    own = own_rules(ctx)
    if own.has(selector):
        return selector
    from ctct_lint.session.rule_pages.hints import rule_hint

    hint = rule_hint(selector, own.rules)
    message = f"no rule has the code or name {selector!r}{hint}"
    raise click.BadParameter(message, ctx, param)


def own_rules(ctx: click.Context) -> FoundRules:
    """Return the user's own rules of the configuration that a command line names.

    What contradicts itself there is told later: then there are none.
    """
    from ctct_lint.session.errors import RequestError
    from ctct_lint.session.listed_rules import rules_here
    from ctct_lint.session.own_rules import FoundRules

    config, isolated = ctx.params.get("config"), bool(ctx.params.get("isolated"))
    try:
        return rules_here(config, isolated=isolated)
    except RequestError:
        return FoundRules()


SELECTORS: dict[str, Any] = {
    "metavar": "CODE,...",
    "multiple": True,
    "callback": selectors,
    "shell_complete": complete,
}
