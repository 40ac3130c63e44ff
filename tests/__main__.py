"""`python -m tests`: everything that must hold, in one command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent

PYTEST = ("pytest", "-q", "-n", "auto", "--dist", "worksteal")
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    (*PYTEST, "--cov", "--cov-report=term:skip-covered", "--cov-fail-under=100"),
)


def main() -> int:
    """Run every check, also after one failed; return the exit status."""
    failed = []
    for program, *arguments in CHECKS:
        print(f"== {program} {' '.join(arguments)}", flush=True)  # noqa: T201
        command = [str(BIN / program), *arguments]
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(program)
    if failed:
        print(f"failed: {', '.join(failed)}")  # noqa: T201
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
