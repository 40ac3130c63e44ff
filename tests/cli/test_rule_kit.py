"""`rules new` and `rules test`: a rule to start from, its examples, its fixtures."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

SHOP = "{urn:shop}price"


def paths(folder: str, stem: str) -> list[str]:
    """Return the files that `rules new` writes."""
    fixture = os.path.join(folder, "fixtures", stem)
    return [os.path.join(folder, f"{stem}.py"), f"{fixture}.xml", f"{fixture}.expect"]


@pytest.mark.parametrize(
    ("arguments", "folder", "stem"),
    [
        (["no-tax"], "rules", "no_tax"),
        (["no_tax"], "rules", "no_tax"),
        (["tax"], "rules", "tax"),
        (["no-tax", "."], ".", "no_tax"),
        (["no-tax", "a/b"], "a/b", "no_tax"),
        (["no-tax", "--on", SHOP, "--code", "ACME0042"], "rules", "no_tax"),
        (["no-tax", "--on", "{urn:shop}*"], "rules", "no_tax"),
        (["no-tax", "--on", "{}price"], "rules", "no_tax"),
        (["no-tax", "--on", "{urn:a&b'c}étiquette"], "rules", "no_tax"),
        (["no-tax", "--on", "étiquette"], "rules", "no_tax"),
    ],
)
def test_what_is_written_is_as_expected_at_once(
    called: Called, tmp_path: Path, arguments: list[str], folder: str, stem: str
) -> None:
    made = called("rules", "new", *arguments)
    tested = called("rules", "test", folder)

    assert made.exit_code == 0, made.output
    assert made.stdout.splitlines() == paths(folder, stem)
    assert all((tmp_path / path).is_file() for path in paths(folder, stem))
    assert tested.stderr == "1 rule, 2 examples, 1 fixture: all as expected\n"
    assert (tested.stdout, tested.exit_code) == ("", 0)


def test_the_rule_says_what_it_was_asked_for(called: Called, tmp_path: Path) -> None:
    called("rules", "new", "no-tax", "--on", SHOP, "--code", "ACME007")

    text = (tmp_path / "rules" / "no_tax.py").read_text()
    assert text.startswith('"""No tax.\n\n## Why\n')
    assert '@rule(on="{urn:shop}price", code="ACME007", severity=' in text
    fixture = tmp_path / "rules" / "fixtures" / "no_tax"
    assert fixture.with_suffix(".xml").read_text() == (
        '<price xmlns="urn:shop"></price>\n'
    )
    assert fixture.with_suffix(".expect").read_text() == (
        'ACME007 1:2-1:7 warning "`price` has no text"\n'
    )


@pytest.mark.parametrize(
    ("codes", "following"),
    [
        ([], "OWN001"),
        (["OWN001"], "OWN002"),
        (["ACME009", "ACME007"], "ACME010"),
        (["ACME999"], "ACME1000"),
        (["ACME999", "ACME1000"], "ACME1001"),
        (["A0001"], "A0002"),
    ],
)
def test_the_code_is_the_next(
    called: Called, tmp_path: Path, codes: list[str], following: str
) -> None:
    for number, code in enumerate(codes):
        called("rules", "new", f"rule{number}", "--code", code)

    called("rules", "new", "the-next")

    assert f'code="{following}"' in (tmp_path / "rules" / "the_next.py").read_text()


def test_it_says_what_comes_next(called: Called) -> None:
    assert called("rules", "new", "no-tax", "mine").stderr == (
        "its examples are run by `ctct-lint rules test mine`\n"
        '`rules = ["mine"]` in a profile has documents checked by it\n'
    )


def test_a_code_that_is_taken_is_told(called: Called, tmp_path: Path) -> None:
    called("rules", "new", "no-tax", "--code", "ACME001")
    called("rules", "new", "no-price", "--code", "ACME002")

    result = called("rules", "new", "other", "--code", "ACME002")

    assert result.exit_code == 2
    path = os.path.join("rules", "no_price.py")
    assert result.stderr.endswith(
        f"{path} has the code `ACME002`; without `--code` it is the next one\n"
    )
    assert not (tmp_path / "rules" / "other.py").exists()


