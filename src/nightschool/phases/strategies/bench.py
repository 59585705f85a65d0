"""What every strategy is given, what it gives back, and how that is examined.

Covered: rows, suites, seed and token budget; training within a share of the budget; a policy (one adapter, or
several by error code) with its costs, as arm and as file. Not covered: what the strategies do (`recipes`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nightschool.config import Config
from nightschool.files import digest_json, write_json
from nightschool.phases.context import code_digest, silent
from nightschool.types import EvaluationReport, Progress, Row

if TYPE_CHECKING:
    from nightschool.evaluation import Arm
    from nightschool.koans import Suite
    from nightschool.learning import TrainResult
    from nightschool.modeling import BaseModelFiles
    from nightschool.rust.judge import Judge

UNLIMITED_MINUTES = 1e5
"""The budget is counted in tokens; the clock is not to end a training."""
POLICY = "policy.json"
BASE = "base"
"""Name of what answers without having learnt."""
CODE = ("curriculum", "decisions", "evaluation", "koans", "learning", "modeling", "phases/strategies", "repair", "rust")


@dataclass(frozen=True)
class Cost:
    """What a policy took and takes."""

    trained: int = 0
    """Numbers that were trained in what answers."""
    stored: int = 0
    """Bytes of weights to keep."""
    tokens: int = 0
    """Tokens learnt from, padding included, over all trainings."""
    seconds: float = 0.0
    """Time of all trainings, and of making the rows or pairs that they need."""

    def __add__(self, other: Cost) -> Cost:
        return Cost(
            self.trained + other.trained, self.stored + other.stored,
            self.tokens + other.tokens, self.seconds + other.seconds,
        )  # fmt: skip


@dataclass(frozen=True)
class Policy:
    """What answers: by error code the adapter routed to, else the adapter `every`, else the base model."""

    adapters: Mapping[str, Path] = field(default_factory=dict)
    routes: Mapping[str, str] = field(default_factory=dict)
    cost: Cost = Cost()

    EVERY = "every"

    def save(self, folder: Path) -> None:
        """Write policy.json; paths below `folder` are kept relative, since it will be renamed."""
        adapters = {
            name: str(path.relative_to(folder) if path.is_relative_to(folder) else path.resolve())
            for name, path in self.adapters.items()
        }
        write_json(folder / POLICY, {"adapters": adapters, "routes": dict(self.routes), "cost": vars(self.cost)})


def read_policy(folder: Path) -> Policy:
    """The policy saved in a folder, wherever that is now."""
    data = json.loads((folder / POLICY).read_text(encoding="utf-8"))
    adapters = {name: folder / path for name, path in data["adapters"].items()}
    return Policy(adapters, data["routes"], Cost(**data["cost"]))


@dataclass(frozen=True)
class Bench:
    """One comparison as a strategy sees it."""

    config: Config
    judge: Judge
    base: BaseModelFiles
    rows: tuple[Row, ...]
    suites: Mapping[str, Suite]
    """`dev` is always there; choices look at no other."""
    tokens: int
    """Budget of all trainings of one strategy."""
    progress: Progress = silent

    def with_seed(self, seed: int) -> Bench:
        """The same bench for another seed."""
        return replace(self, config=self.config.model_copy(update={"seed": seed}))

    @cached_property
    def tokenizer(self) -> Any:
        """The base model's tokenizer."""
        from transformers import AutoTokenizer

        return AutoTokenizer.from_pretrained(self.base.folder, trust_remote_code=False, local_files_only=True)

    @cached_property
    def dev_rows(self) -> list[Row]:
        """Dev koans as rows with the repairs that are taught, for the loss only."""
        from nightschool.evaluation import koan_rows
        from nightschool.learning import prefer_suggestions

        return prefer_suggestions(koan_rows(self.suites["dev"].koans, self.judge), self.judge)

    @cached_property
    def base_dev(self) -> EvaluationReport:
        """What the base model does on dev; its answers are cached."""
        return self.examine(Policy(), ("dev",))["dev"]

    def train(
        self,
        rows: Sequence[Row],
        folder: Path,
        share: float = 1.0,
        start: Path | None = None,
        train: Mapping[str, object] | None = None,
        prepare: Callable[[Any], object] | None = None,
    ) -> TrainResult:
        """Train an adapter in `folder`, in this process, on rows worth `share` of the budget; `train` overrides."""
        from nightschool.learning import train as learn
        from nightschool.learning.budget import rows_within

        settings = {"max_rows": 0, "epochs": 1.0, "max_minutes": UNLIMITED_MINUTES, "processes": 1, **(train or {})}
        config = self.config.model_copy(update={"train": self.config.train.model_copy(update=settings)})
        bought = rows_within(self.tokenizer, rows, round(self.tokens * share), config)
        return learn(config, bought, self.dev_rows, folder, start, self._told(folder.name), self.base, prepare)

    def _told(self, name: str) -> Callable[[Mapping[str, float], int], None]:
        """Steps done and planned, from the numbers a training logs."""

        def log(metrics: Mapping[str, float], step: int) -> None:
            if metrics.get("train.progress"):
                self.progress(f"learn {name}", step, round(step / metrics["train.progress"]))

        return log

    def lora(self, result: TrainResult) -> Policy:
        """The policy of one trained adapter, with its costs."""
        return Policy({Policy.EVERY: result.adapter}, {}, cost_of(result))

    def examine(self, policy: Policy, suites: Sequence[str] = ()) -> dict[str, EvaluationReport]:
        """Reports of the policy on the named suites, or on all."""
        from nightschool.evaluation import evaluate

        arm = self.arm(policy)
        return {
            name: evaluate(arm, self.suites[name], self.judge, self.config, True, name, self.progress)
            for name in suites or self.suites
        }

    def arm(self, policy: Policy) -> Arm:
        """The policy as an arm."""
        from nightschool.evaluation import RoutedArm, diagnose, open_arm

        if policy.routes and policy.adapters:
            ask = lambda koans: diagnose(koans, self.judge)  # noqa: E731
            return RoutedArm("candidate", self.config, self.base, policy.adapters, policy.routes, ask)
        adapter = policy.adapters.get(Policy.EVERY)
        return open_arm("candidate" if adapter else "base", self.config, self.judge, self.base, adapter)


