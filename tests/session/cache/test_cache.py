"""Results of earlier runs: found again, never wrong, never in the way."""

from __future__ import annotations

import json
import os
import pickle
import time
from datetime import datetime
from pathlib import Path

import pytest
from fixture_file import documents
from systems import posix

from ctct_lint.config import Settings
from ctct_lint.model.severity import Severity
from ctct_lint.profiles.ctct.operation import Operation
from ctct_lint.session.cache import disk as cache_file
from ctct_lint.session.cache import store as cache_module
from ctct_lint.session.cache.disk import default_folder, read, write
from ctct_lint.session.cache.models import ModelStore
from ctct_lint.session.cache.store import Cache
from ctct_lint.session.checker import FileChecker
from ctct_lint.session.files.result import FileResult

ALL = documents("invalid") + documents("valid")
CLEAN, BAD = b"<entry/>", b"<bad/>"

check_data = FileChecker(lambda _: Settings()).check_data


class Linter:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, data: bytes, settings: Settings) -> FileResult:
        self.asked += 1
        return check_data(data, settings)


@pytest.fixture
def home(tmp_path: Path) -> str:
    return str(tmp_path / "cache")


def learn(home: str, *documents: bytes, settings: Settings | None = None) -> int:
    """Check documents as a run does; return how many were not known."""
    cache, linter = Cache(home), Linter()
    for data in documents:
        cache.note(cache.checked(data, settings or Settings(), linter))
    cache.save()
    return linter.asked


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_what_is_remembered_is_what_the_linter_said(home: str, path: Path) -> None:
    data = path.read_bytes()
    settings = Settings(now=datetime(2011, 10, 3))  # noqa: DTZ001 - in UTC
    learn(home, data, settings=settings)
    recalled = Cache(home).checked(data, settings, pytest.fail)  # type: ignore[arg-type]

    assert recalled._replace(digest="") == check_data(data, settings)


def test_document_of_another_vocabulary_stays_one(home: str) -> None:
    data, settings = b"<shop/>", Settings(searched=True)
    learn(home, data, settings=settings)
    recalled = Cache(home).checked(data, settings, pytest.fail)  # type: ignore[arg-type]

    assert recalled._replace(digest="") == FileResult(is_foreign=True)


def test_document_is_linted_once(home: str) -> None:
    assert learn(home, CLEAN, BAD, CLEAN) == 2
    assert learn(home, CLEAN, BAD) == 0
    assert learn(home, CLEAN, BAD + b" ") == 1


@pytest.mark.parametrize(
    "settings",
    [
        Settings(operation=Operation.UPDATE),
        Settings(select=("CTC2",)),
        Settings(ignore=("CTC2",)),
        Settings(most=1),
        Settings(severities=(("CTC2", Severity.HINT),)),
        Settings(largest=5),
        Settings(now=datetime.min),  # noqa: DTZ901
    ],
)
def test_other_settings_are_another_question(home: str, settings: Settings) -> None:
    learn(home, BAD)

    assert learn(home, BAD, settings=settings) == 1
    assert learn(home, BAD, settings=settings) == 0


