"""docs/reference/dags.md: each DAG with its manual, schedule, parameters and tasks, from the files in `dags/`."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

from tools.reference.docstrings import one_line
from tools.reference.schemas import table, type_of

from nightschool.teams import DAGS as NAMES
from nightschool_airflow import Owner

DAGS = Path(__file__).parents[2] / "dags"
HEAD = """# DAGs

    make up        # then http://127.0.0.1:8080, *Dags*; **Trigger** opens a form with these parameters

As Airflow parses them with nothing set in the environment and no team; each team has them once more, `promote__red` say
([teams](../howto-teams.md)). Times are the longest that a task may take. `nightschool run
PHASE` is what a phase's task runs.
"""


def page() -> str:
    """The page."""
    return HEAD + "".join(_dag(path.stem) for path in sorted(DAGS.glob("*.py")) if path.stem in NAMES)


def _dag(name: str) -> str:
    """One DAG; its file and its function are called as it is."""
    module = importlib.import_module(name)
    dag = getattr(module, name)(Owner())
    lines = [f"\n## {name}", "", (module.__doc__ or "").strip(), "", f"Schedule: {_schedule(dag.schedule)}.", ""]
    lines += table(("parameter", "type", "default", "meaning"), [_param(dag, key) for key in dag.params])
    lines += ["", *table(("task", "after", "rule", "pool", "queue", "longest", "retries"), _tasks(dag))]
    return "\n".join(lines) + "\n"


def _schedule(said: Any) -> str:
    return "none; triggered by hand" if said is None else f"`{said}`, UTC"


def _param(dag: Any, name: str) -> tuple[str, ...]:
    param = dag.params.get_param(name)
    given = isinstance(param.value, str | int | float | list)
    default = f"`{param.value}`" if given else "" if param.value is None else "must be given"
    return f"`{name}`", type_of(_one_type(param.schema), {}), default, one_line(param.description)


def _one_type(schema: dict[str, Any]) -> dict[str, Any]:
    """Without `null` among its types: a field left empty is as the config file says."""
    kinds = [kind for kind in _listed(schema["type"]) if kind != "null"]
    return {**schema, "type": kinds[0]}


def _listed(kinds: Any) -> list[str]:
    return kinds if isinstance(kinds, list) else [kinds]


def _tasks(dag: Any) -> list[tuple[str, ...]]:
    """A row a task, in topological order."""
    return [
        (
            f"`{task.task_id}`", ", ".join(f"`{one}`" for one in sorted(task.upstream_task_ids)),
            f"{task.trigger_rule.value}", task.pool, task.queue,
            str(task.execution_timeout or ""), str(task.retries),
        )
        for task in dag.topological_sort()
    ]  # fmt: skip
