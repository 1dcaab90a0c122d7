"""Help with the examples first, and commands that answer a typo with the nearest right name."""

import sys
import textwrap
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from kibbutz_cli.cli import streams

_WIDTH = 78

# Typer 0.29 keeps its Context and formatter types private: Any is the honest annotation here.


class HouseCommand(TyperCommand):
    """A command whose help shows its sentence, examples, usage and arguments, then its options by group."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return ``--help``, told that it is not wanted unless given."""
        return _unasked(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        formatter.write(page(self, ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse; while a shell asks for completions, values are kept as they were typed."""
        if not ctx.resilient_parsing:
            return super().parse_args(ctx, args)
        given, rest, _ = self.make_parser(ctx).parse_args(args=list(args))
        ctx.params.update(given)
        ctx.args = rest
        return rest


class HouseGroup(TyperGroup):
    """A command of commands; called without one, it shows its help and exits with 2."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return ``--help``, told that it is not wanted unless given."""
        return _unasked(super().get_help_option(ctx))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        formatter.write(page(self, ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse; nothing at all to parse is a call for help."""
        if not args and not ctx.resilient_parsing:
            refuse(ctx)
        return super().parse_args(ctx, args)


def _unasked(option: Any) -> Any:
    """Give ``--help`` the default False: Typer imports pydantic (100 ms) to make nothing into False."""
    if option is not None:
        option.default = False
    return option


def refuse(ctx: Any) -> None:
    """Print the help on stderr and exit with 2: the call names nothing to work on.

    Raises:
        Exit: Always.
    """
    missing = [param.metavar for param in ctx.command.params if param.metavar == "PATH..."]
    typer.echo(ctx.get_help(), err=True, color=streams.coloured(sys.stderr))
    if missing:
        streams.complain(f"{ctx.command.name}: PATH: expected at least one export, or - for standard input")
    raise typer.Exit(2)


def page(command: Any, ctx: Any) -> str:
    """Return the whole help of a command."""
    lines = [*textwrap.wrap((command.help or "").split("\n\n")[0], _WIDTH), ""]
    if command.epilog:
        lines += [_title("Examples"), *(f"  {line}" for line in command.epilog.splitlines()), ""]
    lines += [_title("Usage"), *_usage(command, ctx), ""]
    if arguments := _arguments(command):
        lines += [_title("Arguments"), *_rows(arguments), ""]
    if isinstance(command, TyperGroup):
        shown = [(name, each.get_short_help_str(200)) for name, each in command.commands.items()]
        lines += [_title("Commands"), *_rows(shown), ""]
    for title, rows in _options(command, ctx).items():
        lines += [_title(title), *_rows(rows), ""]
    return "\n".join([*lines, *_remarks(command)]).rstrip("\n") + "\n"


def _remarks(command: Any) -> list[str]:
    paragraphs = (command.help or "").split("\n\n")[1:]
    return [line for paragraph in paragraphs for line in [*textwrap.wrap(paragraph, _WIDTH), ""]]


def _usage(command: Any, ctx: Any) -> list[str]:
    words = [name for name, _ in _arguments(command)]
    after = ["COMMAND ..."] if isinstance(command, TyperGroup) else words
    return ["  " + " ".join([ctx.command_path, *after, "[OPTIONS]"])]


def _arguments(command: Any) -> list[tuple[str, str]]:
    """Return what stands after a command, each with what it can be."""
    arguments = (param for param in command.params if param.param_type_name == "argument")
    return [(param.metavar or param.name, param.help or "") for param in arguments]


def _options(command: Any, ctx: Any) -> dict[str, list[tuple[str, str]]]:
    panels: dict[str, list[tuple[str, str]]] = {}
    for param in command.get_params(ctx):
        if param.param_type_name == "option" and not param.hidden:
            title = getattr(param, "rich_help_panel", None) or "Options"
            names = ", ".join(sorted(param.opts, key=len))
            metavar = "" if param.is_flag or not param.metavar else f" {param.metavar}"
            panels.setdefault(title, []).append((names + metavar, param.help or ""))
    return panels


def _rows(rows: list[tuple[str, str]]) -> list[str]:
    room = min(26, max((len(name) for name, _ in rows), default=0))
    lines = []
    for name, text in rows:
        wrapped = textwrap.wrap(text, _WIDTH - room - 4) or [""]
        if len(name) > room:
            lines.append(f"  {name}")
            name = ""  # noqa: PLW2901 - the text goes below a name that is too long
        lines.append(f"  {name:<{room}}  {wrapped[0]}".rstrip())
        lines += [" " * (room + 4) + line for line in wrapped[1:]]
    return lines


def _title(text: str) -> str:
    return typer.style(f"{text}:", bold=True)


def usage_fault(exc: Any) -> tuple[str, str]:
    """Return the message and the hint of a fault Typer found in the call."""
    path = getattr(getattr(exc, "ctx", None), "command_path", "") or "kibbutz"
    where = path.removeprefix("kibbutz").strip()
    message = " ".join(exc.format_message().split())
    possible = sorted(getattr(exc, "possibilities", None) or [])
    if possible:
        message = f"{exc.option_name}: no such option; did you mean {' or '.join(possible)}?"
    message = message.replace("Input should be", "expected")
    message = message[:1].lower() + message[1:]
    return (f"{where}: {message}" if where else message), f"{path} --help shows what it takes"
