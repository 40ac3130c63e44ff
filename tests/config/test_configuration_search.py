"""Which configuration a file is under, and what the command line changes in it."""

from __future__ import annotations

import os
import pickle
from typing import TYPE_CHECKING

import pytest
from systems import posix

from ctct_lint.config import Settings
from ctct_lint.config.configuration import Configuration
from ctct_lint.config.find import Configurations
from ctct_lint.config.kind import KnownNames
from ctct_lint.config.overrides import Overrides
from ctct_lint.config.problem import ConfigurationError
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import Operation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Put = Callable[[str, str], str]
    Search = Callable[..., Configurations]


@pytest.fixture
def search(known: KnownNames) -> Search:
    """Return a function that makes the configurations of a run."""

    def make(**options: object) -> Configurations:
        return Configurations(known, **options)  # type: ignore[arg-type]

    return make


def ignoring(code: str) -> str:
    return f'ignore = ["{code}"]\n'


def ignored(configurations: Configurations, path: str | None) -> tuple[str, ...]:
    return configurations.settings_for(path).ignore


# ------------------------------------------------------------------ the nearest one


@posix
def test_nearest_one_above_the_file_counts(put: Put, search: Search) -> None:
    put("ctct-lint.toml", ignoring("CTC2"))
    put("shop/ctct-lint.toml", ignoring("CTC203"))
    put("shop/mail/a.xml", "")
    found = search()

    assert ignored(found, "a.xml") == ("CTC2",)
    assert ignored(found, "other/deep/a.xml") == ("CTC2",)
    assert ignored(found, "shop/a.xml") == ("CTC203",)
    assert ignored(found, "shop/mail/a.xml") == ("CTC203",)
    assert ignored(found, os.path.abspath("shop/mail/b.xml")) == ("CTC203",)
    assert ignored(found, None) == ("CTC2",)
    assert found.of_run().path == "ctct-lint.toml"
    assert found.of("shop/mail/a.xml").path == "shop/ctct-lint.toml"


def test_own_file_wins_over_pyproject_beside_it(put: Put, search: Search) -> None:
    put("ctct-lint.toml", "")
    put("pyproject.toml", "[tool.ctct-lint]\n" + ignoring("CTC2"))

    assert ignored(search(), "a.xml") == ()


def test_pyproject_without_the_table_is_passed_over(put: Put, search: Search) -> None:
    put("pyproject.toml", "[tool.ctct-lint]\n" + ignoring("CTC2"))
    put("a/pyproject.toml", 'dependencies = ["ctct-lint"]')
    put("a/b/pyproject.toml", 'this is no TOML, needs = ["ctct-lint>=1"]')
    put("a/b/c/ctct-lint.toml/x", "")

    assert ignored(search(), "a/b/c/a.xml") == ("CTC2",)


@pytest.mark.parametrize(
    "text",
    [
        "[tool.ctct-lint]\nignore = ['CTC2']",
        "[ tool . 'ctct-lint' ]\nignore = ['CTC2']",
        'tool."ctct-lint" = { ignore = ["CTC2"] }',
        "[tool]\nctct-lint.ignore = ['CTC2']",
        "tool.ctct-lint .ignore = ['CTC2']",
    ],
)
def test_table_of_pyproject_is_found_however_it_is_spelt(
    put: Put, search: Search, text: str
) -> None:
    put("pyproject.toml", text)

    assert ignored(search(), "a.xml") == ("CTC2",)


@pytest.mark.parametrize("name", ["pyproject.toml", "ctct-lint.toml"])
def test_folder_of_the_name_is_no_configuration(
    put: Put, search: Search, name: str
) -> None:
    put(f"{name}/x", "")

    assert search().of("a.xml") == Configuration()


def make_pipe(path: str) -> None:
    os.mkfifo(path)


