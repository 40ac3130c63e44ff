"""Documents of other vocabularies in a folder: their syntax is checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Called

FILES = {
    "pom.xml": '<project xmlns="http://maven.apache.org/POM/4.0.0"><name/></project>',
    "news.xml": '<rss version="2.0"><channel><title>A & B</title></channel></rss>',
    "icon.xml": '<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>',
}


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "shop" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "shop"


@pytest.mark.usefixtures("shop")
def test_in_a_folder_they_are_counted(called: Called) -> None:
    result = called("check", "--output-format=concise", "shop")

    assert result.stdout == (
        "shop/news.xml:1:38: error[CTC107] `&` begins no reference here and is not "
        "escaped\n"
    )
    assert result.stderr == (
        "1 error in 3 files checked; 1 fixable with --fix\n"
        "3 files of no known vocabulary: syntax only\n"
    )
    assert result.exit_code == 1
    assert called("check", "--quiet", "shop/").stderr == ""


@pytest.mark.usefixtures("shop")
def test_one_that_is_named_says_so_itself(called: Called) -> None:
    result = called("check", "--output-format=concise", "shop/pom.xml")

    assert result.stdout == (
        "shop/pom.xml:1:2: info[CTC224] `project` is of no known vocabulary: "
        "only its syntax is checked\n"
    )
    assert result.stderr == "1 note in 1 file checked\n"
    assert result.exit_code == 0


@pytest.mark.parametrize("options", [[], ["--cache-dir=kept"]])
def test_the_cache_knows_them_too(
    called: Called, shop: Path, options: list[str]
) -> None:
    (shop / "news.xml").unlink()
    for _ in range(2):
        result = called("check", "--output-format=concise", *options, "shop")
        assert result.stdout == ""
        assert result.stderr.splitlines()[1:] == [
            "2 files of no known vocabulary: syntax only"
        ]
        named = called("check", "--output-format=concise", *options, shop / "pom.xml")
        assert "CTC224" in named.stdout


def test_fixes_leave_what_is_well_formed_alone(called: Called, shop: Path) -> None:
    called("check", "--fix", "--unsafe-fixes", "shop")

    assert {path.name: path.read_text() for path in shop.iterdir()} == {
        **FILES,
        "news.xml": FILES["news.xml"].replace("&", "&amp;"),
    }


@pytest.mark.usefixtures("shop")
def test_operation_means_ours(called: Called) -> None:
    result = called("check", "--output-format=concise", "--operation=create", "shop")

    assert [line.split("[")[1][:6] for line in result.stdout.splitlines()] == [
        *("CTC220", "CTC220", "CTC107", "CTC220")
    ]
    assert "vocabulary" not in result.stderr
