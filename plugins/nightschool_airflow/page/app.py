"""The page's FastAPI app: HTML under `/`, the same as JSON under `/api`, and headers that keep both to themselves.

Covered: every answer needs `may_read`, the style sheet and the script apart, which hold nothing; a browser without a
login is sent to Airflow's (`login`), all others are answered 401; no page may load anything from elsewhere or run a
script of ours but one file. Not covered: what is read (`nightschool.nights`).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from fastapi import Depends, FastAPI, Request, Response
from fastapi.exception_handlers import http_exception_handler
from fastapi.responses import FileResponse, JSONResponse
from starlette.exceptions import HTTPException

from nightschool import __version__
from nightschool.nights import Nights
from nightschool_airflow.page.api import Missing, api_routes
from nightschool_airflow.page.login import refused
from nightschool_airflow.page.pages import page_routes
from nightschool_airflow.page.render import render

Guard = Callable[..., Any]

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "private, no-cache",
}
STATIC = Path(__file__).with_name("static")
OPEN = {"style.css": "text/css", "keys.js": "text/javascript"}
"""Files without a word of anybody: a frame that is not let in would look broken without them."""


def page_app(nights: Nights, may_read: Guard, may_read_answers: Guard, team: str = "", teams: bool = False) -> FastAPI:
    """The app of a team's nights, or the installation's own; the guards raise for whoever may not read nights, or code.

    `teams`: there are several, and each page leads to their list.
    """
    app = FastAPI(
        title="Night School", version=__version__, docs_url=None, redoc_url=None, openapi_url=None,
        description="What the phase store and the ledger hold of nights. Every answer needs Airflow's login.",
    )  # fmt: skip
    app.state.team, app.state.teams = team, teams
    app.middleware("http")(_with_headers)
    app.add_exception_handler(Missing, _missing)
    app.add_exception_handler(HTTPException, refused)
    app.include_router(api_routes(nights, may_read_answers), prefix="/api", dependencies=[Depends(may_read)])
    app.include_router(page_routes(nights, may_read_answers), dependencies=[Depends(may_read)], include_in_schema=False)

    @app.get("/openapi.json", dependencies=[Depends(may_read)], include_in_schema=False)
    def schema(request: Request) -> JSONResponse:
        return JSONResponse({**app.openapi(), "servers": [{"url": _root(request) or "/"}]})

    @app.get("/static/{name}", include_in_schema=False)
    def static(name: str) -> Response:
        return FileResponse(STATIC / name, media_type=OPEN[name]) if name in OPEN else Response(status_code=404)

    return app


async def _missing(request: Request, error: Exception) -> Response:
    """Whoever comes from a page gets a page, with the way back."""
    assert isinstance(error, Missing)
    if request.url.path.removeprefix(_root(request)).startswith("/api/"):
        return await http_exception_handler(request, error)
    page = render(request, "missing.html", told=error.detail)
    page.status_code = error.status_code
    return page


def _root(request: Request) -> str:
    """Where this app is mounted."""
    return str(request.scope.get("root_path", "")).rstrip("/")


async def _with_headers(request: Request, forward: Callable[[Request], Awaitable[Response]]) -> Response:
    response = await forward(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
