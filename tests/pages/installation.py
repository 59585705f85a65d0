"""A small installation in which commands of the pages run as they stand: a checkout that has been through one night.

What is made up: the night's measurements, and a base model, adapter and registered versions of some thousand weights.
What is real: everything that the commands do with it. Names that pages leave open are filled in here.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.files import digest_folder
from nightschool.koans import write_suite
from nightschool.modeling import BaseModelFiles
from nightschool.repair.chooser import FIXED
from nightschool.repair.patterns import Patterns, learn_patterns
from nightschool.repair.policy import write_policy
from nightschool.report import Night, write_night
from nightschool.tracking import CycleRuns, Registry
from nightschool.types import Koan, PhaseResult
from tests.cli.test_fix import sure
from tests.nights.making import make_night, output, record
from tests.pages.collect import ROOT, fenced
from tests.stores import migrated
from tests.tiny import random_adapter, tiny_base

CYCLE = "manual__2026-11-22T02-00-00"
MEASURED = {
    ("policy", "dev"): "pf", ("candidate", "dev"): "np", ("search", "dev"): "fp", ("policy", "frozen"): "pf",
    ("policy", "shadow"): "pf", ("search", "shadow"): "ff",
}  # fmt: skip
PACKAGE = '[package]\nname = "shop"\nversion = "0.1.0"\nedition = "2021"\n'
SOURCE = """pub fn sum(all: &[u64]) -> u64 {
    let total = 0;
    for one in all {
        total += one;
    }
    total
}
"""
"""E0596: `total` must be `mut`."""
SETTINGS = """model: {base_model: model, device: cpu}
answer: {max_new_tokens: 8, max_prompt_tokens: 1900}
repair: {depth: 1}
"""
EDITOR = """import shutil, sys
from pathlib import Path
place = Path(sys.argv[1])
shutil.copytree(Path("typed", place.stem), place.parent, dirs_exist_ok=True)
assert place.exists(), f"{place} is none of the files that a person has typed"
"""
"""Stands in for `$EDITOR`: what a person would type lies ready in `typed`."""
TESTS = "#[test]\nfn all_are_summed() {\n    assert_eq!(sum(&[1, 2, 4]), 7);\n    assert_eq!(sum(&[]), 0);\n}\n"


def koan(number: int) -> Koan:
    """One koan of a suite of two."""
    broken = SOURCE.replace("total", f"total{number}")
    fixed = broken.replace("let ", "let mut ")
    return Koan(f"k{number}", "borrow_checker", "use-after-move", ("E0596",), broken, fixed, TESTS, title="A sum")


def installation(home: Path) -> Config:
    """Make `home/night-school`; returns its config."""
    root = home / "night-school"
    _checkout(root)
    for suite in ("koans/frozen", "koans/domains", "koans/red", "var/corpus/dev"):
        write_suite(root / suite, [koan(1), koan(2)])
    _typed(root / "typed")
    base = tiny_base(root / "model")
    config = load_config(root / "conf" / "default.yaml", [f"root={root}", f"model.base_model={root}/model"])
    _learnt(root, base)
    _night(config)
    _versions(config, base)
    return config


def _checkout(root: Path) -> None:
    """Folders, programs, a package with an error, answers to a suite."""
    for folder in (".venv/bin", "conf", "src", "path/to", "tests"):
        (root / folder).mkdir(parents=True)
    (root / "conf" / "default.yaml").write_text(SETTINGS)
    for name in ("conf/coder.yaml", "expectations", "benchmarks", "tests/tutorial"):
        (root / name).symlink_to(ROOT / name)
    for name, text in {"Cargo.toml": PACKAGE, "src/lib.rs": SOURCE, "editor.py": EDITOR}.items():
        (root / name).write_text(text)
    answers = [{"koan": f"k{n}", "answer": koan(n).fixed} for n in (1, 2)]
    (root / "mine.jsonl").write_text("".join(json.dumps(one) + "\n" for one in answers))
    script = root / ".venv" / "bin" / "nightschool"
    script.write_text(f"#!{sys.executable}\nfrom nightschool.cli import main\nmain()\n")
    script.chmod(0o755)
    (root / ".venv" / "bin" / "python").symlink_to(sys.executable)


def _typed(place: Path) -> None:
    """What a person types into the first file of a koan, and those beside it, into a lesson, and into a team's file."""
    write_suite(place / "suite", [koan(3)])
    (manifest,) = (place / "suite").rglob("koan.toml")
    manifest.parent.rename(place / "koan")
    (place / "ticket").mkdir()
    (place / "ticket" / "ticket.rs").write_text(f"{SOURCE}==== fixed\n{koan(3).fixed}")
    (place / "red").mkdir()
    (place / "red" / "red.yaml").write_text(next(b.text for b in fenced("docs/howto-teams.md") if b.language == "yaml"))


def _learnt(root: Path, base: BaseModelFiles) -> None:
    """What a night has learnt, and an adapter and a policy of somebody else."""
    sure(root)
    random_adapter(base, root / "path" / "to" / "adapter", 1)
    write_policy(root / "path" / "to" / "policy", FIXED, learn_patterns([]))


def _night(config: Config) -> None:
    """A night that was refused, as its phases leave it, and its report."""
    context, reports = make_night(config, CYCLE, MEASURED)
    decision = json.loads((output(context, "gate") / "decision.json").read_text())
    results = {"gate": PhaseResult("gate", "k", "out", {}, {}, "refused")}
    write_night(output(context, "publish"), Night(CYCLE, results, reports, decision, 0.767, {}))
    record(context, "publish", {}, 3.0, "refused")


def _versions(config: Config, base: BaseModelFiles) -> None:
    """Three versions that the gate has passed, none of them champion."""
    migrated(config.root)
    registry = Registry(config)
    for seed, cycle in enumerate(("one", "two", "three")):
        made = config.root.parent / cycle
        random_adapter(base, made / "adapter", seed)
        write_policy(made / "policy", FIXED, Patterns((), (), 0))
        decision = f"decision of {cycle}"
        registry.ledger.append("gate", cycle, {"outcome": "passed", "checks": [], "evidence_digest": decision})
        runs = CycleRuns(config, cycle)
        with runs.phase("register") as run:
            uri = run.artifacts(made, "version")
        digests = {f"{part}_digest": digest_folder(made / part) for part in ("adapter", "policy")}
        tags = {"base_digest": base.digest, "cycle": cycle, "gate_decision": decision, "answer_format": "edit"}
        registry.register(uri, run.run_id, {**digests, **tags})
