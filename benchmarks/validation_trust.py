"""Advogato, Bitcoin Alpha and small offices: does trust go to whom it should, and can strangers move it?"""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from statistics import mean
from typing import Any, NamedTuple

from validation_figures import Figure, Section, auc, figure, spearman, tied_below
from validation_runs import (
    anchored,
    elements,
    labels,
    moment,
    predicted,
    question,
    read,
    run,
    standings,
    table,
    values,
)

LEVELS = {"Observer": 1, "Apprentice": 2, "Journeyer": 3, "Master": 4}
SEEDS = ("raph", "miguel", "federico", "alan")
BY_AUGUST = "2000-08-11T12:00:00Z"
STRANGERS, TARGETS = 1_000, 50
Pairs = dict[tuple[str, str], int]


def _certificates(path: Path) -> Pairs:
    return {
        (row["certifier"], row["certified"]): LEVELS[row["level"]]
        for row in read(path)
        if row["certifier"] != row["certified"]
    }


def _endorsed(platform: str, giver: str, to: str, value: Any = "", when: str = BY_AUGUST) -> dict[str, Any]:
    who = {"platform": platform, "actor": f"{platform}:{giver}", "target": f"{platform}:{to}"}
    return who | {"kind": "endorse", "value": value, "published": when}


def advogato(shared: Path, folder: Path) -> Section:
    early, late = (
        _certificates(shared / f"truth/advogato/advogato_{day}.edges.csv") for day in ("2000-08-11", "latest")
    )
    known = {f"advogato:{name}" for pair in early for name in pair}
    later, received = _received(late, late.keys() - early.keys()), _received(early, early.keys())
    truth = {who: mean(each) for who, each in later.items() if len(each) >= 3 and who in known}
    deeds = [_endorsed("advogato", *pair, level) for pair, level in sorted(early.items())]
    path = table(folder / "advogato.csv", deeds)
    start = anchored(folder / "advogato.toml", [f"advogato:{name}" for name in SEEDS])
    report = run("score", path, "--config", start)
    tested = run(
        "backtest", path, "--config", start, "--labels", labels(folder / "later.csv", truth), "--all"
    )
    asked = question(tested, "label", "everybody")
    names = {
        "cultural": "Cultural element",
        "trust": "`trust`",
        "esteem": "`esteem`",
        "standing": "level of the standing (`--all`)",
    }
    ours = [predicted(asked, name, words) for name, words in names.items()]
    figures = [ours[0].at_least(0.71), *ours[1:3], ours[3].at_least(0.71)]
    figures += _beside(truth, received, elements(report, "cultural"), report)
    return Section(
        "Advogato, August 2000 to later",
        _ADVOGATO.format(people=len(truth), members=asked["rows"]),
        figures,
        _told_advogato(figures),
    )


def _received(pairs: Pairs, chosen: Any) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for pair in sorted(chosen):
        found[f"advogato:{pair[1]}"].append(pairs[pair])
    return found


def _beside(
    truth: Mapping[str, float], received: Mapping[str, list[int]], cultural: Mapping[str, float], report: Any
) -> list[Figure]:
    """Return the baselines on those who are members, and everything on all."""
    members = sorted(truth.keys() & {each["member"] for each in report["members"]})
    figures = []
    for people in (members, sorted(truth)):
        known = [truth[who] for who in people]
        level = [mean(received.get(who) or [0]) for who in people]
        count = [float(len(received.get(who, []))) for who in people]
        figures += [
            figure("counting: mean level received", level, known),
            figure("counting: certificates received", count, known),
        ]
    everybody = sorted(truth)
    known = [truth[who] for who in everybody]
    tied = tied_below({who: cultural[who] for who in members if who in cultural}, everybody)
    same = tied_below({who: mean(received.get(who) or [0]) for who in members}, everybody)
    note = ", who is no member tied last"
    figures.append(figure(f"Cultural element{note}", tied, known).at_least(0.71))
    return [*figures, figure(f"counting: mean level received{note}", same, known)]


_ADVOGATO = (
    "Spearman with the mean level of the certificates received after 11 August 2000. A certificate is an "
    "`endorse` of value 1 to 4; trust starts at raph, miguel, federico and alan. {people} people have three "
    "later certificates; {members} of them had given one by then and are members here. The others only "
    "received: a name that has done nothing is no member, and is tied last where all {people} are asked of."
)


def _told_advogato(figures: list[Figure]) -> list[str]:
    cultural, standing, level, tied = figures[0], figures[3], figures[4], figures[8]
    return [
        f"The Cultural element reaches {cultural.found} on the members; the mean level they had received, {level.found}.",
        f"On all it reaches {tied.found} with the others tied last, and the mean level, which has a number for them, {figures[6].found}.",
        f"The standing reaches {standing.found}: with nothing but certificates, all of one day, its other "
        "elements count how many were given and received, and that says less of the later level.",
    ]


def offices(shared: Path, folder: Path) -> Section:
    kinds = (
        ("law_advice", "status", "Lazega: advice, partner or associate"),
        ("ht_advice", "level", "Krackhardt: advice, level"),
    )
    figures = [
        each for kind in kinds for each in _office(shared / "truth/small-status-networks", folder, *kind)
    ]
    right = [each for each in figures if each.reached is not None]
    says = [
        f"{each.what}: {each.found}, {'on the right side' if each.reached else 'not surely on the right side'} of {_chance(each)}."
        for each in right
    ]
    return Section("Small status networks", _OFFICES, figures, says)


