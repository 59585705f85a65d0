"""The Airflow plugin: the page *Night School* in the navigation, and the verdict as a note on each night's run.

Every process of Airflow loads this file, so the page itself is imported with its first request.
"""

from airflow.plugins_manager import AirflowPlugin

from nightschool_airflow import notes
from nightschool_airflow.page.mount import PREFIX, LazyPage, base_path


class NightSchoolPlugin(AirflowPlugin):  # type: ignore[misc]  # airflow is not followed by mypy
    """What Airflow finds of Night School beside the DAGs."""

    name = "nightschool"
    fastapi_apps = [{"app": LazyPage(), "url_prefix": PREFIX, "name": "Night School"}]
    external_views = [
        {"name": "Night School", "href": f"{base_path()}{PREFIX}/", "url_route": "nightschool", "destination": "nav"}
    ]
    listeners = [notes]
