"""What every test may use: our fixtures, and the real exports where they are at hand."""

from pathlib import Path

import pytest
from hypothesis import settings

# The same examples every run, and no deadline: a busy machine is not a bug.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")

collect_ignore = ["sample_plugin"]
"""Its tests need it installed: test_sample_plugin.py runs them where it is."""

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "tests" / "fixtures"


@pytest.fixture(scope="session")
def fixtures() -> Path:
    return FIXTURES


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = ROOT.parent / "shared"
    if not (folder / "exports").is_dir():
        pytest.skip("the real exports are not beside this checkout")
    return folder
