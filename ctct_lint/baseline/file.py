"""The file of known findings: JSON, sorted, a line for each, to be merged by lines.

    {
     "version": 1,
     "files": {
      "mail/rye.xml": {
       "/entry/content/Campaign": {
        "CTC207": 2
       }
      }
     }
    }

Findings are counted by file, element path and code. No line is recorded, so that what
is inserted above changes nothing; no message, so that new words for the same fault in
another version do not either.
"""

from __future__ import annotations

import json
import re
from typing import Any

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.text.regular import read_all

VERSION = 1
_LARGEST = 128 << 20
_MOST = 1_000_000_000
_LONGEST_SHOWN = 200
_CODE = re.compile("[A-Z]+[0-9]{3,}")
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")


class Key(NamedTuple):
    """Where findings of one sort are: file, element path ("" for none) and code."""

    path: str
    element: str
    code: str


class Baseline(NamedTuple):
    """The findings that are known, by how many there are of a sort."""

    counts: dict[Key, int] = {}  # noqa: RUF012 - never changed


class BaselineError(Exception):
    """A file that is no baseline; says `FILE:LINE:COLUMN: reason`."""


def read(path: str) -> Baseline:
    """Read a baseline; OSError if that is not possible, BaselineError if it is none."""
    data = read_all(path, _LARGEST)
    try:
        found = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        place = f"{path}:{error.lineno}:{error.colno}"
        raise BaselineError(f"{place}: {_why(error)}") from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BaselineError(f"{path}:{line}: not UTF-8") from None
    except RecursionError:
        raise BaselineError(f"{path}: nested too deeply for a baseline") from None
    except _TwiceError as error:
        raise BaselineError(f"{path}: the key {error} is there twice") from None
    except ValueError:
        # Python converts numbers of so many digits only when it is told to.
        raise BaselineError(f"{path}: a number has thousands of digits") from None
    return Baseline(dict(_checked(path, found)))


def as_text(baseline: Baseline) -> str:
    """Return what is written to the file; the same for the same findings."""
    files: dict[str, dict[str, dict[str, int]]] = {}
    for (path, element, code), count in sorted(baseline.counts.items()):
        files.setdefault(path, {}).setdefault(element, {})[code] = count
    document = {"version": VERSION, "files": files}
    return json.dumps(document, indent=1, ensure_ascii=True) + "\n"


class _TwiceError(Exception):
    """A key that an object has twice, as after a careless merge."""

    def __str__(self) -> str:
        return _shown(self.args[0])


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(key)
        found[key] = value
    return found


def _why(error: json.JSONDecodeError) -> str:
    line = error.doc.split("\n")[error.lineno - 1]
    if line.startswith(_CONFLICT):
        return "a merge conflict that is not resolved"
    return f"not JSON: {error.msg[:1].lower()}{error.msg[1:]}"


def _checked(path: str, found: Any) -> list[tuple[Key, int]]:
    """Return the counts of a document; BaselineError, with the keys that lead there."""

    def table(value: Any, *keys: str) -> dict[str, Any]:
        if isinstance(value, dict):
            return value
        raise BaselineError(f"{path}: {_at(keys)} must be an object")

    version = table(found).get("version")
    if version != VERSION:
        words = f"version {_shown(version)}, not {VERSION}"
        raise BaselineError(f"{path}: a baseline of {words}; write it anew")
    counts = []
    for name, elements in table(found.get("files"), "files").items():
        for element, codes in table(elements, "files", name).items():
            for code, count in table(codes, "files", name, element).items():
                where = ("files", name, element, code)
                if not _CODE.fullmatch(code):
                    raise BaselineError(f"{path}: {_at(where)} must be a rule's code")
                if type(count) is not int or not 1 <= count <= _MOST:
                    why = f"must be a number from 1 to {_MOST:,}"
                    raise BaselineError(f"{path}: {_at(where)} {why}")
                counts.append((Key(name, element, code), count))
    return counts


def _at(keys: tuple[str, ...]) -> str:
    return "".join(f"[{_shown(key)}]" for key in keys) or "the document"


def _shown(value: Any) -> str:
    """Return a value as JSON has it, or what sort of value it is."""
    if isinstance(value, dict | list):
        return "an array" if isinstance(value, list) else "an object"
    text = json.dumps(value)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}..."
