"""`--schematron`, and `schematron` and `phase` of `[[profiles]]`."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from fixture_file import FIXTURES, example_of_profiles

import ctct_lint

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

INVOICE = (
    '<invoice xmlns="urn:invoice" currency="EUR"><id>1</id>'
    '<line tax="a"><amount>2</amount></line><total>{}</total></invoice>'
)
CONCISE = "--output-format=concise"
SUM = "bad.xml:1:2: error[CTC237] the total 3 is not the sum of the lines\n"


@pytest.fixture(autouse=True)
def invoices(tmp_path: Path) -> None:
    """Make a folder with the schemas, a valid invoice and one with a fault."""
    for name in ("invoice.sch", "invoice.xsd"):
        shutil.copy(FIXTURES / "profiles" / name, tmp_path)
    (tmp_path / "good.xml").write_text(INVOICE.format(2), "utf-8")
    (tmp_path / "bad.xml").write_text(INVOICE.format(3), "utf-8")


def test_documents_are_checked_with_the_rules(called: Called) -> None:
    result = called("check", "--schematron=invoice.sch", CONCISE, "good.xml", "bad.xml")

    assert result.stdout == SUM
    assert result.exit_code == 1


def test_the_rules_stand_beside_an_xsd(called: Called, tmp_path: Path) -> None:
    text = INVOICE.format(3).replace("<id>1</id>", "")
    (tmp_path / "bad.xml").write_text(text, "utf-8")

    result = called(
        "check", "--schema=invoice.xsd", "--schematron=invoice.sch", CONCISE, "bad.xml"
    )

    assert result.stdout == (
        "bad.xml:1:2: error[CTC207] `invoice` lacks the required element `id`\n" + SUM
    )


@pytest.mark.parametrize("other", ["--operation=create", "--profile=ctct"])
def test_they_are_for_whatever_a_document_is(called: Called, other: str) -> None:
    result = called("check", "--schematron=invoice.sch", other, "good.xml")

    assert "--schematron exclude each other" in result.stderr or (
        "--schematron and --profile exclude each other" in result.stderr
    )
    assert result.exit_code == 2


def test_a_file_that_is_not_there_is_told(called: Called) -> None:
    result = called("check", "--schematron=shop.sch", "good.xml")

    assert result.stderr == "ctct-lint: cannot read shop.sch: no such file\n"
    assert result.exit_code == 2


def break_rules(folder: Path) -> None:
    """Call a function that there is not."""
    path = folder / "invoice.sch"
    path.write_text(path.read_text("utf-8").replace("sum(i:l", "sun(i:l"), "utf-8")


def test_rules_that_cannot_be_used_are_told_in_their_own_file(
    called: Called, tmp_path: Path
) -> None:
    break_rules(tmp_path)

    result = called("check", "--schematron=invoice.sch", CONCISE, "bad.xml")

    assert result.stdout == (
        "invoice.sch:9:30: error[CTC909] the function `sun` is not known\n"
    )
    assert result.stderr.startswith(
        "ctct-lint: cannot use the schema invoice.sch: "
        "1 document checked without its rules\n"
    )
    assert result.exit_code == 2


def test_the_xsd_judges_where_rules_cannot_be_used(
    called: Called, tmp_path: Path
) -> None:
    break_rules(tmp_path)
    (tmp_path / "short.xml").write_text('<invoice xmlns="urn:invoice"/>', "utf-8")
    schema = FIXTURES / "profiles" / "invoice.xsd"
    given = ("check", f"--schema={schema}", "--schematron=invoice.sch", CONCISE)

    result = called(*given, "short.xml")

    assert result.stdout.splitlines()[0].startswith("short.xml:1:2: error[CTC2")
    assert result.stdout.splitlines()[-1] == (
        "invoice.sch:9:30: error[CTC909] the function `sun` is not known"
    )
    assert result.stderr.startswith(
        "ctct-lint: cannot use the schema invoice.sch: "
        "1 document checked without its rules\n"
    )
    assert result.exit_code == 2


def test_quick_fixes_that_are_not_offered_are_told_in_their_own_file(
    called: Called, tmp_path: Path
) -> None:
    path = tmp_path / "invoice.sch"
    text = path.read_text("utf-8").replace(
        "<sqf:add ", '<sqf:user-entry name="n"/><sqf:add '
    )
    path.write_text(text, "utf-8")
    arguments = ("check", "--schematron=invoice.sch", "--cache", CONCISE)

    for _ in range(2):
        result = called(*arguments, "good.xml")
        assert result.stdout == (
            "invoice.sch:27:10: info[CTC910] the fix is not offered: "
            "its attribute `default` is missing\n"
        )
        assert result.exit_code == 0


def test_a_profile_has_rules_and_a_phase(called: Called, tmp_path: Path) -> None:
    path = tmp_path / "invoice.sch"
    text = path.read_text("utf-8").replace("<pattern>", '<pattern id="sum">', 1)
    phases = '<phase id="sums"><active pattern="sum"/></phase><phase id="none"/>'
    path.write_text(text.replace("<let ", f"{phases}<let ", 1), "utf-8")
    (tmp_path / "bad.xml").write_text(INVOICE.format(3).replace("EUR", "FRF"), "utf-8")
    profile = (
        '[[profiles]]\nname = "invoice"\nroot = "{urn:invoice}invoice"\n'
        'schematron = "invoice.sch"\n'
    )
    codes = []
    for more in ("", 'phase = "sums"\n', 'phase = "none"\n'):
        (tmp_path / "ctct-lint.toml").write_text(profile + more, "utf-8")
        stdout = called("check", "--cache", CONCISE, ".").stdout
        codes.append(stdout.count("CTC237"))

    assert codes == [2, 1, 0]


def test_a_profile_is_listed_with_its_rules(called: Called, tmp_path: Path) -> None:
    (tmp_path / "ctct-lint.toml").write_text(
        '[[profiles]]\nname = "invoice"\nschematron = "invoice.sch"\n', "utf-8"
    )

    assert called("profiles").stdout.startswith(
        "invoice\n  documents  those of --profile invoice\n  schematron invoice.sch\n"
    )


def test_a_change_of_the_rules_counts_in_spite_of_the_cache(
    called: Called, tmp_path: Path
) -> None:
    arguments = ("check", "--schematron=invoice.sch", "--cache", CONCISE, "bad.xml")
    assert called(*arguments).stdout == SUM
    assert called(*arguments).stdout == SUM

    path = tmp_path / "invoice.sch"
    text = path.read_text("utf-8").replace("is not the sum", "is no sum")
    path.write_text(text, "utf-8")

    assert called(*arguments).stdout == SUM.replace("not the", "no")


def test_rules_say_something_of_the_service_s_own_documents_as_well(
    called: Called, tmp_path: Path
) -> None:
    (tmp_path / "house.sch").write_text(
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron">'
        '<ns prefix="c" uri="http://ws.constantcontact.com/ns/1.0/"/><pattern>'
        '<rule context="c:Campaign"><assert test="starts-with(c:Name, \'ACME \')">'
        "a name starts with ACME</assert></rule></pattern></schema>"
    )
    (tmp_path / "ctct-lint.toml").write_text(
        '[[profiles]]\nname = "house"\nroot = "{http://www.w3.org/2005/Atom}entry"\n'
        'schematron = "house.sch"\n'
    )
    document = next((FIXTURES / "valid").glob("campaign*.xml"))
    shutil.copy(document, tmp_path / "campaign.xml")

    assert "a name starts with ACME" in called("check", CONCISE, "campaign.xml").stdout


def test_python_refuses_rules_that_cannot_be_used_and_no_fix_that_is_not_offered(
    tmp_path: Path,
) -> None:
    path = tmp_path / "invoice.sch"
    text = path.read_text("utf-8")
    found = ctct_lint.lint(INVOICE.format(3), schematron=path)
    assert [one.code for one in found] == ["CTC237"]

    path.write_text(text.replace("<sqf:add ", "<sqf:x/><sqf:add "), "utf-8")
    assert len(ctct_lint.lint(INVOICE.format(3), schematron=path)) == 1

    path.write_text(text.replace("sum(", "sun("), "utf-8")
    with pytest.raises(ctct_lint.SchemaError, match="the function `sun` is not known"):
        ctct_lint.lint(INVOICE.format(3), schematron=path)


def test_the_example_of_the_page_is_true(
    called: Called, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    (home / "rules").mkdir(parents=True)
    for name in ("invoice.sch", "invoice.xsd"):
        shutil.copy(tmp_path / name, home / "rules")
    (home / "ctct-lint.toml").write_text(example_of_profiles("invoices.toml"), "utf-8")
    (home / "invoice.xml").write_text(example_of_profiles("invoice.xml"), "utf-8")
    monkeypatch.chdir(home)
    command, *expected = example_of_profiles("invoice output").splitlines()

    result = called(*command.split()[2:])

    assert result.stdout.splitlines() == expected


@pytest.mark.parametrize("name", ["total", "report"])
def test_the_rules_that_the_page_shows_are_those_of_the_example(name: str) -> None:
    schema = (FIXTURES / "profiles" / "invoice.sch").read_text("utf-8")

    assert " ".join(example_of_profiles(f"rule {name}").split()) in " ".join(
        schema.split()
    )
