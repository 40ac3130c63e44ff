"""One configuration file: what it may say, and all that is wrong with it."""

from __future__ import annotations

import pickle
import sys
from typing import TYPE_CHECKING

import pytest
from systems import posix

from ctct_lint.config import Settings
from ctct_lint.config.configuration import Configuration
from ctct_lint.config.globs import Globs
from ctct_lint.config.load import load
from ctct_lint.config.problem import ConfigurationError
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import Operation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ctct_lint.config.kind import KnownNames

    Put = Callable[[str, str], str]

OWN = "ctct-lint.toml"


def told(put: Put, known: KnownNames, text: str, name: str = OWN) -> str:
    """Return what is said of a configuration that cannot be used."""
    with pytest.raises(ConfigurationError) as caught:
        load(put(name, text), known)
    return str(caught.value)


# ------------------------------------------------------------------- what is right


@posix
def test_every_key_has_its_place(
    put: Put, known: KnownNames, everything: str, tmp_path: Path
) -> None:
    folder = str(tmp_path)

    assert load(put(OWN, everything), known) == Configuration(
        path=OWN,
        base=Settings(
            operation=Operation.UPDATE,
            select=("CTC2", "malformed-date"),
            ignore=("ctc203",),
            severities=(
                ("CTC", Severity.INFORMATION),
                ("CTC405", Severity.HINT),
                ("malformed-date", Severity.ERROR),
            ),
            largest=2 << 20,
        ),
        per_file_ignores=((Globs(folder, ("old/**",)), ("CTC2",)),),
        operations=(
            (Globs(folder, ("answers",)), Operation.RESPONSE),
            (Globs(folder, ("answers/new.xml",)), None),
        ),
        excludes=(Globs(folder, ("drafts", "*.old.xml")),),
        extend_excludes=(Globs(folder, ("vendor/",)),),
        force_exclude=True,
        respect_gitignore=False,
        fail_on=Severity.WARNING,
        max_diagnostics=50,
        output_format="concise",
        baseline="known/baseline.json",
        cache_dir=".cache",
        rule_pages="https://docs.example.org/{code}.html",
    )


def test_table_of_pyproject_is_the_same(put: Put, known: KnownNames) -> None:
    text = 'name = "x"\n[tool.ctct-lint]\nignore = ["CTC2"]\n[tool.other]\nignore = 3\n'

    found = load(put("pyproject.toml", text), known)

    assert found == Configuration("pyproject.toml", Settings(ignore=("CTC2",)))


@pytest.mark.parametrize("text", ["", "[tool]\n", "tool = 3", "[tool.ctct]\nx = 1"])
def test_pyproject_without_the_table_is_none(
    put: Put, known: KnownNames, text: str
) -> None:
    assert load(put("pyproject.toml", text), known) is None


def test_empty_file_says_nothing(put: Put, known: KnownNames) -> None:
    assert load(put(OWN, ""), known) == Configuration(OWN)


def test_byte_order_mark_is_no_matter(put: Put, known: KnownNames) -> None:
    found = load(put(OWN, '\ufefffail-on = "info"\r\n'), known)

    assert found == Configuration(OWN, fail_on=Severity.INFORMATION)


@posix
def test_paths_are_those_from_the_working_folder(put: Put, known: KnownNames) -> None:
    text = 'baseline = "../b.json"\ncache-dir = "kept"'
    found = load(put(f"shop/{OWN}", text), known)

    assert found is not None
    assert (found.baseline, found.cache_dir) == ("b.json", "shop/kept")


def test_key_of_which_the_end_is_missing_is_completed(
    put: Put, known: KnownNames
) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load(put(OWN, "cache = true\nmax = 2"), known)

    first, advice, second, *_ = str(caught.value).split("\n")
    assert first == f"{OWN}:1:1: unknown key `cache`"
    assert advice == "  help: did you mean `cache-dir`?"
    assert second == f"{OWN}:2:1: unknown key `max`"


