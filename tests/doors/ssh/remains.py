"""What visits that are over have left in memory."""

from __future__ import annotations

import gc


class Remains:
    """Objects of some kinds that there have not been before: what other tests have left is not of these visits."""

    def __init__(self, *kinds: type) -> None:
        self._kinds = kinds
        self._earlier = self._all()

    @property
    def none(self) -> bool:
        """Whether nothing remains."""
        earlier = set(map(id, self._earlier))
        return all(id(each) in earlier for each in self._all())

    def _all(self) -> list[object]:
        gc.collect()
        return [found for found in gc.get_objects() if isinstance(found, self._kinds)]
