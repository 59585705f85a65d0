"""Night School's Airflow parts: operators for phases and for the champion, and the decisions a DAG branches on."""

from nightschool_airflow.approval import CONFIG, change_after_approval, change_form
from nightschool_airflow.assets import EPISODES, announce, schedule_of
from nightschool_airflow.branches import (
    choose_preference,
    choose_promotion,
    choose_rehearsal,
    choose_release,
    refusal_lines,
    tell_failure,
)
from nightschool_airflow.operators import PhaseOperator
from nightschool_airflow.placement import placement
from nightschool_airflow.release import ReleaseOperator, proposed

__all__ = [
    "CONFIG", "EPISODES", "PhaseOperator", "ReleaseOperator", "announce", "change_after_approval", "change_form",
    "choose_preference", "choose_promotion", "choose_rehearsal", "choose_release", "placement", "proposed",
    "refusal_lines", "schedule_of", "tell_failure",
]  # fmt: skip