def test_other_version_does_not_believe_this_one(
    home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    learn(home, BAD)
    monkeypatch.setattr(cache_file, "version_name", lambda: "0" * 32 + ".json")

    assert learn(home, BAD) == 1


def test_version_is_told_by_every_module_and_schema(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = [line.split("\0")[0] for line in cache_file._files()]
    assert any(n.endswith("rules/campaign/missing_state.py") for n in names)
    assert any(n.endswith("campaign.xsd") for n in names)

    before = cache_file.version_name.__wrapped__()
    assert before == cache_file.version_name.__wrapped__()
    monkeypatch.setattr(cache_file, "_files", lambda: iter(["another\0file\n"]))
    assert cache_file.version_name.__wrapped__() != before


def test_schedule_is_not_remembered_unless_the_time_is_given(home: str) -> None:
    data = b"<Schedule/>"
    assert [learn(home, data) for _ in range(2)] == [1, 1]

    settings = Settings(now=datetime.min)  # noqa: DTZ901
    assert [learn(home, data, settings=settings) for _ in range(2)] == [1, 0]


def test_failure_of_the_linter_is_not_remembered(home: str) -> None:
    cache = Cache(home)
    cache.note(FileResult(crashed=True, digest="0" * 32))
    cache.note(FileResult())
    cache.save()

    assert not os.path.exists(home)


def test_two_runs_at_a_time_both_count(home: str) -> None:
    one, other = Cache(home), Cache(home)
    one.note(one.checked(CLEAN, Settings(), check_data))
    other.note(other.checked(BAD, Settings(), check_data))
    one.save()
    other.save()

    assert learn(home, CLEAN, BAD) == 0


def test_nothing_new_is_nothing_to_write(home: str) -> None:
    learn(home, BAD)
    (name,) = [n for n in os.listdir(home) if n.endswith(".json")]
    before = os.stat(os.path.join(home, name)).st_mtime_ns
    learn(home, BAD)

    assert os.stat(os.path.join(home, name)).st_mtime_ns == before


# ------------------------------------------------------------- a file gone wrong


GOOD = ["f" * 32, [1, True, []]]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no JSON",
        b"\xff\xfe",
        b"[1, 2]",
        b"[" * 100_000,
        b'{"x": 1}',
        json.dumps({"f" * 31: [1, [True, False], []]}).encode(),
        json.dumps({"f" * 32: [1, [True, False]]}).encode(),
        json.dumps({"f" * 32: ["1", [True, False], []]}).encode(),
        json.dumps({"f" * 32: [1, True, []]}).encode(),
        json.dumps({"f" * 32: [1, [True], []]}).encode(),
        json.dumps({"f" * 32: [1, [True, 0], []]}).encode(),
        json.dumps({"f" * 32: [1, [True, False], {}]}).encode(),
        ('{"' + "f" * 32 + '": [' + "7" * 5000 + ", [true, false], []]}").encode(),
    ],
)
def test_file_that_is_no_cache_is_ignored_and_replaced(
    home: str, content: bytes
) -> None:
    learn(home, BAD)
    (name,) = [n for n in os.listdir(home) if n.endswith(".json")]
    with open(os.path.join(home, name), "wb") as file:
        file.write(content)

    assert read(home) == {}
    assert learn(home, BAD) == 1
    assert learn(home, BAD) == 0


def damaged(entry: list[object]) -> list[list[object]]:
    """Return an entry with each of its values replaced by a wrong one."""
    found = []
    for place in range(len(entry)):
        for wrong in (None, -1, [], {}, "x", [["x"]], [[0, 0, 0, -1], [0, 0, 0, 0]]):
            copy = list(entry)
            copy[place] = wrong
            found.append(copy)
    return found


def test_entry_that_was_tampered_with_is_no_exception(home: str) -> None:
    learn(home, BAD)
    ((digest, (day, plain, diagnostics)),) = read(home).items()
    accepted = 0
    for broken in damaged(diagnostics[0]):
        write(home, {digest: [day, plain, [broken]]})
        accepted += learn(home, BAD) == 0

    # Empty lists and other words are well-formed; the rest is not believed.
    assert 0 < accepted < len(damaged(diagnostics[0])) // 2
    write(home, {digest: [day, plain, diagnostics]})
    assert learn(home, BAD) == 0


FAR = [[10**9, 10**9, 0, 0], [10**9, 10**9, 0, 1]]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (0, FAR),
        (0, [[1, 0, 1, 1], [0, 0, 0, 0]]),
        (0, [[0, 0, 0, 0], [1, 0, 1, 2]]),
        (0, [[0, 0, 0, 0], [1, 10**9, 1, 1]]),
        (0, [[0, 0, 0, 0], [True, 0, 1, 1]]),
        (2, "CTC999"),
        (2, "CTC999\n::error::x"),
        (3, "oven"),
        (3, "missing-state"),
        (3, ["x"]),
        (8, [[FAR, "there"]]),
        (9, [["add it", "safe", [[FAR, "x"]]]]),
        (9, [["add it", "sound", []]]),
    ],
)
def test_what_is_not_so_of_the_document_is_not_believed(
    home: str, place: int, value: object
) -> None:
    learn(home, BAD)
    ((digest, (day, plain, (diagnostic,))),) = read(home).items()
    diagnostic[place] = value
    write(home, {digest: [day, plain, [diagnostic]]})

    assert learn(home, BAD) == 1


@posix
def test_file_that_is_a_pipe_is_no_cache(home: str) -> None:
    learn(home, BAD)
    (name,) = [n for n in os.listdir(home) if n.endswith(".json")]
    os.unlink(os.path.join(home, name))
    os.mkfifo(os.path.join(home, name))

    assert read(home) == {}
    assert learn(home, BAD) == 1
    assert learn(home, BAD) == 0


def test_tag_is_not_written_through_a_link(home: str, tmp_path: Path) -> None:
    os.mkdir(home)
    (tmp_path / "cache" / "CACHEDIR.TAG").symlink_to(tmp_path / "elsewhere")
    learn(home, BAD)

    assert not (tmp_path / "elsewhere").exists()


