"""Values under the words that people write for them."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from ctct_lint.profiles.ctct.facts import (
    FACTS,
    called,
    code_list,
    nearly_called,
)
from ctct_lint.profiles.ctct.resources import SCHEMAS
from ctct_lint.schema.facts import words
from ctct_lint.schema.facts.annotated import root_of
from ctct_lint.schema.files import schema_path

if TYPE_CHECKING:
    from pathlib import Path

US, CANADA = code_list("UsStateCode"), code_list("CanadianProvinceCode")
STATES, COUNTRIES = US | CANADA, code_list("CountryCode")
SWITCH = frozenset({"YES", "NO"})
GREETINGS = frozenset({"FirstName", "LastName", "FirstAndLastName", "None"})
FORMATS, TYPES = frozenset({"HTML", "XHTML"}), frozenset({"HTML", "Text"})


@pytest.mark.parametrize(
    ("word", "values", "value"),
    [
        ("Massachusetts", STATES, "MA"),
        ("MASSACHUSETTS", STATES, "MA"),
        ("Mass.", STATES, "MA"),
        ("new hampshire", STATES, "NH"),
        ("New-York", STATES, "NY"),
        ("N. Car.", STATES, "NC"),
        ("Washington, D.C.", STATES, "DC"),
        ("Washington", STATES, "WA"),
        ("Ontario", STATES, "ON"),
        ("Québec", STATES, "QC"),
        ("Newfoundland & Labrador", STATES, "NL"),
        ("Armed Forces Pacific", STATES, "AP"),
        ("Bavaria", STATES, ""),
        ("Ontario", US, ""),
        ("United States", COUNTRIES, "us"),
        ("U.S.A.", COUNTRIES, "us"),
        ("uk", COUNTRIES, "gb"),
        ("the netherlands", COUNTRIES, "nl"),
        ("true", SWITCH, "YES"),
        ("1", SWITCH, "YES"),
        ("Off", SWITCH, "NO"),
        ("first", GREETINGS, "FirstName"),
        ("Full Name", GREETINGS, "FirstAndLastName"),
        ("no", GREETINGS, "None"),
        ("text/html", FORMATS, "HTML"),
        ("application/xhtml+xml", FORMATS, "XHTML"),
        ("text/plain", TYPES, "Text"),
        ("TXT", TYPES, "Text"),
        ("", STATES, ""),
    ],
)
def test_a_word_stands_for_a_value(
    word: str, values: frozenset[str], value: str
) -> None:
    assert called(word, values) == value


@pytest.mark.parametrize(
    ("word", "values", "value"),
    [
        ("Massachusets", STATES, "MA"),
        ("Ontaroi", STATES, "ON"),
        ("Germny", COUNTRIES, "de"),
        ("Middle-earth", COUNTRIES, ""),
        ("Mas", STATES, ""),
    ],
)
def test_a_word_may_be_misspelt(word: str, values: frozenset[str], value: str) -> None:
    assert nearly_called(word, values) == value


@pytest.mark.parametrize("file", [*SCHEMAS, "codes.xsd"])
def test_the_words_are_those_of_values_that_there_are(file: str) -> None:
    root = root_of(FACTS._path(file))
    values = {e.get("value") for e in root.iter("{*}enumeration")}
    listed = (e.get("values", "").split("|") for e in root.iter("{*}fact"))
    values.update(*listed)
    words = [also.get("value") for also in root.iter("{urn:ctct-lint:facts}also")]

    assert set(words) <= values
    assert len(words) == len(set(words)) or file == "contact.xsd"


def test_every_state_and_country_has_a_name() -> None:
    named = {
        also.get("value")
        for also in etree.ElementTree(root_of(FACTS._path("codes.xsd"))).iter("{*}also")
    }

    assert named >= STATES
    assert COUNTRIES - named == {"unavailable"}


def test_a_long_text_is_no_word() -> None:
    assert called("-".join("Massachusetts"), STATES) == "MA"
    assert called(" " * 200 + "Massachusetts", STATES) == ""
    assert nearly_called(" " * 200 + "Massachusets", STATES) == ""


def test_words_of_a_schema_of_others_are_read_from_it(tmp_path: Path) -> None:
    schema = (str(shutil.copy(schema_path("codes.xsd"), tmp_path)),)

    assert words.called(schema, "Massachusetts", STATES) == "MA"
    assert words.nearly_called(schema, "Massachusets", STATES) == "MA"
    assert words.called(schema, "Bavaria", STATES) == ""
