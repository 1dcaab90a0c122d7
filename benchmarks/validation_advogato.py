"""Advogato: do the certificates of one summer tell the later level?"""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from statistics import mean
from typing import Any

from validation_figures import Figure, Section, figure, tied_below
from validation_runs import anchored, elements, endorsed, labels, predicted, question, read, run, table

LEVELS = {"Observer": 1, "Apprentice": 2, "Journeyer": 3, "Master": 4}
SEEDS = ("raph", "miguel", "federico", "alan")
Pairs = dict[tuple[str, str], int]


def _certificates(path: Path) -> Pairs:
    return {
        (row["certifier"], row["certified"]): LEVELS[row["level"]]
        for row in read(path)
        if row["certifier"] != row["certified"]
    }


def advogato(shared: Path, folder: Path) -> Section:
    early, late = (
        _certificates(shared / f"truth/advogato/advogato_{day}.edges.csv") for day in ("2000-08-11", "latest")
    )
    known = {f"advogato:{name}" for pair in early for name in pair}
    later, received = _received(late, late.keys() - early.keys()), _received(early, early.keys())
    truth = {who: mean(each) for who, each in later.items() if len(each) >= 3 and who in known}
    deeds = [endorsed("advogato", *pair, level) for pair, level in sorted(early.items())]
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
        f"The Cultural element reaches {cultural.found} on the members; the mean level they had received, "
        f"{level.found}.",
        f"On all it reaches {tied.found} with the others tied last; the mean level, which has a number for "
        f"them, reaches {figures[6].found}.",
        f"The level of the standing, of everybody however thin, reaches {standing.found}; of those who have "
        "enough evidence for a standing alone it is told in [trust](validation-trust.md).",
        "Certificates say what members think of each other, and nothing of what they wrote or to whom: "
        "Social, Participation and Commitment are not scored.",
    ]