def test_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")

    assert learn(str(file), BAD) == 1
    assert learn(str(file), BAD) == 1
    assert file.read_text() == "not a folder"


def test_disk_that_is_full_leaves_nothing_behind(
    home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)

    assert learn(home, BAD) == 1
    assert os.listdir(home) == []


@posix
@pytest.mark.parametrize("mode", [0o755, 0o775, 0o757, 0o777])
def test_nothing_is_believed_where_everybody_can_write(home: str, mode: int) -> None:
    learn(home, BAD)
    os.chmod(home, mode)

    assert learn(home, BAD) == (1 if mode & 0o002 else 0)


@posix
def test_nothing_is_believed_that_somebody_else_keeps(
    home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    learn(home, BAD)
    ModelStore(home).keep("key", ["1"])
    monkeypatch.setattr(cache_file, "_ROOT", os.stat(home).st_uid + 1)
    monkeypatch.setattr(os, "geteuid", lambda: os.stat(home).st_uid + 2)

    assert learn(home, BAD) == 1
    assert ModelStore(home).find("key") is None


def test_where_files_have_no_mode_the_folder_is_the_user_s(
    home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache_file.sys, "platform", "win32")

    assert cache_file.is_own(home)


# --------------------------------------------------------------------- its bounds


def test_what_nobody_asks_for_is_forgotten(home: str) -> None:
    today = int(time.time() // 86_400)
    learn(home, BAD)
    entries = read(home)
    entries["1" * 32] = [today - 31, [True, False], []]
    entries["2" * 32] = [today - 29, [True, False], []]
    write(home, entries)
    learn(home, CLEAN)

    kept = read(home)
    assert "1" * 32 not in kept
    assert kept["2" * 32] == [today - 29, [True, False], []]
    assert len(kept) == 3


def test_what_is_asked_for_again_stays(home: str) -> None:
    learn(home, BAD)
    ((digest, entry),) = read(home).items()
    write(home, {digest: [entry[0] - 29, *entry[1:]]})

    assert learn(home, BAD) == 0
    assert read(home) == {digest: entry}


def test_entries_and_diagnostics_are_limited(
    home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache_module, "_MOST_ENTRIES", 3)
    learn(home, *(b"<entry>%d</entry>" % n for n in range(5)))
    assert len(read(home)) == 3

    monkeypatch.setattr(cache_module, "_MOST_DIAGNOSTICS", 0)
    valid = next(p for p in ALL if p.name == "campaign-minimal.create.xml")
    learn(home, valid.read_bytes())
    assert [entry[2] for entry in read(home).values()] == [[]]


def test_files_of_versions_long_gone_are_dropped(home: str) -> None:
    learn(home, BAD)
    old, new, other = (
        os.path.join(home, name)
        for name in ("1" * 32 + ".json", "2" * 32 + ".json", "mine.json")
    )
    for path in (old, new, other):
        with open(path, "w", encoding="ascii") as file:
            file.write("{}")
    month_ago = time.time() - 31 * 86_400
    for path in (old, other):
        os.utime(path, (month_ago, month_ago))
    learn(home, CLEAN)

    assert [os.path.exists(path) for path in (old, new, other)] == [False, True, True]
    assert os.path.exists(os.path.join(home, "CACHEDIR.TAG"))


def test_what_cannot_be_dropped_is_no_reason_not_to_remember(home: str) -> None:
    """Another process may have dropped it meanwhile."""
    learn(home, BAD)
    os.symlink("nowhere", os.path.join(home, f"{'1' * 32}.json"))

    assert write(home, read(home)) == ""


def test_other_process_reads_the_folder_itself(home: str) -> None:
    learn(home, BAD)
    cache = pickle.loads(pickle.dumps(Cache(home)))  # noqa: S301 - our own

    assert cache.checked(BAD, Settings(), pytest.fail).diagnostics


# --------------------------------------------------------------------- its folder


@pytest.mark.parametrize(
    ("platform", "env", "folder"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x/cache"}, "/x/cache/ctct-lint"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/baker/.cache/ctct-lint"),
        ("linux", {}, "/home/baker/.cache/ctct-lint"),
        ("darwin", {}, "/home/baker/Library/Caches/ctct-lint"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/ctct-lint"),
        ("win32", {}, "/home/baker/ctct-lint"),
    ],
)
def test_folder_is_where_the_system_keeps_caches(
    monkeypatch: pytest.MonkeyPatch, platform: str, env: dict[str, str], folder: str
) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/home/baker")
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(cache_file.sys, "platform", platform)

    assert default_folder() == folder
