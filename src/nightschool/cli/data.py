"""Commands about koans, rows and pairs: certify, generate, ssr, pairs, coverage."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from nightschool.cli.app import ConfigOption, SetOption, app, console, progress, read_config


@app.command()
def certify(
    suite: Annotated[Path, typer.Argument(help="Folder of koans, e.g. koans/frozen.")],
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Examine a suite itself: real errors, passing fixes, tests that trivial answers fail. Exit 1 if not certified."""
    from nightschool.koans import certify as certify_suite
    from nightschool.koans import load_suite
    from nightschool.koans.certify_table import certificate_table
    from nightschool.rust.judge import open_judge

    settings = read_config(config, set_)
    certificate = certify_suite(load_suite(suite), open_judge(settings))
    console.print(certificate_table(certificate))
    for defect in certificate.defects:
        console.print(f"{defect.koan}: {defect.defect}", markup=False)
    raise typer.Exit(0 if certificate.ok else 1)


@app.command()
def generate(
    output: Annotated[Path, typer.Option(help="Folder for corpus.jsonl, dev/, shadow/, own/.")] = Path("var/corpus"),
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Make the eval-aligned corpus and the held-out suites `dev`, `shadow` and, of held-out workspaces, `own`.

    The folder is made aside and takes its place when whole; interrupted, what stood there stays.
    """
    from nightschool.curriculum.corpus import build_corpus
    from nightschool.files import made_aside
    from nightschool.phases import Context

    settings = read_config(config, set_)
    context = Context(settings, "generate", progress())
    frozen = context.suite("frozen")
    with made_aside(output) as folder:
        beside = [context.domains] if context.domains else []
        build = build_corpus(settings, context.judge, frozen, folder, context.progress, beside)
    rows, digest = build.corpus.rows, build.corpus.digest[:12]
    console.print(
        f"{len(rows)} rows over {len({row.error_code for row in rows})} error codes in {output}, digest {digest}"
    )
    own = len(build.own.koans) if build.own else "none, for the reason above"
    console.print(f"Held-out koans: dev {len(build.dev.koans)}, shadow {len(build.shadow.koans)}, own {own}.")


AdapterOption = Annotated[Path, typer.Option(help="Sealed adapter folder of the latest model.")]


@app.command()
def ssr(
    corpus: Annotated[Path, typer.Argument(help="corpus.jsonl, or its folder with dev/ and shadow/ beside it.")],
    adapter: AdapterOption,
    output: Annotated[Path, typer.Option(help="Folder for corpus.jsonl and yields.json.")] = Path("var/ssr"),
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Self-synthesized rehearsal: the base writes, the adapter answers, rustc decides. Exit 1 if no row came out."""
    from nightschool.phases import Context
    from nightschool.phases.by_hand import synthesise_from
    from nightschool.report import yield_table

    made = synthesise_from(Context(read_config(config, set_), "ssr", progress()), corpus, adapter, output)
    console.print(yield_table(made.metrics()))
    patterns = len({row.pattern for row in made.rows})
    console.print(f"{len(made.rows)} rows over {patterns} of {made.cells} patterns in {output}, {made.seconds:.0f} s")
    raise typer.Exit(0 if made.rows else 1)


@app.command()
def pairs(
    corpus: Annotated[Path, typer.Argument(help="corpus.jsonl, or its folder.")],
    output: Annotated[Path, typer.Option(help="Folder for preference_pairs.jsonl.")] = Path("var/pairs"),
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Preference pairs from repairs that search finds for corpus rows, validated. Exit 1 if there are none."""
    from nightschool.phases import Context
    from nightschool.phases.by_hand import pairs_from

    made = pairs_from(Context(read_config(config, set_), "pairs", progress()), corpus, output)
    for name, value in made.metrics().items():
        console.print(f"{name:16} {value:g}")
    console.print(f"{len(made.pairs)} pairs in {output}")
    raise typer.Exit(0 if made.pairs else 1)


@app.command()
def coverage(
    corpus: Annotated[Path, typer.Argument(help="corpus.jsonl")],
    suite: Annotated[Path, typer.Argument(help="Folder of koans.")],
    picture: Annotated[Path, typer.Option(help="Where the picture goes.")] = Path("var/coverage.png"),
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Coverage of examined skills (wanted) and leakage of examined items (never). Exit 1 on leaks or low coverage."""
    from nightschool.curriculum.corpus import read_corpus
    from nightschool.curriculum.overlap import coverage as measure
    from nightschool.curriculum.overlap import leakage
    from nightschool.koans import load_suite
    from nightschool.report.overlap_picture import draw_overlap, overlap_table

    settings = read_config(config, set_)
    rows, koans = read_corpus(corpus).rows, load_suite(suite).koans
    skills, leaks = measure(rows, koans, settings.curriculum.cell_programs), leakage(rows, koans)
    console.print(overlap_table(skills, leaks))
    picture.parent.mkdir(parents=True, exist_ok=True)
    draw_overlap(picture, skills, leaks)
    console.print(f"Picture: {picture}")
    raise typer.Exit(0 if not leaks.offenders and skills.share >= settings.curriculum.min_coverage else 1)
