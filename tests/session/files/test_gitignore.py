"""What `.gitignore` leaves out of a search, compared with git itself."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest
from systems import posix

from ctct_lint.session.files.find import find_inputs
from ctct_lint.session.files.input import FIND, Input, NoInput

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Put = Callable[..., None]

FILES = (
    "a.xml",
    "b.draft.xml",
    "build/a.xml",
    "build/deep/b.xml",
    "mail/a.xml",
    "mail/b.draft.xml",
    "mail/build/c.xml",
    "mail/old/a.xml",
    "mail/old/keep.xml",
    "#odd.xml",
    "two words.xml",
)


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Return a function that writes files below the working folder."""
    monkeypatch.chdir(tmp_path)

    def write(text: str, *names: str) -> None:
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", "surrogateescape")

    return write


def found(folder: str = ".", *, gitignore: bool = True) -> set[str]:
    inputs = list(find_inputs([folder], gitignore=gitignore))
    assert not any(isinstance(one, NoInput) and one.name != folder for one in inputs)
    return {os.path.normpath(i.name) for i in inputs if isinstance(i, Input)}


def kept_by_git() -> set[str]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {name for name in done.stdout.split("\0") if name.endswith(".xml")}


def git_init(folder: str = ".") -> None:
    subprocess.run(["git", "init", "--quiet", folder], check=True)


@pytest.mark.parametrize(
    "rules",
    [
        {".gitignore": "build\n"},
        {".gitignore": "/build/\n*.draft.xml\n"},
        {".gitignore": "*.xml\n!a.xml\n"},
        {".gitignore": "build/\n!build/a.xml\n"},
        {".gitignore": "mail/*\n!mail/old\n"},
        {".gitignore": "mail/**/*.xml\n!keep.xml\n"},
        {".gitignore": "**/build\n"},
        {".gitignore": "\\#odd.xml\n# mail\n\n  \ntwo\\ words.xml\n"},
        {".gitignore": "?.xml\n[b-c].*\n"},
        {".gitignore": "*.draft.xml\n", "mail/.gitignore": "!b.draft.xml\n/old\n"},
        {".gitignore": "*.draft.xml\r\nbuild\r\n"},
        {"mail/.gitignore": "*\n!.gitignore\n"},
        {"mail/old/.gitignore": "*.xml\n!keep.xml\n", ".gitignore": "!a.xml\n"},
        {".git/info/exclude": "build\n", ".gitignore": "!build\n"},
        {".git/info/exclude": "*.draft.xml\n/mail/old\n"},
        {".gitignore": "\ufeffbuild\n"},
        {".gitignore": ""},
        {".gitignore": "# nothing\n"},
    ],
)
def test_search_of_a_repository_finds_what_git_does(
    put: Put, rules: dict[str, str]
) -> None:
    git_init()
    put("", *FILES)
    for name, text in rules.items():
        put(text, name)

    assert found() == kept_by_git()
    assert found(os.getcwd()) == {os.path.abspath(name) for name in found()}
    assert found(gitignore=False) == set(FILES)


def test_search_of_a_part_knows_the_rules_above_it(put: Put) -> None:
    git_init()
    put("", *FILES)
    put("*.draft.xml\n/mail/old\n", ".gitignore")
    put("!b.draft.xml\n", "mail/.gitignore")

    assert found("mail") == {p for p in kept_by_git() if p.startswith("mail/")}
    assert found("mail/build") == {"mail/build/c.xml"}


def test_folder_that_is_named_is_searched_though_it_is_left_out(put: Put) -> None:
    git_init()
    put("", *FILES)
    put("build\n*.draft.xml\n", ".gitignore")
    put("b.xml\n", "build/deep/.gitignore")

    assert found("build") == {"build/a.xml"}
    assert found("mail/build") == {"mail/build/c.xml"}


def test_file_that_is_named_is_checked_though_it_is_left_out(put: Put) -> None:
    git_init()
    put("*\n", ".gitignore")

    assert list(find_inputs(["a.xml"])) == [Input("a.xml", "a.xml")]


def test_rules_above_the_repository_do_not_count(put: Put) -> None:
    put("", "shop/a.xml", "shop/mail/b.xml")
    put("*.xml\n", ".gitignore")
    git_init("shop")

    assert found("shop") == {"shop/a.xml", "shop/mail/b.xml"}
    assert found("shop/mail") == {"shop/mail/b.xml"}


def test_repository_inside_of_another_keeps_its_own_rules(put: Put) -> None:
    git_init()
    git_init("shop")
    put("", "a.xml", "shop/a.xml", "shop/b.xml", "shop/c.xml")
    put("a.xml\n", ".gitignore")
    put("b.xml\n", "shop/.gitignore")
    put("c.xml\n", "shop/.git/info/exclude")

    assert found() == {"shop/a.xml"}


def test_without_a_repository_only_files_in_the_search_count(put: Put) -> None:
    put("", "shop/a.xml", "shop/mail/a.xml", "shop/mail/b.xml")
    put("b.xml\n", ".gitignore")
    put("/a.xml\n", "shop/.gitignore")

    assert found("shop") == {"shop/mail/a.xml", "shop/mail/b.xml"}
    assert found("shop/mail") == {"shop/mail/a.xml", "shop/mail/b.xml"}


def test_file_of_rules_that_cannot_be_read_has_none(put: Put) -> None:
    put("", "a.xml", ".gitignore/x")

    assert found() == {"a.xml"}


