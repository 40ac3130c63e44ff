"""Commands: make all safe fixes of a document, show the manual of a rule."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lsprotocol import types

from ctct_lint.fixes.align import edits_between
from ctct_lint.rules.registry import find_rule
from ctct_lint.session.rule_pages.page import rule_page

if TYPE_CHECKING:
    from ctct_lint.server.documents import OpenDocument
    from ctct_lint.server.host import Host
    from ctct_lint.xml.draft import TextEdit

FIX_ALL, EXPLAIN = "ctct-lint.fixAll", "ctct-lint.explain"


def register(host: Host) -> None:
    """Do the commands; each returns what may be of use to a client of our own."""

    async def fix_all(*arguments: str) -> int:
        """Mend the document of a URI; return the number of edits."""
        document = host.documents.get(str(arguments[0])) if arguments else None
        if document is None:
            return 0
        edits = await fixing_edits(host, document)
        if edits and host.documents.is_current(document):
            edit = host.edit(document, edits)
            label = "fix all that is safe to fix"
            host.lsp.workspace_apply_edit(types.ApplyWorkspaceEditParams(edit, label))
        return len(edits)

    def explain(*arguments: str) -> str | None:
        """Show the manual of the rule that has a code or a name, and return it."""
        word = str(arguments[0]) if arguments else ""
        rule = find_rule(word) or host.folders.own_rule(word)
        if rule is None:
            host.say(types.MessageType.Warning, "no rule has this code or name")
            return None
        text = rule_page(rule)
        host.say(types.MessageType.Info, text)
        return text

    host.command(FIX_ALL, fix_all)
    host.command(EXPLAIN, explain)


async def fixing_edits(host: Host, document: OpenDocument) -> list[TextEdit]:
    """Return the edits that make all safe fixes; they are computed in the worker."""
    folder = host.folders.of(document.path)
    fixed = partial(folder.fixed, document.path, document.text)
    return list(edits_between(document.text, await host.worker.do(fixed)))
