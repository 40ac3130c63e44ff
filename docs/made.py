"""The pages that are made: one for each rule, one for each answer of the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.profiles.registry import built_in
from ctct_lint.rules.registry import all_rules
from ctct_lint.session.rule_pages.page import rule_page
from ctct_lint.session.rule_pages.reference import index

if TYPE_CHECKING:
    from pathlib import Path


_TREE = "```{toctree}\n:hidden:\n:maxdepth: 1\n\n%s\n```\n"
_ANSWERS = """\
# What the server meant

The service answered with a status, and often with nothing else. What each one meant, as
its staff and its pages said, whether the document can be the cause, and what to check.
`ctct-lint explain 400` prints such a page.

"""


def write(folder: Path) -> None:
    """Write all pages below the folder of the documentation, and remove old ones."""
    for name, text in {**_rules(), **_answers()}.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
    wanted = {*_rules(), *_answers()}
    for path in [*folder.glob("rules/*.md"), *folder.glob("answers/*.md")]:
        if path.relative_to(folder).as_posix() not in wanted:
            path.unlink()


def _rules() -> dict[str, str]:
    rules = all_rules()
    tree = _TREE % "\n".join(f"{rule.code}" for rule in rules)
    pages = {f"rules/{rule.code}.md": rule_page(rule) + "\n" for rule in rules}
    return {"rules/index.md": f"{index()}\n{tree}", **pages}


def _answers() -> dict[str, str]:
    profile = built_in()
    pages = [(status, profile.status_page(status)) for status in profile.statuses()]
    rows = [
        f"- [{text.partition(chr(10))[0][2:]}]({status}.md)" for status, text in pages
    ]
    tree = _TREE % "\n".join(status for status, _ in pages)
    made = {f"answers/{status}.md": f"{text.rstrip()}\n" for status, text in pages}
    head = "\n".join([_ANSWERS.rstrip(), "", *rows, "", tree])
    return {"answers/index.md": head, **made}
