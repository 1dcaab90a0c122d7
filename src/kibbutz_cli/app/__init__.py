"""The use cases: the only room that sees readers, engines, scoring and reports."""

from kibbutz_cli.app.about import doctor, formats, metric_cards, plugins
from kibbutz_cli.app.backtest import backtest
from kibbutz_cli.app.convert import convert
from kibbutz_cli.app.engine import is_url
from kibbutz_cli.app.explain import explain
from kibbutz_cli.app.identities import suggest_identities
from kibbutz_cli.app.inspect import inspect
from kibbutz_cli.app.rulers import calibrate, differences
from kibbutz_cli.app.score import Listing, score, score_saved, score_texts
from kibbutz_cli.app.target import Target

__all__ = [
    "Listing",
    "Target",
    "backtest",
    "calibrate",
    "convert",
    "differences",
    "doctor",
    "explain",
    "formats",
    "inspect",
    "is_url",
    "metric_cards",
    "plugins",
    "score",
    "score_saved",
    "score_texts",
    "suggest_identities",
]