@posix
@pytest.mark.parametrize(
    ("make", "why"),
    [
        (make_pipe, "is a pipe, not a file"),
        (lambda path: os.symlink("/dev/zero", path), "is a device, not a file"),
        (lambda path: os.symlink("gone", path), "no such file or directory"),
        (lambda path: os.truncate(os.open(path, 66), (1 << 20) + 1), "has more than 1"),
    ],
)
def test_pyproject_that_cannot_be_read_is_named_and_passed_over(
    put: Put, search: Search, make: Callable[[str], None], why: str
) -> None:
    put("ctct-lint.toml", ignoring("CTC2"))
    put("shop/mail/a.xml", "")
    make("shop/pyproject.toml")
    found = search()

    for path in ("shop/mail/a.xml", "shop/a.xml", "shop/mail/b.xml"):
        assert ignored(found, path) == ("CTC2",)
        (unread,) = found.settings_for(path).unread
        assert unread.startswith(f"shop/pyproject.toml: cannot be read: {why}")
    assert found.settings_for("a.xml").unread == ()


@posix
def test_own_file_that_cannot_be_read_fails_for_the_files_under_it(
    put: Put, search: Search
) -> None:
    put("shop/a.xml", "")
    os.mkfifo("shop/ctct-lint.toml")
    os.mkfifo("shop/pyproject.toml")
    found = search()

    with pytest.raises(ConfigurationError) as caught:
        found.settings_for("shop/a.xml")
    why = "is a pipe, not a file"
    assert str(caught.value) == f"shop/ctct-lint.toml: cannot be read: {why}"
    assert found.of("a.xml") == Configuration()


@posix
def test_pyproject_below_a_wrong_configuration_changes_nothing(
    put: Put, search: Search
) -> None:
    put("ctct-lint.toml", "x")
    put("shop/a.xml", "")
    os.mkfifo("shop/pyproject.toml")

    with pytest.raises(ConfigurationError, match="not TOML"):
        search().settings_for("shop/a.xml")


def test_without_any_there_are_only_the_options(put: Put, search: Search) -> None:
    put("a.xml", "")

    found = search(overrides=Overrides(ignore=("CTC2",)))

    assert found.of_run() == Configuration(base=Settings(ignore=("CTC2",)))


def test_given_file_is_the_only_one(put: Put, search: Search) -> None:
    put("ctct-lint.toml", ignoring("CTC2"))
    put("elsewhere/mine.toml", '[per-file-ignores]\n"a.xml" = ["CTC203"]')

    found = search(file="elsewhere/mine.toml")

    assert ignored(found, "elsewhere/a.xml") == ("CTC203",)
    assert ignored(found, "b.xml") == ()
    assert found.of_run().path == "elsewhere/mine.toml"


def test_given_pyproject_must_have_the_table(put: Put, search: Search) -> None:
    path = put("pyproject.toml", "")

    with pytest.raises(ConfigurationError) as caught:
        search(file=path).of_run()

    assert str(caught.value) == (
        "pyproject.toml: there is no table [tool.ctct-lint]\n"
        "  help: name a file with settings after `--config`"
    )


@posix
def test_given_file_that_is_missing(put: Put, search: Search) -> None:
    put("a.xml", "")

    with pytest.raises(ConfigurationError) as caught:
        search(file="gone.toml").of_run()

    assert str(caught.value) == "gone.toml: cannot be read: no such file or directory"


def test_isolated_run_reads_none(put: Put, search: Search) -> None:
    put("ctct-lint.toml", "no TOML")

    found = search(isolated=True, overrides=Overrides(select=("CTC2",)))

    assert found.settings_for("a.xml") == Settings(select=("CTC2",))
    assert found.of("mail/a.xml") is found.of_run()


