"""How long an editor waits for the server, and what memory it takes.

    python benchmarks/server.py [DOCUMENT]

Prints the time from the start of the program to its first answer and to the first
diagnostics; of 200 edits of a campaign of some 5 KB the median and the worst time to
their diagnostics, the pause for more typing included; the time that a megabyte takes,
and completion in it, asked for right after each key; and the resident memory after 100
and after 10,000 edits. What the server computed meanwhile is told in brackets: on a
machine with other work it is what can be compared.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from lsp_client import Client  # noqa: E402 - it is found only now

DOCUMENT = ROOT / "fixtures" / "invalid" / "greeting-name-and-state.xml"
SIZE, MEGABYTE = 5_000, 1_000_000
EDITS, MANY, KEYS = 200, 10_000, 20
URI = "untitled:campaign.xml"


def main() -> None:
    """Measure one server from its start to its end."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENT
    text = path.read_text("utf-8")
    began = time.perf_counter()
    source, to_server = os.pipe()
    from_server, target = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-m", "ctct_lint", "server"], stdin=source, stdout=target
    )
    os.close(source)
    os.close(target)
    client = Client(to_server, from_server)
    client.start()
    clock = Clock(process.pid)
    clock.say("start to the first answer", time.perf_counter() - began)
    client.open(URI, _longer(text, SIZE))
    client.diagnostics(URI, 1)
    clock.say("start to the first diagnostics", time.perf_counter() - began)
    version = _edit_and_wait(client, text, clock)
    _measure_a_megabyte(client, text, clock)
    _measure_memory(client, process.pid, version)
    client.end()
    print(f"exit status: {process.wait()}")


class Clock:
    """Says how long things took, and how long the server worked meanwhile."""

    def __init__(self, process: int) -> None:
        self._process = process
        self._before = 0.0

    def say(self, what: str, seconds: float, times: int = 1) -> None:
        """Say it of one of so many times that have passed since the last one."""
        now = self._worked()
        work = (now - self._before) / times
        self._before = now
        print(f"{what}: {seconds * 1000:,.0f} ms ({work * 1000:,.0f} ms of work)")

    def _worked(self) -> float:
        path = f"/proc/{self._process}/stat"
        fields = Path(path).read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _longer(text: str, size: int) -> str:
    """Return the document with so many characters, filled up by comments."""
    line = "\n<!-- one line of a comment, as long as lines mostly are -->"
    return text.rstrip() + line * max((size - len(text)) // len(line), 0)


def _edit_and_wait(client: Client, text: str, clock: Clock) -> int:
    """Type single characters; wait for the diagnostics of each."""
    times = []
    at = _position(text, "<Subject>")
    for version in range(2, EDITS + 2):
        began = time.perf_counter()
        client.change(URI, version, {"range": {"start": at, "end": at}, "text": "a"})
        client.diagnostics(URI, version)
        times.append(time.perf_counter() - began)
    name = "edit to diagnostics"
    clock.say(f"{name}, median of {EDITS}", statistics.median(times), EDITS)
    print(f"{name}, worst of {EDITS}: {max(times) * 1000:,.0f} ms")
    return EDITS + 1


def _position(text: str, tag: str) -> dict[str, int]:
    before = text[: text.index(tag) + len(tag)]
    return {
        "line": before.count("\n"),
        "character": len(before) - before.rfind("\n") - 1,
    }


def _measure_a_megabyte(client: Client, text: str, clock: Clock) -> None:
    uri = "untitled:large.xml"
    start, end = text.rsplit("</entry>", 1)
    one = "<link rel='alternate' href='https://example.com/a'/>\n"
    large = f"{start}{one * ((MEGABYTE - len(text)) // len(one))}</entry>{end}"
    began = time.perf_counter()
    client.open(uri, large)
    client.diagnostics(uri, 1)
    clock.say(f"opening {len(large):,} characters to diagnostics", _since(began))
    began = time.perf_counter()
    at = {"line": 0, "character": 0}
    client.change(uri, 2, {"range": {"start": at, "end": at}, "text": " "})
    client.diagnostics(uri, 2)
    clock.say("editing them to diagnostics", _since(began))
    _complete_in(client, uri, _position(text, "<Subject>"), clock)
    client.tell("textDocument/didClose", {"textDocument": {"uri": uri}})


def _complete_in(client: Client, uri: str, at: dict[str, int], clock: Clock) -> None:
    """Ask for a list after each key, while the server checks what the last one left."""
    times = []
    after = {**at, "character": at["character"] + 1}
    asked = {"textDocument": {"uri": uri}, "position": after}
    for version in range(3, KEYS + 3):
        began = time.perf_counter()
        client.change(uri, version, {"range": {"start": at, "end": at}, "text": "<"})
        client.ask("textDocument/completion", asked)
        times.append(time.perf_counter() - began)
        # As fast as one types, so that what is checked in between gets in the way.
        time.sleep(0.15)
    clock.say(f"completion in them, median of {KEYS}", statistics.median(times), KEYS)
    print(f"completion in them, worst of {KEYS}: {max(times) * 1000:,.0f} ms")


def _since(began: float) -> float:
    return time.perf_counter() - began


def _measure_memory(client: Client, process: int, version: int) -> None:
    """Type and delete a character, time and again, and pull the diagnostics."""
    at, after = {"line": 0, "character": 0}, {"line": 0, "character": 1}
    for number in range(1, MANY + 1):
        version += 1
        change = {"range": {"start": at, "end": at}, "text": " "}
        if number % 2 == 0:
            change = {"range": {"start": at, "end": after}, "text": ""}
        client.change(URI, version, change)
        client.pull(URI)
        if number in {100, MANY}:
            print(f"memory after {number:,} edits: {_resident(process):,} KiB")


def _resident(process: int) -> int:
    with open(f"/proc/{process}/status", encoding="ascii") as status:
        line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1])


if __name__ == "__main__":
    main()
