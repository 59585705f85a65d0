"""The embedded Airflow and MLflow: one machine, SQLite, loopback. Runs them as programs; imports neither."""

from nightschool.embedded.services import Services
from nightschool.embedded.settings import Settings

__all__ = ["Services", "Settings"]
