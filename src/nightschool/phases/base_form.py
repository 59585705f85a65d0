"""In which form the base model is measured: line edits, or whole programs, whichever it repairs more dev koans in.

An untrained model has never seen our edit syntax, so that edits would call form what is skill. Covered: both forms
asked on a seeded part of dev, once for the same model, prompt and suite; the better one is the base's baseline.
Not covered: the candidate, which has learnt the configured form.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import get_args

from nightschool.config import Config
from nightschool.files import digest_json, write_json
from nightschool.modeling.answers import FormatName
from nightschool.phases.context import Context, code_digest
from nightschool.phases.transaction import INCOMPLETE, Outcome, run_transaction

FORMS: tuple[FormatName, ...] = get_args(FormatName)
KOANS = 30
"""Dev koans that both forms are asked on: whole programs take some ten times the tokens of edits."""
FILE = "base_form.json"


def in_base_form(context: Context) -> Config:
    """The config with the base model's better form."""
    return _formed(context.config, best_form(counts(context), context.config.answer.format))


def counts(context: Context) -> dict[str, tuple[int, int]]:
    """(passed, asked) of a part of dev by form; measured once."""
    config = context.config
    inputs = {
        "base": context.base.digest, "answer": config.answer.model_dump(mode="json"), "served": config.served_by(),
        "model": config.model.model_dump(mode="json"), "dev": context.suite("dev").digest, "seed": config.seed,
        "toolchain": context.judge.toolchain.digest, "code": code_digest("modeling", "evaluation", "rust"),
    }  # fmt: skip
    recipe = lambda folder: _measured(context, folder)  # noqa: E731
    done = run_transaction("base_form", digest_json(inputs)[:24], config.var / "phases", recipe)
    found = json.loads((Path(done.output) / FILE).read_text(encoding="utf-8"))
    return {form: (passed, n) for form, (passed, n) in found.items()}


def best_form(counted: dict[str, tuple[int, int]], configured: FormatName) -> FormatName:
    """The form with the most passes; of equals the configured one."""
    return max(FORMS, key=lambda form: (counted.get(form, (0, 0))[0], form == configured))


def _measured(context: Context, folder: Path) -> Outcome:
    from nightschool.evaluation import evaluate, open_arm
    from nightschool.koans import part_of

    suite = context.suite("dev")
    ids = sorted(koan.id for koan in suite.koans)
    part = part_of(suite, Random(context.config.seed).sample(ids, min(KOANS, len(ids))))
    found, unscored = {}, 0
    for form in FORMS:
        config = _formed(context.config, form)
        arm = open_arm("base", config, context.judge, context.base, None)
        report = evaluate(arm, part, context.judge, config, True, f"dev as {form}", context.progress)
        found[form], unscored = (report.rate.passed, report.rate.n), unscored + report.unscored
    write_json(folder / FILE, found)
    return Outcome({f"{form}.passed": float(p) for form, (p, _) in found.items()}, {}, INCOMPLETE if unscored else "")


def _formed(config: Config, form: FormatName) -> Config:
    return config.model_copy(update={"answer": config.answer.model_copy(update={"format": form})})
