"""The versions of what the program is built on."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version


def versions() -> str:
    """Return them on one line, as a bug report needs them."""
    from lxml import etree

    libxml2 = ".".join(map(str, etree.LIBXML_VERSION))
    python = f"{platform.python_implementation()} {platform.python_version()}"
    lxml, xmlschema = _of("lxml"), _of("xmlschema")
    return f"{python}, lxml {lxml}, libxml2 {libxml2}, xmlschema {xmlschema}"


def _of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"
