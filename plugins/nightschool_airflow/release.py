"""Commands that are no phase as tasks: `nightschool evidence`, `promote`, `rollback`, `watch-registry`, `episodes`,
`housekeeping`, each in its own process.

Arguments are templated by Airflow and handed over as a list, never through a shell; an option's value stands in the
same argument as its name, so that a reason that begins with a dash is still a reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nightschool_airflow.assets import champion_of
from nightschool_airflow.command import PhaseProcess, config_arguments, program, project_root
from nightschool_airflow.operators import CommandOperator

if TYPE_CHECKING:
    from airflow.sdk import Context


LEAVING_NOTHING = frozenset({"housekeeping"})
"""Commands that leave no result."""


class ReleaseOperator(CommandOperator):
    """Runs one command that is no phase.

    :param command: evidence, promote, rollback, watch-registry, episodes or housekeeping.
    :param arguments: its arguments, templated; empty ones are left out.
    """

    template_fields: Sequence[str] = ("arguments",)
    ui_color = "#f4e8db"

    def __init__(self, *, command: str, arguments: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.command, self.arguments = command, arguments

    @property
    def what(self) -> str:
        """Name of what runs, for the log."""
        return f"Command {self.command!r}"

    def process(self, context: Context, result: Path) -> PhaseProcess:
        """The command, always on this machine; most leave a result."""
        params: Mapping[str, Any] = dict(context["params"])
        leaves = [] if self.command in LEAVING_NOTHING else [f"--result={result}"]
        command = [*program(), self.command, *filter(None, self.arguments), *leaves, *config_arguments(params)]
        return PhaseProcess(command, project_root())

    def extra(self, context: Context, result: Mapping[str, Any]) -> dict[str, Any]:
        """Who is champion now."""
        del context
        return champion_of(result)


APPROVER = "{{ ((ti.xcom_pull('approve') or {}).get('responded_by_user') or {}).get('name', 'unknown') }}"
"""Template: who answered the approval."""


def proposed(name: str) -> str:
    """Template for what `show_evidence` found: `version`, `champion` or `text`."""
    return "{{ ti.xcom_pull('show_evidence')['" + name + "'] }}"