def test_everything_left_out_is_nothing_to_check(put: Put) -> None:
    put("", "mail/a.xml")
    put("*.xml\n", "mail/.gitignore")

    assert list(find_inputs(["mail"])) == [
        NoInput(
            "mail",
            "every *.xml file in this folder or below is excluded or in .gitignore",
            FIND,
        )
    ]


# ------------------------------------------------------------- patterns of all kinds


PATTERNS = (
    *(
        "**",
        "**/",
        "/**",
        "***",
        "a**",
        "**/mail",
        "mail/**",
        "mail/**/",
        "**/**/a.xml",
    ),
    *("mail/**/a.xml", "**/old/**", "*/*", "/*", "/*/", "*/", "?????", "/mail/old/"),
    *("[a-b].xml", "[!a].xml", "[^a-m]*", "[]#]*", "[#-]*", "[a\\-z].xml", "*[.]xml"),
    *("[[:alpha:]].xml", "[[:punct:]]*", "[![:alpha:]]*", "*[[:space:]]*", "[^/]*"),
    *("two\\ words.xml", "two words.xml  ", "two\\ words.xml \\ ", "a.xml\\  "),
    *("\\a.xml", "\\!a.xml", "!", "!!a.xml", "/", "//", "a.xml/", "\\#odd.xml"),
    *("*d*.x*", "m*l/*d/k*p.*", "{a,b}.xml", "mail/{old}/a.xml", "/a.xml", "./a.xml"),
    *("[b-c]u?ld", "bui*l*d*", "a*b*c*d*e", "*build", "b*build", "build*build"),
    *("\\*.xml", "*.xml\n!*/a.xml", "*\n!*/\n!a.xml", "mail\n!mail/a.xml"),
)


def test_patterns_mean_what_they_mean_to_git(put: Put) -> None:
    git_init()
    put("", *FILES, "-.xml", "a-.xml", "!a.xml", "build/a*.xml")
    expected, kept = {}, {}
    for pattern in PATTERNS:
        put(pattern, ".gitignore")
        expected[pattern] = kept_by_git()
        kept[pattern] = found()

    assert kept == expected


# ------------------------------------------------------------------------- troubles


def told(folder: str = ".") -> list[NoInput]:
    return [one for one in find_inputs([folder]) if isinstance(one, NoInput)]


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("[z-a]", "`[z-a]`: nothing is from `z` to `a`"),
        ("[\\z-\\a]", "`[\\z-\\a]`: nothing is from `z` to `a`"),
        ("a\\", "`a\\`: a `\\` stands at its end"),
        ("a/[b", "`a/[b`: a `[` is never closed by a `]`"),
        ("[]", "`[]`: a `[` is never closed by a `]`"),
        ("[!]", "`[!]`: a `[` is never closed by a `]`"),
        ("[[:abc:]]", "`[[:abc:]]`: no class of signs is called `abc`"),
        ("a" * 5000, f"`{'a' * 60}`: it has more than 4,096 characters"),
        ("[\nb\\\n[z-a]", "`[`: a `[` is never closed by a `]` (and 2 more)"),
    ],
)
def test_bad_pattern_is_named_and_the_others_count(
    put: Put, pattern: str, why: str
) -> None:
    put("", "a.xml", "b.xml", "mail/a.xml")
    put(f"a.xml\n{pattern}\n", ".gitignore")

    assert told() == [NoInput("./.gitignore", f"line 2: {why}")]
    assert {i.name for i in find_inputs(["."]) if isinstance(i, Input)} == {"./b.xml"}


def test_bad_pattern_above_the_search_is_named(put: Put) -> None:
    git_init()
    put("", "mail/old/a.xml")
    put("[", ".git/info/exclude", "mail/.gitignore", "mail/old/.gitignore")
    why = "line 1: `[`: a `[` is never closed by a `]`"

    assert told("mail/old") == [
        NoInput(os.path.abspath(".git/info/exclude"), why),
        NoInput(os.path.abspath("mail/.gitignore"), why),
        NoInput("mail/old/.gitignore", why),
    ]


def make_pipe(path: str) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        pytest.param(make_pipe, "is a pipe, not a file", marks=posix),
        pytest.param(
            lambda path: os.symlink("/dev/zero", path),
            "is a device, not a file",
            marks=posix,
        ),
        (lambda path: os.symlink(".gitignore", path), "too many levels of symbol"),
        (lambda path: os.symlink("gone", path), "no such file or directory"),
        (lambda path: os.symlink("a.xml/x", path), "not a directory"),
        (lambda path: os.truncate(os.open(path, 66), (1 << 20) + 1), "has more than 1"),
    ],
)
def test_rules_that_cannot_be_read_are_named_and_the_rest_is_searched(
    put: Put, make: Callable[[str], None], why: str
) -> None:
    put("", "mail/a.xml")
    make("mail/.gitignore")
    trouble, document = find_inputs(["."])

    assert isinstance(trouble, NoInput)
    assert trouble.name == "./mail/.gitignore"
    assert trouble.reason.startswith(why)
    assert document.name == "./mail/a.xml"


def test_more_patterns_than_anybody_has_are_not_taken(put: Put) -> None:
    put("", "a.xml", "b.xml")
    put("a.xml\n" * 10_000 + "b.xml\n[\n", ".gitignore")

    trouble, document = find_inputs(["."])
    assert trouble == NoInput("./.gitignore", "it has more than 10,000 patterns")
    assert document.name == "./b.xml"


def test_file_in_no_known_encoding_has_rules(put: Put, tmp_path: Path) -> None:
    put("", "a.xml", "b.xml", "\udcff.xml")
    (tmp_path / ".gitignore").write_bytes(b"\xff.xml\0\n\xff.xml\na.xml")

    assert found() == {"b.xml"}
