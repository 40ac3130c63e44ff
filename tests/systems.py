"""Tests that need what not every system has."""

from __future__ import annotations

import os
import sys

import pytest

posix = pytest.mark.skipif(
    os.name == "nt", reason="Windows has other paths, kinds of files and signals"
)
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this")
