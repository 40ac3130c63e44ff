"""`ctct-lint completion SHELL`: the script that makes a shell complete."""

from __future__ import annotations

import click

from ctct_lint.cli.command import Command
from ctct_lint.session.streams.stdio import say

_SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_CTCT_LINT_COMPLETE"
_MANUAL = (
    (
        "Where it belongs",
        """
~/.bashrc                   eval "$(ctct-lint completion bash)"
~/.zshrc                    eval "$(ctct-lint completion zsh)"
~/.config/fish/config.fish  ctct-lint completion fish | source
""",
    ),
)


@click.command("completion", cls=Command, manual=lambda: _MANUAL)
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def command(ctx: click.Context, *, shell: str) -> None:
    """Print the script that lets a shell complete commands, options and codes."""
    from click.shell_completion import ShellComplete, get_completion_class

    of_shell = get_completion_class(shell) or ShellComplete
    program = ctx.find_root().command
    complete = of_shell(program, {}, program.name or "", _VARIABLE)
    # Of bash, `source` of the class asks for its version, by running it.
    say(ShellComplete.source(complete))
