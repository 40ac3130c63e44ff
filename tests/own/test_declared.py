"""What a rule file says of its rule, without being run, and what is wrong with it."""

from __future__ import annotations

import re

import pytest

from ctct_lint.model.severity import Severity
from ctct_lint.own.declared import Declared, declared
from ctct_lint.rules.base import Evidence

FILE = "/rules/price_without_tax.py"
HEAD = '"""A price has no tax."""\n'
KEYS = 'on="price", code="ACME001"'
RULE = f"@rule({KEYS})\ndef check(element):\n    pass\n"


def read(text: str | bytes, path: str = FILE) -> tuple[Declared | None, list[str]]:
    """Return what a file says, and what is wrong as `line:column message (help)`."""
    data = text.encode() if isinstance(text, str) else text
    found, wrongs = declared(path, data)
    assert {one.path for one in wrongs} <= {path}
    return found, [
        f"{one.line}:{one.column} {one.message}"
        + "".join(f" ({help_})" for help_ in one.help)
        for one in wrongs
    ]


def wrongs(text: str | bytes, path: str = FILE) -> list[str]:
    """Return what is wrong with a file; then it says nothing."""
    found, problems = read(text, path)
    assert found is None
    return problems


def test_all_that_a_file_says() -> None:
    text = (
        HEAD + 'NS = "{urn:x}"\n\n\n'
        '@api.rule(\n    on=NS + "price", code="ACME001", '
        "severity=Severity.WARNING,\n    evidence=Evidence.STANDARD, "
        'source="a" "b",\n)\n'
        "def tax(element, /, context=None, *, deep=1): ...\n"
    )

    assert read(text) == (
        Declared(
            path=FILE,
            code="ACME001",
            on="{urn:x}price",
            severity=Severity.WARNING,
            evidence=Evidence.STANDARD,
            source="ab",
            manual="A price has no tax.",
            function="tax",
            line=9,
        ),
        [],
    )


def test_severity_evidence_and_source_may_be_left_out() -> None:
    found, _ = read(HEAD + RULE)

    assert found is not None
    assert found.name == "price-without-tax"
    assert (found.severity, found.evidence, found.source) == (Severity.ERROR, None, "")


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "import sys\nsys.exit(1)\n" + RULE,
        HEAD + "raise SystemExit\n" + RULE,
        HEAD + "while True: pass\n" + RULE,
        HEAD + "import there_is_no_such_module\n" + RULE,
        "\ufeff" + HEAD + RULE,
        HEAD + "x = '\\d'\n" + RULE,  # a warning of the parser is nobody's business
        HEAD + "@other\n" + RULE.replace("@rule", "@functools.cache\n@rule"),
        HEAD + "def helper(): pass\n" + RULE,
    ],
)
def test_nothing_of_a_file_is_run(text: str) -> None:
    found, problems = read(text)

    assert problems == []
    assert found is not None
    assert found.code == "ACME001"


@pytest.mark.parametrize("code", ["A001", "ACME001", "ZZ12345", "CT001", "XCTC001"])
def test_codes_that_can_be(code: str) -> None:
    found, _ = read(HEAD + RULE.replace("ACME001", code))

    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "code", ["CTC001", "CTCX001", "acme001", "ACME01", "ACME", "001", "ACME 001", ""]
)
def test_codes_that_cannot_be(code: str) -> None:
    assert wrongs(HEAD + RULE.replace("ACME001", code)) == [
        (
            f"2:24 `{code}` is no code of a rule"
            " (write capitals and three digits, as in `ACME001`; `CTC` is ours)"
        )
    ]


