"""How far tonight's greedy verdicts can be trusted: the candidate asked again, and samples around its answers.

Covered: `noise.json` (koans whose greedy answer depends on the batch) and `samples.json` (passes in seeded samples of
the frozen koans that the reference passes, for the reference and for the candidate). Nothing of frozen is asked before
it is opened. Not covered: what follows from either; the gate decides.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from random import Random

from nightschool.evaluation import (
    ModelArm,
    Noise,
    compare,
    evaluate,
    in_other_batches,
    open_arm,
    samplable,
    sample,
)
from nightschool.files import write_json
from nightschool.koans import Suite, part_of
from nightschool.phases.context import Context
from nightschool.phases.kept import candidate
from nightschool.phases.measured import read, reference_name, reference_report
from nightschool.types import Verdict

NOISE, SAMPLES = "noise.json", "samples.json"
NOISE_KOANS = 30
"""Koans of a suite that are asked a second time."""
TEMPERATURE = 0.8
"""Of the samples, as for pass@k."""


def measure_noise(context: Context, folder: Path, suites: Iterable[str]) -> dict[str, float]:
    """Ask the candidate again in other batches; how many koans of each suite are unstable, as metrics."""
    arm = in_other_batches(_open(context, "candidate", candidate(context).adapter))
    found = {name: _noise(context, arm, folder, name) for name in suites}
    write_json(folder / NOISE, {name: asdict(noise) for name, noise in found.items()})
    return {f"candidate.{name}.unstable": float(len(noise.unstable)) for name, noise in found.items()}


def measure_samples(context: Context, folder: Path) -> dict[str, float]:
    """Sample the frozen koans that the reference passes greedily, with both arms; mean passes as metrics."""
    attempts = reference_report(context, "frozen").attempts
    suite = part_of(context.suite("frozen"), {one.koan for one in attempts if one.verdict is Verdict.PASSED})
    champion = context.champion
    adapters = {reference_name(context): champion.adapter if champion else None}
    adapters |= {"candidate": candidate(context).adapter}
    passes = {arm: _passes(context, arm, adapter, suite) for arm, adapter in adapters.items()}
    write_json(folder / SAMPLES, passes)
    shares = {f"{arm}.frozen.reliability": _share(found) for arm, found in passes.items()}
    return {name: share for name, share in shares.items() if share is not None}


def _noise(context: Context, arm: ModelArm, folder: Path, name: str) -> Noise:
    suite = context.suite(name)
    ids = sorted(koan.id for koan in suite.koans)
    part = part_of(suite, Random(context.config.seed).sample(ids, min(NOISE_KOANS, len(ids))))
    again = evaluate(arm, part, context.judge, context.config, True, f"{name} again", context.progress)
    return compare(read(folder / f"candidate-{name}.json"), again)


def _open(context: Context, arm: str, adapter: Path | None) -> ModelArm:
    return samplable(open_arm(arm, context.config, context.judge, context.base, adapter))


def _passes(context: Context, arm: str, adapter: Path | None, suite: Suite) -> dict[str, tuple[int, int]]:
    if not suite.koans:
        return {}
    config, opened = context.config, _open(context, arm, adapter)
    count = config.evaluation.reliability_samples
    return sample(opened, suite, context.judge, config, count, TEMPERATURE, True, context.progress).passes()


def _share(passes: dict[str, tuple[int, int]]) -> float | None:
    """Passed samples of all scored ones; None where none was scored."""
    scored = sum(n for _, n in passes.values())
    return sum(p for p, _ in passes.values()) / scored if scored else None
