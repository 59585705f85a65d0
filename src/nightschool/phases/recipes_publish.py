"""Recipe `publish`: the night's report as a page, text, pictures and JSON, and everything in the cycle's MLflow run.

Covered: cycles that failed early, whose parts are told as far as they came; koans over nights. Not covered: what stands
in a report (`report`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nightschool.config import LEARNING, Config
from nightschool.decisions import POLICY
from nightschool.files import digest_folder, folder_name
from nightschool.phases.context import Context, code_digest
from nightschool.phases.evidence import examination_notes
from nightschool.phases.looks import power_line
from nightschool.phases.measured import read
from nightschool.phases.readers import keep_for_readers
from nightschool.phases.traced import leave_traces
from nightschool.phases.transaction import Outcome
from nightschool.tracking import NOTE_TAG, KoanHistory
from nightschool.types import EvaluationReport, PhaseResult

if TYPE_CHECKING:
    from nightschool.report import Night


def publish_inputs(context: Context) -> dict[str, Any]:
    """Every result this cycle has, and what tells of them: a report of more results is another report."""
    return {
        "cycle": context.cycle,
        "results": {name: result.key for name, result in context.results().items()},
        "traces": context.config.tracking.traces,
        "code": code_digest("report", "phases", "tracking"),
    }


def publish(context: Context, folder: Path) -> Outcome:
    """Write the night's report as a page, text and pictures, and log everything to the cycle's MLflow run.

    In a night, what MLflow says of killed cycles of this project is put right; by hand, others may be between phases.
    """
    from nightschool.report import note, write_night

    results = context.results()
    reports = _reports(results)
    KoanHistory(context.config).append(context.cycle, reports)
    write_night(folder, night := _night(context, results, reports))
    keep_for_readers(context, reports)
    root = context.runs.root()
    root.params(_flat(context.config.model_dump(mode="json", exclude={"root"})))
    outcome = str(night.decision.get("outcome", "incomplete"))
    root.tags({"verdict": outcome, NOTE_TAG: note(night)})
    root.json("digests.json", _digests(context, results))
    root.metrics({f"{phase}/{k}": v for phase, result in results.items() for k, v in result.metrics.items()})
    root.artifacts(folder, "report")
    leave_traces(context, reports)
    context.runs.finish()
    if not context.by_hand:
        _end_dead(context)
    print((folder / "report.txt").read_text(encoding="utf-8"))
    return Outcome({}, {"report": digest_folder(folder)}, outcome)


def _end_dead(context: Context) -> None:
    """A night has its turn: no other cycle of this project is at work, whatever MLflow says of it."""
    ours = {path.name for path in context.folder.parent.glob("*")}
    for cycle in context.runs.end_dead(lambda name: folder_name(name) in ours):
        print(f"Cycle {cycle} was killed; its runs in MLflow are ended.", flush=True)


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
    for name in ("certify", "validate_corpus", "pair", "synthesise", "examine"):
        if name in folders:
            places |= {f"Data Docs ({name})": str(folders[name] / "docs")}
    places |= {"MLflow run": context.runs.run_id, "MLflow store": context.config.tracking.uri}
    notes = examination_notes(context) if "examine" in folders else {}
    sittings = [one for one in KoanHistory(context.config).sittings(arm=POLICY) if one.suite != "shadow"]
    config = context.config
    return Night(
        context.cycle, results, reports, decision, config.gate.bar, places, power_line(context), notes, sittings,
        config.watts, _composition(folders), stopped_at(config, folders),
    )  # fmt: skip


def stopped_at(config: Config, folders: Mapping[str, Path]) -> dict[str, str]:
    """The setting that ended training, with its value, by learning phase that the clock cut off."""
    from nightschool.report.taught import LIMITS

    settings = config.model_dump()
    found = {}
    for phase, setting in LIMITS.items():
        section, _, name = setting.partition(".")
        if phase in folders and _by_the_clock(folders[phase] / "train.json"):
            found[phase] = f"{setting}={settings[section][name]:g}"
    return found


def _by_the_clock(result: Path) -> bool:
    """Whether the plan held fewer rows than there were (`time`), or training took longer than planned."""
    reason = json.loads(result.read_text(encoding="utf-8"))["stopped_because"] if result.exists() else ""
    return reason == "time" or "minutes passed" in reason


def _composition(folders: Mapping[str, Path]) -> dict[str, dict[str, int]]:
    """How `curate` counted its rows; empty where it has not run."""
    path = folders["curate"] / "corpus.json" if "curate" in folders else None
    if path is None or not path.exists():
        return {}
    return dict(json.loads(path.read_text(encoding="utf-8")).get("composition", {}))


def _digests(context: Context, results: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Everything that the night rests on, and the keys of its phases."""
    found = {f"{phase}.{name}": value for phase, result in results.items() for name, value in result.digests.items()}
    digests = {
        **found,
        **(_asked(context) if "baseline" in results else {}),
        "config": context.config.digest(),
        "toolchain": context.judge.toolchain.digest,
    }
    return {"digests": digests, "keys": {phase: result.key for phase, result in results.items()}}


def _asked(context: Context) -> dict[str, str]:
    """Digests of the base model and of the prompt; only once a model was asked, since a night may fail before."""
    from nightschool.modeling import answer_format, prompt_digest

    prompt = prompt_digest(answer_format(context.config.answer))
    return {"base_model": context.base.digest, "prompt": prompt}


def _flat(data: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in data.items():
        name = f"{prefix}{key}"
        flat |= _flat(value, f"{name}.") if isinstance(value, dict) and value else {name: value}
    return flat