@pytest.mark.parametrize(
    ("on", "why"),
    [
        ("", "it ends with no local name of an element"),
        ("*", "it ends with no local name of an element"),
        ("{urn:x}", "it ends with no local name of an element"),
        ("{urn:x", "the `}` behind the namespace is missing"),
        ("x:price", "it ends with no local name of an element"),
        ("a price", "it ends with no local name of an element"),
        ("//price", "it ends with no local name of an element"),
    ],
)
def test_elements_that_cannot_be(on: str, why: str) -> None:
    assert wrongs(HEAD + RULE.replace("price", on)) == [
        (
            f"2:10 `{on}` names no element: {why}"
            " (write `{namespace}local`, `local` or `{namespace}*`)"
        )
    ]


@pytest.mark.parametrize("on", ["price", "{urn:x}price", "{}price", "{urn:x}*", "{}*"])
def test_elements_that_can_be(on: str) -> None:
    found, _ = read(HEAD + RULE.replace("price", on))

    assert found is not None
    assert found.on == on


THERE_ARE = " (there are `code`, `on`, `severity`, `evidence`, `source`)"
NO_TEXT = " (the file is not run to find it: write the text, or a constant)"
SEVERITIES = (
    "`Severity.ERROR`, `Severity.WARNING`, `Severity.INFORMATION`, `Severity.HINT`"
)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ('on="a"', ["2:2 `code` is missing"]),
        ('code="A001"', ["2:2 `on` is missing"]),
        ("", ["2:2 `code` is missing", "2:2 `on` is missing"]),
        (
            f'"é", x, {KEYS}',
            [
                "2:7 write it by its keyword, as in `code=`",
                "2:12 write it by its keyword, as in `code=`",
            ],
        ),
        (
            'on="é", cod="A001"',
            [
                "2:15 `cod` is no keyword of a rule (did you mean `code`?)",
                "2:2 `code` is missing",
            ],
        ),
        (f"{KEYS}, fields=1", [f"2:35 `fields` is no keyword of a rule{THERE_ARE}"]),
        (f"{KEYS}, **more", [f"2:35 `**` is no keyword of a rule{THERE_ARE}"]),
        ('on=3, code="A001"', [f"2:10 `on` is no plain text{NO_TEXT}"]),
        ('on=name(), code="A001"', [f"2:10 `on` is no plain text{NO_TEXT}"]),
        ('on="a", code=b"A001"', [f"2:20 `code` is no plain text{NO_TEXT}"]),
        (f"{KEYS}, source=f'{{x}}'", [f"2:42 `source` is no plain text{NO_TEXT}"]),
        (
            f"{KEYS}, severity='warning'",
            [f"2:44 this is no severity (write {SEVERITIES})"],
        ),
        (
            f"{KEYS}, severity=Severity.FATAL",
            [f"2:44 this is no severity (write {SEVERITIES})"],
        ),
    ],
)
def test_keywords_that_cannot_be(keys: str, expected: list[str]) -> None:
    found = wrongs(HEAD + f"@rule({keys})\ndef check(element):\n    pass\n")

    assert found == expected


def test_evidence_has_its_words() -> None:
    text = HEAD + RULE.replace(KEYS, f"{KEYS}, evidence=Evidence.RUMOUR")

    (found,) = wrongs(text)

    assert found.startswith("2:44 this is no evidence (write `Evidence.STANDARD`, ")


TAKES = "a rule takes the element, and the context if it asks for that"


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        ("def check(): pass", [f"3:1 {TAKES}"]),
        ("def check(a, b, c): pass", [f"3:1 {TAKES}"]),
        ("def check(a, *, b): pass", [f"3:1 {TAKES}"]),
        ("async def check(a): pass", ["3:1 a rule cannot be `async`"]),
        (
            f"def check(a): pass\n@rule({KEYS})\ndef more(a): pass",
            ["5:1 `more` is a second rule: a file holds one"],
        ),
    ],
)
def test_functions_that_cannot_be(function: str, expected: list[str]) -> None:
    assert wrongs(f"{HEAD}@rule({KEYS})\n{function}\n") == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "def check(element): pass",
        "@rule\ndef check(element): pass",
        "@ruler(on='a', code='A001')\ndef check(element): pass",
        "@make()(on='a')\ndef check(element): pass",
        f"class Rules:\n    @rule({KEYS})\n    def check(self): pass",
        f"check = rule({KEYS})(other)",
    ],
)
def test_no_rule(text: str) -> None:
    assert wrongs(HEAD + text) == [
        (
            '1:1 the file holds no rule (write `@rule(on="...", code="...")` above a '
            "function)"
        )
    ]


