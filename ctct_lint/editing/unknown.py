"""The vocabulary of documents of which nothing is known but that they are XML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.profiles.profile import Profile
from ctct_lint.schema.unknown_model import model_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from ctct_lint.model.fault import Fault
    from ctct_lint.xml.model import ContentModel


class Unknown(Profile):
    """It has no schema, no drafts and no tags of its own."""

    name = "unknown"

    def recognises(self, text: str) -> bool:
        """Yes: anything can be of it."""
        del text
        return True

    def content_model(self, text: str) -> ContentModel:
        """Return the model that lets anything stand anywhere."""
        return model_of(text)

    def check(self, root: _Element, operation: str) -> Iterable[Fault]:
        """Find nothing: there is nothing that it could be held to."""
        del root, operation
        return ()


UNKNOWN = Unknown()
