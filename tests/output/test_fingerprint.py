from __future__ import annotations

from typing import TYPE_CHECKING

from ctct_lint.model.diagnostic import Diagnostic, Severity
from ctct_lint.output.fingerprint import fingerprints
from ctct_lint.output.report import FileReport, Lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from ctct_lint.model.diagnostic import Range

    At = Callable[..., Range]


def names(at: At, text: str, *found: tuple[str, str, str]) -> list[str]:
    """Return the names of diagnostics at `b` with a code, a path and a message."""
    diagnostics = tuple(
        Diagnostic(at(text, "b"), Severity.ERROR, code, "n", message, path=path)
        for code, path, message in found
    )
    report = FileReport("a.xml", "file:///a.xml", Lines(text), diagnostics)
    return list(fingerprints(report, "a.xml"))


def test_lines_and_messages_are_no_part_of_a_name(at: At) -> None:
    one = names(at, "b", ("CTC203", "/a/b", "m"))
    other = names(at, "\n\n  b", ("CTC203", "/a/b", "`x` is wrong"))
    assert one == other == ["89066bff8c047ab0941de03995f2c2f9"]


def test_all_names_are_different(at: At) -> None:
    found = names(
        at,
        "b",
        ("CTC203", "/a/b", "m"),
        ("CTC203", "/a/b", "m"),
        ("CTC203", "/a", "m"),
        ("CTC204", "/a/b", "m"),
        ("CTC203", "/a/\udc80", "m"),
    )
    assert len(set(found)) == 5


def test_the_same_in_another_file_has_another_name(at: At) -> None:
    found = Diagnostic(at("b", "b"), Severity.ERROR, "CTC203", "n", "m")
    report = FileReport("a.xml", "file:///a.xml", Lines("b"), (found,))
    assert list(fingerprints(report, "a")) != list(fingerprints(report, "b"))
