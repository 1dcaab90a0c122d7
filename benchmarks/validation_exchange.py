"""Stack Exchange: does the standing agree with the reputation that votes made?"""

import shutil
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

from validation_figures import Figure, Section, difference, figure, tied_below
from validation_runs import elements, labels, predicted, question, run, standings, table

DUMP = "exports/stackexchange/quantumcomputing-2018-12"
ACCEPTED = "1"
SITE = "quantumcomputing"


class Site(NamedTuple):
    """The rows of a dump that are deeds of people, and the reputation of who did one."""

    posts: list[dict[str, str]]
    comments: list[dict[str, str]]
    accepted: list[dict[str, str]]
    reputation: dict[str, float]

    @property
    def people(self) -> list[str]:
        return sorted(self.reputation)


def sections(shared: Path, folder: Path) -> list[Section]:
    site = _site(shared / DUMP)
    return [_without_votes(shared / DUMP, folder, site), _with_scores(folder, site)]


def _rows(path: Path) -> list[dict[str, str]]:
    return [dict(row.attrib) for row in ElementTree.parse(path).getroot()]


def _member(number: str) -> str:
    return f"stackexchange:{number}@{SITE}"


def _site(dump: Path) -> Site:
    posts = [row for row in _rows(dump / "Posts.xml") if row["PostTypeId"] in "12" and "OwnerUserId" in row]
    comments = [row for row in _rows(dump / "Comments.xml") if "UserId" in row]
    accepted = [row for row in _rows(dump / "Votes.xml") if row["VoteTypeId"] == ACCEPTED]
    seen = {row["OwnerUserId"] for row in posts} | {row["UserId"] for row in comments}
    users = {row["Id"]: float(row["Reputation"]) for row in _rows(dump / "Users.xml")}
    return Site(posts, comments, accepted, {_member(user): users[user] for user in seen & users.keys()})


