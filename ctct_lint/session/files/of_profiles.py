"""Files that are no documents of a profile, but what it consists of."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctct_lint.config import Settings
    from ctct_lint.profiles.choice import Profiles
    from ctct_lint.profiles.description import Description

_SCHEMAS = (".xsd", ".sch")


def profile_of_file(
    path: str, settings: Settings, profiles: Profiles
) -> Description | None:
    """Return the profile that a file belongs to: as its schema, or as its catalog.

    What these include counts as well, where the name says that it is a schema.
    """
    named = () if settings.profile is None else (settings.profile,)
    known: list[Description] = [
        one for one in (*named, *settings.profiles) if not one.is_name_alone
    ]
    if not known:
        return None
    full = os.path.abspath(path)
    for one in known:
        if full in {one.schema, one.catalog, one.schematron}:
            return one
    if not full.endswith(_SCHEMAS):
        return None
    with_files = (one for one in known if one.has_files)
    found = (one for one in with_files if full in profiles.profile(one).all_files())
    return next(found, None)
