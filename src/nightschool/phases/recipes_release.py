"""Recipes after examination: the gate, registering, promoting.

Covered: phases `gate`, `register`, `promote`. Each belongs to one cycle (its name is in the key)
and is idempotent: run again after a kill, it finds what it already did. Not covered: the statistics of the
gate (`decisions`), the night's report (`recipes_publish`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from nightschool.config import BAR
from nightschool.decisions import PASSED, POLICY, GateInputs, promising
from nightschool.decisions import gate as decide
from nightschool.errors import UsageError
from nightschool.files import digest_file, digest_folder, digest_json, write_json
from nightschool.phases.context import Context, code_digest
from nightschool.phases.evidence import examined_trust
from nightschool.phases.gate_arms import gate_arms
from nightschool.phases.kept import candidate, examined_adapter
from nightschool.phases.looks import own_told, record_gate, shadow_digest, tonights_alpha
from nightschool.phases.measured import CHOSEN, SUITES, read, reference_name
from nightschool.phases.model_card import card, measured, readme
from nightschool.phases.probe import PROBE_TAG, write_probe
from nightschool.phases.promotion import promote_version
from nightschool.phases.transaction import Outcome
from nightschool.tracking import (
    ADAPTER,
    ADAPTER_TAG,
    CHALLENGER,
    CHAMPION,
    MODEL_TAG,
    POLICY_TAG,
    Change,
    log_model,
    name_version,
    write_mlmodel,
)

VERSION = "version"
"""Folder of the run's artifacts that a version is made of."""


def gate_inputs(context: Context) -> dict[str, Any]:
    """The measured evidence, the thresholds, and what decides."""
    keys = {phase: context.result(phase).key for phase in ("validate_corpus", "baseline", "examine")}
    thresholds = context.config.gate.model_dump(mode="json")
    return {**keys, "cycle": context.cycle, "gate": thresholds, "code": code_digest("decisions")}


def gate(context: Context, folder: Path) -> Outcome:
    """Decide whether the policy is registered; a refusal is a result, not a failure. Looking at shadow spends."""
    evidence = _gate_evidence(context)
    look = shadow_digest(evidence.on("shadow"))
    promises = promising(evidence.report(evidence.reference, "dev"), evidence.report(POLICY, "dev"))
    decision = decide(replace(evidence, alpha=tonights_alpha(context, look, promises)), context.config.gate)
    data = json.loads(json.dumps(asdict(decision)))
    write_json(folder / "decision.json", data)
    record_gate(context, data, look, own_told(context))
    for check in decision.checks:
        print(check)
    return Outcome(decision.evidence, {"decision": digest_json(data)}, decision.outcome)


def _gate_evidence(context: Context) -> GateInputs:
    corpus = context.result("validate_corpus")
    leaks, trust = corpus.metrics.get("leaks"), examined_trust(context)
    return GateInputs(
        arms=gate_arms(context, context.output("examine")),
        champion=context.champion is not None,
        coverage=corpus.metrics.get("coverage"),
        leaks=None if leaks is None else int(leaks),
        corpus_valid=corpus.outcome == "valid",
        min_coverage=context.config.curriculum.min_coverage,
        unstable=trust.unstable,
        looks=trust.looks,
    )


def register_inputs(context: Context) -> dict[str, Any]:
    """The candidate and the decision that lets it in."""
    return {
        "cycle": context.cycle,
        "gate": context.result("gate").key,
        "adapter": candidate(context).digest,
        "choose": context.result("choose").key,
    }


