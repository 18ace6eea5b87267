"""What the gates count, each kind by itself. `open` only looks, `enter` counts, `leave` gives back."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from tui_home.doors.ssh.addresses import Bucket
from tui_home.doors.ssh.rates import Allowance

_MINUTE = 60.0


@dataclass(slots=True)
class Total:
    """So many at once."""

    most: int
    present: int = 0

    def open(self) -> bool:
        """Tell whether there is room for one more."""
        return self.present < self.most

    def enter(self) -> None:
        """Count one more."""
        self.present += 1

    def leave(self) -> None:
        """Count one less."""
        self.present -= 1


@dataclass(slots=True)
class RandomEarlyDrop:
    """So many at once, and from `start` on not everybody: refused with `chance` (per cent) there, surely at `full`.

    OpenSSH's MaxStartups: whoever fills the house with half-open connections cannot shut everybody else out.
    """

    start: int
    full: int
    chance: int
    random: Callable[[], float]
    present: int = 0

    def open(self) -> bool:
        """Tell whether one more may come: not always the same answer."""
        if self.present < self.start:
            return True
        if self.present >= self.full:
            return False
        chance = self.chance / 100
        return self.random() >= chance + (1 - chance) * (self.present - self.start) / (self.full - self.start)

    def enter(self) -> None:
        """Count one more."""
        self.present += 1

    def leave(self) -> None:
        """Count one less."""
        self.present -= 1


@dataclass(slots=True)
class AtOnce:
    """So many at once from each address or network. Remembers only who is there."""

    most: Mapping[str, int]
    """By the kind of Bucket."""
    present: Counter[Bucket] = field(default_factory=Counter)

    def open(self, counted: Iterable[Bucket]) -> bool:
        """Tell whether there is room for one more in all of `counted`."""
        return all(self.present[each] < self.most[each.kind] for each in counted)

    def enter(self, counted: Iterable[Bucket]) -> None:
        """Count one more in each."""
        self.present.update(counted)

    def leave(self, counted: Iterable[Bucket]) -> None:
        """Count one less in each, and forget who is gone."""
        for each in counted:
            self.present[each] -= 1
            if not self.present[each]:
                del self.present[each]


@dataclass(slots=True)
class PerMinute:
    """So many a minute from each address or network. A refusal costs nothing of it, or a lecture hall never got in."""

    most: Mapping[str, int]
    """By the kind of Bucket."""
    table: int
    """Addresses and networks remembered; those not heard of for longest are forgotten."""
    known: OrderedDict[Bucket, Allowance] = field(default_factory=OrderedDict)

    def open(self, counted: Iterable[Bucket], now: float) -> bool:
        """Tell whether one more may come from all of `counted`."""
        return all(each not in self.known or self.known[each].has(1, now) for each in counted)

    def enter(self, counted: Iterable[Bucket], now: float) -> None:
        """Count one in each."""
        for each in counted:
            if each not in self.known:
                most = self.most[each.kind]
                self.known[each] = Allowance(most, most / _MINUTE, now)
            self.known[each].take(1, now)
            self.known.move_to_end(each)
        while len(self.known) > self.table:
            self.known.popitem(last=False)
