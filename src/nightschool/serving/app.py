"""The application: its routes.

Covered: `/fix`, OpenAI's `/v1`, `/healthz`, `/readyz`, `/metrics`. Not covered: who may ask (`guard`), listening
(`run`), how errors are said (`faults`).
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse, Response

from nightschool.serving import openai_form
from nightschool.serving.asked import AskedChat, AskedCompletion, AskedFix
from nightschool.serving.events import event, plain, stream
from nightschool.serving.faults import handle_errors
from nightschool.serving.fixing import Fixing
from nightschool.serving.refusal import RefusedError
from nightschool.serving.state import Serving, gone
from nightschool.serving.streaming import streamed
from nightschool.serving.words import Speaking

NOT_ALIKE = (
    "This server runs with other settings, code or compiler than its client: start it again where the client runs, or "
    "leave `alike` out."
)


def application(serving: Serving) -> FastAPI:
    """The routes of one server."""
    app = FastAPI(title="Night School", docs_url=None, redoc_url=None)
    handle_errors(app)
    _health(app, serving)
    _fix(app, serving)
    _words(app, serving)
    return app


def _health(app: FastAPI, serving: Serving) -> None:
    @app.get("/healthz")
    async def alive() -> dict[str, Any]:
        return {"alive": True, "seconds": round(time.time() - serving.began, 1)}

    @app.get("/readyz")
    async def ready() -> dict[str, Any]:
        version = serving.follower.serving()
        return {"ready": True, "version": version.label, "serves": str(version.named)}

    @app.get("/metrics")
    async def metrics() -> Response:
        return Response(serving.metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")


def _fix(app: FastAPI, serving: Serving) -> None:
    @app.post("/fix")
    async def fix(request: Request, asked: AskedFix) -> Response:
        if asked.alike and asked.alike != serving.alike:
            raise RefusedError(409, NOT_ALIKE, "not_alike")
        version = serving.follower.serving()
        fixing = Fixing(version, asked, serving.config.serve.timeout_s)
        job = serving.job("repair", fixing)
        if "text/event-stream" not in request.headers.get("accept", ""):
            with version.used():
                found = await job.whole(gone(request))
            serving.answered(request, version)
            return JSONResponse(found)

        def beat(begun: bool) -> bytes:
            return event("tried", fixing.so_far()) if begun else event("queued", {"waiting": serving.turns.waiting})

        forms = (lambda found: [event("result", found)], lambda refused: [event("error", refused.to_json())])
        return stream(streamed(serving, request, version, job.events(list, beat), forms))


def _words(app: FastAPI, serving: Serving) -> None:
    @app.get("/v1/models")
    async def models() -> dict[str, Any]:
        found = openai_form.models(serving.follower.serving(), int(serving.began))
        return {"object": "list", "data": found}

    @app.post("/v1/chat/completions")
    async def chat(request: Request, asked: AskedChat) -> Response:
        return await _said(serving, request, asked)

    @app.post("/v1/completions")
    async def complete(request: Request, asked: AskedCompletion) -> Response:
        return await _said(serving, request, asked)


async def _said(serving: Serving, request: Request, asked: AskedChat | AskedCompletion) -> Response:
    version = serving.follower.serving()
    openai_form.require(version, asked.model)
    speaking = Speaking(version, asked, serving.config.serve.max_tokens)
    job = serving.job("answer", speaking)
    if asked.stream:

        def news() -> list[bytes]:
            return [plain(openai_form.more(speaking, text)) for text in speaking.news()]

        return stream(_spoken(serving, request, speaking, job.events(news, lambda _: WAIT)))
    with version.used():
        answer = await job.whole(gone(request))
    serving.answered(request, version)
    return JSONResponse(openai_form.whole(speaking, answer))


WAIT = b": wait\n\n"
"""Keeps a stream open; clients pass it over."""


async def _spoken(serving: Serving, request: Request, speaking: Speaking, events: Any) -> AsyncIterator[bytes]:
    """OpenAI's stream: the beginning, parts, the end, `[DONE]`."""
    forms = (
        lambda answer: [*map(plain, openai_form.last(speaking, answer)), plain("[DONE]")],
        lambda refused: [plain(refused.to_json())],
    )
    for one in openai_form.first(speaking):
        yield plain(one)
    async with aclosing(streamed(serving, request, speaking.version, events, forms)) as parts:
        async for part in parts:
            yield part
