"""The pages and files that the server gives out."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.output.html.manual import blocks
from ctct_lint.output.html.markup import element, join, text
from ctct_lint.rules.registry import find_rule
from ctct_lint.session.rule_pages.page import rule_page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_FILES = {"/style.css": "text/css", "/script.js": "text/javascript"}


class Page(NamedTuple):
    """What a path leads to: a media type, and text."""

    kind: str
    body: str


def pages(choices: Mapping[str, object]) -> Callable[[str], Page | None]:
    """Return what gives the page of a path, or None where there is none.

    choices  what the page offers and begins with: `profiles`, `operations`, `text`
    """
    start = json.dumps(choices).replace("<", "\\u003c")

    def page_of(path: str) -> Page | None:
        if path == "/":
            return Page("text/html", _file("page.html").replace("{choices}", start))
        if path in _FILES:
            return Page(_FILES[path], _file(path[1:]))
        return _manual(path.removeprefix("/rules/")) if "/rules/" in path else None

    return page_of


def _file(name: str) -> str:
    return (files(__package__) / "page" / name).read_text("utf-8")


def _manual(code: str) -> Page | None:
    """Return the manual of a rule as a page."""
    rule = find_rule(code)
    if rule is None:
        return None
    title, _, manual = rule_page(rule).partition("\n")
    title = title.removeprefix("# ")
    head = join(
        [
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width"),
            element("title", text(f"{title} \u2013 ctct-lint")),
            element("link", rel="stylesheet", href="/style.css"),
        ]
    )
    main = element("main", element("h1", text(title)), *blocks(manual), class_="manual")
    html = element("html", element("head", head), element("body", main), lang="en")
    return Page("text/html", f"<!DOCTYPE html>\n{html}\n")
