"""``kibbutz doctor`` answers where something is missing: that is when it is asked."""

import json
import re
import subprocess
import sys
from importlib.metadata import requires

import pytest
from command import clean

from kibbutz_cli.app.doctor import LIBRARIES

WITHOUT = """\
import sys

class Without:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == {module!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

sys.meta_path.insert(0, Without())
sys.argv = ["kibbutz", "doctor", "--json"]
from kibbutz_cli.cli import main
main()
"""


def test_every_library_that_kibbutz_needs_is_looked_at():
    needed = {
        re.split(r"[^\w.-]", name)[0].replace(".", "-")
        for name in requires("kibbutz-cli") or ()
        if "extra ==" not in name and ("python_version" not in name or sys.version_info < (3, 14))
    }

    assert needed == {library.replace(".", "-") for library in LIBRARIES}


@pytest.mark.parametrize(
    ("module", "unsound"),
    [("backports", ["plug-ins"]), ("libipld", ["plug-ins"]), ("duckdb", ["engine"])],
)
def test_what_cannot_be_looked_at_is_told_beside_what_can(home, module, unsound):
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT.format(module=module)],
        capture_output=True,
        text=True,
        env=clean(home),
        timeout=60,
        check=False,
    )

    checks = json.loads(done.stdout)
    assert done.returncode == 1
    assert [check["name"] for check in checks if not check["sound"]] == unsound
    assert all(module in check["found"] for check in checks if not check["sound"])
