"""Answers that are sent while they are made.

Covered: events of a job, its result or an error as the last one, the version in use meanwhile. Not covered: the form of
events (`events`, `openai_form`).
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import Any

from starlette.requests import Request

from nightschool.serving.faults import tell_fault
from nightschool.serving.refusal import RefusedError
from nightschool.serving.state import Serving
from nightschool.serving.version import Version

Form = Callable[[Any], list[bytes]]


async def streamed(
    serving: Serving, request: Request, version: Version, events: AsyncGenerator[Any, None], forms: tuple[Form, Form]
) -> AsyncGenerator[bytes, None]:
    """Events as they come; at the end the result as the first form has it, or an error as the second."""
    whole, refused = forms
    with version.used():
        async with aclosing(events) as parts:
            async for one in parts:
                if isinstance(one, bytes):
                    yield one
                    continue
                if isinstance(one, RefusedError):
                    request.state.told["error"] = one.code
                    tell_fault(serving.log, one.__cause__)
                else:
                    serving.answered(request, version)
                for part in (refused if isinstance(one, RefusedError) else whole)(one):
                    yield part