_OFFICES = (
    "Advice sought is an endorsement. Trust starts at the three who are asked most, and they are left out. "
    "AUC for partner against associate; Spearman for the level (president, vice-president, manager)."
)


def _chance(each: Figure) -> str:
    return each.target.removeprefix("interval above ")


def _office(truth: Path, folder: Path, network: str, status: str, words: str) -> list[Figure]:
    ranks = {row["id"]: -float(row[status]) for row in read(truth / f"{network}.nodes.csv")}
    edges = [(row["source"], row["target"]) for row in read(truth / f"{network}.edges.csv")]
    asked = {who: sum(target == who for _, target in edges) for who in ranks}
    first = sorted(ranks, key=lambda who: (-asked[who], who))[:3]
    deeds = [_endorsed("office", f"n{giver}", f"n{to}") for giver, to in edges]
    deeds += [_endorsed("office", f"n{who}", "") | {"kind": "post", "target": ""} for who in ranks]
    start = anchored(folder / f"{network}.toml", [f"office:n{who}" for who in first])
    trust = values(run("score", table(folder / f"{network}.csv", deeds), "--config", start), "trust")
    rest = [who for who in ranks if who not in first]
    known = [ranks[who] for who in rest]
    two = len(set(known)) == 2
    known = [float(each == max(known)) for each in known] if two else known
    measure, chance = (auc, 0.5) if two else (spearman, 0.0)
    found = figure(f"{words}: `trust`", [trust[f"office:n{who}"] for who in rest], known, measure)
    found = found._replace(
        target=f"interval above {chance:g}", reached=bool(found.low is not None and found.low > chance)
    )
    return [found, figure("counting: how many asked", [asked[who] for who in rest], known, measure)]


class Flood(NamedTuple):
    """What a number of ratings did to the standings of the first fifty."""

    what: str
    raters: int
    targets: int
    when: str


def bitcoin(shared: Path, folder: Path) -> Section:
    ratings = read(shared / "truth/bitcoin-alpha/soc-sign-bitcoinalpha.csv")
    honest = [
        _endorsed("btc", row["Source"], row["Target"], row["Rating"], moment(row["Time"])) for row in ratings
    ]
    report = run("score", table(folder / "bitcoin.csv", honest))
    before = standings(report)
    first = [each["member"] for each in report["members"] if each["member"] in before][:TARGETS]
    trusted = next(each["member"] for each in report["anchors"] if each["member"] != first[0])
    year_before = moment(max(float(row["Time"]) for row in ratings) - 52 * 7 * 86_400)
    strangers = [f"btc:stranger-{number}" for number in range(STRANGERS)]
    floods = {
        "1,000 strangers rate the 50 highest -10, on the last day": (strangers, first, report["as_of"]),
        "1,000 strangers rate the highest -10, on the last day": (strangers, first[:1], report["as_of"]),
        "one anchor rates the highest -10, on the last day": ([trusted], first[:1], report["as_of"]),
        "1,000 strangers rate the 50 highest -10, 52 weeks before": (strangers, first, year_before),
    }
    moved = [_moved(folder, honest, before, what, *flood) for what, flood in floods.items()]
    figures = [_unmoved(moved[0]), _unmoved(moved[1]), _does_move(moved[2]), moved[3]]
    return Section(
        "Bitcoin Alpha, ratings from strangers",
        _BITCOIN.format(start=report["anchor_source"]),
        figures,
        _told_bitcoin(figures),
    )


_BITCOIN = (
    "How far the furthest standing of those rated moves, in points of 100. Ratings are endorsements of value "
    "-10 to 10; trust starts at the {start}; strangers have received nothing, so nobody trusts them."
)


def _moved(
    folder: Path,
    honest: list[dict[str, Any]],
    before: Mapping[str, float],
    what: str,
    raters: list[str],
    rated: list[str],
    when: str,
) -> Figure:
    more = [
        {"platform": "btc", "actor": rater, "target": one, "kind": "endorse", "value": -10, "published": when}
        for rater in raters
        for one in rated
    ]
    after = standings(run("score", table(folder / "flooded.csv", [*honest, *more])))
    most = max(abs(after[one] - before[one]) for one in rated)
    return Figure(what, f"{len(rated)} standing{'s' * (len(rated) > 1)}", most, digits=9)


def _unmoved(each: Figure) -> Figure:
    return each._replace(target="at most 1e-9", reached=each.value <= 1e-9)


def _does_move(each: Figure) -> Figure:
    return each._replace(target="more than 1e-9", reached=each.value > 1e-9)


def _told_bitcoin(figures: list[Figure]) -> list[str]:
    return [
        f"On the last day strangers move nothing: {figures[0].found} points."
        if figures[0].reached
        else f"Strangers move a standing by {figures[0].found} points.",
        f"One trusted rating moves it by {figures[2].found} points.",
        f"Ratings a year old move one by {figures[3].value:.3f}: not as ratings, but because 1,000 people who "
        "came once and never again change how often people come back, and `presence` is learnt from that.",
    ]
