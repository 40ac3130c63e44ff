"""The components of a schema, as xmlschema reads them: files only, no network."""

from __future__ import annotations

import os
from email.message import Message
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import BaseHandler, OpenerDirector, url2pathname
from urllib.response import addinfourl

from xmlschema import XMLSchema10
from xmlschema.validators import XsdComplexType, XsdElement, XsdGroup

if TYPE_CHECKING:
    from urllib.request import Request


class _SchemaFiles(BaseHandler):
    """Opens `file:` URLs and nothing else.

    urllib's own handler would look into the system's tables of MIME types.
    """

    def file_open(self, request: Request) -> addinfourl:
        path = url2pathname(urlsplit(request.full_url).path)
        return addinfourl(open(path, "rb"), Message(), request.full_url)


@cache
def components(path: str) -> XMLSchema10:
    """Return the components of a schema; only its own folder is ever read."""
    opener = OpenerDirector()
    opener.add_handler(_SchemaFiles())
    folder = os.path.dirname(path)
    return XMLSchema10(path, allow="sandbox", base_url=folder, opener=opener)


@cache
def homes(schema: XMLSchema10) -> dict[str, tuple[str, ...]]:
    """Return for each element name (Clark notation) the parents that it may have."""
    found: dict[str, dict[str, None]] = {}
    for parent in schema.maps.iter_components(XsdElement):
        xsd_type = getattr(parent, "type", None)
        content = getattr(xsd_type, "content", None)
        if isinstance(xsd_type, XsdComplexType) and isinstance(content, XsdGroup):
            for child in content.iter_elements():
                if isinstance(child, XsdElement):
                    parents = found.setdefault(child.name, {})
                    parents[parent.local_name or ""] = None
    return {name: tuple(parents) for name, parents in found.items()}
