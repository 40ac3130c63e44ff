"""Diagnostics: what is pushed and pulled is what `check` says, wherever it counts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from applied import applied, at
from fixture_file import BAD, FIXTURES, GOOD

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called
    from server.conftest import Served

URI = "untitled:Untitled-1"
WRONG = "<a><b>\N{GRINNING FACE}\xe9</c></a>"


def codes(diagnostics: list[dict[str, Any]]) -> list[str]:
    return [one["code"] for one in diagnostics]


@pytest.mark.parametrize(
    ("encoding", "start"), [("utf-8", 14), ("utf-16", 11), ("utf-32", 10)]
)
def test_characters_are_counted_as_agreed(
    client: Served, encoding: str, start: int
) -> None:
    offered = ["of-the-future", encoding, "utf-16"]
    can = client.start({"general": {"positionEncodings": offered}})
    client.open(URI, WRONG)
    found = client.diagnostics(URI, 1)

    assert can["positionEncoding"] == encoding
    wrong = [d for d in found if d["code"].startswith("CTC1")]
    assert [d["range"] for d in wrong] == [at(0, start, 0, start + 1)]


def test_client_that_offers_no_encoding_counts_in_utf_16(client: Served) -> None:
    assert client.start()["positionEncoding"] == "utf-16"


@pytest.mark.parametrize(
    "configuration", ["", 'rule-pages = "https://example.org/rules/{code}"']
)
def test_pushed_pulled_and_printed_are_the_same(
    client: Served, called: Called, tmp_path: Path, configuration: str
) -> None:
    name = "greeting-name-and-state.xml"
    (tmp_path / "ctct-lint.toml").write_text(configuration, "utf-8")
    path = tmp_path / "strange name \N{LATIN SMALL LETTER E WITH ACUTE}.xml"
    path.write_text((FIXTURES / "invalid" / name).read_text("utf-8"), "utf-8")
    (printed,) = json.loads(called("check", path, "--output-format=json").stdout)
    client.start(rootUri=tmp_path.as_uri())
    client.open(printed["uri"], path.read_text("utf-8"))
    pushed = client.diagnostics(printed["uri"], 1)
    pulled = client.pull(printed["uri"])

    assert codes(pushed) == ["CTC401", "CTC405", "CTC203"]
    assert pushed == printed["diagnostics"]
    assert all(("codeDescription" in one) == bool(configuration) for one in pushed)
    assert pulled["kind"] == "full"
    assert pulled["items"] == pushed


def test_report_that_says_nothing_new_is_short(client: Served) -> None:
    client.start()
    client.open(URI, BAD)
    first = client.pull(URI)
    again = client.pull(URI, first["resultId"])
    client.replace(URI, 2, BAD.replace("<entry", "\n<entry", 1))
    other = client.pull(URI, first["resultId"])
    client.replace(URI, 3, BAD)
    back = client.pull(URI, first["resultId"])

    assert again == {"kind": "unchanged", "resultId": first["resultId"]}
    assert other["kind"] == "full"
    assert other["resultId"] != first["resultId"]
    assert back == again


def test_client_that_pulls_a_document_is_not_pushed_to(client: Served) -> None:
    client.start({"textDocument": {"diagnostic": {}}})
    client.open(URI, BAD)
    client.diagnostics(URI, 1)
    assert codes(client.pull(URI)["items"]) == ["CTC401", "CTC405", "CTC203"]
    assert client.diagnostics(URI) == []

    client.replace(URI, 2, GOOD)
    client.open("untitled:other", BAD, 7)
    client.diagnostics("untitled:other", 7)
    assert client.pull(URI)["items"] == []


def test_closed_document_has_no_diagnostics(client: Served) -> None:
    client.start()
    client.open(URI, BAD)
    client.diagnostics(URI, 1)
    client.tell("textDocument/didClose", {"textDocument": {"uri": URI}})

    assert client.diagnostics(URI) == []
    assert client.pull(URI)["items"] == []


def test_text_of_an_open_document_wins_over_its_file(
    client: Served, tmp_path: Path
) -> None:
    path = tmp_path / "a.xml"
    path.write_text(GOOD, "utf-8")
    client.start({}, rootUri=tmp_path.as_uri())
    client.open(path.as_uri(), BAD)

    assert codes(client.diagnostics(path.as_uri(), 1)) == ["CTC401", "CTC405", "CTC203"]
    reports = client.ask("workspace/diagnostic", {"previousResultIds": []})["items"]
    assert [codes(r["items"]) for r in reports] == [["CTC401", "CTC405", "CTC203"]]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_edits_come_to_the_same_as_the_whole_text(client: Served, end: str) -> None:
    text = BAD.replace("\n", end)
    client.start()
    client.open(URI, text)
    edits = [
        (at(7, 5, 7, 13), "Campaing"),
        (at(0, 0, 0, 0), "<!-- \N{GRINNING FACE} \u2028 \x85 \x0c -->" + end),
        (at(8, 5, 8, 13), "Campaign"),
        (at(3, 0, 5, 0), ""),
        (at(1000, 4, 2000, 9), end + "<!-- behind the end -->"),
        (at(2, 9000, 3, 0), end + end),
    ]
    for version, (span, new) in enumerate(edits, 2):
        client.change(URI, version, {"range": span, "text": new})
        text = applied(text, [{"range": span, "newText": new}])
    edited = client.pull(URI)["items"]
    client.open("untitled:whole", text)

    assert edited == client.pull("untitled:whole")["items"]
    assert edited


def test_changes_of_one_notification_follow_each_other(client: Served) -> None:
    client.start()
    client.open(URI, GOOD)
    client.change(
        URI,
        2,
        {"text": BAD},
        {"range": at(0, 0, 0, 0), "text": "\n\n"},
        {"range": at(0, 0, 2, 0), "text": ""},
    )

    assert codes(client.diagnostics(URI, 2)) == ["CTC401", "CTC405", "CTC203"]


def test_of_a_burst_the_last_version_counts(client: Served) -> None:
    client.start()
    client.open(URI, GOOD)
    last = 200
    for version in range(2, last):
        client.replace(URI, version, BAD + "\n" * version)
    client.replace(URI, last, GOOD)
    versions = []

    def is_last(params: dict[str, Any]) -> bool:
        versions.append(params["version"])
        return bool(params["version"] == last)

    final = client.wait("textDocument/publishDiagnostics", is_last)
    assert final["diagnostics"] == []
    assert versions == sorted(versions)
    assert len(versions) < last / 2


def test_older_version_is_passed_over(client: Served) -> None:
    client.start()
    client.open(URI, GOOD, 5)
    client.replace(URI, 7, BAD)
    client.replace(URI, 6, GOOD)
    client.change("untitled:unknown", 1, {"text": BAD})

    assert codes(client.diagnostics(URI, 7)) == ["CTC401", "CTC405", "CTC203"]
    assert client.pull(URI)["items"] != []


def test_request_that_is_cancelled_is_answered_with_that(client: Served) -> None:
    client.start()
    client.open(URI, BAD * 200)
    number = client.begin("textDocument/diagnostic", {"textDocument": {"uri": URI}})
    client.tell("$/cancelRequest", {"id": number})
    client.tell("$/cancelRequest", {"id": 12345})
    with pytest.raises(Exception, match="cancel") as caught:
        client.answer(number)

    assert caught.value.code == -32800
    client.replace(URI, 2, GOOD)
    assert client.pull(URI)["items"] == []
