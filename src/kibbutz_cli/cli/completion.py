"""``kibbutz completion``: the script that teaches a shell our commands and options."""

import os
from collections.abc import Callable

import typer

from kibbutz_cli.cli.helping import HouseCommand, HouseGroup

_EXAMPLES = {
    "bash": "kibbutz completion bash > ~/.local/share/bash-completion/completions/kibbutz",
    "zsh": 'kibbutz completion zsh > "${fpath[1]}/_kibbutz"',
    "fish": "kibbutz completion fish > ~/.config/fish/completions/kibbutz.fish",
}

group = typer.Typer(
    cls=HouseGroup,
    help="Print the completion script of a shell.",
    epilog="\n".join(_EXAMPLES.values()),
    rich_markup_mode=None,
)


def _script(shell: str) -> Callable[[typer.Context], None]:
    def printed(context: typer.Context) -> None:
        os.environ["_KIBBUTZ_COMPLETE"] = f"source_{shell}"
        context.find_root().command.main([], prog_name="kibbutz")

    return printed


for _shell, _example in _EXAMPLES.items():
    group.command(_shell, cls=HouseCommand, help=f"Print the script for {_shell}.", epilog=_example)(
        _script(_shell)
    )
