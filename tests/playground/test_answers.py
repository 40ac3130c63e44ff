"""What the page of the playground is answered."""

from __future__ import annotations

import shutil
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest
from fixture_file import FIXTURES

from ctct_lint.playground.answers import Answers, BadQuestionError

CAMPAIGN = """<entry xmlns="http://www.w3.org/2005/Atom"><id>data:,none</id><title/>
<updated>2011-10-03T06:30:00Z</updated><author/>
<content type="application/vnd.ctct+xml"><ContactList
xmlns="http://ws.constantcontact.com/ns/1.0/"><Name>R & D</Name></ContactList></content>
</entry>
"""


@pytest.fixture(scope="module")
def answers() -> Answers:
    return Answers(["ctct", "nothing"])


def said(answer: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(d["code"], d["range"]["start"]) for d in answer["diagnostics"]]


def test_a_text_is_checked_as_it_is(answers: Answers) -> None:
    answer = answers.check({"text": CAMPAIGN})

    assert answer["text"] == CAMPAIGN
    assert said(answer) == [("CTC107", {"line": 3, "character": 54})]
    (fix,) = answer["diagnostics"][0]["data"]["fixes"]
    assert (fix["title"], fix["applicability"]) == ("escape it as `&amp;`", "safe")


def test_the_encoding_that_a_text_declares_is_no_matter(answers: Answers) -> None:
    text = f'<?xml version="1.0" encoding="UTF-16"?>{CAMPAIGN}'.replace("&", "und")

    assert said(answers.check({"text": text})) == []


def test_a_file_is_decoded(answers: Answers) -> None:
    text = f'<?xml version="1.0" encoding="UTF-8"?>\r\n{CAMPAIGN}'.replace("&", "é")
    question = {"base64": b64encode(text.encode("latin-1")).decode()}
    answer = answers.check(question)

    assert answer["text"].startswith('<?xml version="1.0" encoding="UTF-8"?>\r\n')
    assert [code for code, _ in said(answer)] == ["CTC002"]


def test_the_operation_is_that_of_the_question(answers: Answers) -> None:
    text = CAMPAIGN.replace("&", "and")
    checked = answers.check({"text": text, "operation": "update"})

    assert [code for code, _ in said(checked)] == ["CTC309"]
    assert said(answers.check({"text": text, "operation": "create"})) == []


def test_safe_fixes_are_made(answers: Answers) -> None:
    answer = answers.fix({"text": CAMPAIGN})

    assert answer == {"text": CAMPAIGN.replace("&", "&amp;"), "made": 1, "unmade": []}


def test_guesses_are_made_if_they_are_wanted(answers: Answers) -> None:
    text = CAMPAIGN.replace("<author/>", "").replace("&", "and")

    assert answers.fix({"text": text})["made"] == 0
    assert answers.fix({"text": text, "unsafe": True})["made"] == 1


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ({}, "a question has a text"),
        ({"text": 5}, "a question has a text"),
        ({"text": "", "profile": "pom"}, "there is no profile 'pom'"),
        ({"text": "", "profile": ["pom"]}, "there is no profile ['pom']"),
        ({"text": "", "operation": "delete"}, "there is no operation 'delete'"),
        ({"text": "", "operation": {}}, "there is no operation {}"),
        (
            {"text": "", "profile": "nothing"},
            "--profile: no profile is called `nothing`\n  help: expected one of `ctct`",
        ),
        ({"base64": "*"}, "the bytes are not in Base64"),
    ],
)
def test_what_is_no_question_is_refused(
    answers: Answers, question: dict[str, Any], says: str
) -> None:
    for ask in (answers.check, answers.fix):
        with pytest.raises(BadQuestionError) as error:
            ask(question)
        assert str(error.value) == says


def test_half_of_a_character_is_checked_and_not_mended(answers: Answers) -> None:
    question = {"text": CAMPAIGN.replace("R", "\ud83d")}

    assert "CTC107" in [code for code, _ in said(answers.check(question))]
    with pytest.raises(BadQuestionError, match="half of a character"):
        answers.fix(question)


def test_profiles_are_those_of_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(FIXTURES / "schemas", tmp_path, dirs_exist_ok=True)
    (tmp_path / "ctct-lint.toml").write_text(
        '[[profiles]]\nname = "shop"\nroot = "shop"\nschema = "shop.xsd"\n'
    )
    monkeypatch.chdir(tmp_path)
    answers = Answers(["shop"])
    question = {"text": "<shop><x/></shop>", "operation": "update"}

    found = said(answers.check({**question, "profile": "shop"}))
    assert [code for code, _ in found] == ["CTC213", "CTC201"]
    assert said(answers.check({"text": question["text"]})) == found

    (tmp_path / "shop.xsd").write_text("<schema/>")
    with pytest.raises(BadQuestionError, match=r"shop\.xsd"):
        Answers(["shop"]).check({**question, "profile": "shop"})
