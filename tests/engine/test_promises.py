"""Offline, and never an exception: whatever the document holds."""

from __future__ import annotations

import json
import mimetypes
import random
import socket
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from examples import examples
from fixture_file import FIXTURES, documents
from hypothesis import given
from hypothesis import strategies as st
from linting import lint_bytes

from ctct_lint import Diagnostic, lint
from ctct_lint.config import Settings

CLEAN = (FIXTURES / "valid" / "campaign-minimal.create.xml").read_bytes()
SEEDS = [p.read_bytes() for p in documents("rules") + documents("invalid")]
DTD = b"""<!DOCTYPE entry SYSTEM "http://127.0.0.1:9/entry.dtd" [
  <!ENTITY file SYSTEM "file:///etc/hostname">
  <!ENTITY net SYSTEM "http://127.0.0.1:9/name">
  <!ENTITY a "bread"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
  <!ENTITY % parameter SYSTEM "http://127.0.0.1:9/more.dtd">
  %parameter;
]>
"""
HINTS = (
    b'<entry xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    b' xsi:schemaLocation="http://www.w3.org/2005/Atom http://127.0.0.1:9/atom.xsd'
    b' http://ws.constantcontact.com/ns/1.0/ /etc/hostname"'
    b' xsi:noNamespaceSchemaLocation="http://127.0.0.1:9/none.xsd"'
)
INCLUDE = (
    b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude"'
    b' href="/etc/hostname" parse="text"/><Name>'
)
STYLESHEET = b'<?xml-stylesheet href="http://127.0.0.1:9/a.xsl" type="text/xsl"?>\n'


def with_head(head: bytes) -> bytes:
    declaration, rest = CLEAN.split(b"\n", 1)
    return declaration + b"\n" + head + rest


