"""The server as its tests have it: in this process, or as the program that it is."""

from __future__ import annotations

import os
import subprocess
import sys
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from fixture_file import ROOT
from lsp_client import PATIENCE, Client

from ctct_lint.server.serve import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Served(Client):
    """A client with its server in a thread of this process."""

    def __init__(self) -> None:
        source, to_server = os.pipe()
        from_server, target = os.pipe()
        super().__init__(to_server, from_server)
        self.status: int | None = None
        self.is_finished = False
        self._handles = source, target
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        source, target = self._handles
        try:
            self.status = serve(source, target)
        finally:
            os.close(target)

    def finish(self) -> int | None:
        """Close the connection, and return the status that the program would have."""
        if self.is_finished:
            return self.status
        self.is_finished = True
        os.close(self._out)
        self._thread.join(PATIENCE)
        self._reader.join(PATIENCE)
        os.close(self._handles[0])
        return self.status


class Running(Client):
    """A client with the program `ctct-lint server`."""

    def __init__(self, folder: Path) -> None:
        source, to_server = os.pipe()
        from_server, target = os.pipe()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "ctct_lint", "server"],
            stdin=source,
            stdout=target,
            stderr=subprocess.PIPE,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        os.close(source)
        os.close(target)
        super().__init__(to_server, from_server)

    def finish(self) -> tuple[int, str]:
        """Close the connection; return the exit status and what stderr has."""
        os.close(self._out)
        _, said = self.process.communicate(timeout=PATIENCE)
        self._reader.join(PATIENCE)
        return self.process.returncode, said.decode()


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """Speak to a server in this process; it is in an empty folder."""
    monkeypatch.chdir(tmp_path)
    served = Served()
    yield served
    served.finish()


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Running]:
    """Speak to the program; it is in an empty folder."""
    running = Running(tmp_path)
    yield running
    if running.process.poll() is None:
        running.finish()
