"""What the pages show, as typed JSON; `/openapi.json` documents every field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, HTTPException, Query

from nightschool.nights import Nights
from nightschool.nights.models import Change, Groups, Heat, KoanPage, NightDetail, Overview, Point

Named = Annotated[str, Query(max_length=200)]
PageNumber = Annotated[int, Query(ge=1, le=1_000_000)]
Back = Annotated[int, Query(ge=0, le=1_000_000, description="Latest nights to leave out.")]
Examination = Annotated[
    bool, Query(description="I know that this koan examines: show its code. Needed for koans of frozen and shadow.")
]
T = TypeVar("T")


class Missing(HTTPException):
    """404 of what the store does not hold: JSON in the API, a page among pages."""


def found(value: T | None, what: str) -> T:
    """The value; 404 where there is none."""
    if value is None:
        raise Missing(404, f"The store holds no {what}.")
    return value


def api_routes(nights: Nights, may_read_answers: Callable[..., Any]) -> APIRouter:
    """All endpoints; the caller sees to it that only readers reach them."""
    routes = APIRouter(tags=["nights"])

    @routes.get("/nights")
    def overview(page: PageNumber = 1) -> Overview:
        """A page of nights, newest first; the champion's changes; the last night in full."""
        return nights.overview(page)

    @routes.get("/curve")
    def curve() -> list[Point]:
        """Pass rates over the last 400 nights, oldest first."""
        return nights.curve()

    @routes.get("/changes")
    def changes() -> tuple[Change, ...]:
        """Changes of the champion, oldest first."""
        return nights.changes()

    @routes.get("/nights/{night}")
    def one_night(night: str) -> NightDetail:
        """One night in full."""
        return found(nights.night(night), f"night {night!r}")

    @routes.get("/koans")
    def koans(suite: Named = "dev", arm: Named = "policy", page: PageNumber = 1, back: Back = 0) -> Heat:
        """Koans over nights."""
        return nights.heat(suite, arm, page, back)

    @routes.get("/groups")
    def groups(night: Named = "", suite: Named = "dev", arm: Named = "policy") -> Groups:
        """Families and error codes: which are mastered, which were lost."""
        return found(nights.groups(night, suite, arm), f"report of {arm!r} on {suite!r}")

    @routes.get("/koans/{suite}/{koan}", dependencies=[Depends(may_read_answers)])
    def koan(suite: str, koan: str, night: Named = "", examination: Examination = False) -> KoanPage:
        """One koan and what every arm made of it; needs permission to read the DAG's task logs."""
        return found(nights.koan(suite, koan, night, examination), f"answer to koan {koan!r} of {suite!r}")

    return routes
