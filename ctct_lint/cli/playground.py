"""`ctct-lint playground`: a page to paste a document into."""

from __future__ import annotations

import click

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

    names = [one.name for one in list_profiles().profiles]
    try:
        server = Playground(names, _text(document), port)
    except OSError as error:
        raise click.ClickException(f"cannot serve at port {port}: {error}") from None
    say(f"{server.url} (Ctrl-C ends it)")
    if is_opened:
        click.launch(server.url)
    with server:
        server.serve_forever()


def _text(path: str | None) -> str:
    if path is None:
        return ""
    from ctct_lint.text.encoding import decode
    from ctct_lint.text.regular import read_start

    return decode(read_start(path, _LARGEST)).text


_LARGEST = 10 << 20
