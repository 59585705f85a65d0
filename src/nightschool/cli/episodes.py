"""Commands about episodes: nightschool episodes enable, disable, list, show, export, delete, purge, reduce, intake."""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from nightschool.cli.app import ConfigOption, SetOption, app, console, read_config
from nightschool.errors import UsageError

if TYPE_CHECKING:
    from nightschool.config import Config
    from nightschool.episodes.episode import Episode
    from nightschool.episodes.store import Store

DAYS = 30
OUTPUT = Path("var/lessons")
HEADERS = ("id", "when (UTC)", "workspace", "unit", "code", "repaired", "pairs", "reduced")
episodes = typer.Typer(no_args_is_help=True, help="What failed to compile in your workspaces, and what repaired it.")
app.add_typer(episodes, name="episodes")
FolderArgument = Annotated[Path, typer.Argument(help="A folder of the workspace.")]
WorkspaceOption = Annotated[str | None, typer.Option(help="Only this workspace, by its name.")]
IdArgument = Annotated[str, typer.Argument(metavar="ID", help="An episode's id or the beginning of one.")]


def open_store(file: Path | None = None) -> Store:
    """The store, when what is under way has been written: `file`, else the one that NIGHTSCHOOL_EPISODES names."""
    from nightschool.episodes.background import take_trouble, wait_for_captures
    from nightschool.episodes.place import store_file
    from nightschool.episodes.store import Store

    path = file or Path(store_file())
    if not wait_for_captures(path):
        console.print("Some captures are still under way and not shown.")
    if trouble := take_trouble(path):
        console.print(f"Not kept: {trouble}", markup=False, soft_wrap=True)
    store = Store(path)
    if os.access(path, os.W_OK):  # what can only be read can still be listed
        store.age()
    return store


@episodes.command()
def enable(
    folder: FolderArgument = Path(),
    days: Annotated[int, typer.Option(min=1, help="Keep episodes so many days.")] = DAYS,
) -> None:
    """Keep failures of this workspace from now on. Nothing is written into it."""
    _set(folder, True, days)


@episodes.command()
def disable(folder: FolderArgument = Path()) -> None:
    """Keep nothing of this workspace from now on; what was kept stays until it is purged."""
    _set(folder, False, DAYS)


def _set(folder: Path, enabled: bool, days: int) -> None:
    from nightschool.episodes.watched import key_of
    from nightschool.episodes.workspaces import workspace_root

    root = workspace_root(folder)
    with open_store() as store:
        store.enable(key_of(root), root.name, enabled, days)
        word = f"enabled for {days} days each" if enabled else "disabled"
        console.print(f"{root.name}: {word}. The store is {store.path}.", markup=False, soft_wrap=True)


@episodes.command(name="list")
def list_(workspace: WorkspaceOption = None) -> None:
    """Show the episodes, newest first, and the workspaces."""
    with open_store() as store:
        made = store.reductions()
        table = Table(*HEADERS, box=None, pad_edge=False)
        for whole in (0, 1):
            table.columns[whole].no_wrap = True
        table.columns[3].overflow = "fold"
        for one in store.episodes(workspace):
            table.add_row(*_row(one), made.get(one.id, ("-", ""))[0])
        console.print(table)
        for place in store.workspaces():
            console.print(
                f"{place.name}: {'enabled' if place.enabled else 'disabled'}, {place.days} days", markup=False
            )


def _row(one: Episode) -> list[str]:
    failure = one.failure
    when = datetime.fromtimestamp(one.created, UTC).strftime("%m-%d %H:%M")
    same = failure.target.replace("_", "-") == failure.package.replace("_", "-")
    unit = f"{failure.package} {failure.kind}{'' if same else f' {failure.target}'}"
    return [one.id, when, one.workspace, unit, failure.code or "-", _yes(one.repaired), str(len(one.preferences))]


def _yes(when: float | None) -> str:
    return "yes" if when else "no"


@episodes.command()
def show(identity: IdArgument) -> None:
    """Show what failed and, as a diff, what repaired it."""
    from nightschool.episodes.showing import as_text

    with open_store() as store:
        print(as_text(store.get(identity)))


@episodes.command()
def export(
    identity: Annotated[str | None, typer.Argument(metavar="ID", help="One episode; by default all.")] = None,
    workspace: WorkspaceOption = None,
) -> None:
    """Print episodes as JSON, one a line."""
    with open_store() as store:
        lines = store.export(workspace) if identity is None else [json.dumps(store.get(identity).as_json())]
        for line in lines:
            print(line)


