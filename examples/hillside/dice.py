"""Chance that falls the same way on every machine, whatever the hash seed or the version of Python."""

import hashlib
import math
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """A seeded source of chance. It is built on ``random()`` alone, the one call Python promises to keep.

    Args:
        seed: Any text; the same text gives the same rolls.
    """

    def __init__(self, seed: str) -> None:
        self._random = random.Random(int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8])).random

    def chance(self, share: float) -> bool:
        """Return true in this share of the rolls."""
        return self._random() < share

    def between(self, low: float, high: float) -> float:
        """Return a number from low to high."""
        return low + (high - low) * self._random()

    def whole(self, low: int, high: int) -> int:
        """Return a whole number from low to high, both included."""
        return low + int(self._random() * (high - low + 1))

    def pick(self, choices: Sequence[T]) -> T:
        """Return one of the choices."""
        return choices[int(self._random() * len(choices))]

    def weighted(self, choices: Sequence[T], weights: Sequence[float]) -> T | None:
        """Return one of the choices by weight, or none when no weight is above zero."""
        left = self._random() * math.fsum(weights)
        for choice, weight in zip(choices, weights, strict=True):
            left -= weight
            if left < 0:
                return choice
        return None

    def count(self, mean: float) -> int:
        """Return a Poisson number of events."""
        limit, number, product = math.exp(-mean), 0, self._random()
        while product > limit:
            number += 1
            product *= self._random()
        return number
