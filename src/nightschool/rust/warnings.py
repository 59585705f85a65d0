"""What rustc warns of in programs that compile, counted by lint: many programs in one run, each a module.

Covered: the lints asked for, whatever the program allows; a batch with an error is halved, so that programs that spoil
each other part. A program that does not compile alone, or not in time, has no counts. Not covered: places and texts.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from nightschool.rust.compiler import CANARY, CANARY_SOURCE, Compiler, Outcome, outcome_of
from nightschool.rust.names import MARK
from nightschool.types import Program

Counts = dict[str, int]
"""How often a program is warned of each lint."""


def count_warnings(compiler: Compiler, programs: Sequence[Program], lints: Sequence[str]) -> list[Counts]:
    """The counts of each program; equal programs are compiled once.

    Raises SandboxUnavailableError if rustc could not be run.
    """
    flags = tuple(part for lint in lints for part in ("--force-warn", lint))
    keys = sorted({(program.edition, program.source) for program in programs})
    batches = list(_batches(keys, compiler.config.judge.batch_size))
    with ThreadPoolExecutor(compiler.config.judge.workers) as pool:
        counted = pool.map(lambda batch: _counted(compiler, batch[0], batch[1], flags), batches)
        found = dict(zip(keys, (one for batch in counted for one in batch), strict=True))
    return [found[program.edition, program.source] for program in programs]


def _batches(keys: list[tuple[str, str]], most: int) -> Iterator[tuple[str, list[str]]]:
    """Programs of one edition each, in the order of `keys`, which are sorted."""
    for edition in sorted({edition for edition, _ in keys}):
        sources = [source for one, source in keys if one == edition]
        yield from ((edition, sources[at : at + most]) for at in range(0, len(sources), most))


def _counted(compiler: Compiler, edition: str, sources: list[str], flags: tuple[str, ...]) -> list[Counts]:
    files = {f"{MARK}{index}.rs": source.encode() for index, source in enumerate(sources)}
    wait = compiler.patience("check", len(sources))
    done = compiler.run_modules(files, edition, wait, CANARY_SOURCE, flags)
    told = [json.loads(line) for line in done.stderr.split(b"\n") if line.startswith(b"{")]
    if outcome_of(done, False) is Outcome.CLEAN:
        return _by_program(told, len(sources))
    if len(sources) == 1:
        return [{}]
    half = len(sources) // 2
    return [one for part in (sources[:half], sources[half:]) for one in _counted(compiler, edition, part, flags)]


def _by_program(told: Sequence[dict[str, object]], programs: int) -> list[Counts]:
    counts: list[Counter[str]] = [Counter() for _ in range(programs)]
    for message in told:
        owner, code = _owner(message), message.get("code")
        if owner is not None and isinstance(code, dict) and message.get("level") == "warning":
            counts[owner][code["code"]] += 1
    return [dict(sorted(one.items())) for one in counts]


def _owner(message: dict[str, object]) -> int | None:
    """The program whose file holds the primary span; None for the canary and what stands in no file."""
    spans = message["spans"]
    assert isinstance(spans, list)
    names = [span["file_name"].removesuffix(".rs") for span in spans if span["is_primary"]]
    mine = [name for name in names if name.startswith(MARK) and name != CANARY]
    return int(mine[0].removeprefix(MARK).split("/")[0]) if mine else None
