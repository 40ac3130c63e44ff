"""What a call of a rule of the user's own must not do: go on, go elsewhere, change.

Paths of documents, and what is written, are relative to the folder of the whole run.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager, suppress
from threading import current_thread, main_thread
from typing import TYPE_CHECKING, TypeVar

from ctct_lint.named_tuple import NamedTuple
from ctct_lint.own.watch import Watch
from ctct_lint.schema.names import children

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

_T = TypeVar("_T")
# Of the processor's time, so that a busy machine ends no rule that would have ended.
SECONDS = 30.0
# Findings of one call: memory ends before the time does.
FINDINGS = 100_000
# A rule may hold up the first exception, as `except:` in its loop does.
_AGAIN = 1.0
_WATCH = Watch()


class EndlessError(BaseException):
    """What is done takes too long. It is no Exception, for rules catch these."""

    def __init__(self, after: str = f"{SECONDS:g} seconds") -> None:
        super().__init__(f"it has not ended after {after}")


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise EndlessError in what is done, once it has taken so many seconds.

    A signal does so in the main thread: it ends also a search by a pattern. On Windows,
    and in other threads, see `watch`.
    """

    def end(*_: object) -> None:
        raise EndlessError(f"{seconds:g} seconds")

    if sys.platform == "win32" or current_thread() is not main_thread():
        with _WATCH.over(seconds, EndlessError):
            yield
        return
    before = signal.signal(signal.SIGVTALRM, end)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before or signal.SIG_DFL)


def limited(found: Iterable[_T]) -> Iterator[_T]:
    """Yield what is found; EndlessError if that has no end."""
    for number, one in enumerate(found):
        if number == FINDINGS:
            raise EndlessError(f"{number:,} findings")
        yield one


@contextmanager
def same_folder() -> Iterator[None]:
    """Go back, when all is done, to the current folder as it is now."""
    before = _current()
    try:
        yield
    finally:
        if before and _current() != before:
            with suppress(OSError):
                os.chdir(before)


def _current() -> str:
    """Return the current folder, "" if somebody has removed it."""
    try:
        return os.getcwd()
    except OSError:
        return ""


class Content(NamedTuple):
    """The name, attributes, texts and children of an element."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    text: str | None
    tail: str | None
    children: tuple[_Element, ...]


def content_of(element: _Element) -> Content:
    """Return what an element has in it now."""
    attributes = tuple((str(k), str(v)) for k, v in element.attrib.items())
    return Content(
        str(element.tag),
        attributes,
        element.text,
        element.tail,
        tuple(children(element)),
    )


def refuse_changes(element: _Element, content: Content) -> None:
    """Raise TypeError if a rule has changed an element."""
    if content_of(element) != content:
        raise TypeError("it changes the element, which is not to be changed")


def restore(element: _Element, content: Content) -> None:
    """Give an element back what a rule has changed."""
    if content_of(element) == content:
        return
    element.tag = content.tag
    element.attrib.clear()
    element.attrib.update(content.attributes)
    element.text, element.tail = content.text, content.tail
    element[:] = content.children
