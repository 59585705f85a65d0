"""Night School's Airflow parts: operators for phases and for the champion, and the decisions a DAG branches on."""

from nightschool_airflow.branches import (
    choose_preference,
    choose_promotion,
    choose_rehearsal,
    choose_release,
    refusal_lines,
)
from nightschool_airflow.operators import PhaseOperator
from nightschool_airflow.release import APPROVER, ReleaseOperator, proposed

__all__ = [
    "APPROVER", "PhaseOperator", "ReleaseOperator", "choose_preference", "choose_promotion", "choose_rehearsal",
    "choose_release", "proposed", "refusal_lines",
]  # fmt: skip
