"""The formats of `--output-format`, by name.

A format's module is imported when its first result is asked for. A renderer
gets the files' results and yields text as soon as it has some; the text joined
is the output.
"""

from __future__ import annotations

from importlib import import_module
from itertools import chain, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ctct_lint.output.context import RenderContext
    from ctct_lint.output.report import FileReport

    Renderer = Callable[[Iterable[FileReport], RenderContext], Iterator[str]]


def _lazy(module: str, *, says_nothing: bool = True) -> Renderer:
    """Return a renderer that is imported for the first result.

    Without any it is not imported, if it `says_nothing` of nothing.
    """

    def render(reports: Iterable[FileReport], context: RenderContext) -> Iterator[str]:
        results = iter(reports)
        first = list(islice(results, 1))
        if first or not says_nothing:
            renderer: Renderer = import_module(f"ctct_lint.output.{module}").render
            yield from renderer(chain(first, results), context)

    return render


# Which formats speak of files in which nothing was found.
WANTS_CLEAN = frozenset({"json", "html", "sarif", "junit"})
# Which a program reads: in UTF-8, whatever the terminal's encoding.
IN_UTF8 = frozenset(
    {"json", "json-lines", "sarif", "github", "gitlab", "rdjson", "junit", "checkstyle"}
)

FORMATS: Mapping[str, Renderer] = {
    "full": _lazy("full"),
    "concise": _lazy("concise"),
    "grouped": _lazy("grouped"),
    "narrated": _lazy("narrated"),
    "json": _lazy("lsp_json", says_nothing=False),
    "html": _lazy("html", says_nothing=False),
    "json-lines": _lazy("json_lines"),
    "sarif": _lazy("sarif", says_nothing=False),
    "github": _lazy("github"),
    "gitlab": _lazy("gitlab", says_nothing=False),
    "rdjson": _lazy("rdjson", says_nothing=False),
    "junit": _lazy("junit", says_nothing=False),
    "checkstyle": _lazy("checkstyle", says_nothing=False),
}
