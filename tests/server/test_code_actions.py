"""Code actions: what they offer, and what a document is once they are applied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from applied import applied, at
from fixture_file import FIXTURES, GOOD
from lsp_client import RefusedError

if TYPE_CHECKING:
    from server.conftest import Served

URI = "untitled:Untitled-1"
SAFE = GOOD.replace("<ViewAsWebpage>NO<", "<ViewAsWebpage>no<")
# A safe fix, one that is not, and two that exclude each other.
SLIPS = SAFE.replace(
    "<OrganizationName>",
    "<GreetingName>choose_one</GreetingName>\n      <OrganizationName>",
)
EVERYWHERE = at(0, 0, 10_000, 0)
VERSIONED = {"workspace": {"workspaceEdit": {"documentChanges": True}}}


def actions(client: Served, span: Any = EVERYWHERE, **context: Any) -> list[Any]:
    params = {
        "textDocument": {"uri": URI},
        "range": span,
        "context": {"diagnostics": [], **context},
    }
    found: list[Any] = client.ask("textDocument/codeAction", params)
    return found


def titled(found: list[Any], title: str) -> Any:
    return next(one for one in found if one["title"] == title)


def test_server_says_which_kinds_it_has(client: Served) -> None:
    can = client.start()

    assert can["codeActionProvider"] == {
        "codeActionKinds": ["quickfix", "source.fixAll.ctct-lint"]
    }
    assert can["executeCommandProvider"] == {
        "commands": ["ctct-lint.fixAll", "ctct-lint.explain"]
    }


def test_each_diagnostic_has_its_fixes_its_comments_and_its_manual(
    client: Served,
) -> None:
    client.start()
    client.open(URI, SAFE)
    (wrong,) = client.diagnostics(URI, 1)
    found = actions(client, only=["quickfix"])

    assert [(one["title"], "isPreferred" in one) for one in found] == [
        ("write `NO`", True),
        (f"ignore {wrong['code']} here", False),
        (f"ignore {wrong['code']} in this file", False),
        (f"explain {wrong['code']}", False),
    ]
    assert {one["kind"] for one in found} == {"quickfix"}
    assert [one["diagnostics"] for one in found] == [[wrong]] * 4


def test_fix_is_preferred_only_if_it_is_safe_and_the_only_one(client: Served) -> None:
    client.start()
    client.open(URI, SLIPS)
    found = actions(client, only=["quickfix"])

    assert {one["title"] for one in found if one.get("isPreferred")} == {"write `NO`"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "title", ["write `NO`", "ignore {} here", "ignore {} in this file"]
)
def test_action_applied_leaves_a_clean_document(
    client: Served, title: str, end: str
) -> None:
    text = SAFE.replace("\n", end)
    client.start(VERSIONED)
    client.open(URI, text, 4)
    (wrong,) = client.diagnostics(URI, 4)
    edit = titled(actions(client), title.format(wrong["code"]))["edit"]
    (change,) = edit["documentChanges"]
    mended = applied(text, change["edits"])
    client.replace(URI, 5, mended)

    assert change["textDocument"] == {"uri": URI, "version": 4}
    assert client.diagnostics(URI, 5) == []
    assert mended.count(end) in {text.count(end), text.count(end) + 1}
    assert mended.count("\n") == (0 if end == "\r" else mended.count(end))


def test_client_without_versions_gets_plain_changes(client: Served) -> None:
    client.start()
    client.open(URI, SAFE)
    edit = titled(actions(client), "write `NO`")["edit"]

    assert list(edit) == ["changes"]
    assert [one["newText"] for one in edit["changes"][URI]] == ["NO"]


@pytest.mark.parametrize(
    "only", [["source.fixAll.ctct-lint"], ["source.fixAll"], ["source"], None]
)
def test_all_safe_fixes_are_one_action(client: Served, only: Any) -> None:
    text = SLIPS.replace("<Subject>", "<Subject >").replace("YES<", "yes<")
    client.start()
    client.open(URI, text)
    context = {} if only is None else {"only": only}
    found = [
        one
        for one in actions(client, at(0, 0, 0, 0), **context)
        if "source" in one["kind"]
    ]

    assert [one["kind"] for one in found] == ["source.fixAll.ctct-lint"]
    mended = applied(text, found[0]["edit"]["changes"][URI])
    client.replace(URI, 2, mended)
    left = actions(client, only=["quickfix"])
    assert not any(one.get("isPreferred") for one in left)
    assert actions(client, only=["source.fixAll"]) == []


@pytest.mark.parametrize(
    "only", [["refactor"], ["source.organizeImports"], ["quickfixes"]]
)
def test_other_kinds_are_none_of_ours(client: Served, only: list[str]) -> None:
    client.start()
    client.open(URI, SLIPS)

    assert actions(client, only=only) == []


def test_actions_are_about_the_range(client: Served) -> None:
    client.start()
    client.open(URI, SLIPS)
    places = [one["range"] for one in client.diagnostics(URI, 1)]

    assert actions(client, at(0, 0, 0, 1)) == [
        one for one in actions(client) if "source" in one["kind"]
    ]
    for place in places:
        start = {"start": place["start"], "end": place["start"]}
        end = {"start": place["end"], "end": place["end"]}
        assert actions(client, start, only=["quickfix"])
        assert actions(client, end, only=["quickfix"])
    backwards = {"start": EVERYWHERE["end"], "end": EVERYWHERE["start"]}
    assert actions(client, backwards) == actions(client)


def test_long_document_is_mended_when_that_is_asked_for(client: Served) -> None:
    text = SAFE + "\n" + f"<!-- {'x' * 70_000} -->\n"
    client.start(VERSIONED)
    client.open(URI, text)
    action = titled(actions(client), "fix all that is safe to fix")
    edits: list[Any] = []
    client.answering["workspace/applyEdit"] = lambda params: (
        edits.extend(params["edit"]["documentChanges"][0]["edits"]) or {"applied": True}
    )
    number = client.ask("workspace/executeCommand", action["command"])
    client.pull(URI)

    assert "edit" not in action
    assert number == 1
    client.replace(URI, 2, applied(text, edits))
    assert client.diagnostics(URI, 2) == []


def test_document_without_safe_fixes_is_left_alone(client: Served) -> None:
    client.start()
    client.open(URI, GOOD)
    command = {"command": "ctct-lint.fixAll", "arguments": [URI]}

    assert actions(client) == []
    assert client.ask("workspace/executeCommand", command) == 0
    assert client.asked == []


@pytest.mark.parametrize("arguments", [[], ["untitled:unknown"], [7], None])
def test_command_for_what_is_not_open_does_nothing(
    client: Served, arguments: Any
) -> None:
    client.start()
    command = {"command": "ctct-lint.fixAll", "arguments": arguments}

    assert client.ask("workspace/executeCommand", command) == 0
    assert actions(client) == []


def test_manual_of_a_rule_is_shown_and_returned(client: Served) -> None:
    client.start()
    client.open(URI, SAFE)
    action = next(one for one in actions(client) if one["title"].startswith("explain"))
    page = client.ask("workspace/executeCommand", action["command"])
    shown = client.wait("window/showMessage")

    assert page.startswith(f"# {action['command']['arguments'][0]} ")
    assert shown == {"type": 3, "message": page}


@pytest.mark.parametrize("arguments", [[], ["CTC999"], [None]])
def test_manual_of_no_rule_is_told(client: Served, arguments: list[Any]) -> None:
    client.start()
    command = {"command": "ctct-lint.explain", "arguments": arguments}

    assert client.ask("workspace/executeCommand", command) is None
    assert client.wait("window/showMessage")["type"] == 2


def test_command_that_there_is_not_is_refused(client: Served) -> None:
    client.start()
    with pytest.raises(RefusedError):
        client.ask("workspace/executeCommand", {"command": "ctct-lint.make-coffee"})


def test_fixes_that_would_do_harm_are_no_action(client: Served) -> None:
    path = FIXTURES / "rules" / "CTC905-malformed-suppression.xml"
    client.start()
    client.open(URI, path.read_text("utf-8"))

    assert actions(client, only=["source.fixAll"]) == []
    assert any(one.get("isPreferred") for one in actions(client))
