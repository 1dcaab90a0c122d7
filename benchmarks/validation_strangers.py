"""Bitcoin Alpha: can ratings from people whom nobody trusts move a standing?"""

from pathlib import Path
from typing import Any, NamedTuple

from validation_figures import Figure, Section
from validation_runs import endorsed, moment, read, run, standings, table

STRANGERS, TARGETS = 1_000, 50
YEAR_SECONDS = 52 * 7 * 86_400


class Flood(NamedTuple):
    """Who rates whom -10, and when."""

    what: str
    raters: list[str]
    rated: list[str]
    when: str


class Market(NamedTuple):
    """The ratings as they are, and what the report says of them."""

    folder: Path
    honest: list[dict[str, Any]]
    report: Any


class Moved(NamedTuple):
    """How far the furthest standing moved, and through which metrics."""

    figure: Figure
    through: list[str]


def bitcoin(shared: Path, folder: Path) -> Section:
    ratings = read(shared / "truth/bitcoin-alpha/soc-sign-bitcoinalpha.csv")
    honest = [
        endorsed("btc", row["Source"], row["Target"], row["Rating"], moment(row["Time"])) for row in ratings
    ]
    market = Market(folder, honest, run("score", table(folder / "bitcoin.csv", honest)))
    year_before = moment(max(float(row["Time"]) for row in ratings) - YEAR_SECONDS)
    moved = [_moved(market, flood) for flood in _floods(market.report, year_before)]
    *still, heard = (
        each.figure._replace(
            target=f"{limit} 1e-9", reached=(each.figure.value <= 1e-9) == (limit == "at most")
        )
        for each, limit in zip(moved, ("at most", "at most", "at most", "more than"), strict=True)
    )
    return Section(
        "Bitcoin Alpha, ratings from strangers",
        "How far the furthest standing of those rated moves, in points of 100. Ratings are endorsements "
        f"of value -10 to 10; trust starts at the {market.report['anchor_source']}; strangers have received "
        "nothing, so nobody trusts them.",
        [*still, heard],
        [_told(each) for each in moved],
    )


def _floods(report: Any, year_before: str) -> list[Flood]:
    first = [each["member"] for each in report["members"] if each["standing"]][:TARGETS]
    trusted = next(each["member"] for each in report["anchors"] if each["member"] != first[0])
    strangers = [f"btc:stranger-{number}" for number in range(STRANGERS)]
    today = report["as_of"]
    return [
        Flood("1,000 strangers rate the 50 highest -10, on the last day", strangers, first, today),
        Flood("1,000 strangers rate the highest -10, on the last day", strangers, first[:1], today),
        Flood("1,000 strangers rate the 50 highest -10, 52 weeks before", strangers, first, year_before),
        Flood("one anchor rates the highest -10, on the last day", [trusted], first[:1], today),
    ]


def _moved(market: Market, flood: Flood) -> Moved:
    more = [
        {
            "platform": "btc",
            "actor": rater,
            "target": one,
            "kind": "endorse",
            "value": -10,
            "published": flood.when,
        }
        for rater in flood.raters
        for one in flood.rated
    ]
    after = run("score", table(market.folder / "flooded.csv", [*market.honest, *more]))
    was, now = standings(market.report), standings(after)
    furthest = max(abs(now[one] - was[one]) for one in flood.rated)
    count = f"{len(flood.rated)} standing{'s' * (len(flood.rated) > 1)}"
    return Moved(Figure(flood.what, count, furthest, digits=9), _through(market.report, after, flood.rated))


def _through(before: Any, after: Any, rated: list[str]) -> list[str]:
    """Return the metrics whose score changed for anybody who was rated."""
    was, now = _scores(before, rated), _scores(after, rated)
    return sorted(
        {
            metric
            for member, metric in was.keys() | now.keys()
            if was.get((member, metric)) != now.get((member, metric))
        }
    )


def _scores(report: Any, rated: list[str]) -> dict[tuple[str, str], float]:
    return {
        (member["member"], part["metric"]): part["score"]
        for member in report["members"]
        if member["member"] in rated
        for element in member["elements"]
        for part in element["parts"]
    }


def _told(moved: Moved) -> str:
    through = " and ".join(f"`{metric}`" for metric in moved.through)
    how = f"by {moved.figure.value:.3f} points, through {through} alone" if through else "nothing"
    return f"* {moved.figure.what}: {'moves a standing ' if through else 'moves '}{how}."
