"""Telling of nights and approvals: by a night's last task, by an approval's notifier, at the end of a run by its limit.

Covered: the last task looks at the states of all others, so that it knows whether the night failed. It is a teardown,
so that whatever becomes of it, the night's own state stands. Not covered: late nights (`late`).
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from airflow.sdk import BaseNotifier

from nightschool_airflow.notices.channels import configured, send
from nightschool_airflow.notices.words import (
    approval_message,
    ended_early_message,
    night_message,
    required_action,
    whose,
)
from nightschool_airflow.page.mount import DAG

OWN = ("fail_the_night", "notify")
"""Tasks that say how the night went and are none of its work."""
log = logging.getLogger(__name__)


def tell_night(ti: Any) -> list[str]:
    """Tell how the night went; returns the channels that took it. Raises nothing."""
    try:
        states = ti.get_task_states(dag_id=ti.dag_id, run_ids=[ti.run_id]).get(ti.run_id, {})
        failed = [task for task, state in states.items() if state == "failed" and task not in OWN]
        return send(night_message(ti.run_id, sorted(failed), ti.dag_id))
    except Exception as error:  # noqa: BLE001 - telling is never worth a night
        log.warning("Nobody was told of night %s: %r", getattr(ti, "run_id", ti), error)
        return []


class Teller(BaseNotifier):  # type: ignore[misc]  # airflow is not followed by mypy
    """A notifier of Airflow that tells everybody configured, and never raises."""

    def __call__(self, *args: Any) -> None:
        """Tell of what the context is about."""
        self.notify(args[0] if args else self.context)

    def notify(self, context: Any) -> None:
        """As Airflow calls it."""
        try:
            send(self.message(context))
        except Exception as error:  # noqa: BLE001 - telling is never worth a run
            log.warning("Nobody was told: %r", error)

    def message(self, context: Mapping[str, Any]) -> Any:
        """What is told."""
        raise NotImplementedError


class ApprovalWaits(Teller):
    """Tells of an approval when it begins to wait."""

    def message(self, context: Mapping[str, Any]) -> Any:
        """Subject and evidence as the form shows them, and where to answer."""
        task, ti = context["task"], context["task_instance"]
        url = required_action(ti.dag_id, ti.run_id, ti.task_id)
        facts = {**whose(ti.dag_id), "dag": ti.dag_id, "run": ti.run_id, "subject": str(task.subject)}
        return approval_message(str(task.subject), str(task.body or ""), url, facts)


class EndedEarly(Teller):
    """Tells of a run that Airflow ended while tasks were left: none of them could."""

    def notify(self, context: Any) -> None:
        """Silent where the last task of the run has told, or will."""
        if context.get("reason") not in (None, "task_failure", "success"):
            super().notify(context)

    def message(self, context: Mapping[str, Any]) -> Any:
        """Why, and which."""
        dag = getattr(context.get("dag"), "dag_id", DAG)
        return ended_early_message(str(context["run_id"]), str(context["reason"]), str(dag))


def approval_notifiers(team: str = "") -> list[BaseNotifier]:
    """For `ApprovalOperator`; none where nobody is to be told."""
    return [ApprovalWaits()] if configured(team) else []


def run_notifiers(team: str = "") -> list[BaseNotifier]:
    """For a DAG's `on_failure_callback`; none where nobody is to be told."""
    return [EndedEarly()] if configured(team) else []
