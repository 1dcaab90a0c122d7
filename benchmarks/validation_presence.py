"""The R package mailing list and CollegeMsg: does presence tell who comes back?"""

from pathlib import Path
from typing import Any

from validation_figures import Figure, Section
from validation_runs import moment, predicted, prediction, question, run, table

RECENCY, FADING = "counting: recency", "counting: active_weeks"
WHO = {"everybody": "everybody known at a date (`--all`)", "standing": "who has a standing"}


def mailing_list(shared: Path, _folder: Path) -> Section:
    path = shared / "exports/mbox/r-package-devel"
    report = run("backtest", path, "--at", "2017-01-01", "--every", "13w", "--all")
    return Section(
        "R package mailing list",
        f"Active again within 13 weeks, asked at {_dates(report)}, 13 weeks apart. AUC; the calibration "
        "error is the mean distance between the chance told and the share that came, over ten bins.",
        _figures(report, (0.002, 0.002), 0.01),
        _told(report),
    )


def college(shared: Path, folder: Path) -> Section:
    lines = (shared / "truth/collegemsg/CollegeMsg.txt").read_text(encoding="utf-8").splitlines()[1:]
    deeds = [
        {
            "platform": "college",
            "actor": f"college:{sender}",
            "target": f"college:{to}",
            "kind": "post",
            "published": moment(seconds),
        }
        for sender, to, seconds in map(str.split, lines)
    ]
    path = table(folder / "college.csv", deeds)
    report = run("backtest", path, "--at", "2004-06-17", "--every", "1w", "--horizon", "3w", "--all")
    return Section(
        "CollegeMsg",
        f"Active again within 3 weeks, asked at {_dates(report)}, a week apart: from the ninth week on, "
        "where two horizons of history are there to learn from.",
        _figures(report, (0.01, None), 0.02),
        _told(report),
    )


def _dates(report: Any) -> str:
    dates = [each["at"][:10] for each in report["dates"]]
    return f"{len(dates)} dates from {dates[0]} to {dates[-1]}"


def _figures(report: Any, margins: tuple[float, float | None], error: float) -> list[Figure]:
    """Return presence, its baselines and its calibration, of everybody and of those with a standing."""
    figures = []
    for population, words in WHO.items():
        asked = question(report, "active", population)
        found = predicted(asked, "presence", f"`presence`, {words}")
        figures.append(_within(found, asked, margins))
        figures += [predicted(asked, RECENCY), predicted(asked, FADING)]
        figures.append(predicted(asked, "standing", f"standing, {words}"))
        off = prediction(asked, "presence")["calibration"]["error"]
        figures.append(Figure(f"calibration error, {words}", found.who, off, digits=4).below(error))
    return figures


def _within(found: Figure, asked: Any, margins: tuple[float, float | None]) -> Figure:
    names = [
        (name, margin) for name, margin in zip((RECENCY, FADING), margins, strict=True) if margin is not None
    ]
    least = [(prediction(asked, name)["value"] - margin, name, margin) for name, margin in names]
    words = " and ".join(
        f"{predicted(asked, name).what.removeprefix('counting: ')} - {margin:g}" for _, name, margin in least
    )
    return found._replace(target=f"at least {words}", reached=all(found.value >= one for one, _, _ in least))


def _told(report: Any) -> list[str]:
    """Say how presence and the standing stand to the best count, as the interval of the difference says."""
    says = []
    for population, words in WHO.items():
        asked = question(report, "active", population)
        for name, named in (("presence", "`presence`"), ("standing", "the standing")):
            found = prediction(asked, name)["difference"]
            best = predicted(asked, f"counting: {asked['best_baseline']}").what.removeprefix("counting: ")
            says.append(
                f"* {words}: {named} {found['verdict']}{' from' * ('told' in found['verdict'])} {best}, "
                f"{found['value']:+.3f} ({found['low']:+.3f} to {found['high']:+.3f})."
            )
    return says
