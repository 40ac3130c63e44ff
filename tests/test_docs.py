"""The documentation says what is so: pages that are made, examples, links."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from click.testing import CliRunner
from fixture_file import FIXTURES, ROOT

import ctct_lint
from ctct_lint.cli.check import command as check
from ctct_lint.cli.program import cli
from ctct_lint.config.keys import KEYS
from ctct_lint.config.kind import KnownNames
from ctct_lint.config.load import load
from ctct_lint.config.problem import ConfigurationError
from ctct_lint.output.formats import FORMATS
from ctct_lint.profiles.registry import built_in
from ctct_lint.rules.registry import all_rules, all_words
from ctct_lint.session.rule_pages.page import rule_page
from ctct_lint.suppress.directive import VERBS

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", *sorted(DOCS.glob("*.md"))]
BAD = FIXTURES / "invalid" / "greeting-name-and-state.xml"
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def read(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


def blocks(text: str, kind: str) -> list[str]:
    return [body for found, body in _BLOCK.findall(text) if found == kind]


class Output(Protocol):
    """What the `output_of` fixture is."""

    def __call__(self, *arguments: str) -> str: ...


@pytest.fixture
def output_of(called: Called, monkeypatch: pytest.MonkeyPatch) -> Output:
    """Return stdout of a check in the folder of what the pages are about."""

    def output(*arguments: str) -> str:
        run = called("check", "--quiet", *arguments)
        assert run.exit_code == 1, run.stderr
        return run.stdout

    monkeypatch.chdir(BAD.parent)
    return output


def plain(text: str) -> str:
    """Return prose without its code, in which brackets mean something else."""
    return re.sub(r"`[^`\n]*`", "``", _BLOCK.sub("", text))


def anchors(text: str) -> set[str]:
    """Return the names that GitHub gives to the headings of a page."""
    titles = re.findall(r"^#+ (.*)$", _BLOCK.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", t.lower()).replace(" ", "-") for t in titles}


# ---------------------------------------------------------------- the rules


@pytest.fixture(scope="module")
def reference() -> str:
    command = ["rules", "--output-format", "markdown"]
    return CliRunner().invoke(cli, command).stdout


def test_reference_has_every_rule_once_in_a_table_and_once_as_a_page(
    reference: str,
) -> None:
    names = [f"{rule.code.lower()}-{rule.name}" for rule in all_rules()]

    assert re.findall(r"^\| \[CTC\d+\]\(#(\S+)\)", reference, re.MULTILINE) == names
    pages = re.findall(r"^### (CTC.*)$", reference, re.MULTILINE)
    assert [title.lower().replace(" ", "-") for title in pages] == names


def test_every_page_has_the_same_parts() -> None:
    """Which rules may have no example is a matter of tests/rules/test_manuals.py."""
    wanted = ["Why", "How to fix it", "Example", "When to suppress it", "Evidence"]
    for rule in all_rules():
        found = re.findall(r"^## (.*)$", _BLOCK.sub("", rule_page(rule)), re.MULTILINE)
        has_example = "Example" in found
        expected = [part for part in wanted if part != "Example" or has_example]
        assert found == expected, rule.code


def test_no_page_says_twice_what_its_evidence_is() -> None:
    for rule in all_rules():
        evidence = rule_page(rule).rpartition("## Evidence\n\n")[2]
        assert evidence.startswith((rule.evidence.value, rule.source)), rule.code
        assert not re.match(r"([^:]+): \1", evidence), rule.code


# ---------------------------------------------------------------- what is installed


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_nothing_of_our_name_is_taken_from_an_index(page: Path) -> None:
    said = re.findall(r"\b(?:pip|pipx) install ([^`\n]*)", page.read_text("utf-8"))

    assert not [words for words in said if "ctct-lint" in words.split()]


# ---------------------------------------------------------------- links


def is_made(link: str) -> bool:
    """Say whether it leads to a page that is made with the site."""
    folder, _, name = link.rpartition("/")
    made = {"rules": [r.code for r in all_rules()], "answers": built_in().statuses()}
    return (
        name.removesuffix(".md") in {"index", *made.get(folder, ())} and folder in made
    )


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    text = path.read_text("utf-8")
    broken = []
    for link in _LINK.findall(plain(text)):
        if link.startswith("https://"):
            continue
        name, _, anchor = link.partition("#")
        target = path.parent / name if name else path
        if is_made(link):
            continue
        if not target.exists() or (
            anchor and anchor not in anchors(target.read_text("utf-8"))
        ):
            broken.append(link)

    assert broken == []


@pytest.mark.skipif(not find_spec("sphinx"), reason="needs the extra docs")
def test_site_is_made_without_a_warning(tmp_path: Path) -> None:
    """Broken links between pages, and pages that nothing leads to, are warnings."""
    site, pages = tmp_path / "site", tmp_path / "docs"
    shutil.copytree(DOCS, pages)
    make = [sys.executable, "-m", "sphinx", "-q", "-d", tmp_path / "read", pages, site]
    # The theme writes the names of all pages beside each of them, which takes long.
    done = subprocess.run(
        [*make, "-b", "json", "-W", "--keep-going"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    framed = [pages / path.name for path in DOCS.glob("*.md")]
    subprocess.run([*make, *framed], capture_output=True, check=True)

    assert (done.stderr, done.returncode) == ("", 0)
    made = {path.stem for path in site.glob("rules/*.fjson")} - {"index"}
    assert made == {rule.code for rule in all_rules()}
    shown = "".join((site / f"{path.stem}.html").read_text("utf-8") for path in framed)
    assert (
        re.findall(r"""<(?:script|link|img)[^>]*(?:src|href)="(?:https?:)?//""", shown)
        == []
    )


