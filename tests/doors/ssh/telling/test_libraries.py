from __future__ import annotations

import logging

from tests.doors.ssh.telling.journals import Book, fail


def test_libraries_say_their_templates_only_and_nothing_below_warning(book: Book) -> None:
    journal, stream = book()
    logger = logging.getLogger("asyncssh")
    before = (logger.level, logger.propagate, list(logger.handlers))
    with journal.instead_of_logging():
        logger.info("Beginning auth for user %s", "\x1b\nroot")
        logging.getLogger("asyncssh.conn").warning("[conn=1] Odd name %s", "\x1b\nroot")
        try:
            fail("root")
        except RuntimeError:
            logging.getLogger("asyncio").exception("Task exception\n  root")
    told = stream.getvalue()
    assert "root" not in told
    assert 'level=warning event=library name=asyncssh.conn said="[conn=1] Odd name %s" times=1\n' in told
    assert 'level=error event=library name=asyncio said="Task exception" times=1\n' in told
    assert "event=crash error=RuntimeError<ValueError" in told
    assert (logger.level, logger.propagate, list(logger.handlers)) == before
