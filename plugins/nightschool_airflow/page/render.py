"""Templates: everything is escaped, and what nobody can see in a text is made visible.

Covered: markup, control characters (terminal escapes, NUL) and signs that turn the direction of text around. Not
covered: letters that look like others.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from nightschool.nights.models import Rated
from nightschool.report import clock
from nightschool.teams import dag_id
from nightschool_airflow.page.curve import bar, curve
from nightschool_airflow.page.mount import DAG, MLFLOW_URL, PREFIX, base_path
from nightschool_airflow.page.visible import visible

_KINDS = {"+": "added", "-": "removed", "@": "place"}


def percent(rate: Rated | None) -> str:
    """`97.5 %`; a dash where nothing was measured."""
    return "-" if rate is None or rate.value is None else f"{100 * rate.value:.1f} %"


def interval(rate: Rated | None) -> str:
    """`195/200 [94.3, 98.9]`."""
    return "" if rate is None or not rate.n else f"{rate.passed}/{rate.n} [{100 * rate.low:.1f}, {100 * rate.high:.1f}]"


def diff_lines(diff: str) -> list[tuple[str, str]]:
    """Each line of a diff with its kind."""
    return [(_KINDS.get(line[:1], "same"), line) for line in diff.removesuffix("\n").split("\n")]


def words(name: str) -> str:
    """A name of the store in words."""
    return name.replace("_", " ")


def _environment() -> Environment:
    loader = FileSystemLoader(Path(__file__).with_name("templates"))
    made = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        finalize=lambda value: value if isinstance(value, Markup) or not isinstance(value, str) else visible(value),
    )  # fmt: skip
    made.filters |= {
        "percent": percent, "interval": interval, "clock": clock, "words": words, "diff_lines": diff_lines,
        "part": lambda text: quote(str(text), safe=""), "query": urlencode,
    }  # fmt: skip
    made.globals |= {"curve_of": curve, "bar": bar}
    return made


TEMPLATES = _environment()


def render(request: Request, template: str, **values: Any) -> HTMLResponse:
    """A page; `root` is where this app is mounted, `airflow` where Airflow is, `mlflow` where people reach MLflow."""
    root = str(request.scope.get("root_path", "")).rstrip("/")
    page = TEMPLATES.get_template(template)
    of = request.app.state
    places = {"root": root, "airflow": base_path(), "mlflow": os.environ.get(MLFLOW_URL, "").rstrip("/")}
    told = {"team": of.team, "dag": dag_id(DAG, of.team), "teams_page": base_path() + PREFIX if of.teams else ""}
    return HTMLResponse(page.render(path=request.url.path, **places, **told, **values))
