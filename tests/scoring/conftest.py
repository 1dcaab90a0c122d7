"""What the tests of scoring share: ``score`` tells a chronicle and closes its engines at the end."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
import village
from village import Score, Told, Village


@pytest.fixture
def score() -> Iterator[Score]:
    with ExitStack() as engines:

        def told(*told: Told, **how: Any) -> Village:
            return engines.enter_context(village.score(*told, **how))

        yield told
