"""How likely members are to come back, from the weeks in which they did, in numpy, for the peers."""

from typing import NamedTuple

import numpy as np

HORIZON, HALF_LIFE, STEPS, NEARNESS, SHRINK = 13, 52, 4, 0.5, 5
HISTORY, TABLE_MEMBERS = 26, 10
SILENT_WEEKS, CHANCES = [0, 1, 3, 7, 15, 31], np.array([0.9, 0.85, 0.7, 0.5, 0.3, 0.15, 0.05])


class Visits(NamedTuple):
    """The active weeks of every member, counted back from the last deed of all, oldest first.

    Attributes:
        ago: Which week it was.
        days_ago: The days since the last deed in it.
        next: The active week after it; not a number after the last of a member.
        activity: How active the member was up to then.
        peer: Whether the member's company counts.
    """

    ago: np.ndarray
    days_ago: np.ndarray
    next: np.ndarray
    activity: np.ndarray
    peer: np.ndarray


def chances(visits: Visits) -> tuple[np.ndarray, np.ndarray]:
    """Return for every member with a visit, in their order, the comebacks seen and of how many trials.

    Those whose company counts are compared with one another, all others with everybody.
    """
    hits, trials = _foretold(visits)
    peer = visits.peer[np.isnan(visits.next)]
    hits[peer], trials[peer] = _foretold(Visits(*(column[visits.peer] for column in visits)))
    return hits, trials


def _foretold(visits: Visits) -> tuple[np.ndarray, np.ndarray]:
    last = np.isnan(visits.next)
    silent, activity = visits.days_ago[last], visits.activity[last]
    if visits.ago.max() + 1 < HISTORY:
        chance = CHANCES[np.searchsorted(SILENT_WEEKS, silent // 7)]
        return chance * TABLE_MEMBERS, np.full(len(chance), float(TABLE_MEMBERS))
    weeks, comebacks = _situations(visits)
    seen, rate = _returns(weeks, comebacks)
    stays = np.zeros(len(silent))
    for ahead in range(HORIZON):
        stays += np.log1p(-rate[place(1 + silent + 7 * ahead), activity])
    hits = seen[place(1 + silent), activity]
    return hits, hits / (1 - np.exp(stays))


def _situations(visits: Visits) -> tuple[np.ndarray, np.ndarray]:
    """Return the weeks spent in every situation, and the comebacks after them."""
    ended = ~np.isnan(visits.next)
    length = (visits.ago - np.where(ended, visits.next, 0)).astype(int)
    row = np.repeat(np.arange(len(length)), length)
    week = np.arange(len(row)) - np.repeat(np.cumsum(length) - length, length)
    silence = place(1 + (visits.days_ago - 7 * visits.ago)[row] + 7 * week)
    last = place(1 + 7 * HORIZON + int(visits.days_ago.max()))
    shape = (last + 1, int(visits.activity.max()) + 1)
    cell = silence * shape[1] + visits.activity[row]
    back = ended[row] & (week == length[row] - 1)
    count = [np.bincount(cell, weights, shape[0] * shape[1]).reshape(shape) for weights in (None, back)]
    return count[0], count[1]


def _returns(weeks: np.ndarray, comebacks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return in every situation the comebacks that speak for its weekly rate, and the rate."""
    silences, activities = (_near(size) for size in weeks.shape)
    overall = (comebacks.sum() + 0.5) / (weeks.sum() + 1)
    far = np.sqrt(silences)
    wide = (far @ comebacks.sum(1) + overall) / (far @ weeks.sum(1) + 1)
    by_silence = (silences @ comebacks.sum(1) + SHRINK) / (silences @ weeks.sum(1) + SHRINK / wide)
    expected = weeks * by_silence[:, None]
    ratio = (activities @ comebacks.sum(0) + SHRINK) / (activities @ expected.sum(0) + SHRINK)
    seen = silences @ comebacks @ activities + SHRINK
    alike = seen / (silences @ (expected * ratio) @ activities + SHRINK)
    return seen, np.minimum(0.99, by_silence[:, None] * ratio * alike)


def _near(size: int) -> np.ndarray:
    return NEARNESS ** np.abs(np.subtract.outer(np.arange(size), np.arange(size)))


def place(count: np.ndarray | int) -> np.ndarray:
    """Return the step of a logarithmic scale that a count is on."""
    return np.floor(STEPS * np.log2(count) + 1e-9).astype(int)
