"""The conformance kit: laws that any reader or metric must keep, for those who write one.

Each law is a function that returns nothing, or raises an ``AssertionError`` whose message says which
record or member breaks it. ``READER_LAWS`` and ``METRIC_LAWS`` hold them all, to be parametrised over.
"""

from kibbutz_cli.testing.damage import (
    is_blind_to_unknown_fields,
    is_blind_to_what,
    refuses_a_truncated_input,
    survives_damage,
    tells_unknown_fields,
    with_unknown_fields,
)
from kibbutz_cli.testing.laws import (
    accounts_for_every_record,
    is_restartable,
    is_sure_of_its_input,
    keeps_ids_as_text,
    keeps_names_out_of_ids,
    keeps_the_limits,
    reads_the_same_twice,
    tells_places,
    tells_time_in_utc,
    yields_derived_deeds_beside,
)
from kibbutz_cli.testing.metrics import (
    METRIC_LAWS,
    MetricLaw,
    finds_nothing_in_nothing,
    has_evidence,
    measures_each_member_once,
    stays_in_bounds,
)
from kibbutz_cli.testing.reading import ReaderLaw

READER_LAWS: tuple[ReaderLaw, ...] = (
    is_sure_of_its_input,
    reads_the_same_twice,
    is_restartable,
    accounts_for_every_record,
    keeps_ids_as_text,
    keeps_names_out_of_ids,
    tells_time_in_utc,
    tells_places,
    yields_derived_deeds_beside,
    keeps_the_limits,
    refuses_a_truncated_input,
    is_blind_to_unknown_fields,
    tells_unknown_fields,
    survives_damage,
)
"""Every law of a reader; each takes the reader and the path of an input of its own."""

__all__ = [
    "METRIC_LAWS",
    "READER_LAWS",
    "MetricLaw",
    "ReaderLaw",
    "accounts_for_every_record",
    "finds_nothing_in_nothing",
    "has_evidence",
    "is_blind_to_unknown_fields",
    "is_blind_to_what",
    "is_restartable",
    "is_sure_of_its_input",
    "keeps_ids_as_text",
    "keeps_names_out_of_ids",
    "keeps_the_limits",
    "measures_each_member_once",
    "reads_the_same_twice",
    "refuses_a_truncated_input",
    "stays_in_bounds",
    "survives_damage",
    "tells_places",
    "tells_time_in_utc",
    "tells_unknown_fields",
    "with_unknown_fields",
    "yields_derived_deeds_beside",
]
