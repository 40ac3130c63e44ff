"""`ctct-lint server`: the language server, for editors."""

from __future__ import annotations

import click

from ctct_lint.session.errors import JobError

_MISSING = "the language server needs a library: pip install pygls"


# Clients append what the protocol recommends for the command line of every server. The
# end of stdin tells that a client is gone, so nobody looks for its process.
@click.command("server")
@click.option(
    "--stdio", is_flag=True, expose_value=False, help="What it does in any case."
)
@click.option(
    "--clientProcessId",
    type=int,
    metavar="ID",
    expose_value=False,
    help="The process of the editor; it is not needed.",
)
def command() -> None:
    """Serve an editor over stdin and stdout by the Language Server Protocol.

    Diagnostics while one types, with the configuration that `check` has; fixes,
    comments that suppress, the manual of rules.
    """
    try:
        from ctct_lint.server.serve import serve_stdio
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in _LIBRARIES:
            raise
        raise JobError(_MISSING) from None
    raise SystemExit(serve_stdio())


_LIBRARIES = frozenset({"pygls", "lsprotocol", "attrs", "cattrs"})
