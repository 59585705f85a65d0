"""Recipes after examination: the gate, registering, promoting, and the night's report.

Covered: phases `gate`, `register`, `promote`, `publish`. Each belongs to one cycle (its name is in the key)
and is idempotent: run again after a kill, it finds what it already did. Not covered: the statistics of the
gate (`decisions`), drawing (`report`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nightschool.config import BAR, LEARNING
from nightschool.decisions import PASSED, GateInputs, best_policy, promising
from nightschool.decisions import gate as decide
from nightschool.errors import UsageError
from nightschool.files import digest_file, digest_folder, digest_json, write_json
from nightschool.phases.context import Context, code_digest, folder_name
from nightschool.phases.evidence import examination_notes, examined_trust
from nightschool.phases.kept import candidate, examined_adapter
from nightschool.phases.looks import power_line, record_gate, shadow_digest, tonights_alpha
from nightschool.phases.measured import SUITES, read, reference_name
from nightschool.phases.probe import PROBE_TAG, write_probe
from nightschool.phases.promotion import promote_version
from nightschool.phases.retention import RETENTION
from nightschool.phases.transaction import Outcome
from nightschool.tracking import CHALLENGER, CHAMPION, NOTE_TAG, POLICY_TAG, Change, KoanHistory
from nightschool.types import EvaluationReport, PhaseResult

if TYPE_CHECKING:
    from nightschool.report import Night


def gate_inputs(context: Context) -> dict[str, Any]:
    """The measured evidence, the thresholds, and what decides."""
    keys = {phase: context.result(phase).key for phase in ("validate_corpus", "baseline", "examine")}
    thresholds = context.config.gate.model_dump(mode="json")
    return {**keys, "cycle": context.cycle, "gate": thresholds, "code": code_digest("decisions")}


def gate(context: Context, folder: Path) -> Outcome:
    """Decide whether the candidate is registered; a refusal is a result, not a failure. Looking at shadow spends."""
    evidence = _gate_evidence(context)
    sides = {"candidate": evidence.candidate, "reference": evidence.reference}
    look = shadow_digest({side: reports["shadow"] for side, reports in sides.items() if "shadow" in reports})
    alpha = tonights_alpha(context, look, promising(evidence.reference.get("dev"), evidence.candidate.get("dev")))
    decision = decide(replace(evidence, alpha=alpha), context.config.gate)
    data = json.loads(json.dumps(asdict(decision)))
    write_json(folder / "decision.json", data)
    record_gate(context, data, look)
    for check in decision.checks:
        print(check)
    return Outcome(decision.evidence, {"decision": digest_json(data)}, decision.outcome)


def _gate_evidence(context: Context) -> GateInputs:
    examined = context.output("examine")
    corpus = context.result("validate_corpus")
    leaks, trust = corpus.metrics.get("leaks"), examined_trust(context)
    return GateInputs(
        candidate=_measured(examined, "candidate"),
        reference=_measured(context.output("baseline"), reference_name(context)),
        reference_name=reference_name(context),
        coverage=corpus.metrics.get("coverage"),
        leaks=None if leaks is None else int(leaks),
        corpus_valid=corpus.outcome == "valid",
        min_coverage=context.config.curriculum.min_coverage,
        unstable=trust.unstable,
        samples=trust.samples,
        looks=trust.looks,
    )


def _measured(folder: Path, arm: str) -> dict[str, EvaluationReport]:
    """An arm's reports by suite; what was not measured (frozen was not opened) is not there."""
    paths = {name: folder / f"{arm}-{name}.json" for name in (*SUITES, RETENTION)}
    return {name: read(path) for name, path in paths.items() if path.exists()}


def register_inputs(context: Context) -> dict[str, Any]:
    """The candidate and the decision that lets it in."""
    return {
        "cycle": context.cycle,
        "gate": context.result("gate").key,
        "adapter": candidate(context).digest,
    }


def register(context: Context, folder: Path) -> Outcome:
    """Register the adapter as a version with its evidence, and call it `challenger`."""
    gate_result = context.result("gate")
    if gate_result.outcome != PASSED:
        raise UsageError(
            f"The gate's outcome for cycle {context.cycle!r} is {gate_result.outcome!r}; "
            "only a passed candidate is registered."
        )
    adapter = examined_adapter(context)
    probe = write_probe(context, folder)
    with context.runs.phase("register") as run:
        uri = run.artifacts(adapter, "adapter")
        run.artifacts(probe)
        tags = _evidence_tags(context, adapter) | {PROBE_TAG: digest_file(probe)}
        version = context.registry.register(uri, run.run_id, tags, _described(tags))
    context.registry.challenge(version, context.cycle)
    write_json(folder / "version.json", {"version": version, "model": context.registry.name})
    print(f"Registered {context.registry.name!r} version {version} as {CHALLENGER!r}.")
    return Outcome({"version": float(version)}, {"adapter": digest_folder(adapter)}, "registered")


