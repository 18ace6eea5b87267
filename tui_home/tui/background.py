"""Work that goes on beside what is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from textual.dom import DOMNode


def in_background(
    node: DOMNode,
    work: Callable[..., Coroutine[Any, Any, None]],
    *arguments: object,
    group: str,
    exclusive: bool = False,
) -> None:
    """Let `work` go on as long as `node` is there.

    It is called when its turn comes: who leaves before that leaves no coroutine behind for Python to complain of.

    Args:
        node: Whose work it is.
        work: An async function.
        arguments: Its arguments.
        group: The name by which its workers are found.
        exclusive: Whether it takes the place of the group's others.
    """
    call: Any = partial(work, *arguments)
    # Without a description Textual would write out all arguments: of a large site that takes 0.2 s.
    node.run_worker(call, group=group, description=group, exclusive=exclusive)
