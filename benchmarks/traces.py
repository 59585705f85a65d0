"""What traces of a night's answers cost: processor and wall-clock seconds, and bytes of MLflow's database.

    PYTHONPATH=src:. python benchmarks/traces.py [--answers 1000] [--evaluate 100]

Answers are made up (`tests.nights.making`) with programs of forty lines, half of them the policy's, half the
candidate's, on a suite that has no dataset yet; then the same again, which finds all of it. `--evaluate N` gives
N of them to `mlflow.genai.evaluate` with the same scorers, for comparison. The store, SQLite, is made before the clock
runs.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.nights import making

from nightschool.config import Config
from nightschool.nights import keep_words
from nightschool.phases import Context, traced
from nightschool.tracking.scorers import answer_scorers
from nightschool.types import EvaluationReport

LINES = "    // a line of a program that a person would write\n" * 36


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--answers", type=int, default=1000)
    parser.add_argument("--evaluate", type=int, default=0)
    said = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        context, reports = night(Config(root=Path(folder)), said.answers // 2)
        assert context.runs.run_id
        database = Path(folder) / "mlruns" / "mlflow.db"
        before = database.stat().st_size
        show("written", said.answers, lambda: traced.leave_traces(context, reports))
        print(f"{(database.stat().st_size - before) / said.answers / 1000:.1f} kB an answer")
        show("found again", said.answers, lambda: traced.leave_traces(context, reports))
        if said.evaluate:
            show("mlflow.genai.evaluate", said.evaluate, lambda: evaluate(context, said.evaluate))


def night(config: Config, koans: int) -> tuple[Context, list[EvaluationReport]]:
    measured = {(arm, "dev"): "ppf" * (koans // 3) + "p" * (koans % 3) for arm in ("policy", "candidate")}
    context, reports = making.make_night(config, "night", measured)
    suite = context.suite("dev")
    keep_words(config, suite, ["error[E0596]: cannot borrow `values` as mutable" for _ in suite.koans])
    program = making.FIXED + LINES
    return context, [
        replace(one, attempts=tuple(replace(a, program=program, answer=program) for a in one.attempts))
        for one in reports
    ]


def evaluate(context: Context, count: int) -> None:
    import mlflow

    runs = context.runs
    mlflow.set_experiment(experiment_id=runs.experiment)
    found = runs.client.search_traces(locations=[runs.experiment], max_results=count)
    mlflow.genai.evaluate(data=list(found), scorers=list(answer_scorers()))


def show(what: str, count: int, work: Callable[[], None]) -> None:
    wall, busy = time.perf_counter(), time.process_time()
    work()
    wall, busy = time.perf_counter() - wall, time.process_time() - busy
    print(f"{what}: {count} answers, {busy:.1f} s of one processor, {wall:.1f} s by the clock", flush=True)


if __name__ == "__main__":
    main()