def key_of(bench: Bench, name: str, **inputs: Any) -> str:
    """Digest of all that a strategy's result depends on. Seed and budget do not concern the base model."""
    config = bench.config
    data = {
        "name": name, "rows": [row.digest or row.id for row in bench.rows], "inputs": inputs,
        "suites": {suite: one.digest for suite, one in bench.suites.items()},
        "settings": config.digest("train", "answer", "model", "judge", "serving"), "base": bench.base.digest,
        "toolchain": bench.judge.toolchain.digest, "code": code_digest(*CODE),
        "budget": None if name == BASE else [bench.tokens, config.seed],
    }  # fmt: skip
    return digest_json(data)[:24]


def store_of(bench: Bench) -> Path:
    """Where transactions of comparisons are kept."""
    return bench.config.var / "phases"


def cost_of(result: TrainResult) -> Cost:
    """Cost of one training that ends as one LoRA."""
    weights = result.adapter / "adapter_model.safetensors"
    return Cost(_numbers(weights), weights.stat().st_size, result.tokens, result.seconds)


def _numbers(path: Path) -> int:
    from safetensors import safe_open

    with safe_open(path, "pt") as file:
        shapes = [file.get_slice(name).get_shape() for name in file.keys()]  # noqa: SIM118 - not a mapping
    return sum(shape[0] * shape[1] for shape in shapes)


def routes(rows: Sequence[Row], families: Sequence[str]) -> dict[str, str]:
    """Error code -> the family, of those given, that most of its rows belong to."""
    counts: dict[str, Counter[str]] = {}
    for row in rows:
        if row.family in families:
            counts.setdefault(row.error_code, Counter())[row.family] += 1
    return {code: max(sorted(found), key=lambda family: found[family]) for code, found in sorted(counts.items())}
