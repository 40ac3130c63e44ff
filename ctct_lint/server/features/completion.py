"""Completion: what may be written at a place; its documentation when it is shown."""

from __future__ import annotations

from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from ctct_lint.editing.about import markdown
from ctct_lint.editing.completion.complete import TRIGGERS, complete
from ctct_lint.editing.completion.item import Item, ItemKind
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.server import convert
from ctct_lint.text.patterns import lazy
from ctct_lint.xml.draft import TextEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ctct_lint.editing.about import About
    from ctct_lint.server.documents import OpenDocument
    from ctct_lint.server.host import Host
    from ctct_lint.server.typing import TypedDocument

_KINDS = {
    ItemKind.ELEMENT: types.CompletionItemKind.Property,
    ItemKind.END_TAG: types.CompletionItemKind.Keyword,
    ItemKind.ATTRIBUTE: types.CompletionItemKind.Field,
    ItemKind.VALUE: types.CompletionItemKind.Value,
    ItemKind.TAG: types.CompletionItemKind.Snippet,
    ItemKind.DOCUMENT: types.CompletionItemKind.File,
}
_INDENT = lazy(r"[ \t]*")
_SUPPORT = "text_document.completion.completion_item"


class _Last(NamedTuple):
    """The list that was offered last, by its number."""

    number: int = 0
    uri: str = ""
    items: tuple[Item, ...] = ()


def register(host: Host) -> None:
    """Answer `textDocument/completion` and `completionItem/resolve`."""
    numbers, last = count(1), _Last()

    async def offer(params: types.CompletionParams) -> types.CompletionList | None:
        nonlocal last
        uri, context = params.text_document.uri, params.context
        sign = (context.trigger_character or "") if context else ""
        question = partial(_offered, params.position, sign)
        found = await host.typing.ask(uri, question)
        if found is None:
            return None
        document, items = found
        last = _Last(next(numbers), uri, tuple(items))
        writer = _Writer(host, document, last.number)
        return types.CompletionList(
            is_incomplete=False, items=list(writer.written(items))
        )

    async def resolve(item: types.CompletionItem) -> types.CompletionItem:
        known = last
        about = _about(known, item.data)
        if about is None:
            return item
        text = await host.typing.ask(known.uri, lambda _: markdown(about))
        if text is not None:
            item.documentation = host.markup(f"{_SUPPORT}.documentation_format", text)
        return item

    options = types.CompletionOptions(
        trigger_characters=list(TRIGGERS), resolve_provider=True
    )
    host.on(types.TEXT_DOCUMENT_COMPLETION, offer, options)
    host.on(types.COMPLETION_ITEM_RESOLVE, resolve)


def _offered(
    at: types.Position, sign: str, subject: TypedDocument
) -> tuple[OpenDocument, list[Item]]:
    document, profile = subject.document, subject.profile
    offset = convert.offset(document, at)
    found = complete(document.text, offset, profile, subject.operation, sign)
    return document, found


def _about(last: _Last, data: Any) -> About | None:
    """Return what an item of the last list is about; None if it is of another."""
    if not isinstance(data, dict) or data.get("list") != last.number:
        return None
    number = data.get("item")
    if not isinstance(number, int) or not 0 <= number < len(last.items):
        return None
    return last.items[number].about


class _Writer:
    """Writes what is offered in the way that the client can read."""

    def __init__(self, host: Host, document: OpenDocument, number: int) -> None:
        self._document = document
        self._number = number
        self._takes_snippets = host.can(f"{_SUPPORT}.snippet_support")
        modes = host.option(f"{_SUPPORT}.insert_text_mode_support.value_set") or ()
        mode = types.InsertTextMode.AsIs
        self._format = None
        if self._takes_snippets:
            mode = types.InsertTextMode.AdjustIndentation
            self._format = types.InsertTextFormat.Snippet
        self._mode = mode if mode in modes else None

    def written(self, items: list[Item]) -> Iterator[types.CompletionItem]:
        for number, item in enumerate(items):
            yield types.CompletionItem(
                label=item.label,
                kind=_KINDS[item.kind],
                detail=item.detail or None,
                sort_text=f"{number:04}",
                filter_text=item.typed,
                insert_text_format=self._format,
                insert_text_mode=self._mode,
                text_edit=self._edit(item),
                data={"list": self._number, "item": number},
            )

    def _edit(self, item: Item) -> types.TextEdit:
        start, end = item.span
        new = item.snippet if self._takes_snippets else item.plain(self._indent(start))
        (edit,) = self._document.spelt([TextEdit(start, end, new)])
        return convert.text_edit(self._document, edit)

    def _indent(self, offset: int) -> str:
        """Return the blanks at the beginning of a line."""
        text = self._document.text
        start = 1 + max(text.rfind(sign, 0, offset) for sign in "\r\n")
        found = _INDENT.match(text, start, offset)
        return found[0] if found else ""
