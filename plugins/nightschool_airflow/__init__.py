"""Night School's Airflow parts: operators for phases and for the champion, and the decisions a DAG branches on."""

from nightschool_airflow import notices
from nightschool_airflow.approval import CONFIG, change_after_approval, change_form
from nightschool_airflow.assets import announce
from nightschool_airflow.branches import (
    choose_preference,
    choose_promotion,
    choose_rehearsal,
    choose_release,
    refusal_lines,
    tell_failure,
)
from nightschool_airflow.operators import PhaseOperator
from nightschool_airflow.owners import Owner, owners, require_teams
from nightschool_airflow.placement import placement, release_placement
from nightschool_airflow.release import ReleaseOperator, proposed

__all__ = [
    "CONFIG", "Owner", "PhaseOperator", "ReleaseOperator", "announce", "change_after_approval", "change_form",
    "choose_preference", "choose_promotion", "choose_rehearsal", "choose_release", "notices", "owners", "placement",
    "proposed", "refusal_lines", "release_placement", "require_teams", "tell_failure",
]  # fmt: skip
