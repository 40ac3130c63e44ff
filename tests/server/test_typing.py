"""What an editor asks while somebody types: completion, hover, structure, names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from applied import applied, at
from editing.marked import CTCT, ORDERS, campaign, cut, order
from fixture_file import FIXTURES
from lsp_client import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

    from server.conftest import Running, Served

URI = "untitled:Untitled-1"
SNIPPETS = {
    "completionItem": {
        "snippetSupport": True,
        "documentationFormat": ["markdown", "plaintext"],
        "insertTextModeSupport": {"valueSet": [1, 2]},
    }
}
SNIPPETING = {"textDocument": {"completion": SNIPPETS}}


def place(text: str, offset: int) -> dict[str, int]:
    """Return the position of an offset in a text that has LF line ends."""
    line = text.count("\n", 0, offset)
    start = text.rfind("\n", 0, offset) + 1
    units = len(text[start:offset].encode("utf-16-le")) // 2
    return {"line": line, "character": units}


def asked(client: Served | Running, method: str, document: str, **more: Any) -> Any:
    """Open a document and ask about the place of its `|`."""
    text, offset = cut(document)
    client.open(URI, text)
    return again(client, method, text, offset, **more)


def again(
    client: Served | Running, method: str, text: str, offset: int, **more: Any
) -> Any:
    params = {"textDocument": {"uri": URI}, "position": place(text, offset), **more}
    return client.ask(f"textDocument/{method}", params)


def test_server_says_what_it_can(client: Served) -> None:
    can = client.start({"textDocument": {"rename": {"prepareSupport": True}}})

    assert can["completionProvider"] == {
        "triggerCharacters": ["<", "/", ":", " ", '"', "'"],
        "resolveProvider": True,
    }
    assert can["renameProvider"] == {"prepareProvider": True}
    for name in (
        "hover",
        "documentSymbol",
        "foldingRange",
        "selectionRange",
        "linkedEditingRange",
    ):
        assert can[f"{name}Provider"]


def test_elements_are_offered_as_snippets(client: Served) -> None:
    client.start(SNIPPETING)
    document = campaign("\n  <Name>\U0001f600</Name> <Gre|\n")
    found = asked(client, "completion", document)
    text, offset = cut(document)

    assert found["isIncomplete"] is False
    labels = [item["label"] for item in found["items"]]
    assert labels[:2] == ["Subject", "FromName"]
    assert labels == [
        item["label"] for item in sorted(found["items"], key=lambda i: i["sortText"])
    ]
    (item,) = (one for one in found["items"] if one["label"] == "GreetingName")
    typed = {"start": place(text, offset - 4), "end": place(text, offset)}
    assert item == {
        "label": "GreetingName",
        "kind": 10,
        "sortText": item["sortText"],
        "filterText": "<GreetingName",
        "insertTextFormat": 2,
        "insertTextMode": 2,
        "textEdit": {
            "range": typed,
            "newText": "<GreetingName>"
            "${1|FirstName,LastName,FirstAndLastName,None|}</GreetingName>",
        },
        "data": item["data"],
    }


def test_plain_text_is_for_clients_without_snippets(client: Served) -> None:
    modes = {"insertTextModeSupport": {"valueSet": [1]}}
    client.start({"textDocument": {"completion": {"completionItem": modes}}})
    text = campaign("\n\t<From|\n").replace("\n", "\r\n")
    (item,) = (
        one
        for one in asked(client, "completion", text)["items"]
        if one["label"] == "FromEmail"
    )

    assert "insertTextFormat" not in item
    assert item["insertTextMode"] == 1
    written, _ = cut(text)
    changed = applied(written, [item["textEdit"]])
    address = (
        "http://api.constantcontact.com/ws/customers/{user-name}"
        "/settings/emailaddresses/{number}"
    )
    assert changed == written.replace(
        "<From",
        f'<FromEmail>\r\n\t  <Email id="{address}"/>\r\n\t</FromEmail>',
    )


def test_documentation_comes_when_it_is_asked_for(client: Served) -> None:
    client.start(SNIPPETING)
    first = asked(client, "completion", campaign("<|"))["items"][0]
    assert "documentation" not in first
    resolved = client.ask("completionItem/resolve", first)
    assert resolved["documentation"]["kind"] == "markdown"
    assert resolved["documentation"]["value"].startswith("**Name**, in `Campaign`")
    assert resolved["textEdit"] == first["textEdit"]

    other = asked(client, "completion", campaign("<Subject></|"))["items"][0]
    assert client.ask("completionItem/resolve", other) == other
    assert client.ask("completionItem/resolve", first) == first


@pytest.mark.parametrize("data", [None, 1, {}, {"list": 1}, {"list": 1, "item": 999}])
def test_what_was_not_offered_is_not_resolved(client: Served, data: Any) -> None:
    client.start()
    asked(client, "completion", campaign("<|"))
    item = {"label": "a", "data": data}
    assert client.ask("completionItem/resolve", item)["label"] == "a"
    assert "documentation" not in client.ask("completionItem/resolve", item)


def test_document_that_is_closed_meanwhile_has_no_documentation(
    client: Served,
) -> None:
    client.start()
    first = asked(client, "completion", campaign("<|"))["items"][0]
    client.tell("textDocument/didClose", {"textDocument": {"uri": URI}})
    assert client.ask("completionItem/resolve", first) == first


def test_a_sign_that_is_only_a_sign_opens_no_list(client: Served) -> None:
    client.start()
    typed = {"triggerKind": 2, "triggerCharacter": " "}
    text = campaign("<EmailContent>a |</EmailContent>")
    assert asked(client, "completion", text, context=typed)["items"] == []
    asked_for = {"triggerKind": 1}
    assert asked(client, "completion", text, context=asked_for)["items"]


def test_an_empty_document_is_offered_entries(client: Served) -> None:
    client.start()
    found = asked(client, "completion", "|")
    assert "campaign (create)" in [item["label"] for item in found["items"]]


def test_the_operation_that_the_client_names_counts(client: Served) -> None:
    client.start(initializationOptions={"operation": "response"})
    items = asked(client, "completion", campaign("<|"))["items"]
    assert [item["label"] for item in items[:2]] == ["Name", "Status"]


def test_the_schema_that_the_client_names_counts(client: Served) -> None:
    client.start(initializationOptions={"schema": ORDERS.schema.path})
    items = asked(client, "completion", order("<|"))["items"]
    assert [item["label"] for item in items] == ["number"]


def test_a_configuration_that_cannot_be_used_leaves_the_tags(client: Served) -> None:
    client.start(initializationOptions={"config": "nowhere.toml"})
    items = asked(client, "completion", campaign("<Name>a<|"))["items"]
    assert [item["label"] for item in items] == ["</Name>"]


def test_what_is_not_open_has_no_answer(client: Served) -> None:
    client.start()
    for method in ("completion", "hover", "linkedEditingRange", "prepareRename"):
        assert again(client, method, "", 0) is None
    assert again(client, "rename", "", 0, newName="a") is None
    item = {"textDocument": {"uri": URI}}
    for method in ("documentSymbol", "foldingRange"):
        assert client.ask(f"textDocument/{method}", item) is None
    selecting = {**item, "positions": []}
    assert client.ask("textDocument/selectionRange", selecting) is None


def test_an_element_is_told_of_in_the_words_of_its_schema(client: Served) -> None:
    client.start({"textDocument": {"hover": {"contentFormat": ["markdown"]}}})
    document = campaign("<Na|me>a</Name>")
    found = asked(client, "hover", document)

    text, offset = cut(document)
    assert found["contents"]["kind"] == "markdown"
    assert found["contents"]["value"].startswith("**Name**, in `Campaign`")
    assert found["range"]["start"] == place(text, offset - 2)
    assert found["range"]["end"] == place(text, offset + 2)


def test_a_fault_is_told_of_with_what_to_do_and_its_manual(client: Served) -> None:
    client.start({"textDocument": {"hover": {"contentFormat": ["markdown"]}}})
    found = asked(client, "hover", campaign("<GreetingName>first|name</GreetingName>"))
    help_, element, manual = found["contents"]["value"].split("\n\n---\n\n")
    assert help_ == (
        "**CTC203**: did you mean `FirstName`?\n\n"
        "expected one of `FirstName`, `LastName`, `FirstAndLastName`, `None`"
    )
    assert element.startswith("**GreetingName**, in `Campaign`")
    assert manual.startswith("# CTC203 invalid-enum-value")

    found = asked(client, "hover", "<a>a &| b</a>")
    help_, manual = found["contents"]["value"].split("\n\n---\n\n")
    assert help_ == "**CTC107**: write `&amp;` for the character"
    assert manual.startswith("# CTC107 bare-ampersand")
    assert found["range"] == at(0, 5, 0, 6)

    assert asked(client, "hover", "<a>a | b</a>") is None


@pytest.mark.parametrize("formats", [{}, {"contentFormat": ["plaintext"]}])
def test_who_does_not_read_markdown_gets_plain_text(
    client: Served, formats: dict[str, list[str]]
) -> None:
    client.start({"textDocument": {"hover": formats}})
    found = asked(client, "hover", campaign("<GreetingName>first|name</GreetingName>"))
    assert found["contents"]["kind"] == "plaintext"
    help_, element, manual = found["contents"]["value"].split("\n\n---\n\n")
    assert help_.startswith("CTC203: did you mean `FirstName`?\n\nexpected one of")
    assert element.startswith("GreetingName, in `Campaign`")
    assert manual.startswith("CTC203 invalid-enum-value\n\nerror, schema\n\n")
    example = "\n\n    <GreetingName>cmp_grt_name</GreetingName>\n\n"
    assert f"Example{example}Use instead:\n\n" in manual
    assert not any(sign in manual for sign in ("**", "```", "# "))


def test_symbols_are_a_tree_or_a_list(client: Served) -> None:
    tree = {"hierarchicalDocumentSymbolSupport": True}
    client.start({"textDocument": {"documentSymbol": tree}})
    client.open(URI, "<a>\n <b>1</b>\n</a>")
    params = {"textDocument": {"uri": URI}}
    child = {
        "name": "b",
        "detail": "1",
        "kind": 8,
        "range": at(1, 1, 1, 9),
        "selectionRange": at(1, 2, 1, 3),
        "children": [],
    }
    assert client.ask("textDocument/documentSymbol", params) == [
        {
            "name": "a",
            "kind": 19,
            "range": at(0, 0, 2, 4),
            "selectionRange": at(0, 1, 0, 2),
            "children": [child],
        }
    ]


def test_older_clients_have_a_list_of_symbols(client: Served) -> None:
    client.start()
    client.open(URI, "<a><b/></a>")
    params = {"textDocument": {"uri": URI}}
    assert client.ask("textDocument/documentSymbol", params) == [
        {
            "name": "a",
            "kind": 19,
            "location": {"uri": URI, "range": at(0, 0, 0, 11)},
        },
        {
            "name": "b",
            "kind": 8,
            "location": {"uri": URI, "range": at(0, 3, 0, 7)},
            "containerName": "a",
        },
    ]


def test_elements_and_comments_are_folded(client: Served) -> None:
    client.start()
    client.open(URI, "<a>\n<b>\n1\n</b>\n<!-- 1\n2 -->\n</a>")
    found = client.ask("textDocument/foldingRange", {"textDocument": {"uri": URI}})
    assert found == [
        {"startLine": 0, "endLine": 5},
        {"startLine": 1, "endLine": 2},
        {"startLine": 4, "endLine": 5, "kind": "comment"},
    ]


def test_a_selection_grows_from_each_place(client: Served) -> None:
    client.start()
    client.open(URI, "<a><b>one</b></a>")
    params = {
        "textDocument": {"uri": URI},
        "positions": [{"line": 0, "character": 7}, {"line": 0, "character": 1}],
    }
    first, second = client.ask("textDocument/selectionRange", params)
    assert first["range"] == at(0, 6, 0, 9)
    assert first["parent"]["range"] == at(0, 3, 0, 13)
    assert first["parent"]["parent"] == {"range": at(0, 0, 0, 17)}
    assert second["range"] == at(0, 1, 0, 2)


def test_both_names_are_edited_at_once(client: Served) -> None:
    client.start()
    found = asked(client, "linkedEditingRange", "<a><|b>one</b></a>")
    assert found == {"ranges": [at(0, 4, 0, 5), at(0, 11, 0, 12)]}
    assert asked(client, "linkedEditingRange", "<a|/>") is None


def test_both_names_are_renamed(client: Served) -> None:
    client.start()
    text, offset = cut("<a><|b>one</b></a>")
    client.open(URI, text)
    assert again(client, "prepareRename", text, offset) == at(0, 4, 0, 5)
    edit = again(client, "rename", text, offset, newName="c")
    assert applied(text, edit["changes"][URI]) == "<a><c>one</c></a>"
    assert again(client, "prepareRename", text, 8) is None
    assert again(client, "rename", text, 8, newName="c") is None


def test_no_name_is_refused(client: Served) -> None:
    client.start()
    with pytest.raises(RefusedError, match="`1 a` is no name of an element") as caught:
        asked(client, "rename", "<a|/>", newName="1 a")
    assert caught.value.code == -32803


def test_a_document_is_written_by_what_is_offered(program: Running) -> None:
    def take(label: str, text: str, offset: int) -> str:
        found = again(program, "completion", text, offset)["items"]
        (item,) = (one for one in found if one["label"] == label)
        return applied(text, [item["textEdit"]])

    program.start(SNIPPETING)
    program.open(URI, "")
    text = take("list (create)", "", 0)
    assert text == CTCT.starter("list", "create").rstrip("\n")

    typed, offset = cut(text.replace("</ContactList>", "<Sho|</ContactList>"))
    program.replace(URI, 2, typed)
    assert take("ShortName", typed, offset) == typed.replace(
        "<Sho<", "<ShortName>$1</ShortName><"
    )
    program.end()
    assert program.finish() == (0, "")


def test_each_beginning_of_a_document_is_completed(program: Running) -> None:
    text = (FIXTURES / "invalid" / "ten-faults.xml").read_text("utf-8")
    program.start(SNIPPETING)
    program.open(URI, "")
    for version, end in enumerate(range(5, len(text), 131), 2):
        program.replace(URI, version, text[:end])
        assert again(program, "completion", text[:end], end)["isIncomplete"] is False
    program.end()
    assert program.finish() == (0, "")


def test_each_character_that_is_typed_is_completed(program: Running) -> None:
    text = campaign('<Name a="1">b &amp; <![CDATA[c]]><!-- d --></Name><Date')
    program.start(SNIPPETING)
    program.open(URI, "")
    for version, sign in enumerate(text, 2):
        end = version - 2
        here = place(text, end)
        change = {"range": {"start": here, "end": here}, "text": sign}
        program.change(URI, version, change)
        found = again(program, "completion", text[: end + 1], end + 1)
        assert found["isIncomplete"] is False
    report = program.pull(URI)
    assert "CTC901" not in {one["code"] for one in report["items"]}
    program.end()
    assert program.finish() == (0, "")


def test_a_folder_with_a_broken_configuration_leaves_the_tags(
    client: Served, tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "ctct-lint.toml").write_text("[", "utf-8")
    uri = (broken / "a.xml").as_uri()
    client.start(rootUri=tmp_path.as_uri())
    text, offset = cut(campaign("<Name>a<|"))
    client.open(uri, text)
    params = {"textDocument": {"uri": uri}, "position": place(text, offset)}
    items = client.ask("textDocument/completion", params)["items"]
    assert [item["label"] for item in items] == ["</Name>"]
