"""The guestbook reader and the metric of welcomes keep the laws of kibbutz."""

from pathlib import Path

import kibbutz_sample.metrics
import pytest
from kibbutz_sample import guestbook

from kibbutz_cli.testing import METRIC_LAWS, READER_LAWS

BOOK = str(Path(__file__).parents[2] / "fixtures" / "guestbook" / "guestbook.txt")
WELCOMES = Path(kibbutz_sample.metrics.__file__).with_name("welcomes.sql")


@pytest.mark.parametrize("law", READER_LAWS, ids=lambda law: law.__name__)
def test_the_reader_keeps_the_law(law):
    law(guestbook, BOOK)


@pytest.mark.parametrize("law", METRIC_LAWS, ids=lambda law: law.__name__)
def test_the_metric_keeps_the_law(law):
    law(WELCOMES, [BOOK])
