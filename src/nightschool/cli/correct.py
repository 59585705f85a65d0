"""The command by which a person answers for an episode: correct."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nightschool.cli.app import ConfigOption, SetOption, app, console, read_config
from nightschool.errors import UsageError


@app.command()
def correct(
    episode: Annotated[str, typer.Argument(help="An episode's id or the beginning of one.")],
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="The repaired file, or several.")],
    at: Annotated[str | None, typer.Option(help="Which of the episode's files FILE stands for.")] = None,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Give your repair of an episode: verified, then kept in place of the one it had. Exit 1 if it does not compile.

    In a folder of the episode's workspace your cargo checks the unit in a copy; elsewhere the judge checks it alone.
    """
    from nightschool.cli.episodes import open_store
    from nightschool.episodes.correcting import by_cargo, by_judge, corrected
    from nightschool.episodes.watched import in_workspace
    from nightschool.rust.judge import open_judge

    if at is not None and len(files) > 1:
        raise UsageError("--at is for one FILE; several find their places by their names.")
    with open_store() as store:
        one = store.get(episode)
        key = store.workspace_of(one.id)
        folder = in_workspace(key)
        root = folder or next(filter(None, (in_workspace(key, file) for file in files)), "")
        fixed = corrected(one, files, at, Path(root))
        if folder is not None:
            told = by_cargo(one, fixed, Path(folder))
        else:
            told = by_judge(one, fixed, open_judge(read_config(config, set_)))
        store.correct(one.id, fixed)
    changed = ", ".join(name for name, text in fixed.items() if text != one.failure.sources[name])
    console.print(f"Kept as the repair of {one.id}, in place of its {changed}: {told}.", markup=False, soft_wrap=True)
