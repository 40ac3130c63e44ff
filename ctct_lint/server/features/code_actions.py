"""Code actions: fixes, comments that suppress, all safe fixes, the manual of a rule."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from ctct_lint.fixes.apply import text_edits
from ctct_lint.model.severity import Applicability
from ctct_lint.server import convert
from ctct_lint.server.features.commands import EXPLAIN, FIX_ALL, fixing_edits
from ctct_lint.server.suppressions import comments_of, suppressions
from ctct_lint.xml.edits import in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.model.diagnostic import Diagnostic
    from ctct_lint.server.checks import Checked
    from ctct_lint.server.documents import OpenDocument
    from ctct_lint.server.host import Host
    from ctct_lint.suppress.write import Comments

QUICK_FIX = types.CodeActionKind.QuickFix
FIX_ALL_KIND = f"{types.CodeActionKind.SourceFixAll.value}.ctct-lint"
# Mending a document takes a few times as long as checking it: for longer ones it is
# done when somebody asks for it.
_EAGER = 1 << 16
_FIX_ALL_TITLE = "fix all that is safe to fix"


def register(host: Host) -> None:
    """Answer `textDocument/codeAction`."""

    async def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        checked = await host.checks.of(params.text_document.uri)
        if checked is None:
            return []
        found: list[types.CodeAction] = []
        if _is_wanted(QUICK_FIX.value, params):
            near = _near(checked, params.range)
            if near:
                comments = await _comments(host, checked.document)
                for one in near:
                    found.extend(_quick_fixes(host, checked, comments, one))
        if _is_wanted(FIX_ALL_KIND, params):
            found.extend(await _fix_all(host, checked, params))
        return found

    options = types.CodeActionOptions(code_action_kinds=[QUICK_FIX, FIX_ALL_KIND])
    host.on(types.TEXT_DOCUMENT_CODE_ACTION, actions, options)


def _is_wanted(kind: str, params: types.CodeActionParams) -> bool:
    """Is a kind asked for, or one that it is a kind of?"""
    only = params.context.only
    words = None if only is None else [getattr(k, "value", k) for k in only]
    return words is None or any(
        kind == word or kind.startswith(f"{word}.") or not word for word in words
    )


def _near(checked: Checked, span: types.Range) -> list[Diagnostic]:
    """Return the diagnostics that a range touches."""
    document = checked.document
    start = convert.offset(document, span.start)
    end = convert.offset(document, span.end)
    start, end = min(start, end), max(start, end)
    return [
        one
        for one in checked.diagnostics
        if one.range.start.offset <= end and start <= one.range.end.offset
    ]


async def _comments(host: Host, document: OpenDocument) -> Comments:
    folder = host.folders.of(document.path)
    profile_of = partial(folder.profile_of, document.path, document.text)
    return comments_of(document.text, await host.worker.do(profile_of))


def _quick_fixes(
    host: Host, checked: Checked, comments: Comments, found: Diagnostic
) -> Iterator[types.CodeAction]:
    """Yield what can be done about one diagnostic, the likeliest first."""
    document = checked.document
    about = [convert.diagnostic(checked, found)]
    for fix in found.fixes:
        is_safe = fix.applicability is Applicability.SAFE
        is_preferred = is_safe and len(found.fixes) == 1
        yield types.CodeAction(
            fix.title,
            kind=QUICK_FIX,
            diagnostics=about,
            is_preferred=is_preferred or None,
            edit=host.edit(document, document.spelt(in_order(text_edits(fix)))),
        )
    for title, edit in suppressions(comments, found):
        yield types.CodeAction(
            title,
            kind=QUICK_FIX,
            diagnostics=about,
            edit=host.edit(document, document.spelt([edit])),
        )
    title = f"explain {found.code}"
    command = types.Command(title, EXPLAIN, arguments=[found.code])
    yield types.CodeAction(title, kind=QUICK_FIX, diagnostics=about, command=command)


async def _fix_all(
    host: Host, checked: Checked, params: types.CodeActionParams
) -> list[types.CodeAction]:
    """Return the action that makes all safe fixes, if there is any."""
    document = checked.document
    fixes = [fix for one in checked.diagnostics for fix in one.fixes]
    if not any(fix.applicability is Applicability.SAFE for fix in fixes):
        return []
    if params.context.only is None and len(document.text) > _EAGER:
        command = types.Command(_FIX_ALL_TITLE, FIX_ALL, arguments=[document.uri])
        return [types.CodeAction(_FIX_ALL_TITLE, kind=FIX_ALL_KIND, command=command)]
    edits = await fixing_edits(host, document)
    if not edits:
        return []
    edit = host.edit(document, edits)
    return [types.CodeAction(_FIX_ALL_TITLE, kind=FIX_ALL_KIND, edit=edit)]
