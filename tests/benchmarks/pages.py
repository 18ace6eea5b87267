"""Markdown pages of any size, dense with every kind of block."""

from __future__ import annotations

_PART = """\
## Part {number}

Running text with *emphasis*, **strong words**, `code`, a [link](https://example.org/{number}) and a bare address,
https://example.org/bare/{number}, so that inline parsing has its share of the work. A second sentence makes the
paragraph as long as paragraphs are, with ~~struck~~ words and an accent or two: naïve, Gusmão.

- a first item with **bold**
- a second one
  - and one below it, [linked](https://example.org/item/{number})

1. one
2. two

> A quotation of one line.

| method | rounds | accuracy |
|--------|-------:|:--------:|
| FedAvg | {number} | 0.81 |
| ours   | 12 | 0.93 |

```python
def mean(values: list[float]) -> float:
    return sum(values) / len(values)
```

"""


def page(kilobytes: int) -> str:
    """Return a page of about this size (kilobytes of 1000 bytes, UTF-8)."""
    parts: list[str] = []
    size = 0
    while size < kilobytes * 1000:
        part = _PART.format(number=len(parts) + 1)
        parts.append(part)
        size += len(part.encode())
    return "".join(parts)