def test_configuration_survives_pickling(
    put: Put, known: KnownNames, everything: str
) -> None:
    found = load(put(OWN, everything), known)

    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301


# ------------------------------------------------------------------- what is wrong


def test_all_faults_are_told_at_once_each_at_its_place(
    put: Put, known: KnownNames
) -> None:
    text = """\
# é
slect = ["CTC2"]
ignore = ["CTC999", "malformed-dat", 3, "", "oven"]
fail-on = "hint"
max-diagnostics = 0
max-file-size = true
respect-gitignore = "yes"
exclude = "x"
severity = { CTC4 = "off", "ovn" = "eror" }
output-format = "ful"
"operation"    = ['patch']
baseline = " "

[per-file-ignores]
"mail/**" = "CTC2"
" " = [1979-05-27, 1.5, {}]

[[operations]]
path = "a"
operation = "update"
[[operations]]
pth = "a"
"""
    codes = "`ctct-lint rules` lists them"
    severities = "`error`, `warning`, `info`, `hint`"
    operations = "`auto`, `create`, `update`, `response`"

    assert told(put, known, text).splitlines() == [
        f"{OWN}:2:1: unknown key `slect`",
        "  help: did you mean `select`?",
        f"{OWN}:3:11: `ignore[0]`: no rule has the code or name `CTC999`",
        f"  help: {codes}",
        f"{OWN}:3:21: `ignore[1]`: no rule has the code or name `malformed-dat`",
        "  help: did you mean `malformed-date`?",
        f"{OWN}:3:38: `ignore[2]`: must be a string, not an integer",
        f"{OWN}:3:41: `ignore[3]`: the string is empty",
        f"{OWN}:3:45: `ignore[4]`: no rule has the code or name `oven`",
        f"  help: {codes}",
        f"{OWN}:4:11: `fail-on`: unknown value `hint`",
        "  help: expected one of `error`, `warning`, `info`",
        f"{OWN}:5:19: `max-diagnostics`: must be between 1 and 1000000, not 0",
        f"{OWN}:6:17: `max-file-size`: must be an integer, not a boolean",
        f"{OWN}:7:21: `respect-gitignore`: must be `true` or `false`, not a string",
        f"{OWN}:8:11: `exclude`: must be an array, not a string",
        "  help: put brackets around it",
        f"{OWN}:9:21: `severity.CTC4`: unknown value `off`",
        f"  help: expected one of {severities}",
        f"{OWN}:9:28: no rule has the code or name `ovn`",
        f"  help: {codes}",
        f"{OWN}:9:36: `severity.ovn`: unknown value `eror`",
        "  help: did you mean `error`?",
        f"{OWN}:10:17: `output-format`: unknown value `ful`",
        "  help: did you mean `full`?",
        f"{OWN}:11:18: `operation`: must be one of {operations}, not an array",
        f"{OWN}:12:12: `baseline`: the string is empty",
        f"{OWN}:15:13: `per-file-ignores.mail/**`: must be an array, not a string",
        "  help: put brackets around it",
        f"{OWN}:16:1: the string is empty",
        f"{OWN}:16:8: `per-file-ignores. [0]`: must be a string, not a date or time",
        f"{OWN}:16:20: `per-file-ignores. [1]`: must be a string, not a float",
        f"{OWN}:16:25: `per-file-ignores. [2]`: must be a string, not a table",
        f"{OWN}:21:1: `operations[1]`: the key `path` is missing",
        f"{OWN}:21:1: `operations[1]`: the key `operation` is missing",
        f"{OWN}:22:1: unknown key `pth`",
        "  help: did you mean `path`?",
    ]


def test_faults_of_pyproject_are_named_without_its_table(
    put: Put, known: KnownNames
) -> None:
    text = '[tool.ctct-lint]\nseverity = 3\n[tool.ctct-lint.per-file-ignores]\n"a" = 2'

    assert told(put, known, text, "pyproject.toml").splitlines() == [
        "pyproject.toml:2:12: `severity`: must be a table, not an integer",
        "pyproject.toml:4:7: `per-file-ignores.a`: must be an array, not an integer",
    ]


