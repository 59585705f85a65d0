"""Who may read the page: Airflow's own login and permissions, asked with every request.

Covered: the session's cookie and API tokens alike; 401 without either, 403 without permission. Runs of the nightly DAG
are what a reader must be allowed to read, and its task logs for pages that hold code. Not covered: Airflow's users.
"""

from __future__ import annotations

from airflow.api_fastapi.auth.managers.models.resource_details import DagAccessEntity
from airflow.api_fastapi.core_api.security import requires_access_dag

from nightschool_airflow.page.mount import DAG

may_read = requires_access_dag("GET", DagAccessEntity.RUN, DAG)
may_read_answers = requires_access_dag("GET", DagAccessEntity.TASK_LOGS, DAG)
