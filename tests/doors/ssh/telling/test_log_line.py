from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from tui_home.doors.ssh.telling.log_line import Form, escaped, line


@given(st.text(max_size=200) | st.binary(max_size=200), st.integers(8, 80))
def test_whatever_is_sent_stays_one_short_printable_value(sent: str | bytes, longest: int) -> None:
    safe = escaped(sent, longest)
    assert len(safe) <= longest
    assert safe.isascii()
    assert not safe or safe.isprintable()
    written = line({"a": safe, "b": 1}, Form.TEXT)
    assert re.fullmatch(r'a=(?:[^\s"=]+|"(?:[^"\\]|\\.)*") b=1', written) or len(safe) == longest
    assert json.loads(line({"a": safe}, Form.JSON))["a"] == safe


def test_what_was_sent_can_be_told_from_what_was_escaped() -> None:
    assert escaped(b"\x1b[0m\\x1b", 64) == r"\x1b[0m\\x1b"
    assert escaped(b"\xff", 64) == r"\xff"
    assert escaped("é\u202e", 64) == r"\xe9\u202e"
