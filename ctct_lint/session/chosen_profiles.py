"""Which profile each document has, and what decides it, for people and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ctct_lint.config.problem import ConfigurationError
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.output.display import escape
from ctct_lint.profiles.choice import BY_CATALOG, BY_ITSELF, BY_REQUEST, BY_ROOT
from ctct_lint.profiles.description import ProfileHints
from ctct_lint.profiles.opening import opening_of
from ctct_lint.session.files.input import READ, NoInput
from ctct_lint.session.files.of_profiles import profile_of_file
from ctct_lint.session.request import Request
from ctct_lint.session.session import Session
from ctct_lint.text.encoding import decode
from ctct_lint.text.regular import reason, short_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ctct_lint.profiles.choice import Chosen
    from ctct_lint.profiles.description import Description
    from ctct_lint.session.files.input import Input

_PART = "part"


class ChosenFor(NamedTuple):
    """The profile of a file; a path that could not be read has but a trouble.

    by     what decided: "files", "root", "catalog", "itself", "part" of a profile;
           "" where the file has none
    root   `{namespace}local` of the document; "" where there is none
    """

    file: str
    name: str = ""
    by: str = ""
    root: str = ""
    schema: str = ""
    schematron: str = ""
    origin: str = ""
    trouble: str = ""

    @property
    def why(self) -> str:
        """What decided, in words."""
        return {
            "files": "the path of the file, by `files`",
            _PART: "it is a file of that profile",
            BY_ROOT: f"the root `{self.root}`",
            BY_CATALOG: "the catalog, which has a key that the document names",
            BY_ITSELF: "the profile itself, which recognises the document",
            "": f"none is for the root `{self.root}`: only the syntax is checked",
        }[self.by]


def chosen_profiles(
    paths: Sequence[str], config: str | None, *, isolated: bool
) -> list[ChosenFor]:
    """Return the profile of each file that paths stand for, in their order.

    Raises what `Session` raises.
    """
    session = Session(Request(tuple(paths), config=config, isolated=isolated))
    return [_chosen(item, session) for item in session.files()]


def as_text(found: Sequence[ChosenFor]) -> str:
    """Return a paragraph for each file that could be read."""
    read = (one for one in found if not one.trouble)
    return "\n".join(escape(line) for one in read for line in _lines(one))


def as_json(found: Sequence[ChosenFor]) -> str:
    """Return an array with an object for each file that could be read."""
    shown = [
        {
            "file": one.file,
            "profile": one.name or None,
            "by": one.by or None,
            "root": one.root or None,
            "schema": one.schema or None,
            "schematron": one.schematron or None,
            "origin": one.origin or None,
        }
        for one in found
        if not one.trouble
    ]
    return json.dumps(shown, indent=2)


def _lines(one: ChosenFor) -> list[str]:
    lines = [one.file, f"  profile    {one.name or 'none'}", f"  because    {one.why}"]
    if one.schema:
        lines.append(f"  schema     {short_path(one.schema)}")
    if one.schematron:
        lines.append(f"  schematron {short_path(one.schematron)}")
    return [*lines, f"  from       {one.origin}"] if one.origin else lines


def _chosen(item: Input | NoInput, session: Session) -> ChosenFor:
    if isinstance(item, NoInput):
        return ChosenFor(
            item.name, trouble=f"cannot {item.verb} {item.name}: {item.reason}"
        )
    try:
        settings = session.settings_for(item.name)
        text = decode(item.read(settings.largest)).text
    except OSError as error:
        return ChosenFor(
            item.name, trouble=f"cannot {READ} {item.name}: {reason(error)}"
        )
    except ConfigurationError as error:
        return ChosenFor(item.name, trouble=str(error))
    opening = opening_of(text)
    space = f"{{{opening.namespace}}}" if opening.namespace else ""
    found = ChosenFor(item.name, root=space + opening.local)
    part = profile_of_file(item.name, settings, session.profiles)
    if part is not None:
        return _described(found, part, _PART)
    hints = ProfileHints(settings.profile, settings.profiles, settings.operation)
    return _with(found, session.profiles.chosen(text, hints))


def _with(found: ChosenFor, chosen: Chosen) -> ChosenFor:
    if chosen.profile is None:
        return found
    by = "files" if chosen.by == BY_REQUEST else chosen.by
    if chosen.description is not None:
        return _described(found, chosen.description, by)
    return found._replace(name=chosen.profile.name, by=by)


def _described(found: ChosenFor, one: Description, by: str) -> ChosenFor:
    return found._replace(
        name=one.name,
        by=by,
        schema=one.schema,
        schematron=one.schematron,
        origin=one.origin,
    )
