"""Nights as phases leave them, made old: files are given the time of many days ago."""

import os
import time
from types import SimpleNamespace

from nightschool.config_file import load_config
from nightschool.evaluation import write_report
from nightschool.files import write_json
from nightschool.modeling.adapter import seal_adapter
from nightschool.modeling.answers import answer_format
from nightschool.modeling.prompts import prompt_digest
from nightschool.phases import Context
from nightschool.types import PhaseResult
from tests.decisions.factory import report
from tests.modeling.test_scan import lora

DAY = 86_400
STRICT = tuple(
    f"housekeeping.{name}_days=1"
    for name in ("recent", "phases", "checkpoints", "caches", "logs", "airflow", "traces", "artifacts", "runs")
)
"""Everything that may go goes after a day."""


def settings(root, *given):
    return load_config(None, [f"root={root}", *given])


def age(path, days):
    """Give everything below `path` the time of so many days ago."""
    then = time.time() - days * DAY
    for one in sorted(path.rglob("*"), reverse=True) if path.is_dir() else ():
        os.utime(one, (then, then), follow_symlinks=False)
    os.utime(path, (then, then))


def finished(config, phase, key, files=("made.txt",), outcome=""):
    """A finished phase's folder with these files."""
    folder = config.var / "phases" / phase / key
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x" * 1000)
    write_json(folder / "result.json", PhaseResult(phase, key, str(folder), {}, {}, outcome).to_json())
    return folder


def night(config, name, dev="pppf", days=100, told=True):
    """A night that measured, learnt, decided and, if `told`, published, so many days ago; returns its context."""
    context = Context(config, name)
    vars(context)["base"] = SimpleNamespace(digest="base")
    vars(context)["champion"] = None
    vars(context)["suite"] = lambda suite: SimpleNamespace(digest=report("p", "dev").suite_digest)
    folders = {phase: finished(config, phase, f"{phase}-{name}") for phase in ("curate", "choose", "baseline", "align")}
    (folders["curate"] / "corpus.jsonl").write_text("{}\n")
    (folders["choose"] / "policy").mkdir()
    (folders["choose"] / "policy" / "chooser.json").write_text("{}")
    write_report(folders["baseline"] / "base-dev.json", report("ffff", "dev", "base"))
    write_report(folders["align"] / "candidate-dev.json", report(dev, "dev", "candidate"))
    adapter = folders["align"] / "adapter"
    adapter.mkdir()
    lora(adapter)
    prompt = prompt_digest(answer_format(config.answer))
    digest = seal_adapter(adapter, "base", {"prompt": prompt, "cycle": name})
    folders["gate"] = finished(config, "gate", f"gate-{name}")
    checks = [{"name": "frozen above the bar", "ok": False, "value": "5/30", "wanted": "24/30"}]
    write_json(folders["gate"] / "decision.json", {"outcome": "refused", "checks": checks, "evidence": {}})
    if told:
        folders["publish"] = finished(config, "publish", f"publish-{name}", ("report.html",))
    for phase, folder in folders.items():
        digests = {"adapter": digest} if phase == "align" else {}
        outcome = "refused" if phase == "gate" else ""
        context.record(PhaseResult(phase, folder.name, str(folder), {}, digests, outcome))
        age(folder, days)
    age(context.folder, days)
    return context


def left(config, phase):
    """Keys of the phase that the store still holds."""
    home = config.var / "phases" / phase
    return sorted(path.name for path in home.glob("[!.]*"))
