"""The probe: a few dev koans with the answers of the examined adapter, to be asked again of what is served.

Covered: choosing koans that tell the candidate from the base model, and asking them past every cache: at registration
and of what is served by themselves, since greedy answers in bfloat16 depend on the batch. It finds what
digests of files cannot: another prompt, decoding or library behind the same adapter. Not covered: whether the answers
are good; that is the gate's.
"""

from __future__ import annotations

import json
import tempfile
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nightschool.decisions import Check
from nightschool.errors import IntegrityError, SandboxUnavailableError
from nightschool.files import digest_file, digest_text, write_json
from nightschool.phases.context import Context
from nightschool.phases.kept import candidate
from nightschool.phases.measured import read
from nightschool.types import Attempt, EvaluationReport, Koan, Verdict

if TYPE_CHECKING:
    from nightschool.evaluation import ModelArm
    from nightschool.tracking import Registered

PROBE, PROBE_TAG = "probe.json", "probe_digest"
KOANS = 16
"""Koans in a probe."""
SAME = 0.875
"""Least share of answers equal to those at registration: 14 of 16. Not all, since another machine may round otherwise.

Where one answer in a hundred does, three of 16 differ once in 2,000 times; a model that gives the same text on half of
such koans reaches 14 once in 480 times."""


def write_probe(context: Context, folder: Path) -> Path:
    """Write the candidate's probe, chosen by tonight's dev reports; dev koans only, without tests and repairs.

    Raises SandboxUnavailableError if a koan could not be asked.
    """
    examined = read(context.output("examine") / "candidate-dev.json")
    koans = {koan.id: koan for koan in context.suite("dev").koans}
    chosen = telling(examined, _base_report(context))
    asked = [replace(koans[attempt.koan], fixed="", tests="") for attempt in chosen]
    answers = _answers(context, candidate(context).adapter, asked, "the candidate; nothing was registered")
    rows = [asdict(koan) | {"answer": digest_text(said)} for koan, said in zip(asked, answers, strict=True)]
    write_json(folder / PROBE, rows)
    return folder / PROBE


def _base_report(context: Context) -> EvaluationReport | None:
    """What the base model answered on dev tonight, if it was asked once."""
    path = context.output("baseline") / "base-dev.json"
    return read(path) if path.exists() else None


def telling(examined: EvaluationReport, base: EvaluationReport | None) -> list[Attempt]:
    """At most KOANS attempts: first those that the base model answered otherwise, each part in an order by digest."""
    before = {attempt.koan: attempt.answer for attempt in base.attempts} if base else {}
    scored = [attempt for attempt in examined.attempts if attempt.verdict is not Verdict.UNSCORED]
    told = sorted(scored, key=lambda a: (before.get(a.koan) == a.answer, digest_text(examined.suite_digest, a.koan)))
    return told[:KOANS]


def ask_again(context: Context, served: Registered, model: ModelArm | None = None) -> Check:
    """Ask a version its probe, as it would be served now. Without its probe the check fails: nothing was measured.

    `model`: an arm of that version whose weights are in memory, in place of loading them.
    Raises SandboxUnavailableError if a koan could not be asked.
    """
    try:
        rows = _rows(context, served)
    except (IntegrityError, LookupError) as error:
        return Check("served as examined", False, f"no probe: {error}", "the probe of its examination")
    koans = [Koan(**{name: value for name, value in row.items() if name != "answer"}) for row in rows]
    answers = _answers(context, served.adapter, koans, f"version {served.version}; it is not measured", model)
    same = sum(digest_text(said) == row["answer"] for said, row in zip(answers, rows, strict=True))
    seen = f"{same} of {len(rows)} answers as examined"
    return Check("served as examined", as_examined(same, len(rows)), seen, f"at least {SAME:.1%}")


def as_examined(same: int, asked: int) -> bool:
    """Whether `same` of `asked` answers are enough; nothing asked is not."""
    return asked > 0 and same >= SAME * asked


def _rows(context: Context, served: Registered) -> list[dict[str, Any]]:
    if PROBE_TAG not in served.tags:
        raise LookupError(f"version {served.version} was registered without one")
    path = context.registry.artifact(served.version, PROBE)
    if digest_file(path) != served.tags[PROBE_TAG]:
        raise IntegrityError(f"{path} of version {served.version} was changed since it was registered.")
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return rows


def _answers(
    context: Context, adapter: Path, koans: list[Koan], whose: str, model: ModelArm | None = None
) -> list[str]:
    """Fresh answers: an empty folder stands in for the project's, where the cache has the examined ones."""
    from nightschool.evaluation import ModelArm, open_arm

    with tempfile.TemporaryDirectory(prefix="nightschool-probe-") as empty:
        config = context.config.model_copy(update={"root": Path(empty)})
        arm = open_arm("champion", config, context.judge, context.base, adapter)
        if model is not None and isinstance(arm, ModelArm):
            arm = arm.sharing(model)
        answers = arm.answer(koans, None)
    if any(answer.unscored for answer in answers):
        raise SandboxUnavailableError(
            f"rustc could not be asked about the probe of {whose}. "
            "Mend the sandbox (`nightschool doctor`), then `nightschool watch-registry`."
        )
    return [answer.text for answer in answers]