def register(context: Context, folder: Path) -> Outcome:
    """Register adapter and policy as one version with its evidence, and call it `challenger`."""
    gate_result = context.result("gate")
    if gate_result.outcome != PASSED:
        raise UsageError(
            f"The gate's outcome for cycle {context.cycle!r} is {gate_result.outcome!r}; "
            "only a passed candidate is registered."
        )
    adapter, policy = examined_adapter(context), context.output("choose") / CHOSEN
    probe = write_probe(context, folder)
    tags = _evidence_tags(context, adapter) | _policy_tags(context, policy) | {PROBE_TAG: digest_file(probe)}
    with context.runs.phase("register") as run:
        run.artifacts(adapter, f"{VERSION}/{ADAPTER}")
        run.artifacts(policy, f"{VERSION}/{POLICY}")
        uri = run.artifacts(_told(context, folder, run.run_id, tags, probe), VERSION)
        run.artifacts(probe)
        params = {name: value for name, value in tags.items() if name in ("cycle", "reference", "answer_format")}
        tags[MODEL_TAG] = log_model(context.runs, run.run_id, context.registry.name, params, measured(context))
        version = context.registry.register(uri, run.run_id, tags, card(context, tags))
        name_version(context.runs, tags[MODEL_TAG], context.registry.name, version)
    context.registry.challenge(version, context.cycle)
    write_json(folder / "version.json", {"version": version, "model": context.registry.name})
    print(f"Registered {context.registry.name!r} version {version} as {CHALLENGER!r}.")
    digests = {"adapter": tags[ADAPTER_TAG], "policy": tags[POLICY_TAG]}
    return Outcome({"version": float(version)}, digests, "registered")


def _told(context: Context, folder: Path, run_id: str, tags: Mapping[str, str], probe: Path) -> Path:
    """What tells of a version beside its files: model card, MLmodel with the signature, a dev koan as input example."""
    made = folder / VERSION
    made.mkdir(exist_ok=True)
    (made / "README.md").write_text(readme(context, tags), encoding="utf-8")
    koan = json.loads(probe.read_text(encoding="utf-8"))[0]
    write_mlmodel(made, run_id, VERSION, {"program": koan["broken"], "edition": koan["edition"]})
    return made


def _evidence_tags(context: Context, adapter: Path) -> dict[str, str]:
    gate_result = context.result("gate")
    config = context.config
    tags = {
        ADAPTER_TAG: digest_folder(adapter), "base_digest": context.base.digest, "cycle": context.cycle,
        "gate_decision": gate_result.digests["decision"], "corpus_digest": context.result("curate").digests["corpus"],
        "config_digest": config.digest(), "answer_format": config.answer.format,
        "toolchain": context.judge.toolchain.digest, "reference": reference_name(context),
    }  # fmt: skip
    for name in SUITES:
        report = read(context.output("examine") / f"{POLICY}-{name}.json")
        tags |= {name: f"{report.rate.passed}/{report.rate.n}"}
        tags |= {f"{name}_sure": f"{report.counts['sure_passed']}/{report.counts['sure']}"}
    if config.gate.bar < BAR:
        tags["lowered_bar"] = str(config.gate.bar)
    return tags


def _policy_tags(context: Context, folder: Path) -> dict[str, str]:
    """Digests of the policy's folder and of what is in it."""
    from nightschool.repair.policy import read_policy

    policy = read_policy(folder, context.config.repair)
    patterns = policy.patterns.digest if policy.patterns else ""
    return {POLICY_TAG: digest_folder(folder), "chooser_digest": policy.chooser.digest, "patterns_digest": patterns}


def promote_inputs(context: Context) -> dict[str, Any]:
    """The version this cycle registered."""
    return {"cycle": context.cycle, "register": context.result("register").key}


def promote(context: Context, folder: Path) -> Outcome:
    """Make the version this cycle registered champion, if the champion is still the one it was compared with."""
    version = str(json.loads((context.output("register") / "version.json").read_text(encoding="utf-8"))["version"])
    before = context.champion.version if context.champion else None
    entry = promote_version(context, Change(version, before, "cycle", f"auto_promote in {context.cycle}"))
    write_json(folder / "promotion.json", asdict(entry))
    print(f"Version {version} is now {CHAMPION!r}.")
    digests = {"adapter": entry.data["digest"], "policy": entry.data["policy"]}
    return Outcome({"version": float(version)}, digests, "promoted")
