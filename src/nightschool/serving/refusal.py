"""What is said to a request that is not answered: one sentence with boundary, value and what to do, and a status.

The object is that of OpenAI's API, on all routes. Covered: statuses, Retry-After, faults nobody foresaw. Not covered:
programs that do not compile; they are answers.
"""

from __future__ import annotations

import math
from typing import Any

from nightschool.errors import EnvironmentMissingError, NightSchoolError, UsageError

KINDS = {
    400: "invalid_request_error", 401: "authentication_error", 404: "not_found_error", 408: "timeout_error",
    409: "conflict_error", 413: "request_too_large", 429: "rate_limit_error", 503: "unavailable_error",
    504: "timeout_error",
}  # fmt: skip


class RefusedError(Exception):
    """A request that is not answered, and why."""

    def __init__(self, status: int, message: str, code: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.status, self.message, self.code = status, message, code
        self.retry_after = retry_after

    @property
    def headers(self) -> dict[str, str]:
        """Retry-After in whole seconds, where it is known."""
        return {} if self.retry_after is None else {"Retry-After": str(max(1, math.ceil(self.retry_after)))}

    def to_json(self) -> dict[str, Any]:
        """The body."""
        kind = KINDS.get(self.status, "server_error")
        return {"error": {"message": self.message, "type": kind, "code": self.code, "param": None}}


def refusal_of(error: BaseException) -> RefusedError:
    """What a caller is told of an error: ours in its own words, a fault nobody foresaw by its kind only."""
    if isinstance(error, RefusedError):
        return error
    if isinstance(error, UsageError):
        return RefusedError(400, str(error), "bad_request")
    if isinstance(error, EnvironmentMissingError):
        return RefusedError(503, str(error), "environment_missing", 10.0)
    if isinstance(error, NightSchoolError):
        return RefusedError(503, str(error), "unavailable", 10.0)
    message = f"A fault of ours ({type(error).__name__}); the server's log has it under this request's id."
    refused = RefusedError(500, message, "fault")
    refused.__cause__ = error
    return refused


def too_late(seconds: float, what: str) -> RefusedError:
    """A request that took too long."""
    message = f"No {what} within serve.timeout_s ({seconds:g} s); ask for less, or raise that setting."
    return RefusedError(504, message, "timeout")
