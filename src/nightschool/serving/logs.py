"""Structured logs: one JSON object a line on standard error.

Covered: requests, versions, faults with their traceback. Not covered: programs and answers; they are never logged.
"""

from __future__ import annotations

import json
import logging
import sys
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import TextIO


class Log:
    """Writes lines; from any thread."""

    def __init__(self, to: TextIO | None = None) -> None:
        self._to = to or sys.stderr
        self._lock = threading.Lock()

    def __call__(self, event: str, **more: object) -> None:
        """Write one event; what has no value is left out."""
        now = datetime.fromtimestamp(time.time(), UTC).isoformat(timespec="milliseconds")
        kept = {name: value for name, value in more.items() if value is not None}
        line = json.dumps({"time": now, "event": event, **kept}, default=str)
        with self._lock, suppress(OSError, ValueError):  # a log that nobody reads any more ends no server
            self._to.write(f"{line}\n")
            self._to.flush()


class ToLog(logging.Handler):
    """Other libraries' warnings and faults as lines of the same form."""

    def __init__(self, log: Log) -> None:
        super().__init__(logging.WARNING)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        """One record; a traceback as one field."""
        trace = logging.Formatter().formatException(record.exc_info) if record.exc_info else None
        self._log("library", logger=record.name, level=record.levelname, message=record.getMessage(), trace=trace)


def only_json(log: Log) -> None:
    """Let everything that is logged in this process come as lines of `log`."""
    logging.basicConfig(handlers=[ToLog(log)], level=logging.WARNING, force=True)
