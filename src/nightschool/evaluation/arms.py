"""Arms: whatever answers koans. All are given the same koans and measured by the same judge.

Asked once:
    base, champion, candidate     a model
    hints                         the base model, with a line of advice on the error code
    zero-delta, shuffled          controls: an adapter that changes nothing, one trained on wrong answers
    answers:FILE                  answers from a file
Policies (`nightschool.repair`), which is what `nightschool fix` carries out:
    search                        rustc's suggestions and repair operators, in a fixed order; nothing learnt
    chooser                       with what is learnt: the chooser and the patterns
    policy                        with a candidate's answers besides
    policy_base, policy_champion  with the base model's, with the champion's

Covered: opening an arm by its name. An arm that has nothing to say about a koan gives an answer without a
program, which counts as a failed attempt and says why; only what could not be asked is unscored.
Not covered: judging (`evaluate.py`).
"""

from __future__ import annotations

from pathlib import Path

from nightschool.config import Config
from nightschool.errors import UsageError
from nightschool.evaluation.answer import Arm
from nightschool.evaluation.diagnose import diagnose
from nightschool.evaluation.file_arm import FileArm
from nightschool.evaluation.hints import HintsArm
from nightschool.evaluation.model_arm import ModelArm
from nightschool.evaluation.policy_arm import PolicyArm
from nightschool.modeling.store import BaseModelFiles
from nightschool.repair.policy import Policy, read_policy
from nightschool.rust.judge import Judge

PLAIN = ("base", "hints")
"""Arms of the base model, asked once: they take no adapter."""
ADAPTED = ("champion", "candidate", "zero-delta", "shuffled")
"""Arms that are an adapter, asked once."""
LEARNT = ("chooser", "policy", "policy_base", "policy_champion")
"""Policies that take the folder of a chooser and its patterns."""
WITH_ADAPTER = (*ADAPTED, "policy", "policy_champion")
"""Arms that need an adapter."""
WITH_MODEL = (*PLAIN, *ADAPTED, "policy", "policy_base", "policy_champion")
"""Arms that ask a model."""


def open_arm(
    name: str,
    config: Config,
    judge: Judge,
    base: BaseModelFiles | None,
    adapter: Path | None,
    policy: Path | None = None,
) -> Arm:
    """The arm of that name. Raises UsageError for a name there is not, or without what the arm needs.

    `policy` is the folder of a chooser and its patterns (`repair.policy`).
    """
    kind, _, place = name.partition(":")
    if kind == "answers" and place:
        return FileArm(Path(place))
    if kind not in ("search", "chooser", *WITH_MODEL):
        names = ", ".join((*PLAIN, *ADAPTED, "search", *LEARNT))
        raise UsageError(f"No arm {name!r}. There are {names} and answers:FILE.jsonl.")
    if kind in WITH_MODEL and (adapter is None) != (kind not in WITH_ADAPTER):
        need = "needs an adapter; give its folder, or train one" if adapter is None else "takes no adapter"
        raise UsageError(f"Arm {name!r} {need} (`nightschool run align`).")
    model = _model(kind, config, judge, base, adapter) if kind in WITH_MODEL else None
    if model is not None and kind not in LEARNT:
        return model
    return PolicyArm(kind, judge, _policy(kind, config, policy), model, config.var / "cache" / "repair")


def needs_model(name: str) -> bool:
    """Whether the arm of that name asks a model, so that `open_arm` needs a base."""
    return name in WITH_MODEL


def _policy(kind: str, config: Config, folder: Path | None) -> Policy:
    if kind == "search":
        return Policy(config.repair)
    if folder is None:
        raise UsageError(
            f"Arm {kind!r} needs a chooser and patterns; `nightschool run choose` learns them from a cycle's lists."
        )
    return read_policy(folder, config.repair)


def _model(kind: str, config: Config, judge: Judge, base: BaseModelFiles | None, adapter: Path | None) -> ModelArm:
    if base is None:
        raise UsageError(f"Arm {kind!r} needs a base model (model.base_model in the config).")
    ask = HintsArm if kind == "hints" else ModelArm
    return ask(kind, config, base, adapter, lambda koans: diagnose(koans, judge))
