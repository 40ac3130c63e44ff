"""The settings of the client: at its start, and as it changes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ctct_lint.server.options import SECTION, read_options

if TYPE_CHECKING:
    from ctct_lint.server.folders import Folders
    from ctct_lint.session.request import Request


class ClientSettings:
    """What was said at the start, later, and of single folders; the last one wins.

    initial    the `initializationOptions`
    later      what came with a change, for all folders
    of_folder  the settings of folders, by their paths
    paths      the folders of the workspace
    """

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self.initial: Any = None
        self.later: Any = None
        self.of_folder: dict[str, Any] = {}
        self.paths: tuple[str, ...] = ()

    def arrange(self) -> list[str]:
        """Give each folder what is asked for it; return what is wrong with that."""
        problems: dict[str, None] = {}

        def request(folder: str) -> Request:
            found = read_options(self._of(folder), folder)
            problems.update(dict.fromkeys(found.problems))
            return found.request

        pairs = [(path, request(path)) for path in self.paths]
        self._folders.arrange(pairs, request(""))
        return list(problems)

    def _of(self, folder: str) -> dict[str, Any]:
        every = (self.initial, self.later, self.of_folder.get(folder))
        return {key: v for one in every for key, v in _inner(one).items()}


def _inner(settings: Any) -> dict[str, Any]:
    """Return the settings that are ours, with or without our name around them."""
    if not isinstance(settings, dict):
        return {}
    inner = settings.get(SECTION, settings)
    return inner if isinstance(inner, dict) else {}