HOSTILE = {
    "doctype": with_head(DTD),
    "doctype-and-entities": with_head(DTD).replace(b"<Name>", b"<Name>&file;&net;&b;"),
    "schema-location": CLEAN.replace(b"<entry", HINTS),
    "xinclude": CLEAN.replace(b"<Name>", INCLUDE),
    "stylesheet": with_head(STYLESHEET),
    "broken": CLEAN.replace(b"</Name>", b""),
    "invalid": CLEAN.replace(b"</Name>", b"</Name><Nmae/>"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_socket_is_opened(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_socket(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", no_socket)
    outcome = lint_bytes(HOSTILE[name], Settings())

    assert not outcome.crashed


WATCHED = """
    import json, sys
    seen = []
    events = {"open", "socket.connect", "socket.getaddrinfo", "os.listdir",
              "os.scandir", "subprocess.Popen", "os.system", "urllib.Request"}

    def watch(event, args):
        if event in events:
            seen.append((event, str(args[0])))

    import ctct_lint
    from pathlib import Path
    sys.addaudithook(watch)
    for name in sys.argv[1:]:
        ctct_lint.lint(Path(name))
    print(json.dumps(seen))
"""


def test_no_file_is_opened_but_the_input_and_the_program(tmp_path: Path) -> None:
    """From a cold start, in which the program reads what it needs for each kind."""
    documents = [str(tmp_path / name) for name in HOSTILE]
    for name, data in HOSTILE.items():
        (tmp_path / name).write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(WATCHED), *documents],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    seen = json.loads(done.stdout)
    inputs = [path for event, path in seen if event == "open" and path in documents]
    paths = {path.removeprefix("file://") for _, path in seen} - set(inputs)

    assert inputs == documents
    assert [path for path in paths if not path.startswith(_program_folders())] == []


def _program_folders() -> tuple[str, ...]:
    """Python's own folders, where modules are imported from, and the project's."""
    import lxml
    import xmlschema

    project = str(Path(__file__).parents[2])
    packages = [str(Path(m.__file__ or "").parents[1]) for m in (lxml, xmlschema)]
    # urllib, with which xmlschema opens its own files, asks the system's MIME types.
    return (project, sys.prefix, sys.base_prefix, *packages, *mimetypes.knownfiles)


def test_entities_are_not_expanded_and_the_doctype_is_said() -> None:
    found = lint(HOSTILE["doctype-and-entities"])

    assert found
    assert "bread" not in str(found)
    (first, *_) = found
    assert first.range.start.line == 1


@pytest.mark.parametrize("name", ["schema-location", "stylesheet"])
def test_hints_for_other_programs_are_inert(name: str) -> None:
    assert lint(HOSTILE[name]) == []


# ------------------------------------------------------------------ hostile bytes


def assert_sound(data: bytes) -> None:
    """Nothing raised, all sorted, each range inside the text and not empty."""
    outcome = lint_bytes(data, Settings())
    found, size = outcome.diagnostics, len(outcome.text)

    assert [d.message for d in found if d.code == "CTC901"] == []
    assert not outcome.crashed
    assert sorted(found, key=lambda d: d.sort_key) == list(found)
    for diagnostic in found:
        _assert_inside(diagnostic, size)


def _assert_inside(diagnostic: Diagnostic, size: int) -> None:
    places = [diagnostic.range, *(label.range for label in diagnostic.related)]
    for start, end in places:
        assert 0 <= start.offset <= end.offset <= size
        assert start.offset < end.offset or size == 0
    for fix in diagnostic.fixes:
        ends = 0
        for edit in fix.edits:
            assert ends <= edit.range.start.offset <= edit.range.end.offset <= size
            ends = edit.range.end.offset


SLOW = examples(150)
MARKUP = [
    *(b"<", b">", b"&", b'"', b"'", b"/", b"=", b"]]>", b"<!--", b"-->", b"<![CDATA["),
    *(b"<?", b"?>", b"<!DOCTYPE x [", b"&#0;", b"&x;", b"\0", b"\xff", b"\r", b"\t"),
    *(b"xmlns=''", b"</Campaign>", b"<Campaign>", b"<entry", b"\xf0\x9f\x8d\x9e"),
]


@SLOW
@given(st.binary(max_size=400))
def test_any_bytes_are_linted(data: bytes) -> None:
    assert_sound(data)


@SLOW
@given(st.integers(0, 2**32))
def test_damaged_documents_are_linted(seed: int) -> None:
    assert_sound(damaged(random.Random(seed)))  # noqa: S311


def damaged(dice: random.Random) -> bytes:
    """Return a document with up to four pieces taken out, put in or doubled."""
    data = dice.choice(SEEDS)
    for _ in range(dice.randint(1, 4)):
        start = dice.randint(0, len(data))
        end = min(len(data), start + dice.choice([0, 1, 2, 10, 200]))
        new = dice.choice([b"", dice.choice(MARKUP), data[start:end] * 2])
        data = data[:start] + new + data[end:]
    return data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xfe\xff\0",
        b"<",
        b"<entry",
        b"\0" * 100,
        b"<a>" * 5_000,
        b"<!DOCTYPE",
        b"<entry xmlns='" + b"x" * 100_000 + b"'/>",
        b"<" + b"x" * 100_000 + b"/>",
        b"<x " + b" ".join(b"a%d=''" % n for n in range(2_000)) + b"/>",
        "<entry>\ud800</entry>".encode("utf-16-le", "surrogatepass"),
        b"\xff\xfe" + "<entry>\ud800</entry>".encode("utf-16-le", "surrogatepass"),
        b"<?xml version='1.0' encoding='utf-7'?><a/>",
        b"<?xml version='1.0' encoding='hex'?><a/>",
        b"\x4c\x6f\xa7\x94\x93",
    ],
    ids=lambda data: repr(data[:12]),
)
def test_odd_documents_are_linted(data: bytes) -> None:
    assert_sound(data)
    assert lint(data)


def test_text_with_lone_surrogates_is_linted() -> None:
    assert lint("<entry>\ud800</entry>")
