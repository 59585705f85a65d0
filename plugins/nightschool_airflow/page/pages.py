"""The HTML pages, and Data Docs beside them. Works without script; `keys.js` only moves between pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import FileResponse, HTMLResponse

from nightschool.nights import Nights
from nightschool_airflow.page.api import Back, Examination, Named, PageNumber, found
from nightschool_airflow.page.render import render

DOCS_POLICY = (
    "sandbox allow-same-origin; default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; base-uri 'none'; frame-ancestors 'self'"
)
"""Data Docs are written by a library from what models wrote: their scripts do not run and they load nothing."""


def page_routes(nights: Nights, may_read_answers: Callable[..., Any]) -> APIRouter:
    """All pages; the caller sees to it that only readers reach them."""
    routes = APIRouter(default_response_class=HTMLResponse)

    @routes.get("/")
    def overview(request: Request, page: PageNumber = 1) -> HTMLResponse:
        return render(request, "overview.html", overview=nights.overview(page), curve=nights.curve())

    @routes.get("/nights/{night}")
    def one_night(request: Request, night: str) -> HTMLResponse:
        return render(request, "night.html", detail=found(nights.night(night), f"night {night!r}"))

    @routes.get("/koans")
    def koans(
        request: Request, suite: Named = "dev", arm: Named = "policy", page: PageNumber = 1, back: Back = 0
    ) -> HTMLResponse:
        return render(request, "koans.html", heat=nights.heat(suite, arm, page, back), back=back)

    @routes.get("/groups")
    def groups(request: Request, night: Named = "", suite: Named = "dev", arm: Named = "policy") -> HTMLResponse:
        shown = nights.groups(night, suite, arm)
        report = f"report of {arm!r} on {suite!r} in night {night!r}"
        return render(request, "groups.html", groups=found(shown, report) if night else shown)

    @routes.get("/koans/{suite}/{koan}", dependencies=[Depends(may_read_answers)])
    def koan(
        request: Request, suite: str, koan: str, night: Named = "", examination: Examination = False
    ) -> HTMLResponse:
        page = nights.koan(suite, koan, night, examination)
        return render(request, "koan.html", koan=found(page, f"answer to koan {koan!r} of {suite!r}"))

    @routes.get("/docs/{night}/{phase}/{path:path}", dependencies=[Depends(may_read_answers)])
    def docs(night: str, phase: str, path: str) -> FileResponse:
        place = found(nights.document(night, phase, path or "index.html"), "such document")
        return FileResponse(place, headers={"Content-Security-Policy": DOCS_POLICY})

    return routes
