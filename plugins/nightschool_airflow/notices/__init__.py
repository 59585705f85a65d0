"""Who is told when a night ended, failed or is late, or an approval waits: Airflow's notifiers by connection."""

from nightschool_airflow.notices.channels import configured
from nightschool_airflow.notices.late import deadline
from nightschool_airflow.notices.night import approval_notifiers, run_notifiers, tell_night

__all__ = ["approval_notifiers", "configured", "deadline", "run_notifiers", "tell_night"]
