"""What is said of a night and of an approval that waits.

Covered: the verdict, every failed check with its values, failed phases, the next command, the page. Not covered:
sending it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from nightschool.teams import team_of
from nightschool_airflow.command import cycle_of, run_folder
from nightschool_airflow.notices.message import Message
from nightschool_airflow.page.mount import DAG, place_of
from nightschool_airflow.verdict import Verdict, verdict_of


def night_message(run_id: str, failed: Sequence[str], dag: str = DAG) -> Message:
    """A night that ended; `failed` are its red tasks. OSError or ValueError where the store is damaged."""
    verdict = verdict_of(run_folder(run_id, dag))
    facts = {**whose(dag), "cycle": cycle_of(run_id), "failed_tasks": list(failed), **_facts(verdict)}
    lines = [*_red(failed), *(_verdict(verdict) if verdict else [])]
    if failed:
        return Message(
            "night_failed",
            f"{_school(dag)}: the night failed, {cycle_of(run_id)}",
            (*lines, *CLEAR),
            _page(run_id, dag),
            facts,
        )
    outcome = verdict.outcome if verdict else "ended without a verdict"
    title = f"{_school(dag)}: {outcome}, {cycle_of(run_id)}"
    return Message("night_finished", title, tuple(lines), _page(run_id, dag), facts)


CLEAR = ("Clear the failed tasks in Airflow to go on from what is finished.",)


def ended_early_message(run_id: str, reason: str, dag: str = DAG) -> Message:
    """A night that Airflow ended itself, for instance at its longest time; no task was left to tell of it."""
    why = {"timed_out": "it ran longer than a night may, and Airflow ended it"}.get(reason, reason)
    facts = {**whose(dag), "cycle": cycle_of(run_id), "reason": reason}
    lines = (f"Why: {why}.", "Trigger it again to go on from what is finished.")
    title = f"{_school(dag)}: the night failed, {cycle_of(run_id)}"
    return Message("night_failed", title, lines, _page(run_id, dag), facts)


def late_message(run_id: str, state: str, hours: float, dag: str = DAG) -> Message:
    """A night that is not finished in time."""
    facts = {**whose(dag), "cycle": cycle_of(run_id), "state": state, "late_after_hours": hours}
    lines = (f"It was queued {hours:g} hours ago and is {state}.", f"Last finished: {_last_phase(run_id, dag)}.")
    title = f"{_school(dag)}: the night is late, {cycle_of(run_id)}"
    return Message("night_late", title, lines, _page(run_id, dag), facts)


def approval_message(subject: str, body: str, url: str, facts: Mapping[str, Any]) -> Message:
    """A change of the champion that waits for a person."""
    lines = (
        subject,
        "",
        *body.splitlines(),
        "",
        "Approve or reject it under Required Actions; without an answer in a day nothing changes.",
    )
    asks = f"{_school(str(facts.get('dag', '')))} asks: {subject}"
    return Message("approval_waits", asks, lines, url, facts)


def address() -> str:
    """Where people reach Airflow, without a slash at its end; empty where its setting [api] base_url is not made."""
    from airflow.sdk.configuration import conf

    return str(conf.get("api", "base_url", fallback="") or "").rstrip("/")


def required_action(dag: str, run_id: str, task: str) -> str:
    """Where an approval is answered. The operator's own link forgets the path that Airflow may lie under."""
    if not address():
        return ""
    return f"{address()}/dags/{quote(dag)}/runs/{quote(run_id, safe='')}/tasks/{quote(task)}/required_actions"


def _page(run_id: str, dag: str) -> str:
    return f"{address()}{place_of(dag)}/nights/{quote(run_folder(run_id, dag).name)}" if address() else ""


def _school(dag: str) -> str:
    team = team_of(dag)
    return f"Night School of team {team}" if team else "Night School"


def whose(dag: str) -> dict[str, Any]:
    """The team, for programs; nothing without one."""
    team = team_of(dag)
    return {"team": team} if team else {}


def _red(failed: Sequence[str]) -> list[str]:
    return [f"Failed: {', '.join(failed)}."] if failed else []


def _verdict(verdict: Verdict) -> list[str]:
    lines = [f"Verdict: {verdict.outcome}."]
    if verdict.failed:
        lines += [
            "Checks that failed:",
            *(f"- {one['name']}: {one['observed']} (wanted: {one['wanted']})" for one in verdict.failed),
        ]
    if verdict.version is not None:
        after = (
            "champion now"
            if verdict.promoted
            else f"nightschool promote {verdict.version} --reason ... makes it champion"
        )
        lines.append(f"Registered as version {verdict.version}; {after}.")
    return lines


def _facts(verdict: Verdict | None) -> dict[str, Any]:
    if verdict is None:
        return {"verdict": None, "failed_checks": [], "version": None}
    return {"verdict": verdict.outcome, "failed_checks": list(verdict.failed), "version": verdict.version}


def _last_phase(run_id: str, dag: str) -> str:
    pointers = [path for path in run_folder(run_id, dag).glob("*.json") if path.stem != "pins"]
    return max(pointers, key=lambda path: path.stat().st_mtime).stem if pointers else "nothing yet"
