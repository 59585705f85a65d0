"""What each method of `prefer` teaches in equal time, from one adapter, told on rows that it has not learnt from.

    python benchmarks/preference.py NIGHT/var/phases/curate/KEY NIGHT/var/phases/pair/KEY ADAPTER --out FOLDER \\
        [--methods dpo,list,kto,align-all,align-changed] [--minutes 2] [--dev]

Half of the row groups whose lists hold both kinds of candidates teach; on the other half the model chooses what it
finds likeliest (whole, and per token), and a choice is right if it passes the tests of its row. Time is the processor
time of one thread, so that a busy machine changes nothing; a run that was cut off goes on. `--dev` asks dev koans once.
`align-all` and `align-changed` train the base model on the corpus without the held-out groups, by that `train.loss`.
Not covered: features; how the night's chooser does is in `choose.json`.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from nightschool.config import Config
from nightschool.config_file import load_config
from nightschool.curriculum.corpus_file import read_corpus
from nightschool.curriculum.pairs_file import read_pairs
from nightschool.files import write_json
from nightschool.learning import callbacks, plan, preference_watch, train
from nightschool.learning.attempts import Tried
from nightschool.learning.one_pass import log_likelihoods
from nightschool.learning.pairing import read_attempts
from nightschool.learning.preference import prefer
from nightschool.learning.preference_lists import list_records, mixed_lists
from nightschool.learning.preference_trainers import Lessons
from nightschool.learning.result import TrainResult
from nightschool.modeling import ensure_model, load_model
from nightschool.types import Row

WHOLE = 64
"""Candidates of a held-out list that are read: all."""


def main() -> None:
    args = _arguments()
    settings = ["model.threads=1", f"prefer.train_minutes={args.minutes}", *args.set]
    config = load_config(None, settings)
    for module in (callbacks, plan, preference_watch):
        module.time = SimpleNamespace(monotonic=time.process_time)  # type: ignore[attr-defined]
    corpus = read_corpus(args.curate / "corpus.jsonl").rows
    taught, held = halves(read_attempts(args.pairs, corpus), config.seed)
    groups = {one[0].row.group for one in held}
    rows = {one.row.id for one in taught}
    lessons = Lessons([pair for pair in read_pairs(args.pairs) if pair.row in rows], taught)
    _say("lists", {"taught": len(mixed_lists(taught, WHOLE)), "held": len(held), "pairs": len(lessons.pairs)})
    _say("chance", {"right": sum(sum(t.verified for t in one) / len(one) for one in held), "n": len(held)})
    _say("first in order", {"right": sum(one[0].verified for one in held), "n": len(held)})
    for method in ["start", *args.methods.split(",")]:
        if method.startswith("align-"):
            others = [row for row in corpus if row.group not in groups]
            adapter = aligned(config, method.removeprefix("align-"), others, args)
        else:
            adapter = args.adapter if method == "start" else learnt(config, method, lessons, args)
        told = {"choices": choices(config, adapter, held, args.out / f"{method}.json")}
        if args.dev:
            told["dev"] = dev_passes(config, adapter, args.curate / "dev", args.out / f"{method}-dev.json")
        _report(method, told)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("curate", "pairs", "adapter"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--methods", default="dpo,list")
    parser.add_argument("--minutes", type=float, default=2.0)
    parser.add_argument("--dev", action="store_true")
    parser.add_argument("--set", action="append", default=[], help="a setting, as prefer.beta=0.3")
    return parser.parse_args()


def halves(tried: Sequence[Tried], seed: int) -> tuple[list[Tried], list[list[Tried]]]:
    """Answers to rows of one half of the groups, and the lists of the other; candidates in the order of search."""
    lists = _by_row(tried)
    groups = sorted({one[0].row.group for one in lists})
    random.Random(seed).shuffle(groups)
    teaching = set(groups[: len(groups) // 2])
    taught = [one for answers in lists if answers[0].row.group in teaching for one in answers]
    return taught, [answers for answers in lists if answers[0].row.group not in teaching]


def _by_row(tried: Sequence[Tried]) -> list[list[Tried]]:
    """Answers of rows of both kinds."""
    rows: dict[str, list[Tried]] = {}
    for one in tried:
        rows.setdefault(one.row.id, []).append(one)
    return [answers for answers in rows.values() if len({one.verified for one in answers}) == 2]


def learnt(config: Config, method: str, lessons: Lessons, args: argparse.Namespace) -> Path:
    """The adapter that the method makes in its time."""
    own = config.model_copy(update={"prefer": config.prefer.model_copy(update={"method": method})})
    return _told(method, prefer(own, lessons, args.out / method, args.adapter, base=ensure_model(own.model, own.var)))


def aligned(config: Config, loss: str, rows: Sequence[Row], args: argparse.Namespace) -> Path:
    """The adapter that `align` makes of the base model in the time, by `train.loss`."""
    settings = config.train.model_copy(update={"loss": loss, "max_minutes": args.minutes})
    own, place = config.model_copy(update={"train": settings}), args.out / f"align-{loss}"
    return _told(place.name, train(own, rows, [], place, base=ensure_model(own.model, own.var)))


def _told(method: str, result: TrainResult) -> Path:
    said = {name: getattr(result, name) for name in ("steps", "rows_seen", "tokens", "seconds", "stopped_because")}
    _say(method, said | {"change": result.movement.change if result.movement else None})
    return result.adapter


def choices(config: Config, adapter: Path, held: Sequence[Sequence[Tried]], path: Path) -> dict[str, list[bool]]:
    """Of each held-out list whether the likeliest candidate passes: by the whole answer, and per token."""
    import torch

    if path.exists():
        return dict(json.loads(path.read_text(encoding="utf-8")))
    loaded = load_model(ensure_model(config.model, config.var), config.model, adapter)
    whole = config.model_copy(update={"prefer": config.prefer.model_copy(update={"list_size": WHOLE})})
    found: dict[str, list[bool]] = {"whole": [], "per token": []}
    with torch.inference_mode():
        for record in list_records(loaded, [one for answers in held for one in answers], whole):
            told = log_likelihoods(loaded.model, record["prompt_ids"], record["answers"]).tolist()
            means = [value / len(ids) for value, ids in zip(told, record["answers"], strict=True)]
            for name, values in (("whole", told), ("per token", means)):
                found[name].append(record["passed"][max(range(len(values)), key=values.__getitem__)])
    write_json(path, found)
    return found


def dev_passes(config: Config, adapter: Path, folder: Path, path: Path) -> list[bool]:
    """Of each dev koan whether the model's greedy answer passes."""
    from nightschool.evaluation import evaluate
    from nightschool.evaluation.arms import open_arm
    from nightschool.koans import load_suite
    from nightschool.rust.judge import open_judge
    from nightschool.types import Verdict

    if path.exists():
        return list(json.loads(path.read_text(encoding="utf-8")))
    judge = open_judge(config)
    arm = open_arm("candidate", config, judge, ensure_model(config.model, config.var), adapter)
    report = evaluate(arm, load_suite(folder), judge, config, suite_name="dev")
    passed = [one.verdict is Verdict.PASSED for one in report.attempts]
    write_json(path, passed)
    return passed


def _report(method: str, told: dict[str, Any]) -> None:
    """Numbers of right choices and of passes."""
    numbers = {name: f"{sum(values)}/{len(values)}" for name, values in told["choices"].items()}
    if "dev" in told:
        numbers["dev"] = f"{sum(told['dev'])}/{len(told['dev'])}"
    _say(method, numbers)


def _say(name: str, numbers: dict[str, Any]) -> None:
    print(name, json.dumps(numbers), flush=True)


if __name__ == "__main__":
    main()
