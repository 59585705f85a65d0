"""docs/reference/api.md: the page's API, from its OpenAPI."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tools.reference.docstrings import one_line
from tools.reference.schemas import record, table, type_of

from nightschool.config import Config
from nightschool.nights import Nights
from nightschool_airflow.page.app import page_app

HEAD = """# API

    curl -H "Authorization: Bearer $TOKEN" http://127.0.0.1:8080/nightschool/api/nights

Below `/nightschool` of Airflow's address, with Airflow's login or token; `/nightschool/openapi.json` is its OpenAPI.
Who may read what, and why koans of `frozen` and `shadow` ask first: [the page](../page.md#who-may-read-it).
"""


def page() -> str:
    """The page."""
    said = page_app(Nights(Config()), lambda: None, lambda: None).openapi()
    defs = said["components"]["schemas"]
    lines = [HEAD]
    for path, methods in said["paths"].items():
        for method, operation in methods.items():
            lines += _operation(f"{method.upper()} {path}", operation, defs)
    lines += ["## Records", ""]
    for name, schema in defs.items():
        if "properties" in schema and not name.startswith(("HTTPValidation", "ValidationError")):
            lines += [f"### {name}", "", one_line(schema.get("description")), "", *record(schema, defs, {}), ""]
    return "\n".join(lines).rstrip() + "\n"


def _operation(title: str, operation: Mapping[str, Any], defs: Mapping[str, Any]) -> list[str]:
    """An endpoint: what it is, its parameters, what comes back."""
    given = [
        (
            f"`{one['name']}`", one["in"], type_of(one["schema"], defs), _default(one["schema"]),
            one_line(one.get("description") or one["schema"].get("description")),
        )
        for one in operation.get("parameters", ())
    ]  # fmt: skip
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    lines = [f"## {title}", "", f"{one_line(operation['description'])} Returns {type_of(answer, defs)}.", ""]
    return [*lines, *table(("parameter", "in", "type", "default", "meaning"), given), ""] if given else lines


def _default(schema: Mapping[str, Any]) -> str:
    return f"`{schema['default']}`" if schema.get("default") not in (None, "") else ""
