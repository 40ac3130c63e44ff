"""End tags of another name than the element, and start tags that were meant as such."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.text.slips import alike
from ctct_lint.xml.chars import is_qname, local_part
from ctct_lint.xml.draft import TextEdit, draft
from ctct_lint.xml.tokens import slash_of

if TYPE_CHECKING:
    from ctct_lint.xml.repair.nesting import Nesting
    from ctct_lint.xml.tokens import Token


def rename(nesting: Nesting, token: Token) -> None:
    """Take an end tag for that of the innermost element.

    It is the start tag that gets the other's name if that one is misspelt. If it is no
    name that is told alone.
    """
    start = nesting.stack.items[-1].token
    is_known = not token.name_draft and nesting.source.model.knows(
        local_part(token.name)
    )
    if start.name_draft and is_known:
        edit = TextEdit(start.name_start, start.name_end, token.name)
        start.name_draft.edits, start.proper = [edit], token.name
        nesting.close(token)
        nesting.keep(token)
        return
    is_here = not (start.name_draft or start.is_lost)
    if is_here and _is_better(nesting, token.name):
        start.proper = token.name
        edit = TextEdit(start.name_start, start.name_end, token.name)
        if token.name_draft:
            token.add(token.name_draft)
    elif token.name:
        edit = TextEdit(token.name_start, token.name_end, start.proper)
    else:
        edit = _named(nesting.source.text, token, start.proper)
    nesting.close()
    _mismatched(nesting, token, start, edit)


def swap(nesting: Nesting, number: int) -> None:
    """Exchange the names of this end tag and the next."""
    token, after = nesting.tokens[number], next(nesting.next_tags(number))
    inner, outer = nesting.close().token, nesting.stack.items[-1].token
    after.name, after.name_draft = outer.name, None
    edit = TextEdit(token.name_start, token.name_end, inner.proper)
    next_edit = TextEdit(after.name_start, after.name_end, outer.proper)
    _mismatched(nesting, token, inner, edit, next_edit)


def add_slash(nesting: Nesting, token: Token) -> None:
    """Take a start tag for the end tag of the innermost element."""
    start = nesting.close().token
    edit = TextEdit(token.start + 1, token.start + 1, "/")
    text = nesting.source.text
    fault = draft("unclosed-element", text, start.name_start, start.name_end, edit)
    if token.name != start.proper:
        edit = TextEdit(token.name_start, token.name_end, start.proper)
        fault.edits.append(edit)
    elif token.name_draft:
        fault.edits += token.name_draft.edits
    drafts = token.drafts
    if token.empty:
        slash, end = slash_of(text, token)
        fault.edits.append(TextEdit(slash, end, ""))
        drafts = [d for d in drafts if d.start < slash]
    fault.edits += [e for d in drafts for e in d.edits]
    fault.relate(token.name_start, token.name_end, token.name)
    fault.expected = (f"</{start.proper}>",)
    nesting.drafts.append(fault)


def _named(text: str, token: Token, name: str) -> TextEdit:
    """Return the edit that makes the end tag of a name of `</>`, `</` or `<>`."""
    at = token.start + len("</")
    if not text.startswith("</", token.start):
        return TextEdit(token.start + 1, token.end - 1, f"/{name}")
    return TextEdit(at, at, name if token.end > at else f"{name}>")


def _is_better(nesting: Nesting, name: str) -> bool:
    """Tell whether the innermost element's name is that of its end tag.

    It is if the start tag has an unknown name, one that fits in only as the end tag
    has it, or a prefix that is not declared.
    """
    item, model = nesting.stack.items[-1], nesting.source.model
    prefix, _, local = item.name.rpartition(":")
    if not is_qname(name) or name.startswith("xmlns:"):
        return False
    if local == local_part(name):
        is_declared = name.rpartition(":")[0] in {"", *nesting.prefixes}
        return is_declared and prefix not in nesting.prefixes
    if not model.knows(local_part(name)):
        return False
    if not (alike(item.name, name) or _is_due(nesting, local_part(name))):
        return False
    return not model.knows(local) or item.meant == local_part(name) != local


def _is_due(nesting: Nesting, name: str) -> bool:
    """Tell whether one of a name may stand where the innermost element does."""
    parent = (None, *nesting.stack.items[-2:-1])[-1]
    model = nesting.source.model
    if parent is None:
        return bool(model.root_tag(name))
    return model.may_contain(parent.meant, name)


def _mismatched(nesting: Nesting, token: Token, start: Token, *edits: TextEdit) -> None:
    junk = [d for d in token.drafts if d.kind == "malformed-attribute"]
    slips = [d for d in token.drafts if d.kind != "malformed-attribute"]
    edits += tuple(e for d in slips for e in d.edits)
    fault = token.fault("mismatched-end-tag", *edits)
    if not token.name:
        fault.detail = nesting.source.text[token.start : token.end]
    fault.expected = (start.name,)
    fault.relate(start.name_start, start.name_end, start.name)
    nesting.drafts += (fault, *junk)
