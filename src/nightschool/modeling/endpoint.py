"""One OpenAI-compatible completions endpoint over HTTP: what to try again, how long, and what to say when it fails.

Covered: retries with exponential back-off and jitter (or the pause that the server asks for) on 429, 5xx, broken
connections, time-outs and answers that are no completion; one limit on the wall-clock time of a try, however slowly the
server drips; other 4xx as one clear error. Not covered: what is asked (`served.py`). The key comes from the environment
and is in no message.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from nightschool.config import ServingConfig
from nightschool.errors import ConfigError, ServerError

if TYPE_CHECKING:
    import httpx
    from tenacity import RetryCallState

T = TypeVar("T")

KEY = "NIGHTSCHOOL_API_KEY"
"""Environment variable of the key, sent as a bearer token."""
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.5, 30.0
TRANSIENT = (408, 409, 425, 429)
"""4xx that may pass."""


@dataclass(frozen=True, slots=True)
class Completion:
    """What the server wrote."""

    text: str
    finished: bool
    """The model ended by itself; False if it was cut off at the limit."""
    tokens: int | None
    """Tokens written, as the server counts; None if it does not say."""
    read: int | None
    """Tokens of the prompt, as the server counts; None if it does not say."""


class TransientError(ServerError):
    """This try failed, another may not."""

    def __init__(self, message: str, pause_s: float = 0.0) -> None:
        super().__init__(message)
        self.pause_s = pause_s


class Endpoint:
    """A server, asked patiently. Threads may share one."""

    def __init__(self, config: ServingConfig, sleep: Callable[[float], None] = time.sleep) -> None:
        self.config, self.sleep = config, sleep
        self.base = config.base_url.rstrip("/")

    def check(self) -> None:
        """Raises ServerError if the server cannot be reached, ConfigError if it wants another key.

        What it says is not read: servers list other things here, or nothing (`transformers serve` may answer 500).
        """
        self._patiently(lambda: self._sent("GET", f"{self.base}/models", None, fine=(200, 404, 405, 500, 501)))

    def complete(self, body: dict[str, Any]) -> Completion:
        """What it wrote. Raises TransientError when all tries failed, ConfigError if it refuses the request."""
        url = f"{self.base}/completions"
        return self._patiently(lambda: _completion(url, self._sent("POST", url, body, fine=(200,))))

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    @cached_property
    def _client(self) -> httpx.Client:
        import httpx

        key = os.environ.get(KEY)
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        limits = httpx.Limits(max_connections=self.config.concurrency)
        return httpx.Client(headers=headers, timeout=self.config.timeout_s, limits=limits)

    def _patiently(self, attempt: Callable[[], T]) -> T:
        from tenacity import Retrying, retry_if_exception_type, stop_after_attempt

        tries = Retrying(
            stop=stop_after_attempt(self.config.retries + 1), wait=_pause, sleep=self.sleep,
            retry=retry_if_exception_type(TransientError), reraise=True,
        )  # fmt: skip
        return tries(attempt)

    def _sent(self, method: str, url: str, body: dict[str, Any] | None, fine: Sequence[int]) -> str:
        """The body of an answer with a status that is fine."""
        import httpx

        try:
            status, headers, text = self._exchange(method, url, body)
        except httpx.InvalidURL as error:
            raise ConfigError(f"serving.base_url {self.config.base_url!r} is no URL: {error}") from error
        except httpx.HTTPError as error:
            why = f"{type(error).__name__} {error}".rstrip()
            raise TransientError(
                f"No answer from {url}: {why}. Start the server, or set serving.base_url; model.backend=in_process "
                "does without."
            ) from error
        if status in fine:
            return text
        if status in TRANSIENT or status >= 500:
            raise TransientError(f"{url} answered {status}: {text[:200]}", _asked_pause(headers))
        raise ConfigError(
            f"{url} refused the request with {status}: {text[:400]}\nCompare serving.model and serving.adapter with "
            f"`curl {self.base}/models`, serving.extra with the server's manual, and {KEY} with its key."
        )

    def _exchange(self, method: str, url: str, body: dict[str, Any] | None) -> tuple[int, httpx.Headers, str]:
        """Status, headers and body, all within the time limit of one try."""
        import httpx

        end = time.monotonic() + self.config.timeout_s
        received = bytearray()
        with self._client.stream(method, url, json=body) as response:
            for part in response.iter_bytes():
                received += part
                if time.monotonic() > end:
                    raise httpx.ReadTimeout(f"no whole answer in {self.config.timeout_s:g} s")
        return response.status_code, response.headers, received.decode("utf-8", errors="replace")


def _completion(url: str, text: str) -> Completion:
    """A completion from its JSON. One that ended neither by itself nor at the limit was broken off: no answer."""
    try:
        answer = json.loads(text)
        choice, usage = answer["choices"][0], answer.get("usage") or {}
        words, reason = choice["text"], choice["finish_reason"]
        if not isinstance(words, str) or reason not in ("stop", "length"):
            raise ValueError(f"finish_reason {reason!r}")
        return Completion(words, reason == "stop", usage.get("completion_tokens"), usage.get("prompt_tokens"))
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise TransientError(f"{url} answered no completion ({error!r}): {text[:200]}") from error


def _pause(state: RetryCallState) -> float:
    """Seconds before the next try: what the server asked for, else doubling from half a second, with jitter."""
    from tenacity import wait_random_exponential

    error = state.outcome.exception() if state.outcome else None
    asked = error.pause_s if isinstance(error, TransientError) else 0.0
    drawn: float = wait_random_exponential(multiplier=FIRST_PAUSE_S, max=LONGEST_PAUSE_S)(state)
    return max(drawn, min(asked, LONGEST_PAUSE_S))


def _asked_pause(headers: httpx.Headers) -> float:
    """Seconds in `Retry-After`; 0 if it is not there or a date."""
    try:
        return max(0.0, float(headers.get("retry-after", "0")))
    except ValueError:
        return 0.0
