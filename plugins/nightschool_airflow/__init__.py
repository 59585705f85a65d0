"""Night School's Airflow parts: the phase operator and the decisions a DAG branches on."""

from nightschool_airflow.branches import (
    choose_preference,
    choose_promotion,
    choose_rehearsal,
    choose_release,
    refusal_lines,
)
from nightschool_airflow.operators import PhaseOperator

__all__ = [
    "PhaseOperator", "choose_preference", "choose_promotion", "choose_rehearsal", "choose_release", "refusal_lines",
]  # fmt: skip