def test_readme_leads_to_every_page() -> None:
    links = set(_LINK.findall(PAGES[0].read_text("utf-8")))

    assert {f"docs/{path.name}" for path in PAGES[1:]} <= links


def test_source_distribution_has_what_the_pages_lead_to() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    shipped = re.findall(r'^    "/(.*)",$', text, re.MULTILINE)

    assert {"docs", ".github", "*.md", ".pre-commit-hooks.yaml"} <= {*shipped}


# ---------------------------------------------------------------- the options


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_options_are_those_of_the_command(path: Path) -> None:
    own = {o for p in check.params for o in (*p.opts, *p.secondary_opts)} | {"--help"}
    text = path.read_text("utf-8")
    commands = re.findall(r"(?:ctct-lint check|`(?=--))([^`\n|)&<>]*)", text)
    used = {word for rest in commands for word in re.findall(r"--[a-z][a-z-]+", rest)}

    assert used <= own


# ---------------------------------------------------------------- configuration


def sections(text: str) -> dict[str, str]:
    """Return what stands under each heading that is one word of code."""
    parts = re.split(r"^#+ (.*)$", text, flags=re.MULTILINE)
    pairs = zip(parts[1::2], parts[2::2], strict=True)
    return {head[1:-1]: body for head, body in pairs if head.startswith("`")}


def test_every_key_has_a_section_that_begins_with_its_description() -> None:
    found = sections(read("configuration.md"))
    firsts = {
        key: " ".join(body.split("\n\n")[1].split()) for key, body in found.items()
    }

    assert firsts == {key: text for key, (_, text) in KEYS.items()}


def test_every_key_has_an_example() -> None:
    for key, body in sections(read("configuration.md")).items():
        assert re.search(rf"^\W*{key}\b", *blocks(body, "toml"), re.MULTILINE), key


@pytest.mark.parametrize("text", blocks(read("configuration.md"), "toml"))
def test_configurations_are_understood(text: str, tmp_path: Path) -> None:
    name = "pyproject.toml" if "[tool." in text else "ctct-lint.toml"
    path = tmp_path / name
    path.write_text(text)

    assert load(str(path), KnownNames(all_words, tuple(FORMATS))) is not None


def test_fault_of_a_configuration_is_told_as_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ctct-lint.toml").write_text(
        'fail-on = "warning"\nignore = ["missing-sate"]\n'
    )

    with pytest.raises(ConfigurationError) as caught:
        load("ctct-lint.toml", KnownNames(all_words, tuple(FORMATS)))

    assert blocks(read("configuration.md"), "text") == [f"{caught.value}\n"]


def test_every_comment_is_explained() -> None:
    told = re.findall(
        r"^\| `ctct-lint: ([a-z-]+)", read("configuration.md"), re.MULTILINE
    )

    assert tuple(told) == VERBS


def test_comment_of_the_example_suppresses() -> None:
    (shown,) = blocks(read("configuration.md"), "xml")
    comment, element = shown.splitlines()
    text = BAD.read_text("utf-8")
    assert element in text

    silenced = ctct_lint.lint(text.replace(element, comment + element))

    gone = {d.code for d in ctct_lint.lint(text)} - {d.code for d in silenced}
    assert gone == {"CTC203"}


def test_place_of_the_schema_is_printed_by_the_command_shown() -> None:
    (command,) = [b for b in blocks(read("configuration.md"), "sh") if "python -c" in b]
    code = shlex.split(command)[2]
    run = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    )

    with open(run.stdout.strip(), encoding="utf-8") as file:
        assert json.load(file)["title"] == "ctct-lint"


# ---------------------------------------------------------------- fixes


def test_diff_is_the_one_shown(output_of: Output) -> None:
    (shown,) = blocks(read("fixes.md"), "diff")

    assert shown.replace("/fixtures/invalid/", "/") == output_of("--diff", BAD.name)


# ---------------------------------------------------------------- formats


def test_every_format_has_a_section_and_a_row() -> None:
    text = read("formats.md")

    assert list(sections(text)) == list(FORMATS)
    assert re.findall(r"^\| \[`([a-z-]+)`\]", text, re.MULTILINE) == list(FORMATS)


def is_within(shown: Any, real: Any) -> bool:
    """Is all that is shown there, each item of a list in one of the real list?"""
    if isinstance(shown, dict):
        return isinstance(real, dict) and all(
            key in real and is_within(value, real[key]) for key, value in shown.items()
        )
    if isinstance(shown, list):
        return all(any(is_within(one, other) for other in real) for one in shown)
    return bool(shown == real)


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "html"])
def test_excerpts_are_of_the_real_output(output_of: Output, name: str) -> None:
    body = sections(read("formats.md"))[name]
    real = output_of("--output-format", name, BAD.name)
    real = real.replace(BAD.parent.as_uri(), "file:///project")
    pieces = blocks(body, "text") + blocks(body, "xml")

    assert pieces + blocks(body, "json")
    for shown in pieces:
        assert shown in real
    for shown in blocks(body, "json"):
        lines = real.splitlines() if name == "json-lines" else [real]
        assert any(is_within(json.loads(shown), json.loads(line)) for line in lines)
