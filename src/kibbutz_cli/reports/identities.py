"""Suggested joins: as ``[identities]`` of a kibbutz.toml for a person to edit, or for reading."""

from collections.abc import Iterator

import tomli_w
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kibbutz_cli.model.identity import Join, JoinEvidence, JoinHandle, Suggestions
from kibbutz_cli.reports.safe import safe
from kibbutz_cli.reports.wording import count, listed

_HEAD = """\
# Suggested by kibbutz identities suggest. Read it, edit it, and move it into your kibbutz.toml.
# Strong joins are in force as they stand. Weak ones are commented out: take the # away from
# those you know to be one person. To undo a join, take its line out again.

[identities]
"""

_MOST = 20
"""Joins shown on a terminal."""


def fragment(found: Suggestions) -> str:
    """Return the joins as TOML that a configuration takes as it is."""
    parts = ["\n" + "\n".join(_entry(join)) + "\n" for join in found.joins]
    return _HEAD + ("".join(parts) or "# Nothing in these exports says that two handles are one person.\n")


def _entry(join: Join) -> Iterator[str]:
    off = "" if join.strength == "strong" else "# "
    yield f"# {join.strength}: {_called(join)}"
    for each in join.evidence:
        yield f"#   {_said(each)}"
    if join.perhaps:
        yield f"#   perhaps the same person as {safe(join.perhaps)}"
    yield f"{off}{_quoted_key(join.member)} = ["
    for handle in join.handles:
        weak = "# " if handle.strength == "weak" else ""
        yield f"{off or weak}  {_quoted(handle.handle)},  # {_handle(handle)}"
    yield f"{off}]"


def render_suggestions(found: Suggestions, console: Console) -> None:
    """Print the joins with what speaks for each."""
    strong = sum(join.strength == "strong" for join in found.joins)
    console.print(Text("Which handles may be one person?", style="bold"))
    console.print(Text(_answer(found, strong)))
    for join in found.joins[:_MOST]:
        console.print()
        console.print(Text(f"{join.strength}  ", style="bold") + Text(_called(join), style="not bold"))
        for handle in join.handles:
            mark = "[ ]" if handle.strength == "weak" else "[x]"
            console.print(_indented(f"{mark} {safe(handle.handle)}  {_handle(handle)}", 2))
        for each in join.evidence:
            console.print(_indented(_said(each), 6))
        if join.perhaps:
            console.print(_indented(f"perhaps the same person as {safe(join.perhaps)}", 6))
    console.print()
    if (rest := len(found.joins) - _MOST) > 0:
        console.print(Text(f"and {count(rest, 'further join')}; -o identities.toml has them all"))
    if found.ids_only:
        console.print(Text(f"Of {listed(found.ids_only, 6)} only the ids were looked at."))
    console.print(Text("No two handles are joined because their names look alike.", style="bold"))


def _answer(found: Suggestions, strong: int) -> str:
    weak = len(found.joins) - strong
    looked = f"{count(found.handles, 'handle')} looked at: "
    return looked + f"{count(strong, 'strong join')}, {count(weak, 'weak one')}."


def _called(join: Join) -> str:
    names = dict.fromkeys(handle.name for handle in join.handles if handle.name)
    return f"{safe(join.member)}, shown as {listed(names, 3)}" if names else safe(join.member)


def _said(each: JoinEvidence) -> str:
    return f"{each.strength}: {safe(' and '.join(each.handles))}: {safe(each.says)}"


def _handle(handle: JoinHandle) -> str:
    name = f"{safe(handle.name)}, " if handle.name else ""
    return f"{name}{count(handle.deeds, 'deed')}, {handle.strength}"


def _indented(text: str, by: int) -> Padding:
    return Padding(Text(text, style="dim" if by > 2 else "", overflow="fold"), (0, 0, 0, by))


def _quoted(text: str) -> str:
    return tomli_w.dumps({"x": text}).partition("= ")[2].strip()


def _quoted_key(text: str) -> str:
    return tomli_w.dumps({text: 0}).rpartition(" = ")[0]