def test_table_that_is_none(put: Put, known: KnownNames) -> None:
    text = "[tool]\nctct-lint = 3\n"

    assert told(put, known, text, "pyproject.toml") == (
        "pyproject.toml:2:13: `tool.ctct-lint`: must be a table, not an integer"
    )


def test_table_spelt_by_dotted_keys_is_at_its_first_one(
    put: Put, known: KnownNames
) -> None:
    text = "exclude.a = 1\nexclude.b = 2\n"

    assert told(put, known, text) == (
        f"{OWN}:1:1: `exclude`: must be an array, not a table"
    )


def test_record_must_be_a_table(put: Put, known: KnownNames) -> None:
    assert told(put, known, "operations = [3]") == (
        f"{OWN}:1:15: `operations[0]`: must be a table, not an integer"
    )


def test_format_is_any_where_none_are_known(put: Put, known: KnownNames) -> None:
    anything = known._replace(formats=())

    found = load(put(OWN, 'output-format = "x"'), anything)

    assert found is not None
    assert found.output_format == "x"
    assert told(put, anything, 'output-format = ""') == (
        f"{OWN}:1:17: `output-format`: the string is empty"
    )
    assert told(put, known, "output-format = 3") == (
        f"{OWN}:1:17: `output-format`: must be a string, not an integer"
    )


HUGE = "7" * 5000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'exclude = ["[z-a]"]',
            ":1:12: `exclude[0]`: `[z-a]` matches nothing: nothing is from `z` to `a`",
        ),
        (
            "extend-exclude = ['a', 'b\\', 3, '']",
            (
                ":1:24: `extend-exclude[1]`: `b\\` matches nothing: "
                "a `\\` stands at its end\n"
                f"{OWN}:1:30: `extend-exclude[2]`: must be a string, not an integer\n"
                f"{OWN}:1:33: `extend-exclude[3]`: the string is empty"
            ),
        ),
        (
            'per-file-ignores = { "a[" = [] }',
            ":1:22: `a[` matches nothing: a `[` is never closed by a `]`",
        ),
        (
            (
                '[[operations]]\npath = "{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}'
                '{a,b}{a,b}{a,b}"\noperation = "auto"'
            ),
            ":2:8: `operations[0].path`: `" + "{a,b}" * 12 + "` matches nothing: "
            "it stands for more than 1,000 names",
        ),
        (f"max-diagnostics = {HUGE}", ": a number has thousands of digits"),
        (
            "max-diagnostics = 0x" + HUGE,
            ":1:19: `max-diagnostics`: must be between 1 and 1000000",
        ),
        ("fail-on = inf", ":1:11: `fail-on`: must be one of"),
        ("max-diagnostics = nan", ":1:19: `max-diagnostics`: must be an integer"),
        ('baseline = "a\\u0000b"', ":1:12: `baseline`: the string holds a NUL"),
        ('"a\\nb" = 1', ":1:1: unknown key `a\\nb`\n  help: "),
        ('fail-on = """a\n::error::b"""', ":1:11: `fail-on`: unknown value `a\\n::"),
        (f"{HUGE} = 1", f":1:1: unknown key `{HUGE[:60]}...`\n  help: expected one"),
        (
            f'ignore = ["{HUGE}"]',
            ":1:11: `ignore[0]`: no rule has the code or name `7",
        ),
        (f"severity.{HUGE} = 3", f":1:10: no rule has the code or name `{HUGE[:60]}"),
        ("a = 1\n" + "a." * 2000 + "a = 1", ":2:1: more than 1,000 dots in a line"),
        ("a = " + "[" * 5000 + "]" * 5000, ": arrays or tables are nested too deeply"),
        ("a = " + "[" * 300 + "]" * 300, ":"),
        ("a = 1\n[a]\n", ":"),
        ("[a]\n[a]\n", ":"),
        ("a = 2026-13-45", ":"),
    ],
)
def test_hostile_text_is_a_fault_like_any_other(
    put: Put, known: KnownNames, text: str, expected: str
) -> None:
    assert told(put, known, text).startswith(f"{OWN}{expected}")


