"""Chance that falls the same way everywhere: one seeded stream a purpose.

Only uniform numbers are taken from numpy, whose stream is fixed for all versions and systems; everything else is worked
out here, so that the files come out the same byte for byte.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

import numpy as np

SEED = 20260630
T = TypeVar("T")


class Dice:
    """A stream of chance of its own: a change in one part of the sample leaves the others as they are."""

    def __init__(self, purpose: str) -> None:
        self._stream = np.random.Generator(np.random.PCG64([SEED, zlib.crc32(purpose.encode())]))

    def roll(self) -> float:
        """In 0..1, 1 not included."""
        return float(self._stream.random())

    def yes(self, chance: float) -> bool:
        """True with this chance."""
        return self.roll() < chance

    def between(self, low: float, high: float) -> float:
        """A number from `low` to `high`."""
        return low + (high - low) * self.roll()

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both in."""
        return low + int(self.roll() * (high - low + 1))

    def one_of(self, items: Sequence[T]) -> T:
        """One of them, all alike."""
        return items[int(self.roll() * len(items))]

    def pick(self, weights: Mapping[str, float]) -> str:
        """One of the names, by weight."""
        left = self.roll() * sum(weights.values())
        for name, weight in weights.items():
            left -= weight
            if left < 0:
                return name
        return name

    def wait(self, mean_days: float) -> int:
        """Days until something that happens once in `mean_days`."""
        return int(-mean_days * math.log(1.0 - self.roll()))

    def sample(self, items: Sequence[T], count: int) -> list[T]:
        """`count` different ones, in the order that they stand in."""
        drawn = sorted((self.roll(), place) for place in range(len(items)))[:count]
        return [items[place] for place in sorted(place for _, place in drawn)]

    def day(self, first: date, last: date) -> date:
        """A day from `first` to `last`, both in."""
        return first + timedelta(days=self.whole(0, max(0, (last - first).days)))
