"""A file and its fixes: how often it is checked, and what is said to come of them."""

from __future__ import annotations

import re
from typing import Protocol

import pytest
from fixture_file import GOOD

from ctct_lint.config import Settings
from ctct_lint.session.checker import FileChecker
from ctct_lint.session.files.input import Input
from ctct_lint.session.files.result import FileResult, FixOutcome
from ctct_lint.session.fixing.fix_file import Fixing, fix_file


class Mended(Protocol):
    """What the `mended` fixture is."""

    def __call__(self, text: str, *, unsafe: bool = True) -> tuple[FileResult, int]: ...


MOST_CHECKS = 20


@pytest.fixture
def mended() -> Mended:
    """Return what becomes of a document from stdin, and how often it was checked."""

    def mend(text: str, *, unsafe: bool = True) -> tuple[FileResult, int]:
        checked: list[bytes] = []

        def check(data: bytes, settings: Settings) -> FileResult:
            checked.append(data)
            return FileChecker(lambda _: settings).check_data(data, settings)

        stdin, fixing = Input("<stdin>", None), Fixing(unsafe)
        found = fix_file(stdin, text.encode(), Settings(), fixing, check)
        return found, len(checked)

    return mend


# Each is many faults, whose fixes overlap or stand in each other's way.
OVERLAPPING = {
    "no end tags": (r"</\w+>", ""),
    "no end of start tags": (r'">', '"'),
    "every name misspelt": (r"(</?\w{3})\w", r"\1"),
    "every value bare": (r'="([^"]*)"', r"=\1"),
    "no quote closed": (r'="([^"]*)"', r'="\1'),
    "all end tags crossed": (r"</(\w+)>(\s*)</(\w+)>", r"</\3>\2</\1>"),
    "each element twice": (r"( *<(\w+)>[^<]*</\2>\n)", r"\1\1"),
    "all sorts of slips in each text": (r">(\w)", r">& < ]]> <b> \1"),
    "markup in each text": (r">(\w[^<]*)<", r"><b><i>\1</b></i><"),
    "doubled brackets": (r"([<>])", r"\1\1"),
    "a declaration in each line": (r"\n", "\n<?xml version='1.0'?>"),
    "a comment in each tag": (r"(<\w+)", r"\1 <!-- a -- b -->"),
}


def slips() -> list[tuple[str, str]]:
    """Return the documents, and those that two of them would be, by name."""
    names = list(OVERLAPPING)
    documents = [(name, re.sub(*OVERLAPPING[name], GOOD)) for name in names]
    return documents + [
        (f"{name}, {other}", re.sub(*OVERLAPPING[other], document))
        for (name, document), other in zip(
            documents, names[1:] + names[:1], strict=True
        )
    ]


@pytest.mark.parametrize(("name", "text"), slips())
@pytest.mark.parametrize("unsafe", [True, False])
def test_many_overlapping_faults_take_a_few_checks(
    mended: Mended, name: str, text: str, *, unsafe: bool
) -> None:
    found, checks = mended(text, unsafe=unsafe)

    assert checks <= MOST_CHECKS
    assert found.mending is not None
    assert found.mending.made or not unsafe, name


def test_what_is_mended_at_once_takes_two_checks(mended: Mended) -> None:
    found, checks = mended(GOOD.replace("<ViewAsWebpage>NO", "<ViewAsWebpage>no"))

    assert (found.diagnostics, checks) == ((), 2)


def test_a_document_without_a_fix_is_checked_once(mended: Mended) -> None:
    found, checks = mended(GOOD)

    assert found == FileResult(mending=FixOutcome(data=GOOD.encode()))
    assert checks == 1


def test_more_faults_of_a_code_than_are_shown_are_mended(
    mended: Mended,
) -> None:
    found, checks = mended(
        GOOD.replace("<Name>Spring", "<Name>" + "&" * 300), unsafe=False
    )

    assert found.mending is not None
    assert (len(found.mending.made), found.mending.left, checks) == (300, 1, 2)
