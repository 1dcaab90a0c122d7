"""Whole commands on data of the shared folder, and what their JSON says."""

import csv
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from validation_figures import Figure

KIBBUTZ = str(Path(sys.executable).with_name("kibbutz"))
COLUMNS = (
    "activity_id",
    "platform",
    "actor",
    "kind",
    "object_id",
    "target",
    "thread_id",
    "value",
    "published",
)
ONCE = "2000-08-11T12:00:00Z"
"""The time of ties whose time is not told: one moment for all."""

NAMES = {"active_weeks": "weighted active weeks", "active_days": "active days"}


def run(command: str, *options: str | Path) -> Any:
    """Return the JSON a command of kibbutz prints."""
    told = subprocess.run(
        [KIBBUTZ, command, *map(str, options), "--json", "-q"], check=True, capture_output=True
    )
    return json.loads(told.stdout)


def question(report: Any, target: str, population: str) -> Any:
    (found,) = (
        each for each in report["questions"] if (each["target"], each["population"]) == (target, population)
    )
    return found


def prediction(asked: Any, name: str) -> Any:
    """Return what a standing, element, metric or baseline predicted; ``counting: NAME`` is a baseline."""
    family = "baseline" if name.startswith("counting: ") else ""
    bare = name.removeprefix("counting: ")
    return next(
        each
        for each in asked["predictions"]
        if each["name"] == bare and (each["family"] == "baseline") == bool(family)
    )


def predicted(asked: Any, name: str, what: str = "") -> Figure:
    """Return a prediction of a backtest as a figure of the page."""
    found = prediction(asked, name)
    unit = "people" if asked["rows"] == asked["members"] else f"rows of {asked['members']:,} people"
    bare = name.removeprefix("counting: ")
    named = what or name.replace(bare, NAMES.get(bare, bare))
    return Figure(named, f"{found['rows']:,} {unit}", found["value"], found["low"], found["high"])


def standings(report: Any) -> dict[str, float]:
    """Return the standing of every member who has one."""
    return {each["member"]: each["standing"]["value"] for each in report["members"] if each["standing"]}


def elements(report: Any, element: str) -> dict[str, float]:
    """Return the score of an element, of every member who has one."""
    return {
        member["member"]: each["score"]
        for member in report["members"]
        for each in member["elements"]
        if each["element"] == element and each["score"] is not None
    }


def values(report: Any, metric: str) -> dict[str, float]:
    """Return the value of a metric, of every member who has one."""
    return {
        member["member"]: part["value"]
        for member in report["members"]
        for element in member["elements"]
        for part in element["parts"]
        if part["metric"] == metric
    }


def table(path: Path, rows: Iterable[Mapping[str, Any]]) -> Path:
    """Write deeds as a canonical table; each gets an id unless it has one."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        written = csv.DictWriter(stream, COLUMNS, restval="")
        written.writeheader()
        written.writerows({"activity_id": f"row-{number}"} | dict(row) for number, row in enumerate(rows))
    return path


def labels(path: Path, truth: Mapping[str, float]) -> Path:
    """Write what is known of people in the way ``--labels`` reads it."""
    lines = ["member,label", *(f"{member},{label:.12g}" for member, label in sorted(truth.items()))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def anchored(path: Path, anchors: Sequence[str]) -> Path:
    """Write a configuration that names where trust starts."""
    path.write_text(f"[anchors]\nmembers = {json.dumps(list(anchors))}\n", encoding="utf-8")
    return path


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def moment(seconds: str | float) -> str:
    return datetime.fromtimestamp(int(float(seconds)), UTC).isoformat()


def endorsed(platform: str, giver: str, to: str, value: Any = "", when: str = ONCE) -> dict[str, Any]:
    """Return one endorsement as a row of a canonical table."""
    who = {"platform": platform, "actor": f"{platform}:{giver}", "target": f"{platform}:{to}"}
    return who | {"kind": "endorse", "value": value, "published": when}
