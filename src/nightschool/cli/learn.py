"""Commands that train and measure: run, train, evaluate."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from nightschool.cli.app import ConfigOption, SetOption, app, console, progress, read_config, with_phase

ARMS = (
    "Asked once: base, champion, hints, zero-delta, shuffled, an adapter folder, or answers:FILE.jsonl. Policies, as "
    "`nightschool fix` carries them out: search, chooser, policy_base, policy_champion, policy:ADAPTER; all but search "
    "take the latest night's chooser, the champion's its own."
)


@app.command()
def run(  # noqa: PLR0913 - a command's options
    phase: Annotated[str, typer.Argument(help="certify, curate, validate_corpus, pair, choose, baseline, align, ...")],
    cycle: Annotated[str, typer.Option(help="Cycle whose earlier results are used; `manual` by default.")] = "manual",
    result: Annotated[Path | None, typer.Option(help="Write the phase's result here as JSON.")] = None,
    night: Annotated[
        bool, typer.Option("--night", hidden=True, help="Said by the DAG: this is no phase by hand.")
    ] = False,
    shard: Annotated[str, typer.Option(help="Only this share of its questions to models, e.g. 1/2.")] = "",
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Run one phase of a cycle; a phase that has already finished with the same inputs is found, not redone."""
    from nightschool.files import write_json
    from nightschool.leaving import leaves_when_asked

    with leaves_when_asked():
        from nightschool.phases import Context, run_phase, run_shard

        context = Context(read_config(config, set_), cycle, progress(), by_hand=not night)
        done = run_shard(phase, shard, context) if shard else run_phase(phase, context)
    word = "found finished" if done.reused else "finished"
    console.print(f"{done.phase} {word}: {done.outcome or 'ok'} in {done.output}", markup=False, soft_wrap=True)
    if result:
        write_json(result, done.to_json())


@app.command()
def train(
    phase: Annotated[str, typer.Argument(help="align, rehearse or prefer")],
    cycle: Annotated[str, typer.Option(help="Cycle whose earlier results are used; `manual` by default.")] = "manual",
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Train one learning phase of a cycle, making its rows or pairs first. Exit 1 if its adapter is not kept."""
    from nightschool.decisions import NOT_KEPT
    from nightschool.phases import Context, run_phase
    from nightschool.phases.runner import lessons_of

    before = lessons_of(phase)
    settings = with_phase(read_config(config, set_), phase)
    for name in (*before, phase):
        done = run_phase(name, Context(settings, cycle, progress()))
        console.print(f"{name}: {done.outcome or 'ok'} in {done.output}", markup=False, soft_wrap=True)
    raise typer.Exit(1 if done.outcome == NOT_KEPT else 0)


@app.command()
def evaluate(  # noqa: PLR0913 - options of the examination and of the drawing
    arm: Annotated[str, typer.Argument(help=ARMS)],
    suite: Annotated[Path, typer.Argument(help="Folder of koans.")],
    output: Annotated[Path | None, typer.Option(help="Folder for the report (JSON and picture).")] = None,
    uncertified: Annotated[bool, typer.Option(help="Measure on a suite with defects; the report is labelled.")] = False,
    samples: Annotated[int, typer.Option(min=1, help="Answers drawn a koan, for pass@k; 1 is one greedy answer.")] = 1,
    temperature: Annotated[float, typer.Option(min=0.01, help="Of the drawing, with --samples.")] = 0.8,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Measure one arm on one suite: pass rate with n and interval, by family, by code, every verdict."""
    from nightschool.evaluation import write_report
    from nightschool.files import write_json
    from nightschool.phases import Context
    from nightschool.phases.examination import examine_suite, sample_suite
    from nightschool.report import draw_groups, evaluation_table, samples_table

    context = Context(read_config(config, set_), "evaluate", progress())
    folder = output or context.config.var / "reports" / f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{os.getpid()}"
    if samples > 1:
        found = sample_suite(context, arm, suite, samples, temperature, uncertified)
        for number, one in enumerate(found.reports):
            write_report(folder / f"sample-{number}.json", one)
        write_json(folder / "pass_at_k.json", {"koans": found.koans, "pass_at": found.pass_at})
        console.print(samples_table(arm, found.koans, found.pass_at))
        console.print(f"Reports: {folder}", soft_wrap=True)
        raise typer.Exit(0 if all(one.complete for one in found.reports) else 1)
    report = examine_suite(context, arm, suite, uncertified)
    console.print(evaluation_table(report))
    write_report(folder / "report.json", report)
    draw_groups(folder / "report.png", report)
    console.print(f"Report: {folder}/report.json, {folder}/report.png", soft_wrap=True)
    raise typer.Exit(0 if report.complete else 1)
