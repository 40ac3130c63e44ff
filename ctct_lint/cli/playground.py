"""`ctct-lint playground`: a page to paste a document into."""

from __future__ import annotations

import click

from ctct_lint.session.errors import JobError
from ctct_lint.session.streams.stdio import say


@click.command("playground")
@click.argument(
    "document", required=False, type=click.Path(exists=True, dir_okay=False)
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="The port to serve at. Default: one that is free.",
)
@click.option("--open", "is_opened", is_flag=True, help="Open it in the browser.")
def command(*, document: str | None, port: int, is_opened: bool) -> None:
    """Serve a page on this machine: paste or drop XML, see its faults, mend them.

    It begins with DOCUMENT, if that is named.
    """
    from ctct_lint.playground.server import Playground
    from ctct_lint.session.listed_profiles import list_profiles
    from ctct_lint.text.regular import reason

    names = [one.name for one in list_profiles().profiles]
    text = _text(document)
    try:
        server = Playground(names, text, port)
    except OSError as error:
        raise JobError(f"cannot serve at port {port}: {reason(error)}") from None
    say(f"{server.url} (Ctrl-C ends it)")
    if is_opened:
        click.launch(server.url)
    with server:
        server.serve_forever()


def _text(path: str | None) -> str:
    if path is None:
        return ""
    from ctct_lint.text.encoding import decode
    from ctct_lint.text.regular import read_start, reason

    try:
        return decode(read_start(path, _LARGEST)).text
    except OSError as error:
        raise JobError(f"cannot read {path}: {reason(error)}") from None


_LARGEST = 10 << 20
