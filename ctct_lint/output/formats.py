"""The formats of `--output-format`, by name.

A format's module is imported when its first result is asked for. A renderer
gets the files' results and yields text as soon as it has some; the text joined
is the output.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from itertools import chain, islice
from typing import TYPE_CHECKING

from ctct_lint.output.report import FileReport
from ctct_lint.output.style import Style

if TYPE_CHECKING:
    from collections.abc import Mapping

Renderer = Callable[[Iterable[FileReport], Style], Iterator[str]]


def _lazy(module: str, *, says_nothing: bool = True) -> Renderer:
    """Return a renderer that is imported for the first result.

    Without any it is not imported, if it `says_nothing` of nothing.
    """

    def render(reports: Iterable[FileReport], style: Style) -> Iterator[str]:
        results = iter(reports)
        first = list(islice(results, 1))
        if first or not says_nothing:
            renderer: Renderer = import_module(f"ctct_lint.output.{module}").render
            yield from renderer(chain(first, results), style)

    return render


FORMATS: Mapping[str, Renderer] = {
    "full": _lazy("full"),
    "concise": _lazy("concise"),
    "json": _lazy("lsp_json", says_nothing=False),
}
