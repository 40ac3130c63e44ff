"""The structure of a document: symbols, folding, and what a selection grows to."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from lsprotocol import types

from ctct_lint.editing.ranges import folds, selections
from ctct_lint.editing.symbols import symbols
from ctct_lint.server import convert

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ctct_lint.editing.symbols import Symbol
    from ctct_lint.server.documents import OpenDocument
    from ctct_lint.server.host import Host
    from ctct_lint.server.typing import TypedDocument
    from ctct_lint.text.span import Span


_HAS_TREES = "text_document.document_symbol.hierarchical_document_symbol_support"


def register(host: Host) -> None:
    """Answer for `documentSymbol`, `foldingRange` and `selectionRange`."""

    async def list_symbols(
        params: types.DocumentSymbolParams,
    ) -> list[types.DocumentSymbol] | list[types.SymbolInformation] | None:
        listed = _tree if host.can(_HAS_TREES) else _flat
        return await host.typing.ask(
            params.text_document.uri,
            lambda subject: listed(subject.document, symbols(subject.outline)),
        )

    async def fold(params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
        return await host.typing.ask(params.text_document.uri, _folds)

    async def select(
        params: types.SelectionRangeParams,
    ) -> list[types.SelectionRange] | None:
        return await host.typing.ask(
            params.text_document.uri,
            lambda subject: [_selection(subject, at) for at in params.positions],
        )

    host.on(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL, list_symbols)
    host.on(types.TEXT_DOCUMENT_FOLDING_RANGE, fold)
    host.on(types.TEXT_DOCUMENT_SELECTION_RANGE, select)


def _tree(
    document: OpenDocument, found: Iterable[Symbol]
) -> list[types.DocumentSymbol]:
    return [
        types.DocumentSymbol(
            name=one.name,
            detail=one.detail or None,
            kind=_kind(one),
            range=convert.span(document, *one.whole),
            selection_range=convert.span(document, *one.selection),
            children=_tree(document, one.children),
        )
        for one in found
    ]


def _flat(
    document: OpenDocument, found: Iterable[Symbol], container: str | None = None
) -> list[types.SymbolInformation]:
    """Return the elements for a client that knows no tree of them."""
    listed = []
    for one in found:
        location = types.Location(document.uri, convert.span(document, *one.whole))
        listed.append(
            types.SymbolInformation(
                location=location,
                name=one.name,
                kind=_kind(one),
                container_name=container,
            )
        )
        listed += _flat(document, one.children, one.name)
    return listed


def _kind(symbol: Symbol) -> types.SymbolKind:
    return types.SymbolKind.Object if symbol.children else types.SymbolKind.Field


def _folds(subject: TypedDocument) -> list[types.FoldingRange]:
    comment = types.FoldingRangeKind.Comment
    return [
        types.FoldingRange(
            fold.first, fold.last, kind=comment if fold.is_comment else None
        )
        for fold in folds(subject.outline)
    ]


def _selection(subject: TypedDocument, at: types.Position) -> types.SelectionRange:
    document = subject.document
    offset = convert.offset(document, at)

    def inside(outer: types.SelectionRange | None, span: Span) -> types.SelectionRange:
        return types.SelectionRange(convert.span(document, *span), outer)

    outermost, *others = reversed(selections(subject.outline, offset))
    return reduce(inside, others, inside(None, outermost))