@episodes.command()
def delete(identity: IdArgument) -> None:
    """Remove one episode."""
    with open_store() as store:
        one = store.get(identity)
        store.delete(one.id)
        _forget([one.id])
    console.print(f"Deleted {one.id}.", markup=False)


def _forget(ids: Iterable[str]) -> None:
    """Remove what intake made of these episodes, in the checkout that this is called from, of whatever team."""
    from nightschool.episodes.intake.intake import shelf_of
    from nightschool.teams import read_teams

    everybody, gone_ones = [read_config(None, None), *(team.config for team in read_teams(Path()).sound)], list(ids)
    if gone := sum(shelf_of(config).remove(gone_ones) for config in everybody):
        console.print(f"Removed {gone} of their lessons, pairs and lines in quarantine.", markup=False)


@episodes.command()
def purge(
    workspace: WorkspaceOption = None,
    older_than: Annotated[int, typer.Option(min=0, help="Only those at least so many days old.")] = 0,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before all of every workspace goes.")] = False,
) -> None:
    """Remove all episodes, or those of a workspace, or the old ones; the file gives back its room.

    On a terminal it asks before it removes all of every workspace.
    """
    with open_store() as store:
        if sys.stdin.isatty() and not (yes or workspace or older_than):
            typer.confirm(f"Remove all {len(store.episodes())} episodes of every workspace?", abort=True)
        began = time.monotonic()
        before = store.met()
        gone = store.purge(workspace, older_than * 86400.0)
        _forget(before.keys() - store.met().keys())
    console.print(f"Removed {gone} episodes in {time.monotonic() - began:.1f} s.", markup=False)


@episodes.command()
def reduce(
    identity: Annotated[str | None, typer.Argument(metavar="ID", help="One episode.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Every repaired one that was not reduced yet.")] = False,
    output: Annotated[Path, typer.Option(help="Folder for lessons, as `curriculum.lessons` names it.")] = OUTPUT,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Make lessons of episodes: self-contained programs that fail as they did. Exit 1 if none came out."""
    from nightschool.episodes.reduction.reduce import reduce_kept
    from nightschool.rust.judge import open_judge

    if (identity is None) == (not all_):
        raise UsageError("Name one episode or give --all; `nightschool episodes list` has the ids.")
    with open_store() as store:
        judge = open_judge(read_config(config, set_))
        chosen = [store.get(identity)] if identity else store.unreduced()
        steps: Counter[str] = Counter()
        for one, made, path in reduce_kept(chosen, judge, store, output):
            steps[made.step] += 1
            told = f"{path}, {made.lines_before} lines to {made.lines}" if path else str(made.step)
            console.print(f"{one.id} {told} ({made.compiled} programs compiled)", markup=False, soft_wrap=True)
    for step, count in steps.most_common():
        console.print(f"{count:4} {step}", markup=False)
    raise typer.Exit(0 if steps["lesson"] else 1)


@episodes.command()
def intake(
    minutes: Annotated[float | None, typer.Option(help="Begin no batch after this time; as episodes.minutes.")] = None,
    result: Annotated[Path | None, typer.Option(help="Write what came of it as JSON here.")] = None,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Take in what is new: reduced, held against expectations/episodes.json, kept as lessons or in quarantine."""
    from nightschool.episodes.intake.intake import shelf_of, take_in
    from nightschool.files import write_json
    from nightschool.rust.judge import open_judge

    settings = read_config(config, [*(set_ or []), *([] if minutes is None else [f"episodes.minutes={minutes}"])])
    counts = Counter(taken=0, quarantined=0)
    with open_store(settings.episodes_store) as store:
        for one in take_in(settings, lambda: open_judge(settings), store):
            counts["taken" if one.lesson else "quarantined"] += 1
            told = f"taken in: {one.lesson}" if one.lesson else f"in quarantine: {one.reason}"
            console.print(f"{one.episode.id} {told}", markup=False, soft_wrap=True)
        counts["pairs"] = _take_in_pairs(settings, store)
    folder = shelf_of(settings).folder
    console.print(
        f"{counts['pairs']} pairs; {counts['taken']} taken in, {counts['quarantined']} in quarantine; {folder}.",
        markup=False,
    )
    if result is not None:
        write_json(result, {**counts, "folder": str(folder)})


def _take_in_pairs(settings: Config, store: Store) -> int:
    """Take in preferences; how many pairs came of them."""
    from nightschool.episodes.intake.pairs import take_in_pairs
    from nightschool.rust.judge import open_judge

    count = 0
    for one in take_in_pairs(settings, lambda: open_judge(settings), store):
        count += one.pair is not None
        console.print(f"pair {one.preference.id} {one.reason or 'taken in'}", markup=False, soft_wrap=True)
    return count
