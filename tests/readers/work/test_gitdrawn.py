"""The same log three times: as git prints it, with the lines of ``--graph``, and with those of ``--color``.

A merge makes the drawing wider, and its message has lines that look like drawn ones.
"""

from pathlib import Path

import pytest
from reading import Trial

from kibbutz_cli.model.activity import Activity, Kind
from kibbutz_cli.readers.work import gitlog

TOP, SIDE, TRUNK, ROOT = (digit * 40 for digit in "4321")
DRAWN = f"""\
*   commit {TOP}
|\\  Merge: {TRUNK[:7]} {SIDE[:7]}
| | Author: Ada Hill <ada@hill.example>
| | Date:   Tue Jan 2 12:00:00 2024 +0000
| |{{space}}
| |     Merge the beds
| |     * commit deadbeef is one of them
| |{{space}}
| * commit {SIDE}
| | Author: Ben Vale <ben@vale.example>
| | Date:   Tue Jan 2 11:00:00 2024 +0000
| |{{space}}
| |     Sow peas
| |    {{space}}
| |     Acked-by: Ada Hill <ada@hill.example>
| |{{space}}
| |  beds | 2 +-
| |{{space}}
* | commit {TRUNK}
|/  Author: Ada Hill <ada@hill.example>
|   Date:   Tue Jan 2 10:30:00 2024 +0000
|{{space}}
|       Dig
|{{space}}
* commit {ROOT}
  Author: Ada Hill <ada@hill.example>
  Date:   Tue Jan 2 10:00:00 2024 +0000
{{space}}
      Begin
"""
WIDTHS = {TOP: 4, SIDE: 4, TRUNK: 4, ROOT: 2}


trial = Trial(gitlog)
probe, told = trial.probe, trial.told


def plain() -> str:
    """Return the log as git prints it without drawing."""
    width, lines = 0, []
    for line in DRAWN.format(space=" ").splitlines():
        width = next((WIDTHS[sha] for sha in WIDTHS if line.endswith(f"commit {sha}")), width)
        lines.append(line[width:].rstrip())
    return "\n".join(lines) + "\n"


def coloured(text: str) -> str:
    return (
        text.replace("commit 4", "\x1b[33mcommit 4")
        .replace("4\n", "4\x1b[m\n")
        .replace("| |", "\x1b[31m|\x1b[m |")
    )


def read(folder: Path, text: str) -> list[Activity]:
    path = folder / "garden.log"
    path.write_text(text)
    assert probe(path).sure == 96
    return [deed.model_copy(update={"origin": None}) for deed in told(path).values()]


@pytest.mark.parametrize(
    "text",
    [
        DRAWN.format(space=" "),
        DRAWN.format(space=""),
        coloured(DRAWN.format(space=" ")),
        DRAWN.replace("| * commit", "| < commit").replace("* | commit", "> | commit").format(space=" "),
        DRAWN.replace(f"* commit {ROOT}", f"o commit {ROOT}").format(space=" "),
        DRAWN.replace("*   commit", ">   commit").format(space=" "),
        coloured(plain()),
        "\ufeff" + DRAWN.format(space=" "),
    ],
    ids=[
        "graph",
        "trimmed",
        "graph in colours",
        "sides",
        "boundary",
        "first of a side",
        "colours",
        "byte order mark",
    ],
)
def test_a_drawn_log_tells_what_the_plain_one_tells(tmp_path: Path, text: str) -> None:
    deeds = read(tmp_path, text)

    assert [deed.kind for deed in deeds] == [Kind.POST, Kind.ENDORSE, Kind.POST, Kind.POST, Kind.MERGE]
    assert deeds == read(tmp_path, plain())
