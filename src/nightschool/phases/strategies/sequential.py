"""Families learnt one after another: what each stage does to what was learnt before.

Covered: six methods, every stage a transaction that later stages build on, pass rates on dev by family after
each. Not covered: preference; it learns nothing new that could be forgotten.
The budget is divided evenly over the stages. `share`, `merged` and `routed` train the same adapter a family,
each from the base model; `naive`, `replay` and `ssr` go on with one adapter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nightschool.errors import UsageError
from nightschool.files import write_json
from nightschool.phases.strategies import recipes as r
from nightschool.phases.strategies.bench import BASE, Bench, Policy
from nightschool.phases.strategies.compare import examined
from nightschool.phases.strategies.onward import rehearsal, rehearsing
from nightschool.phases.strategies.sharing import bank_of
from nightschool.report.forgetting import Course, course_rows, draw_courses
from nightschool.types import EvaluationReport, Row

DEV = ("dev",)


@dataclass(frozen=True)
class Stage:
    """One step of a course: the families so far, the newest last, and what came before."""

    families: tuple[str, ...]
    learnt: dict[str, Policy]
    """An adapter of each family, trained alone."""
    previous: Policy | None
    share: float
    """Of the budget."""

    def rows(self, bench: Bench) -> list[Row]:
        """Rows of the newest family."""
        return [row for row in bench.rows if row.family == self.families[-1]]


Method = Callable[[Bench, Path, Stage], Policy]


def naive(bench: Bench, folder: Path, stage: Stage) -> Policy:
    """Go on training the one adapter on the newest family alone."""
    return _onward(bench, folder, stage, stage.rows(bench))


def replay(bench: Bench, folder: Path, stage: Stage) -> Policy:
    """Go on, half of the stage's budget for rows of earlier families."""
    old = [row for row in bench.rows if row.family in stage.families[:-1]]
    part = replace(bench, tokens=round(bench.tokens * stage.share))
    return _onward(bench, folder, stage, r.halves(part, stage.rows(bench), old))


def ssr(bench: Bench, folder: Path, stage: Stage) -> Policy:
    """Go on, with rows of earlier families that the base and the latest model made."""
    rows = stage.rows(bench)
    if stage.previous:
        old = [row for row in bench.rows if row.family in stage.families[:-1]]
        made, _ = rehearsal(bench, old, stage.previous.adapters[Policy.EVERY], folder / "made")
        rows = rehearsing(bench, made, rows, stage.share) if made else rows
    return _onward(bench, folder, stage, rows)


def _onward(bench: Bench, folder: Path, stage: Stage, rows: Sequence[Row]) -> Policy:
    start = stage.previous.adapters[Policy.EVERY] if stage.previous else None
    # Rows of earlier families have been seen, and are there to be seen again.
    return bench.lora(bench.train(rows, folder / "lora", stage.share, start, {"fresh_first": False}))


def routed(bench: Bench, folder: Path, stage: Stage) -> Policy:
    """An adapter per family so far."""
    return r.route(bench.rows, stage.learnt)


def merged(bench: Bench, folder: Path, stage: Stage) -> Policy:
    """The plain mean of the adapters so far."""
    return r.merge(bench, stage.learnt, folder / "merged")


def share(bench: Bench, folder: Path, stage: Stage) -> Policy:
    """A bank that takes in one adapter after another; each family is answered by what the bank kept of it."""
    from nightschool.modeling.share.adapters import write_adapter

    bank = bank_of(bench, stage.learnt)
    stored = bank.save(folder / "bank")
    kept = {}
    for family, policy in stage.learnt.items():
        write_adapter(folder / family, policy.adapters[Policy.EVERY], bank.factors(family), {"share": family})
        kept[family] = replace(policy, adapters={Policy.EVERY: folder / family})
    return replace(r.route(bench.rows, kept), cost=replace(r.total(stage.learnt), stored=stored))


SEQUENTIAL: dict[str, Method] = {
    "naive": naive, "replay": replay, "ssr": ssr, "share": share, "merged": merged, "routed": routed
}  # fmt: skip
ALONE = {"share", "merged", "routed"}
"""Methods that build on adapters of single families."""


def learn_in_sequence(bench: Bench, methods: Sequence[str], families: Sequence[str] = ()) -> list[Course]:
    """The course of each method over the families (all with enough rows by default, most rows first).

    Raises UsageError naming the methods or families there are.
    """
    known = r.families_of(bench.rows)
    tasks = tuple(families or known)
    wrong = [name for name in methods if name not in SEQUENTIAL] + [name for name in tasks if name not in known]
    if wrong:
        raise UsageError(f"No {', '.join(wrong)}; methods are {', '.join(SEQUENTIAL)}, families {', '.join(known)}.")
    before = _rates(examined(bench, BASE, lambda bench, folder: Policy(), DEV)[1], tasks)
    return [Course(name, tasks, before, _stages(bench, name, tasks)) for name in methods]


def _stages(bench: Bench, name: str, tasks: tuple[str, ...]) -> tuple[tuple[float, ...], ...]:
    rates = []
    learnt: dict[str, Policy] = {}
    previous = None
    for count in range(1, len(tasks) + 1):
        so_far = tasks[:count]
        if name in ALONE:
            learnt = {**learnt, so_far[-1]: _alone(bench, so_far[-1], 1 / len(tasks))}
        stage = Stage(so_far, learnt, previous, 1 / len(tasks))
        run = _recipe(name, stage)
        rehearse = bench.config.digest("rehearse") if name == "ssr" else ""
        previous, reports = examined(
            bench, f"stage-{name}", run, DEV, families=so_far, stages=len(tasks), rehearse=rehearse
        )
        rates.append(_rates(reports, tasks))
    return tuple(rates)


def _recipe(name: str, stage: Stage) -> r.Recipe:
    return lambda bench, folder: SEQUENTIAL[name](bench, folder, stage)


def _alone(bench: Bench, family: str, share: float) -> Policy:
    """One family's adapter, trained from the base model; the methods that use it share it."""

    def run(bench: Bench, folder: Path) -> Policy:
        rows = [row for row in bench.rows if row.family == family]
        return bench.lora(bench.train(rows, folder / "lora", share))

    return examined(bench, "family", run, DEV, family=family, share=share)[0]


def _rates(reports: dict[str, EvaluationReport], tasks: Sequence[str]) -> tuple[float, ...]:
    by_family = reports["dev"].by_family
    return tuple((by_family[task].value or 0.0) if task in by_family else 0.0 for task in tasks)


def write_courses(folder: Path, courses: Sequence[Course]) -> None:
    """sequential.json, sequential.md and sequential.png in `folder`."""
    from nightschool.report.tables import markdown

    folder.mkdir(parents=True, exist_ok=True)
    parts = [
        f"## {one.method}: forgetting {one.forgetting:.1%}, backward transfer {one.backward:+.1%}\n\n"
        + markdown(["after", *one.tasks], course_rows(one))
        for one in courses
    ]
    (folder / "sequential.md").write_text("\n".join(parts), encoding="utf-8")
    record = [
        {"method": one.method, "tasks": one.tasks, "before": one.before, "stages": one.stages,
         "forgetting": one.forgetting, "backward_transfer": one.backward}
        for one in courses
    ]  # fmt: skip
    write_json(folder / "sequential.json", record)
    draw_courses(folder / "sequential.png", courses)
