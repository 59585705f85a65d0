"""Commands that set ways of learning side by side: compare, storage."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from nightschool.cli.app import ConfigOption, SetOption, app, console, progress, read_config
from nightschool.errors import UsageError

if TYPE_CHECKING:
    from nightschool.phases.strategies.bench import Bench


@app.command()
def compare(  # noqa: PLR0913 - a command's options
    strategies: Annotated[str, typer.Option(help="Names with commas; `all` for every one.")] = "all",
    seeds: Annotated[str, typer.Option(help="Seeds with commas; one with --sequential.")] = "0",
    rows: Annotated[int, typer.Option(help="Budget of each strategy, in rows of this corpus.")] = 0,
    minutes: Annotated[float, typer.Option(help="Budget of each strategy, in minutes of LoRA training here.")] = 0.0,
    corpus: Annotated[Path, typer.Option(help="Folder that `nightschool generate` made.")] = Path("var/corpus"),
    suites: Annotated[str, typer.Option(help="Suites to examine on, with commas, dev among them.")] = "all",
    sequential: Annotated[bool, typer.Option(help="Learn families one after another and measure forgetting.")] = False,
    families: Annotated[str, typer.Option(help="With --sequential: families in order, with commas.")] = "",
    output: Annotated[Path | None, typer.Option(help="Folder for the table; below var/compare by default.")] = None,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Run strategies at one token budget and table what they pass, lose and cost. Killed, it goes on where it was."""
    from nightschool.phases import Context
    from nightschool.phases.strategies import SEQUENTIAL, STRATEGIES
    from nightschool.phases.strategies.compare import open_bench, refuse_unknown

    context = Context(read_config(config, set_), "compare", progress())
    numbers = _numbers(seeds)
    if families and not sequential:
        raise UsageError("--families sets the order of --sequential; give both or neither.")
    if sequential and len(numbers) > 1:
        raise UsageError(f"--sequential learns under one seed, --seeds names {len(numbers)}; run it once for each.")
    refuse_unknown(_names(strategies), SEQUENTIAL if sequential else STRATEGIES)
    bench = open_bench(context, corpus, rows, minutes, _names(suites))
    folder = output or _place(bench, [_names(strategies), numbers, _names(families), sequential])
    if sequential:
        _sequential(bench.with_seed(numbers[0]), _names(strategies), _names(families), folder)
    else:
        _compare(bench, _names(strategies), numbers, folder)
    console.print(f"Tables and pictures: {folder}", soft_wrap=True)


def _place(bench: Bench, asked: list[Any]) -> Path:
    """Folder of the tables: another question to the same bench has another one."""
    from nightschool.files import digest_json
    from nightschool.phases.strategies.bench import key_of

    return bench.config.var / "compare" / digest_json([key_of(bench, "compare"), asked])[:12]


def _compare(bench: Bench, names: list[str], seeds: list[int], folder: Path) -> None:
    from nightschool.phases.strategies.compare import compare as run
    from nightschool.phases.strategies.compare import write_comparison
    from nightschool.phases.strategies.table import STRATEGIES

    found = run(bench, names or list(STRATEGIES), seeds)
    rows = write_comparison(folder, found)
    _print(f"Budget {found.tokens:,} tokens a strategy", (folder / "comparison.md").read_text(encoding="utf-8"), rows)


def _sequential(bench: Bench, methods: list[str], families: list[str], folder: Path) -> None:
    from nightschool.phases.strategies.sequential import SEQUENTIAL, learn_in_sequence, write_courses

    write_courses(folder, learn_in_sequence(bench, methods or list(SEQUENTIAL), families))
    console.print((folder / "sequential.md").read_text(encoding="utf-8"), markup=False)


@app.command()
def storage(  # noqa: PLR0913 - a command's options
    rank: Annotated[int, typer.Option(help="LoRA rank r.")] = 16,
    directions: Annotated[int, typer.Option(help="Share's k, directions of each basis.")] = 32,
    pseudo_rank: Annotated[int, typer.Option(help="Share's p, rank of a task's coefficients.")] = 5,
    bank: Annotated[Path | None, typer.Option(help="Folder of a bank that was built, to measure it too.")] = None,
    picture: Annotated[Path, typer.Option(help="Where the picture goes.")] = Path("var/storage.png"),
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """What Share and separate LoRAs store for 1 to 50 adapters of the base model, beside the paper's claims."""
    from nightschool.modeling import ensure_model
    from nightschool.modeling.loading import linear_shapes
    from nightschool.modeling.share.bank import load_bank
    from nightschool.report import storage as report

    measured = report.built(load_bank(bank), rank) if bank else None
    settings = read_config(config, set_)
    layers = linear_shapes(ensure_model(settings.model, settings.var))
    found = [report.storage(layers, rank, directions, pseudo_rank, count) for count in report.COUNTS]
    picture.parent.mkdir(parents=True, exist_ok=True)
    report.draw_storage(picture, found)
    table = Table(*report.HEADERS, title=f"{len(layers)} layers, r={rank}, k={directions}, p={pseudo_rank}")
    for row in report.storage_rows(found):
        table.add_row(*row)
    console.print(table)
    console.print(
        f"The paper claims {report.CLAIMED_PARAMETERS}x fewer parameters and {report.CLAIMED_MEMORY}x less memory. "
        f"Picture: {picture}",
        soft_wrap=True,
    )
    if measured:
        console.print(str(measured), soft_wrap=True)


def _print(title: str, markdown: str, rows: list[list[str]]) -> None:
    """What fits a terminal; costs are in the file."""
    from nightschool.report.comparison import COSTS

    headers = [cell.strip() for cell in markdown.splitlines()[0].strip("| ").split("|")]
    shown = [place for place, header in enumerate(headers) if header not in COSTS]
    table = Table(*(headers[place] for place in shown), title=title)
    for row in rows:
        table.add_row(*(row[place] for place in shown))
    console.print(table)


def _names(text: str) -> list[str]:
    return [] if text in ("", "all") else [name.strip() for name in text.split(",")]


def _numbers(text: str) -> list[int]:
    try:
        return [int(number) for number in text.split(",")]
    except ValueError as error:
        raise UsageError(f"--seeds is {text!r}; give whole numbers with commas, e.g. 0,1.") from error