@posix
def test_file_is_called_by_its_shortest_name(
    put: Put, search: Search, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("ctct-lint.toml", "")
    put("a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u/v/w/x/y/z/1/2/3/a.xml", "")
    monkeypatch.chdir("a")
    assert search().of_run().path == "../ctct-lint.toml"

    monkeypatch.chdir("b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u/v/w/x/y/z/1/2/3")
    deep = tmp_path / "ctct-lint.toml"
    assert search().of_run().path == min(str(deep), os.path.relpath(deep), key=len)


# ------------------------------------------------------------- one that is not right


@posix
def test_wrong_configuration_fails_for_every_file_under_it_with_one_error(
    put: Put, search: Search
) -> None:
    put("ctct-lint.toml", "")
    put("bad/ctct-lint.toml", "exclude = 3")
    found = search()

    errors = []
    for path in ("bad/a.xml", "bad/mail/b.xml", os.path.abspath("bad/c.xml")):
        with pytest.raises(ConfigurationError) as caught:
            found.settings_for(path)
        errors.append(caught.value)

    assert found.settings_for("a.xml") == Settings()
    assert errors == [errors[0]] * 3
    assert str(errors[0]) == (
        "bad/ctct-lint.toml:1:11: `exclude`: must be an array, not an integer"
    )


def test_wrong_configuration_excludes_nothing(put: Put, search: Search) -> None:
    put("ctct-lint.toml", 'exclude = ["a.xml", 3]')
    found = search()

    assert found.exclusion_in("mail") is None
    assert not found.covers_excluded("mail/a.xml")


# -------------------------------------------------------------------- what globs say


GLOBS = """\
ignore = ["CTC405"]
operation = "update"

[per-file-ignores]
"old" = ["CTC2"]
"*.draft.xml" = ["CTC203"]

[[operations]]
path = "old"
operation = "response"
[[operations]]
path = "old/new.xml"
operation = "auto"
"""


@pytest.mark.parametrize(
    ("path", "operation", "ignore"),
    [
        ("a.xml", Operation.UPDATE, ("CTC405",)),
        ("a.draft.xml", Operation.UPDATE, ("CTC405", "CTC203")),
        ("old/a.xml", Operation.RESPONSE, ("CTC405", "CTC2")),
        ("old/a.draft.xml", Operation.RESPONSE, ("CTC405", "CTC2", "CTC203")),
        ("old/new.xml", None, ("CTC405", "CTC2")),
        (None, Operation.UPDATE, ("CTC405",)),
    ],
)
def test_globs_add_to_what_is_ignored_and_the_last_one_has_the_operation(
    put: Put,
    search: Search,
    path: str | None,
    operation: Operation | None,
    ignore: tuple[str, ...],
) -> None:
    put("ctct-lint.toml", GLOBS)

    assert search().settings_for(path) == Settings(operation, ignore=ignore)


def test_files_that_are_alike_share_their_settings(put: Put, search: Search) -> None:
    put("ctct-lint.toml", GLOBS)
    found = search()

    paths = [f"{folder}{n}.xml" for folder in ("old/", "mail/", "") for n in range(9)]
    assert len({id(found.settings_for(path)) for path in paths}) == 2


def test_exclusion_is_asked_of_a_folder(put: Put, search: Search) -> None:
    put("ctct-lint.toml", 'exclude = ["drafts/"]\nextend-exclude = ["old/*.xml"]')
    put("free/ctct-lint.toml", "")
    found = search()

    def excluded(folder: str) -> set[str]:
        is_excluded = found.exclusion_in(folder)
        assert is_excluded is not None
        return {name for name in ("drafts", "drafts/", "a.xml") if is_excluded(name)}

    assert excluded("") == {"drafts/"}
    assert excluded("old") == {"drafts/", "a.xml"}
    assert found.exclusion_in("free") is None
    named = [
        "a.xml",
        "drafts/a.xml",
        "mail/drafts/new/a.xml",
        "old/a.xml",
        "free/a.xml",
    ]
    assert [path for path in named if found.covers_excluded(path)] == named[1:4]


# ------------------------------------------------------------------ the command line


BASE = """\
select = ["CTC2", "CTC4"]
ignore = ["CTC203"]
operation = "update"
exclude = ["a.xml"]
extend-exclude = ["b.xml"]
[per-file-ignores]
"**" = ["CTC205"]
[severity]
CTC405 = "hint"
[[operations]]
path = "**"
operation = "response"
"""


@pytest.mark.parametrize(
    ("overrides", "changed"),
    [
        (Overrides(), {}),
        (Overrides(operation=Operation.CREATE), {"operation": Operation.CREATE}),
        (Overrides(is_auto=True), {"operation": None}),
        (
            Overrides(select=("CTC405",)),
            {"select": ("CTC405",), "ignore": ("CTC205",)},
        ),
        (
            Overrides(ignore=("CTC405",)),
            {"ignore": ("CTC203", "CTC405", "CTC205")},
        ),
        (
            Overrides(
                severities=(("CTC405", Severity.ERROR), ("CTC4", Severity.WARNING))
            ),
            {
                "severities": (
                    ("CTC405", Severity.HINT),
                    ("CTC4", Severity.WARNING),
                    ("CTC405", Severity.ERROR),
                )
            },
        ),
        (
            Overrides(per_file_ignores=(("a.xml", ("CTC4",)), ("c.xml", ("CTC1",)))),
            {"ignore": ("CTC203", "CTC205", "CTC4")},
        ),
    ],
)
def test_options_win(
    put: Put, search: Search, overrides: Overrides, changed: dict[str, object]
) -> None:
    put("ctct-lint.toml", BASE)
    usual = Settings(
        operation=Operation.RESPONSE,
        select=("CTC2", "CTC4"),
        ignore=("CTC203", "CTC205"),
        severities=(("CTC405", Severity.HINT),),
    )

    found = search(overrides=overrides)

    assert found.settings_for("a.xml") == usual._replace(**changed)


def test_family_on_the_command_line_wins_over_a_code_in_the_file() -> None:
    configuration = Configuration(
        base=Settings(severities=(("CTC405", Severity.HINT),))
    )
    overrides = Overrides(severities=(("CTC4", Severity.WARNING),))

    settings = configuration.overridden(overrides).base

    found = settings.severity_of("CTC405", "malformed-date", Severity.ERROR)
    assert found is Severity.WARNING


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        (Overrides(), {"a.xml", "b.xml"}),
        (Overrides(exclude=("c.xml",)), {"b.xml", "c.xml"}),
        (Overrides(exclude=()), {"b.xml"}),
        (Overrides(extend_exclude=("c.xml",)), {"a.xml", "b.xml", "c.xml"}),
        (Overrides(extend_exclude=("/c.xml",), folder="other"), {"a.xml", "b.xml"}),
    ],
)
def test_excluding_options_replace_or_add(
    put: Put, search: Search, overrides: Overrides, expected: set[str]
) -> None:
    put("ctct-lint.toml", BASE)
    found = search(overrides=overrides)

    is_excluded = found.exclusion_in("")
    names = ["a.xml", "b.xml", "c.xml", "d.xml"]
    assert is_excluded is not None
    assert {name for name in names if is_excluded(name)} == expected
    assert {name for name in names if found.covers_excluded(name)} == expected


def test_nothing_is_read_before_it_is_asked_for(put: Put, search: Search) -> None:
    put("a.xml", "")
    found = search()
    put("ctct-lint.toml", ignoring("CTC2"))

    assert ignored(found, "a.xml") == ("CTC2",)


def test_what_goes_to_other_processes_can_be_pickled(put: Put) -> None:
    put("ctct-lint.toml", 'operation = "update"')
    found = Configurations(KnownNames(tuple), Overrides(exclude=("x",)))
    before = found.settings_for("a.xml")

    copy = pickle.loads(pickle.dumps(found))  # noqa: S301

    assert copy.settings_for("a.xml") == before
    assert copy.settings_for("other/a.xml") == before
    assert copy.of_run() == found.of_run()