def _counted(site: Site) -> dict[str, Counter[str]]:
    """Return posts, active days, partners and the sum of scores, counted from the dump itself."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    days, owners = set(), {row["Id"]: row["OwnerUserId"] for row in site.posts}
    partners = set()
    for row in site.posts:
        who = _member(row["OwnerUserId"])
        counts["posts"][who] += 1
        counts["scores"][who] += int(row["Score"])
    for row, user, about in _deeds(site):
        days.add((_member(user), row["CreationDate"][:10]))
        if (other := owners.get(about, user)) != user:
            partners |= {(_member(user), other), (_member(other), user)}
    counts["active days"] = Counter(who for who, _ in days)
    counts["partners"] = Counter(who for who, _ in partners)
    return counts


def _deeds(site: Site) -> Iterator[tuple[dict[str, str], str, str]]:
    yield from ((row, row["OwnerUserId"], row.get("ParentId", "")) for row in site.posts)
    yield from ((row, row["UserId"], row["PostId"]) for row in site.comments)


def _copied(dump: Path, folder: Path) -> Path:
    """Copy the dump with no vote but the acceptances."""
    copy = folder / SITE
    copy.mkdir()
    for name in ("Posts.xml", "Comments.xml", "Users.xml"):
        shutil.copyfile(dump / name, copy / name)
    votes = ElementTree.parse(dump / "Votes.xml")
    root = votes.getroot()
    for row in [row for row in root if row.get("VoteTypeId") != ACCEPTED]:
        root.remove(row)
    votes.write(copy / "Votes.xml", encoding="utf-8", xml_declaration=True)
    return copy


def _tied(site: Site, ranked: Mapping[str, float], counting: Sequence[str]) -> list[Figure]:
    """Return the standing and counts on everybody, whoever has no standing sharing the last place in all."""
    counts, truth = _counted(site), [site.reputation[who] for who in site.people]
    ours = tied_below(ranked, site.people)
    found = [figure("standing, who has none tied last", ours, truth)]
    for name in counting:
        theirs = [counts[name][who] for who in site.people]
        same = tied_below({who: counts[name][who] for who in ranked}, site.people)
        words = "sum of post scores" if name == "scores" else name
        found += [
            figure(f"counting: {words}", theirs, truth),
            difference("standing less this count", ours, theirs, truth),
            figure(f"counting: {words}, the same people tied last", same, truth),
        ]
    perfect = tied_below({who: site.reputation[who] for who in ranked}, site.people)
    return [*found, figure("ceiling: reputation itself, the same people tied last", perfect, truth)]


def _asked(path: Path, folder: Path, site: Site, counting: Sequence[str]) -> tuple[list[Figure], Any]:
    report = run("score", path)
    known = labels(folder / "reputation.csv", site.reputation)
    tested = run("backtest", path, "--labels", known, "--all")
    ranked, everybody = (question(tested, "label", each) for each in ("standing", "everybody"))
    figures = _tied(site, standings(report), counting)
    figures += [
        predicted(ranked, "standing", "standing, of who has one"),
        predicted(ranked, f"counting: {ranked['best_baseline']}"),
        predicted(everybody, "standing", "level of everybody, however thin (`--all`)"),
        predicted(everybody, f"counting: {everybody['best_baseline']}"),
    ]
    return figures, report


def _without_votes(dump: Path, folder: Path, site: Site) -> Section:
    figures, report = _asked(_copied(dump, folder), folder, site, ("posts", "active days", "partners"))
    figures[0] = figures[0].at_least(0.61)
    tested = figures[-2:]
    return Section(
        "Stack Exchange quantumcomputing, votes held out",
        "Spearman of the standing with `Reputation`, which is never read. The dump without any vote but the "
        f"acceptances; {len(site.people)} members posted or commented, {report['standing_count']} have a "
        "standing. The report gives the others no number and no rank, so they are tied last.",
        figures,
        [
            f"The standing reaches {figures[0].found}, where telling those {report['standing_count']} "
            f"perfectly would reach {figures[-5].found}.",
            f"The level that would be shown if no evidence were too thin reaches {tested[0].found}: "
            f"the best count ({tested[1].what.removeprefix('counting: ')}) {tested[1].found}.",
            f"Among those with a standing it reaches {figures[-4].found}, and the best count "
            f"({figures[-3].what.removeprefix('counting: ')}) {figures[-3].found}.",
        ],
    )


def _told(site: Site) -> Iterator[dict[str, Any]]:
    """Return the dump as canonical deeds, each post with its score as value."""
    owners = {row["Id"]: _member(row["OwnerUserId"]) for row in site.posts}
    threads = {row["Id"]: row.get("ParentId", row["Id"]) for row in site.posts}
    for row, user, about in _deeds(site):
        own = "UserId" not in row
        yield {
            "activity_id": row["Id"] if own else f"comment-{row['Id']}",
            "actor": _member(user),
            "kind": "reply" if about else "post",
            "object_id": about,
            "target": owners.get(about, ""),
            "thread_id": threads.get(row["Id"] if own else about, about),
            "value": row["Score"] if own else "",
            "published": row["CreationDate"] + "Z",
        }
    for row in site.accepted:
        asker, answerer = owners.get(threads.get(row["PostId"], "")), owners.get(row["PostId"])
        if asker and answerer:
            deed = {"activity_id": f"accept-{row['Id']}", "actor": asker, "kind": "accept"}
            about = {"object_id": row["PostId"], "target": answerer, "thread_id": threads[row["PostId"]]}
            yield deed | about | {"published": row["CreationDate"] + "Z"}


def _reachable(site: Site, report: Any) -> list[Figure]:
    """Return the element that hears the scores, and what scores could tell below those with a standing."""
    counts, truth = _counted(site), [site.reputation[who] for who in site.people]
    economic = elements(report, "economic")
    ranked, top = standings(report), max(counts["scores"].values())
    best = [top + site.reputation[who] if who in ranked else counts["scores"][who] for who in site.people]
    return [
        figure("Economic element", tied_below(economic, site.people), truth),
        figure("ceiling: reputation of who has a standing, sum of scores of the others", best, truth),
    ]


def _with_scores(folder: Path, site: Site) -> Section:
    deeds = [{"platform": "stackexchange"} | row for row in _told(site)]
    figures, report = _asked(table(folder / "scores.csv", deeds), folder, site, ("scores",))
    figures[0] = figures[0].at_least(0.66)
    figures += _reachable(site, report)
    return Section(
        "Stack Exchange quantumcomputing, with the scores of posts",
        "The same people and the same question. The dump as a canonical table, where each post carries its "
        "`Score` as `value`; the metric `value_delivered` adds it up with the acceptances, fading with time. "
        f"{report['standing_count']} have a standing.",
        figures,
        [
            "Scores are votes, and reputation is made of votes: an easier question than the one above.",
            f"The standing reaches {figures[0].found}; the ceiling, with the same people tied last, is "
            f"{figures[-7].found}.",
            f"Reputation itself for those with a standing, and below them the sum of scores for the others, "
            f"reaches {figures[-1].found}: as long as who has too little evidence stands below who has "
            "enough, the target lies beyond what the scores can tell.",
        ],
    )
