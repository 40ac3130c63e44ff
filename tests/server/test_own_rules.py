"""Rules of one's own in an editor: found where allowed, explained, read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ctct_lint.editing.plain import plain
from ctct_lint.own import guards

if TYPE_CHECKING:
    from pathlib import Path

    from server.conftest import Served

RULE = '''"""A price has no tax."""

from ctct_lint.rules.api import Finding, name_of, rule


@rule(on="{urn:shop}price", code="ACME001")
def check(element):
    print("to nobody")
    yield Finding(name_of(element), "no tax")
'''
TOML = '[[profiles]]\nname = "shop"\nroot = "{urn:shop}*"\nrules = "rules"\n'
TEXT = '<price xmlns="urn:shop"/>'


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Make a folder with a rule, and a document that it has a finding of."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "no_tax.py").write_text(RULE)
    (tmp_path / "ctct-lint.toml").write_text(TOML)
    (tmp_path / "a.xml").write_text(TEXT)
    return tmp_path


def opened(client: Served, home: Path, **options: Any) -> str:
    """Open the document in a workspace of the folder; return its URI."""
    folders = [{"uri": home.as_uri(), "name": "home"}]
    client.start(workspaceFolders=folders, initializationOptions=options)
    uri = (home / "a.xml").as_uri()
    client.open(uri, TEXT)
    return uri


def messages(found: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(one["code"], one["message"]) for one in found]


@pytest.mark.parametrize("name", ["runRules", "run-rules"])
def test_rules_are_run_where_the_client_allows_it(
    client: Served, home: Path, name: str
) -> None:
    uri = opened(client, home, **{name: True, "select": ["ACME001"]})

    assert messages(client.diagnostics(uri, 1)) == [("ACME001", "no tax")]


def test_a_rule_without_end_is_ended_and_told(
    client: Served, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guards, "SECONDS", 0.01)
    path = home / "rules" / "no_tax.py"
    path.write_text(RULE.replace('print("to nobody")', "while True: pass"))

    uri = opened(client, home, runRules=True)

    (found,) = client.diagnostics(uri, 1)
    assert found["code"] == "CTC908"
    assert found["message"].endswith("no_tax.py:8: it has not ended after 30 seconds")


def test_rules_are_run_where_the_environment_allows_it(
    client: Served, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CTCT_LINT_RUN_RULES", str(home))

    uri = opened(client, home)

    assert messages(client.diagnostics(uri, 1)) == [("ACME001", "no tax")]


def test_rules_that_nobody_has_allowed_are_told(client: Served, home: Path) -> None:
    uri = opened(client, home)

    assert client.diagnostics(uri, 1) == []
    shown = client.wait("window/showMessage")
    assert shown["type"] == 1
    assert "the rules of the profile `shop` were not run" in shown["message"]


def test_a_rule_is_explained(client: Served, home: Path) -> None:
    uri = opened(client, home, runRules=True)
    client.diagnostics(uri, 1)
    at = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 3}}

    hover = client.ask("textDocument/hover", at)
    command = {"command": "ctct-lint.explain", "arguments": ["ACME001"]}
    page = client.ask("workspace/executeCommand", command)

    assert page.startswith("# ACME001 no-tax\n")
    assert plain(page) in hover["contents"]["value"]


@pytest.mark.parametrize("name", ["no_tax.py", "_words.py"])
def test_a_rule_that_is_changed_is_read_again(
    client: Served, home: Path, name: str
) -> None:
    (home / "rules" / "_words.py").write_text("WORDS = 'no tax'\n")
    rule = home / "rules" / "no_tax.py"
    rule.write_text(
        RULE.replace('"no tax"', "WORDS").replace(
            "from ctct", "from ._words import WORDS\nfrom ctct", 1
        )
    )
    uri = opened(client, home, runRules=True)
    assert messages(client.diagnostics(uri, 1)) == [("ACME001", "no tax")]

    changed = home / "rules" / name
    if name == "no_tax.py":
        changed.write_text(RULE.replace('"no tax"', '"another"'))
    else:
        changed.write_text("WORDS = 'another'\n")
    changes = [{"uri": changed.as_uri(), "type": 2}]
    client.tell("workspace/didChangeWatchedFiles", {"changes": changes})

    found = client.wait(
        "textDocument/publishDiagnostics",
        lambda told: "another" in str(told["diagnostics"]),
    )
    assert messages(found["diagnostics"]) == [("ACME001", "another")]


def test_a_rule_that_is_mended_is_read_again(client: Served, home: Path) -> None:
    rule = home / "rules" / "no_tax.py"
    rule.write_text("x = = 1\n")
    uri = opened(client, home, runRules=True)
    assert client.diagnostics(uri, 1) == []
    assert "not Python" in client.wait("window/showMessage")["message"]

    rule.write_text(RULE)
    changes = [{"uri": rule.as_uri(), "type": 2}]
    client.tell("workspace/didChangeWatchedFiles", {"changes": changes})

    client.wait(
        "textDocument/publishDiagnostics",
        lambda told: "no tax" in str(told["diagnostics"]),
    )


def test_other_python_is_no_reason_to_check(client: Served, home: Path) -> None:
    uri = opened(client, home, runRules=True)
    client.diagnostics(uri, 1)
    (home / "ctct-lint.toml").write_text("")  # would be seen if anything were read

    changes = [{"uri": (home / "other" / "a.py").as_uri(), "type": 1}]
    client.tell("workspace/didChangeWatchedFiles", {"changes": changes})
    client.change(uri, 2, {"text": f"{TEXT} "})

    assert messages(client.diagnostics(uri, 2)) == [("ACME001", "no tax")]


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"select": ["ACME001"]}, ""),
        ({"select": ["no-tax"], "config": "ctct-lint.toml"}, ""),
        ({"select": ["ACME002"]}, "no rule has the code or name `ACME002`"),
        ({"select": ["ACME001"], "config": "none.toml"}, "`ACME001`"),
    ],
)
def test_options_name_rules_of_the_configuration(
    home: Path, options: dict[str, Any], problem: str
) -> None:
    from ctct_lint.server.options import read_options

    found = read_options(options, str(home))

    assert problem in " ".join(found.problems)
    assert bool(found.problems) == bool(problem)
