"""Server-sent events of `/fix` and of OpenAI's streams.

Covered: the form. Not covered: when (`waiting`).
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

from fastapi.sse import EventSourceResponse, format_sse_event


def event(name: str, data: Any) -> bytes:
    """A named event."""
    return bytes(format_sse_event(event=name, data_str=json.dumps(data, ensure_ascii=True)))


def plain(data: Any) -> bytes:
    """An event without a name, as OpenAI's are; a text as it is."""
    return bytes(format_sse_event(data_str=data if isinstance(data, str) else json.dumps(data, ensure_ascii=True)))


def stream(events: AsyncIterator[bytes]) -> EventSourceResponse:
    """The response that sends them as they come, kept by nobody on the way."""
    return EventSourceResponse(events, headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