def _evidence_tags(context: Context, adapter: Path) -> dict[str, str]:
    gate_result = context.result("gate")
    config = context.config
    tags = {
        "adapter_digest": digest_folder(adapter), "base_digest": context.base.digest, "cycle": context.cycle,
        "gate_decision": gate_result.digests["decision"], "corpus_digest": context.result("curate").digests["corpus"],
        "config_digest": config.digest(), "answer_format": config.answer.format,
        "toolchain": context.judge.toolchain.digest, "reference": reference_name(context),
        POLICY_TAG: best_policy(_policies(context)),
    }  # fmt: skip
    for name in SUITES:
        rate = read(context.output("examine") / f"candidate-{name}.json").rate
        tags[name] = f"{rate.passed}/{rate.n}"
    if config.gate.bar < BAR:
        tags["lowered_bar"] = str(config.gate.bar)
    return tags


def _described(tags: Mapping[str, str]) -> str:
    """What the version's page begins with."""
    rates = ", ".join(f"{name} {tags[name]}" for name in SUITES)
    return f"Cycle {tags['cycle']}: {rates}, against {tags['reference']}. Best used as: {tags[POLICY_TAG]}."


def _policies(context: Context) -> dict[str, EvaluationReport]:
    """Tonight's dev reports of the ways to use this version, as far as they were measured."""
    places = {"model": ("examine", "candidate"), "hybrid": ("examine", "hybrid")}
    places["suggestions"] = ("baseline", "suggestions")
    paths = {
        policy: context.output(phase) / f"{arm}-dev.json"
        for policy, (phase, arm) in places.items()
        if context.find(phase) is not None
    }
    return {policy: read(path) for policy, path in paths.items() if path.exists()}


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
    return Outcome({"version": float(version)}, {}, "promoted")


def publish_inputs(context: Context) -> dict[str, Any]:
    """Every result this cycle has, and what tells of them: a report of more results is another report."""
    return {
        "cycle": context.cycle,
        "results": {name: result.key for name, result in context.results().items()},
        "code": code_digest("report", "phases"),
    }


def publish(context: Context, folder: Path) -> Outcome:
    """Write the night's report with its tables and pictures, and log everything to the cycle's MLflow run.

    Phases take turns, so nothing of another cycle of this project is at work: what MLflow says of it is put right.
    """
    from nightschool.report import note, write_night

    results = context.results()
    reports = _reports(results)
    KoanHistory(context.config).append(context.cycle, reports)
    night = _night(context, results, reports)
    write_night(folder, night)
    root = context.runs.root()
    root.params(_flat(context.config.model_dump(mode="json", exclude={"root"})))
    outcome = str(night.decision.get("outcome", "incomplete"))
    root.tags({"verdict": outcome, NOTE_TAG: note(night), **_digests(context, results)})
    root.metrics({f"{phase}/{k}": v for phase, result in results.items() for k, v in result.metrics.items()})
    root.artifacts(folder, "report")
    context.runs.finish()
    ours = {path.name for path in context.folder.parent.glob("*")}
    for cycle in context.runs.end_dead(lambda name: folder_name(name) in ours):
        print(f"Cycle {cycle} was killed; its runs in MLflow are ended.", flush=True)
    print((folder / "report.txt").read_text(encoding="utf-8"))
    return Outcome({}, {"report": digest_folder(folder)}, outcome)


def _reports(results: dict[str, PhaseResult]) -> list[EvaluationReport]:
    """Tonight's reports, as far as the cycle has come."""
    folders = [Path(results[name].output) for name in ("baseline", "examine") if name in results]
    return [read(path) for folder in folders for path in sorted(folder.glob("*-*.json"))]


def _night(context: Context, results: dict[str, PhaseResult], reports: list[EvaluationReport]) -> Night:
    from nightschool.report import Night

    folders = {name: Path(result.output) for name, result in results.items()}
    decision = json.loads((folders["gate"] / "decision.json").read_text(encoding="utf-8")) if "gate" in folders else {}
    places = {
        f"{name} output": str(folder) for name, folder in folders.items() if name in ("curate", *LEARNING, "examine")
    }
    for name in ("certify", "validate_corpus", "synthesise", "pair", "examine"):
        if name in folders:
            places |= {f"Data Docs ({name})": str(folders[name] / "docs")}
    places |= {"MLflow run": context.runs.run_id, "MLflow store": context.config.tracking.uri}
    notes = examination_notes(context) if "examine" in folders else {}
    sittings = [one for one in KoanHistory(context.config).sittings(arm="candidate") if one.suite != "shadow"]
    config = context.config
    return Night(
        context.cycle, results, reports, decision, config.gate.bar, places, power_line(context), notes, sittings,
        config.watts,
    )  # fmt: skip


def _digests(context: Context, results: dict[str, Any]) -> dict[str, str]:
    found = {
        f"digest.{phase}.{name}": value for phase, result in results.items() for name, value in result.digests.items()
    }
    keys = {f"key.{phase}": result.key for phase, result in results.items()}
    return {
        **found,
        **keys,
        **(_asked(context) if "baseline" in results else {}),
        "digest.config": context.config.digest(),
        "digest.toolchain": context.judge.toolchain.digest,
    }


def _asked(context: Context) -> dict[str, str]:
    """Digests of the base model and of the prompt; only once a model was asked, since a night may fail before."""
    from nightschool.modeling import answer_format, prompt_digest

    prompt = prompt_digest(answer_format(context.config.answer))
    return {"digest.base_model": context.base.digest, "digest.prompt": prompt}


def _flat(data: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in data.items():
        name = f"{prefix}{key}"
        flat |= _flat(value, f"{name}.") if isinstance(value, dict) and value else {name: value}
    return flat
