"""The pages of teams: one app a team below `/teams/NAME`, and a list of those that the reader may read.

Covered: Airflow's permission on runs of the team's nightly DAG is asked with every request, so the list names no team
to whom may not read it. Not covered: teams that come while this process runs; it reads `conf/teams` once.
"""

# Annotations are read at run time: FastAPI cannot resolve `reader`, a local name, from text.
from collections.abc import Callable, Mapping
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from nightschool_airflow.page.render import render

Sees = Callable[[str], bool]
"""Whether the reader may read a team's nights; an empty name means the installation's own."""


def add_teams(app: FastAPI, pages: Mapping[str, FastAPI], reader: Callable[..., Sees]) -> None:
    """Mount the pages of teams; `reader` is a dependency that raises 401 for nobody."""

    @app.get("/teams", response_class=HTMLResponse, include_in_schema=False)
    def teams(request: Request, sees: Annotated[Sees, Depends(reader)]) -> Response:
        seen = [name for name in ("", *pages) if sees(name)]
        if not seen:
            raise HTTPException(403, "No nights here are yours to read.")
        root = str(request.scope.get("root_path", "")).rstrip("/")
        if len(seen) == 1:
            return RedirectResponse(f"{root}/teams/{seen[0]}/" if seen[0] else f"{root}/")
        return render(request, "teams.html", teams=seen)

    for name, page in pages.items():
        app.mount(f"/teams/{name}", page)
