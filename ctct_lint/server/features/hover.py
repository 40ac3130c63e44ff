"""Hover: what to do about faults, what is known of an element, the manuals of rules."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from ctct_lint.editing.hover import hover
from ctct_lint.rules.registry import find_rule
from ctct_lint.server import convert
from ctct_lint.session.rule_pages.page import rule_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ctct_lint.editing.hover import Hover
    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.server.folders import Folder
    from ctct_lint.server.host import Host
    from ctct_lint.server.typing import TypedDocument

_FORMATS = "text_document.hover.content_format"
_RULE = "\n\n---\n\n"


def register(host: Host) -> None:
    """Answer `textDocument/hover`."""

    async def tell(params: types.HoverParams) -> types.Hover | None:
        uri, at = params.text_document.uri, params.position

        known = await host.typing.ask(uri, partial(_hovered, at))
        checked = await host.checks.of(uri)
        if checked is None:
            return None
        document = checked.document
        offset = convert.offset(document, at)
        faults = [one for one in checked.diagnostics if _holds(one, offset)]
        texts = ["\n\n".join(_help(faults))] if any(one.help for one in faults) else []
        texts += [known.text] if known else []
        folder = host.folders.of(document.path)
        texts += dict.fromkeys(_manual(one.code, folder) for one in faults)
        if not any(texts):
            return None
        span = convert.span(document, *faults[0].range) if faults else None
        if known is not None:
            span = convert.span(document, *known.span)
        return types.Hover(host.markup(_FORMATS, _RULE.join(texts)), span)

    host.on(types.TEXT_DOCUMENT_HOVER, tell)


def _hovered(at: types.Position, subject: TypedDocument) -> Hover | None:
    document = subject.document
    offset = convert.offset(document, at)
    return hover(document.text, offset, subject.profile, subject.operation)


def _holds(found: Diagnostic, offset: int) -> bool:
    return found.range.start.offset <= offset <= found.range.end.offset


def _help(faults: Iterable[Diagnostic]) -> Iterator[str]:
    """Yield what to do about each fault: editors show its message, and no more."""
    for one in faults:
        for number, line in enumerate(one.help):
            yield line if number else f"**{one.code}**: {line}"


def _manual(code: str, folder: Folder) -> str:
    rule = find_rule(code) or folder.own_rule(code)
    return "" if rule is None else rule_page(rule)
