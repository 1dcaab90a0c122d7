"""The installed command, and a clean environment to run it in."""

import os
import sys
from pathlib import Path

KIBBUTZ = str(Path(sys.executable).with_name("kibbutz"))
WORDS = ("KIBBUTZ", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "COLUMNS", "TERM", "PYTHON")


def clean(home: Path, **changes: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(WORDS)}
    return {**kept, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "TERM": "xterm", **changes}