@pytest.mark.parametrize("number", [0, 1, 2])
def test_nothing_is_overwritten(called: Called, tmp_path: Path, number: int) -> None:
    there = tmp_path / paths("rules", "no_tax")[number]
    there.parent.mkdir(parents=True)
    there.write_text("mine")

    result = called("rules", "new", "no-tax")

    assert result.exit_code == 2
    assert f"{paths('rules', 'no_tax')[number]} is there already" in result.stderr
    assert there.read_text() == "mine"
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [there]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["No Tax"], "`No_Tax` is no name of a rule"),
        (["../tax"], "is no name of a rule"),
        (["missing-element"], "is the name of a rule that is built in"),
        (["no-tax", "--code", "CTC001"], "`CTC001` is no code of a rule"),
        (["no-tax", "--code", "x"], "`x` is no code of a rule"),
        (["no-tax", "--on", "*"], "`*` names no element: it ends with no local name"),
        (["no-tax", "--on", "{a"], "`{a` names no element: the `}` behind"),
        ([], "Missing argument 'NAME'"),
    ],
)
def test_what_there_can_be_no_rule_of(
    called: Called, tmp_path: Path, arguments: list[str], message: str
) -> None:
    result = called("rules", "new", *arguments)

    assert result.exit_code == 2
    assert message.replace("No_Tax", "No Tax") in result.stderr.replace(
        "No_Tax", "No Tax"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made(called: Called, tmp_path: Path) -> None:
    (tmp_path / "rules").write_text("a file")

    result = called("rules", "new", "no-tax")

    path = paths("rules", "no_tax")[0]
    assert result.stderr == f"ctct-lint: cannot write {path}: file exists\n"
    assert result.exit_code == 2


# ------------------------------------------------------------ what is not as expected


@pytest.fixture
def rules(called: Called, tmp_path: Path) -> Path:
    """Make a folder with a rule that is as expected."""
    called("rules", "new", "no-tax")
    return tmp_path / "rules"


def changed(path: Path, old: str, new: str) -> None:
    """Write another text in the place of one that is there."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def differing(called: Called, status: int = 1) -> list[str]:
    """Return what `rules test` prints, without the line of the file."""
    result = called("rules", "test", "rules")
    assert result.exit_code == status, result.output
    return result.stdout.splitlines()


FILE, FIXTURE = "no_tax.py", os.path.join("fixtures", "no_tax.xml")
SAID = 'OWN001 1:2-1:6 warning "`item` has no text"'


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("## Why\n", "", ["the manual lacks `## Why`"]),
        ("## How to fix it\n", "", ["the manual lacks `## How to fix it`"]),
        ("## Example\n", "## Examples\n", ["the manual lacks `## Example`"]),
        ("Use instead:", "Better:", ["the manual lacks `Use instead:`"]),
        (
            "```xml\n<item>1",
            "```\n<item>1",
            ["the manual has 1 examples in ```xml, not 2"],
        ),
        (
            "<item></item>",
            "<item>2</item>",
            ["- the first example has no finding of the rule"],
        ),
        (
            "<item>1</item>",
            "<item/>",
            [f"+ second example: {SAID}"],
        ),
        (
            "<item></item>",
            "<other/>",
            ["- the first example has no finding of the rule"],
        ),
    ],
)
def test_manuals_that_are_not_as_they_say(
    called: Called, rules: Path, old: str, new: str, expected: list[str]
) -> None:
    changed(rules / FILE, old, new)

    path = os.path.join("rules", FILE)
    assert differing(called) == [path, *(f"  {line}" for line in expected)]


@pytest.mark.parametrize(
    ("document", "expect", "expected"),
    [
        ("<item/>", "", [f"+ {SAID}"]),
        ("<item>1</item>", SAID, [f"- {SAID}"]),
        ("<item/>", SAID.replace("warning", "error"), None),
        ("<item/>", SAID.replace("1:2", "1:3"), None),
        ("<item/>", SAID.replace("no text", "text"), None),
        ("<item/>", f"{SAID}\n{SAID}", [f"- {SAID}"]),
        ("<item/>", f'{SAID}\nfix: "a"', [f"- {SAID}", '- fix: "a"', f"+ {SAID}"]),
        ("<item/>", f'fix: "a"\n{SAID}', ['- fix: "a"']),
        (
            "<r><item/><item/></r>",
            SAID.replace("1:2-1:6", "1:5-1:9"),
            [f"+ {SAID.replace('1:2-1:6', '1:12-1:16')}"],
        ),
        (
            "<item>&</item>",
            "",
            ["+ CTC107 1:7-1:8 error", "+ fix: "],
        ),
        ("<item/>", f"# a remark\n\n  {SAID}  \n", []),
        ("<r/>", "", []),
    ],
)
def test_fixtures_that_are_not_as_expected(
    called: Called,
    rules: Path,
    document: str,
    expect: str,
    expected: list[str] | None,
) -> None:
    if expected is None:
        expected = [f"- {expect}", f"+ {SAID}"]
    (rules / FIXTURE).write_text(document)
    (rules / FIXTURE).with_suffix(".expect").write_text(expect)

    lines = differing(called, status=1 if expected else 0)

    path = os.path.join("rules", FIXTURE)
    assert lines[:1] == ([path] if expected else [])
    assert len(lines[1:]) == len(expected)
    for line, start in zip(lines[1:], expected, strict=True):
        assert line.startswith(f"  {start}")


def test_a_fixture_needs_an_expectation(called: Called, rules: Path) -> None:
    (rules / FIXTURE).with_suffix(".expect").unlink()

    assert differing(called) == [
        os.path.join("rules", FIXTURE),
        "  there is no no_tax.expect beside it",
    ]


def test_rules_without_fixtures_have_examples(called: Called, rules: Path) -> None:
    (rules / FIXTURE).unlink()

    result = called("rules", "test", "rules")
    assert result.stderr == "1 rule, 2 examples, 0 fixtures: all as expected\n"

    (rules / FIXTURE).with_suffix(".expect").unlink()
    (rules / "fixtures").rmdir()
    assert called("rules", "test", "rules").exit_code == 0


def test_a_file_alone_can_be_tested(called: Called, rules: Path) -> None:
    called("rules", "new", "other", "--on", "other")

    result = called("rules", "test", os.path.join("rules", FILE))

    # The fixture is its own.
    assert result.stdout == ""
    assert result.stderr == "1 rule, 2 examples, 1 fixture: all as expected\n"
    assert rules.is_dir()


def test_a_rule_that_fails_is_told(called: Called, rules: Path) -> None:
    changed(rules / FILE, "    if not", "    1 / 0\n    if not")

    lines = differing(called)

    place = f"{os.path.join('rules', FILE)}:32"
    failure = f"`OWN001` failed at {place}: ZeroDivisionError: division by zero"
    assert lines == [
        os.path.join("rules", FILE),
        "  - the first example has no finding of the rule",
        f'  + first example: CTC908 1:2-1:6 error "{failure}"',
        os.path.join("rules", FIXTURE),
        f"  - {SAID}",
        f'  + CTC908 1:2-1:6 error "{failure}"',
    ]


def test_what_is_no_rule_is_told_with_its_place(called: Called, rules: Path) -> None:
    (rules / "broken.py").write_text("x = = 1\n")

    result = called("rules", "test", "rules")

    broken = os.path.join("rules", "broken.py")
    assert f"{broken}:1:5: not Python: invalid syntax\n" in result.stderr
    assert result.exit_code == 2


@pytest.mark.parametrize("folder", ["none", "empty"])
def test_where_there_are_no_rules(called: Called, tmp_path: Path, folder: str) -> None:
    (tmp_path / "empty").mkdir()

    result = called("rules", "test", folder)

    assert result.stderr == f"ctct-lint: there are no rules in {folder}\n"
    assert result.exit_code == 2


def test_a_fixture_that_cannot_be_read(called: Called, rules: Path) -> None:
    (rules / "fixtures" / "more.xml").mkdir()
    (rules / "fixtures" / "more.expect").write_text("")

    result = called("rules", "test", "rules")

    path = os.path.join("rules", "fixtures", "more.xml")
    assert result.stderr == f"ctct-lint: cannot read {path}: is a directory\n"
    assert result.exit_code == 2


def test_rules_are_still_listed(called: Called) -> None:
    assert called("rules").stdout.startswith("CTC001 ")
    assert called("rules", "--output-format=json").stdout.startswith("[")
    assert "No such command" in called("rules", "nwe").stderr
