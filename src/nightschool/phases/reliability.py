"""How far tonight's verdicts can be trusted: the candidate asked again in other batches.

Covered: `noise.json`, koans whose single greedy answer depends on the batch. Nothing of frozen is asked before it is
opened. Not covered: a policy's repairs where no model was asked, which are the same each time; what follows from it,
which the gate decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from random import Random

from nightschool.evaluation import ModelArm, Noise, compare, evaluate, in_other_batches, open_arm, samplable
from nightschool.files import write_json
from nightschool.koans import part_of
from nightschool.phases.context import Context
from nightschool.phases.kept import candidate
from nightschool.phases.measured import read

NOISE = "noise.json"
NOISE_KOANS = 30
"""Koans of a suite that are asked a second time."""


def measure_noise(context: Context, folder: Path, suites: Iterable[str]) -> dict[str, float]:
    """Ask the candidate again in other batches; how many koans of each suite are unstable, as metrics."""
    arm = in_other_batches(_open(context, "candidate", candidate(context).adapter))
    found = {name: _noise(context, arm, folder, name) for name in suites}
    write_json(folder / NOISE, {name: asdict(noise) for name, noise in found.items()})
    return {f"candidate.{name}.unstable": float(len(noise.unstable)) for name, noise in found.items()}


def _noise(context: Context, arm: ModelArm, folder: Path, name: str) -> Noise:
    suite = context.suite(name)
    ids = sorted(koan.id for koan in suite.koans)
    part = part_of(suite, Random(context.config.seed).sample(ids, min(NOISE_KOANS, len(ids))))
    again = evaluate(arm, part, context.judge, context.config, True, f"{name} again", context.progress)
    return compare(read(folder / f"candidate-{name}.json"), again)


def _open(context: Context, arm: str, adapter: Path | None) -> ModelArm:
    return samplable(open_arm(arm, context.config, context.judge, context.base, adapter))
