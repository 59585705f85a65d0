"""Where a browser is sent that nobody has logged in with: Airflow's login page, and back to the page it asked for.

Covered: a request for one of the pages that would be shown to a person (`Accept: text/html`), also once the session has
ended. Not covered: the API and every other program, which are answered 401 as before; the login itself, which is
Airflow's.
"""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.exception_handlers import http_exception_handler
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from nightschool_airflow.page.mount import base_path

LOGIN = "/api/v2/auth/login"
"""Airflow's own address for it, whatever auth manager it has."""


async def refused(request: Request, error: Exception) -> Response:
    """The answer to whoever is refused: the login page for a browser without a login, the status for all others."""
    assert isinstance(error, HTTPException)
    if error.status_code == 401 and _browser(request) and not _for_programs(request):
        return RedirectResponse(f"{base_path()}{LOGIN}?{urlencode({'next': _back(request)})}", 302)
    return await http_exception_handler(request, error)


def _browser(request: Request) -> bool:
    return request.method == "GET" and "text/html" in request.headers.get("accept", "")


def _for_programs(request: Request) -> bool:
    """Whether this is the API below wherever the app is mounted, a team's too."""
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    return bool(path.startswith("/api/") or path == "/openapi.json")


def _back(request: Request) -> str:
    """The page asked for, as Airflow's login takes it: a path below its own."""
    path = request.url.path if request.url.path.startswith(f"{base_path()}/") else base_path() + request.url.path
    return f"{path}?{request.url.query}" if request.url.query else path
