"""What the usual member does, and how alike members are, in numpy, for the peers."""

from math import erfc, exp, pi, sqrt

import numpy as np

from peer_ruler import TRIALS

ENOUGH, ROOM = 20, 200.0


def mean(hits: np.ndarray, trials: np.ndarray, strength: float) -> float:
    """Return the rate of the usual member, of whom one with many trials weighs little more than another."""
    if len(trials) < ENOUGH:
        return (hits.sum() + 0.5) / (trials.sum() + 1)
    weight = (strength + 1) / (strength + trials)
    return ((hits * weight).sum() + 0.5) / ((trials * weight).sum() + 1)


def strength(hits: np.ndarray, trials: np.ndarray, usual: np.ndarray | None) -> float:
    """Return how many trials the usual rate is worth, around one rate or what is usual for each."""
    if len(trials) < ENOUGH:
        return TRIALS
    weight, raw = trials * (1 + TRIALS) / (trials + TRIALS), hits / trials
    total = weight.sum()
    centre = ((weight * raw).sum() + 0.5) / (total + 1) if usual is None else usual
    squares = weight * (raw - centre) ** 2 / (centre * (1 - centre))
    chance = (weight / trials * (1 - weight / total)).sum()
    whole = (weight * (1 - weight / total)).sum() - chance
    if whole <= 1e-6:
        return TRIALS
    error = 1e-6 + squares.std(ddof=1) * np.sqrt(len(trials)) / whole
    alike = (squares.sum() - chance) / whole - error**2 * (1 + TRIALS)
    rho = alike + error * _tail(alike / error)
    return float(np.clip((1 - rho) / rho, 1, ROOM))


def pace(hits: np.ndarray, trials: np.ndarray) -> tuple[float, float]:
    """Return the pace of the usual member, and how many weeks it is worth."""
    usual, pooled = (hits.sum() + 0.5) / (trials.sum() + 1), hits.sum() / trials.sum()
    spread = ((hits**2 / trials).sum() - hits.sum() * pooled) / trials.sum()
    variance = spread - pooled * len(trials) / trials.sum()
    worth = float(np.clip(usual / variance, 1, ROOM)) if variance > 0 else ROOM
    return usual, worth if len(trials) >= ENOUGH else TRIALS


def _tail(z: float) -> float:
    """Return the density of a normal by what lies below z; by its series where that is too little."""
    if z < -30:
        return -z - 1 / z + 2 / z**3
    return exp(-z * z / 2) * sqrt(2 / pi) / erfc(-z / sqrt(2))
