"""The command that takes away what is old: housekeeping."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from nightschool.cli.app import ConfigOption, SetOption, app, progress, read_config
from nightschool.config import HousekeepingConfig
from nightschool.errors import EnvironmentMissingError

if TYPE_CHECKING:
    from nightschool.housekeeping import Item, Plan

SHOWN = 12
"""Items of a kind that are named; --all names all."""
WHAT = {
    "phases": "phase folders", "checkpoints": "checkpoints", "caches": "caches", "logs": "logs",
    "artifacts": "files of MLflow runs", "runs": "MLflow runs", "traces": "MLflow traces", "airflow": "Airflow",
}  # fmt: skip


@app.command()
def housekeeping(
    delete: Annotated[bool, typer.Option("--delete", help="Take it away; without this nothing is changed.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Name everything, not the largest of each kind alone.")] = False,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Show what is old and needed by nothing, with sizes and reasons; --delete takes it away."""
    from nightschool.housekeeping import clean, plan

    settings = read_config(config, set_)
    if not delete:
        _tell(made := plan(settings), all_, settings.housekeeping.total_gb)
        if made.going:
            print("Nothing was changed; `nightschool housekeeping --delete` takes it away.")
        return
    done = clean(settings, progress())
    _tell(done.plan, all_, settings.housekeeping.total_gb)
    wanted = len(done.plan.going)
    print(f"Taken away: {wanted - len(done.stayed) - len(done.failed)} of {wanted}.")
    for one in done.stayed:
        print(f"  stays, used meanwhile: {one.name}")
    if done.failed:
        told = "; ".join(f"{name}: {why}" for name, why in done.failed.items())
        raise EnvironmentMissingError(f"{len(done.failed)} could not be taken away, all others were: {told}")


def _tell(made: Plan, everything: bool, most: float | None) -> None:
    from nightschool.housekeeping import GB, told_bytes
    from nightschool.report.plain import plain

    for kind in HousekeepingConfig.model_fields:
        going = [one for one in made.going if f"{one.kind}_days" == kind]
        if not going:
            continue
        print(f"{WHAT[going[0].kind]}: {len(going)}, {told_bytes(sum(one.size for one in going))}")
        for one in _first(going, everything):
            print(f"  {told_bytes(one.size) if one.size else '-':>9}  {plain(one.name)}: {one.why}")
        if not everything and len(going) > SHOWN:
            print(f"             and {len(going) - SHOWN} more; --all names them")
    if made.trashed:
        print(f"left over from a housekeeping that was killed: {told_bytes(made.trashed)}")
    _tell_needed(made.needed)
    total = sum(one.size for one in made.items if one.counted)
    goes = sum(one.size for one in made.going) + made.trashed
    print(f"{told_bytes(goes)} to go, of {told_bytes(total)} in phases, caches, logs and MLflow's files.")
    rest = total - sum(one.size for one in made.going if one.counted)
    if most is not None and rest > most * GB:
        print(f"{told_bytes(rest)} stay, above total_gb {most:g}: they are needed, or were used within recent_days.")


def _first(going: Sequence[Item], everything: bool) -> Sequence[Item]:
    return going if everything else sorted(going, key=lambda one: -one.size)[:SHOWN]


def _tell_needed(needed: Sequence[Item]) -> None:
    """What stays whatever its age, in a line a reason."""
    from nightschool.housekeeping import told_bytes

    sizes: Counter[str] = Counter()
    for one in needed:
        sizes[one.needed.partition(": ")[0]] += one.size
    for reason, size in sizes.most_common():
        print(f"stays, {reason}: {told_bytes(size)}")