def test_places_nested_too_deeply_are_those_of_the_file(
    put: Put, known: KnownNames, monkeypatch: pytest.MonkeyPatch
) -> None:
    def places(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(sys.modules[load.__module__], "Places", places)

    assert told(put, known, "x = 1") == f"{OWN}: arrays or tables are nested too deeply"


def test_no_more_problems_are_told_than_somebody_reads(
    put: Put, known: KnownNames
) -> None:
    text = f"ignore = [{'3,' * 50_000}]"

    assert len(told(put, known, text).splitlines()) == 100


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a = 1\nb = é\n", f"{OWN}:2:5"),
        ("a = 1\nb =", f"{OWN}:2:4"),
        ("a = 1\nb = [\n\n", f"{OWN}:2:6"),
        ("a = 1\na = 2\n", f"{OWN}:2:6"),
    ],
)
def test_text_that_is_no_toml_is_told_with_its_place(
    put: Put, known: KnownNames, text: str, place: str
) -> None:
    assert told(put, known, text).startswith(f"{place}: not TOML: ")


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (ValueError("Of another wording"), "not TOML: Of another wording"),
        (RecursionError(), "arrays or tables are nested too deeply"),
    ],
)
def test_fault_without_a_place_is_one_of_the_file(
    put: Put,
    known: KnownNames,
    monkeypatch: pytest.MonkeyPatch,
    error: Exception,
    expected: str,
) -> None:
    class Broken:
        TOMLDecodeError = ValueError

        @staticmethod
        def loads(_text: str) -> None:
            raise error

    monkeypatch.setattr(sys.modules[load.__module__], "_toml", lambda: Broken)

    assert told(put, known, "") == f"{OWN}: {expected}"


def test_bytes_that_are_not_utf_8(put: Put, known: KnownNames, tmp_path: Path) -> None:
    put(OWN, "")
    (tmp_path / OWN).write_bytes("a = 1\né = ".encode() + b"\xff")

    with pytest.raises(ConfigurationError) as caught:
        load(OWN, known)

    assert str(caught.value) == f"{OWN}:2:5: a TOML file must be UTF-8, and this is not"


@posix
def test_file_that_cannot_be_read(known: KnownNames, tmp_path: Path) -> None:
    path = str(tmp_path / "missing.toml")

    with pytest.raises(ConfigurationError) as caught:
        load(path, known)

    assert str(caught.value) == f"{path}: cannot be read: no such file or directory"


def test_error_survives_pickling(put: Put, known: KnownNames) -> None:
    with pytest.raises(ConfigurationError) as caught:
        load(put(OWN, "x = 1"), known)

    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301
    assert str(copy) == str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "docs/{code}.md",
        "https://docs.example.org/",
        "ftp://a/{code}",
        "https://a b/{code}",
    ],
)
def test_pages_of_rules_have_an_address_with_the_code(
    put: Put, known: KnownNames, address: str
) -> None:
    with pytest.raises(ConfigurationError) as error:
        load(put(OWN, f'rule-pages = "{address}"'), known)

    first, advice = str(error.value).splitlines()
    assert (
        first
        == f"{OWN}:1:14: `rule-pages`: {address!r} is no address with {{code}} in it"
    )
    assert advice == "  help: write it as `https://example.org/rules/{code}.html`"


def test_an_address_is_a_string(put: Put, known: KnownNames) -> None:
    with pytest.raises(ConfigurationError, match="a string"):
        load(put(OWN, "rule-pages = 5"), known)
