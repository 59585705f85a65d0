"""A school as it stands before its first champion: a tiny base model, a suite, two examined adapters."""

from __future__ import annotations

from pathlib import Path

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.evaluation import write_report
from nightschool.files import digest_folder
from nightschool.koans import write_suite
from nightschool.phases import Context
from nightschool.phases.measured import SUITES, measure
from nightschool.repair.chooser import FIXED
from nightschool.repair.patterns import learn_patterns
from nightschool.repair.policy import write_policy
from nightschool.tracking import CHAMPION, Registry
from nightschool.types import PhaseResult
from tests.decisions.factory import report
from tests.koans.conftest import make_koan
from tests.stores import migrated
from tests.tiny import random_adapter, tiny_base

BROKEN = "fn f() {{\n    let x = {n};\n    x = 2;\n}}\n"
KOANS_OF_DEV = [make_koan(f"k{n}", broken=BROKEN.format(n=n), error_codes=("E0384",)) for n in range(4)]


def examined(context: Context, place: Path, adapter: Path) -> None:
    """Reports of a candidate: it was asked on dev; of its policy all suites are there."""
    measure(context, place, "candidate", adapter, ("dev",))
    for suite in SUITES:
        write_report(place / f"policy-{suite}.json", report("PpF", suite, "policy"))


def made_school(root: Path) -> Path:
    """A base model, a dev suite, and two adapters examined on it; `mlruns` is migrated and empty."""
    base = tiny_base(root / "model")
    context = Context(configured(root), "school")
    write_suite(root / "curate" / "dev", KOANS_OF_DEV)
    context.record(PhaseResult("curate", "k", str(root / "curate")))
    measure(context, root / "baseline", "base", None, ("dev",))
    write_policy(root / "choose" / "policy", FIXED, learn_patterns([]))
    for seed in (1, 2):
        adapter = random_adapter(base, root / f"align{seed}" / "adapter", seed)
        examined(context, root / f"examine{seed}", adapter)
    migrated(root)
    assert Registry(context.config).alias(CHAMPION) is None
    return root


def configured(root: Path, *settings: str) -> Config:
    small = ("answer.max_new_tokens=8", "answer.max_prompt_tokens=1900", "model.device=cpu")
    return load_config(None, [f"root={root}", f"model.base_model={root}/model", *small, *settings])


def ended_night(root: Path, seed: int) -> Context:
    """A cycle that ended with a passed gate, for the adapter of that number; its register phase has not run."""
    context = Context(configured(root), f"night{seed}")
    align = digest_folder(root / f"align{seed}" / "adapter")
    digests = {
        "curate": {"corpus": "c"}, "baseline": {}, "align": {"adapter": align}, "examine": {},
        "choose": {}, "gate": {"decision": f"decision{seed}"},
    }  # fmt: skip
    for phase, found in digests.items():
        place = root / (f"{phase}{seed}" if phase in ("align", "examine") else phase)
        context.record(PhaseResult(phase, f"key{seed}", str(place), {}, found, "passed"))
    decision = {"outcome": "passed", "checks": [], "evidence_digest": f"decision{seed}"}
    context.registry.ledger.append("gate", context.cycle, decision)
    return context