@pytest.mark.parametrize("head", ["", "# A price.\n", '""" """\n', "x = 1\n"])
def test_no_manual(head: str) -> None:
    assert wrongs(head + RULE) == [
        (
            "1:1 the file has no docstring "
            "(begin it with a docstring: it is the manual of the rule)"
        )
    ]


@pytest.mark.parametrize(
    "text", ["x = = 1\n", b"\0", b"x = '\xff'\n", "(" * 1000, "-" * 500_000 + "1"]
)
def test_no_python(text: str | bytes) -> None:
    (found,) = wrongs(text)

    assert re.match(r"1:\d+ not Python: \S", found)


def test_the_place_is_that_of_the_parser() -> None:
    assert wrongs(f"{HEAD}x = = 1\n") == ["2:5 not Python: invalid syntax"]


CALL_IT = " (call the file by small letters, digits and `_`: `price_without_tax.py`)"


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("Price", f"1:1 `Price` is no name of a rule{CALL_IT}"),
        ("no-tax", f"1:1 `no-tax` is no name of a rule{CALL_IT}"),
        ("2_prices", f"1:1 `2_prices` is no name of a rule{CALL_IT}"),
        ("tax__", f"1:1 `tax__` is no name of a rule{CALL_IT}"),
        (
            "missing_element",
            f"1:1 `missing_element` is the name of a rule that is built in{CALL_IT}",
        ),
    ],
)
def test_files_that_cannot_be_called_so(stem: str, expected: str) -> None:
    assert wrongs(HEAD + RULE, f"/rules/{stem}.py") == [expected]


@pytest.mark.parametrize(
    ("before", "written", "expected"),
    [
        ('A = "x"\n', "A", "x"),
        ('A: str = "x"\n', "A", "x"),
        ('A = B = "x"\n', "A + B", "xx"),
        ('A = "{urn:a}"\nB = A + "b"\n', "B", "{urn:a}b"),
        ('A = "{urn:a}"\n', 'f"{A}b"', "{urn:a}b"),
        ('A = "x"\n', '"a" + "b" + A', "abx"),
        ('A = "x"\nA = "y"\n', "A", None),
        ("A: str\n", "A", None),
        ('A = A + "x"\n', "A", None),
        ('A, B = "x", "y"\n', "A", None),
        ('if 1:\n    A = "x"\n', "A", None),
        ('A = "x"\n', 'f"{A!r}"', None),
        ('A = "x"\n', 'f"{A:>9}"', None),
        ('A = "x"\n', "A * 2", None),
        ('A = "x"\n', "A.upper()", None),
        (
            'A0 = "x" * 1\nB0 = "' + "x" * 4000 + '"\nB1 = B0 + B0\n',
            "B1",
            None,
        ),
    ],
)
def test_constants(before: str, written: str, expected: str | None) -> None:
    text = f"{HEAD}{before}{RULE}".replace(KEYS, f"{KEYS}, source={written}")
    found, problems = read(text)

    assert (found.source if found else None) == expected
    assert bool(problems) == (expected is None)


def test_what_doubles_at_each_line_takes_no_memory() -> None:
    lines = ['A0 = "xxxxxxxx"', *(f"A{n} = A{n - 1} + A{n - 1}" for n in range(1, 200))]
    text = HEAD + "\n".join(lines) + "\n" + RULE.replace(KEYS, f"{KEYS}, source=A199")

    assert len(wrongs(text)) == 1
