"""Errors of the routes in one form, and what the log is told of those that nobody foresaw.

Covered: ours, what is no request of ours, routes that are not there, faults. Not covered: limits (`guard`).
"""

from __future__ import annotations

import traceback
from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from nightschool.errors import NightSchoolError
from nightschool.serving.logs import Log
from nightschool.serving.refusal import RefusedError, refusal_of

SHOWN = 80
"""Characters of what was sent that a sentence repeats."""


def tell_fault(log: Log, error: BaseException | None) -> None:
    """Write down an error with where it came from."""
    if error is not None:
        log("fault", error=f"{type(error).__name__}: {error}", trace="".join(traceback.format_exception(error)))


def handle_errors(app: FastAPI) -> None:
    """Let every error of a route be answered in the one form; faults are raised on, for whoever logs them."""
    readers: dict[type[Exception], Callable[[Any], RefusedError]] = {
        RefusedError: refusal_of,
        NightSchoolError: refusal_of,
        RequestValidationError: _no_request,
        HTTPException: _no_route,
        Exception: refusal_of,
    }
    for kind, read in readers.items():
        app.add_exception_handler(kind, _handler(read))


def _handler(read: Callable[[Any], RefusedError]) -> Callable[[Request, Exception], Awaitable[Response]]:
    async def said(request: Request, error: Exception) -> Response:
        refused = read(error)
        request.state.told["error"] = refused.code
        return JSONResponse(refused.to_json(), refused.status, refused.headers)

    return said


def _no_request(error: RequestValidationError) -> RefusedError:
    """The first thing that is wrong: where, what, and the beginning of what was sent."""
    first = error.errors()[0]
    place = ".".join(str(one) for one in first["loc"] if one != "body") or "the body"
    given = repr(first.get("input"))
    shown = given if len(given) <= SHOWN else f"{given[: SHOWN - 3]}..."
    return RefusedError(400, f"{place}: {first['msg']} (sent: {shown}); docs/serve.md has every field.", "bad_request")


def _no_route(error: HTTPException) -> RefusedError:
    there = (
        "POST /fix, GET /v1/models, POST /v1/chat/completions, POST /v1/completions, GET /healthz, /readyz, /metrics"
    )
    return RefusedError(error.status_code, f"{error.detail}: there are {there}.", "no_route")
