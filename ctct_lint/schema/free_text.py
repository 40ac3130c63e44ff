"""What is valid in a campaign whatever it is: texts and attributes without a facet."""

from __future__ import annotations

from functools import cache

from ctct_lint.schema.catalog import CAMPAIGN, SCHEDULE
from ctct_lint.schema.facts import XS, facts, schema_root

# Only of campaigns and schedules this is ever asked, so no other file is read.
_FILES = ("atom.xsd", CAMPAIGN.file, SCHEDULE.file)
# Types that take any text, at least if it is not blank.
_FREE = frozenset({"xs:string", "xs:token", "NonBlank"})


@cache
def takes_any_text(owner: str, name: str) -> bool:
    """Is any text valid in `name` as a child of `owner`, if it is not blank?

    The names are local; False for an element that no schema knows there.
    """
    for file in _FILES:
        fact = facts(file).get((owner, name))
        if fact is not None:
            return _is_free(file, fact.type_name)
    return False


@cache
def takes_any_value(attribute: str) -> bool:
    """Is any value of an attribute valid, wherever it may stand?"""
    files = (*_FILES, CAMPAIGN.driver, SCHEDULE.driver)
    found = [
        declared.get("type")
        for file in files
        for declared in schema_root(file).iter(f"{XS}attribute")
        if declared.get("name") == attribute
    ]
    return set(found) == {"xs:string"}


def _is_free(file: str, type_name: str) -> bool:
    for declared in schema_root(file).iterchildren(f"{XS}complexType"):
        if declared.get("name") == type_name:
            extension = declared.find(f"{XS}simpleContent/{XS}extension")
            if extension is None:
                return declared.get("mixed") == "true"
            return extension.get("base") in _FREE
    return False
