"""Times a feed that is far longer than memory should be, against xmllint.

    python benchmarks/feeds.py [--entries 40000] [--rounds 3]

The feed is what a GET returns of campaigns; it has 2,000 mails, over and over. Two
kinds are measured: one in order, and one with a fault in every thousandth entry. CPU
times are those of the process and the system; memory is the highest resident set. The
measure is `xmllint --stream --schema` on the first one; in the other it stops early.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import mails
from compare import CHECK, ENVIRONMENT, ROOT, SCHEMA

if TYPE_CHECKING:
    from collections.abc import Iterator

FIXTURES = ROOT / "fixtures" / "valid"
ENTRY = FIXTURES / "campaign.response.xml"
FEED = FIXTURES / "campaigns-feed.response.xml"
# Every so many entries have a fault, in a feed that has any.
EVERY = 1000
OWN = 2000
FAULTS = (("<Status>Sent<", "<Status>Baking<"), ("</Name>", "</Nam>"))


class Cost(NamedTuple):
    """The CPU seconds of a command, and its highest memory in MB."""

    seconds: float
    memory: float


def feed(entries: int, *, faulty: bool) -> Iterator[str]:
    """Yield the text of a feed in pieces."""
    head, _, _ = FEED.read_text("utf-8").partition("  <entry>")
    entry = re.sub(r"^<\?xml[^>]*>\s*", "", ENTRY.read_text("utf-8"))
    entry = entry.replace(' xmlns="http://www.w3.org/2005/Atom"', "", 1)
    # More than the linter remembers.
    different = [mails.with_own_contents(entry, n) for n in range(min(entries, OWN))]
    yield head
    for number in range(entries):
        own = different[number % OWN]
        if faulty and number % EVERY == EVERY - 1:
            old, new = FAULTS[number // EVERY % len(FAULTS)]
            own = own.replace(old, new, 1)
        yield own
    yield "</feed>\n"


def cost_of(command: list[str]) -> Cost:
    """Return what a command takes; it may find something."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env=ENVIRONMENT,
    )
    _, _, used = os.wait4(process.pid, 0)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def measured(commands: dict[str, list[str]], rounds: int) -> dict[str, Cost]:
    """Return the median cost of each command; they take turns."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            costs[name].append(cost_of(command))
    return {
        name: Cost(*(statistics.median(each) for each in zip(*found, strict=True)))
        for name, found in costs.items()
    }


def commands_on(path: Path) -> dict[str, list[str]]:
    """Return what is compared: xmllint, where it is installed, comes first."""
    commands = {"ctct-lint": [*CHECK, str(path)]}
    xmllint = shutil.which("xmllint")
    if xmllint:
        line = [xmllint, "--noout", "--stream", "--schema", str(SCHEMA), str(path)]
        return {"xmllint --stream": line, **commands}
    return commands


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=40_000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    measure = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for faulty in (False, True):
            path = Path(folder) / "feed.xml"
            with path.open("w", encoding="utf-8") as file:
                file.writelines(feed(arguments.entries, faulty=faulty))
            size = path.stat().st_size / 1e6
            kind = f"a fault in every {EVERY}th" if faulty else "in order"
            print(f"{arguments.entries:,} entries, {size:.0f} MB, {kind}")
            costs = measured(commands_on(path), arguments.rounds)
            measure = measure or next(iter(costs.values())).seconds
            for name, cost in costs.items():
                ratio = cost.seconds / measure
                print(
                    f"  {name:<18}{cost.seconds:7.2f} s  {ratio:5.2f} x"
                    f"  {cost.memory:6.0f} MB"
                )


if __name__ == "__main__":
    sys.exit(main())
