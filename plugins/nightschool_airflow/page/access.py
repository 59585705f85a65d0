"""Who may read the page: Airflow's own login and permissions, asked with every request.

Covered: the session's cookie and API tokens alike; 401 without either, 403 without permission. Runs of the nightly DAG
are what a reader must be allowed to read, and its task logs for pages that hold code; for a team's pages those of the
team's own DAG. Not covered: Airflow's users.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from airflow.api_fastapi.app import get_auth_manager
from airflow.api_fastapi.auth.managers.models.resource_details import DagAccessEntity, DagDetails
from airflow.api_fastapi.core_api.security import GetUserDep, requires_access_dag
from airflow.models import DagModel

from nightschool.teams import dag_id
from nightschool_airflow.page.mount import DAG

Guard = Callable[..., Any]


def guards(team: str = "") -> tuple[Guard, Guard]:
    """Dependencies that raise for whoever may not read the team's nights, and their code."""
    dag = dag_id(DAG, team)
    kinds = (DagAccessEntity.RUN, DagAccessEntity.TASK_LOGS)
    runs, logs = (requires_access_dag("GET", kind, dag) for kind in kinds)
    return runs, logs


def sees(user: GetUserDep) -> Callable[[str], bool]:
    """A dependency: whether the reader may read a team's nights; raises 401 for nobody."""

    def seen(team: str) -> bool:
        dag = dag_id(DAG, team)
        details = DagDetails(id=dag, team_name=DagModel.get_team_name(dag))
        asked: dict[str, Any] = {"method": "GET", "access_entity": DagAccessEntity.RUN, "details": details}
        return bool(get_auth_manager().is_authorized_dag(**asked, user=user))

    return seen
