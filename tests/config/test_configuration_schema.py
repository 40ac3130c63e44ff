"""The JSON schema for editors says what the linter says."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import ctct_lint.config
from ctct_lint.config.keys import KEYS
from ctct_lint.config.kind import KnownNames
from ctct_lint.config.load import _toml, load
from ctct_lint.config.problem import ConfigurationError
from ctct_lint.config.schema import document

FILE = Path(ctct_lint.config.__file__).with_name("schema.json")
VALIDATOR = jsonschema.Draft7Validator(document())


def test_file_is_what_the_table_of_keys_says() -> None:
    assert json.loads(FILE.read_text("utf-8")) == document()


def test_schema_is_one() -> None:
    jsonschema.Draft7Validator.check_schema(document())


def test_every_key_is_explained() -> None:
    properties = document()["properties"]

    assert set(properties) == set(KEYS)
    assert all(value["description"].endswith(".") for value in properties.values())


def test_everything_is_valid(everything: str) -> None:
    assert list(VALIDATOR.iter_errors(_toml().loads(everything))) == []


@pytest.mark.parametrize(
    "text",
    [
        "slect = []",
        'select = "CTC2"',
        "select = [3]",
        'ignore = ["no rule"]',
        'ignore = [""]',
        'operation = "patch"',
        "operation = 3",
        "exclude = [' ']",
        "force-exclude = 1",
        'fail-on = "hint"',
        "max-diagnostics = 0",
        "max-diagnostics = 1.5",
        "max-file-size = 2000",
        "output-format = 3",
        "baseline = ''",
        "[per-file-ignores]\na = 'CTC2'",
        "[per-file-ignores]\n' ' = ['CTC2']",
        "[severity]\nCTC405 = 'off'",
        "[severity]\nCTC4055 = 'error'",
        "severity = []",
        "operations = [1]",
        "[[operations]]\npath = 'a'",
        "[[operations]]\npath = 'a'\noperation = 'auto'\nx = 1",
    ],
)
def test_what_the_linter_refuses_the_schema_refuses(
    put: Callable[[str, str], str], known: KnownNames, text: str
) -> None:
    assert list(VALIDATOR.iter_errors(_toml().loads(text))) != []
    with pytest.raises(ConfigurationError):
        load(put("ctct-lint.toml", text), known)
