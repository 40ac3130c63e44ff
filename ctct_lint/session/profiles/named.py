"""`--profile NAME`: the profile of that name, wherever it is described."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.config.kind import hint
from ctct_lint.config.problem import ConfigurationError
from ctct_lint.model.problem import Problem
from ctct_lint.named_tuple import NamedTuple
from ctct_lint.profiles.description import Description
from ctct_lint.profiles.registry import NAME

if TYPE_CHECKING:
    from collections.abc import Sequence


class Named(NamedTuple):
    """A profile that is asked for by its name; picklable.

    name    the name
    of_run  the profiles of the configuration above the working folder
    """

    name: str
    of_run: tuple[Description, ...]

    def among(self, known: Sequence[Description]) -> Description:
        """Return the profile; ConfigurationError if there is none of the name.

        A document's own configuration counts first, then that of the run, the one
        that is built in, and those of distributions.
        """
        described = (*known, *self.of_run)
        for one in described:
            if one.name == self.name:
                return one
        if self.name == NAME:
            return Description(NAME)
        from ctct_lint.session.profiles.distributions import brought_profiles

        brought = brought_profiles()
        there = [one.name for one in brought.described]
        there += [one.name for one in brought.made]
        if self.name in there:
            return Description(self.name)
        names = dict.fromkeys([*(one.name for one in described), NAME, *there])
        helps = (hint(self.name, names), *brought.troubles)
        what = f"no profile is called `{self.name}`"
        raise ConfigurationError((Problem("--profile", 0, 0, what, helps),))
