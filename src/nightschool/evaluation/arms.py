"""Arms: whatever answers koans. All are given the same koans and measured by the same judge.

    base, champion, candidate     a model, asked once
    hints                         the base model, with a line of advice on the error code
    suggestions                   rustc's own suggestions, no model
    retrieval:CORPUS              the fixes of the most similar corpus rows, carried over; no model
    hybrid                        a model, rustc's suggestions, with a corpus retrieval: the first that compiles
    feedback                      a model that is shown what rustc says of its answers, a few times
    zero-delta, shuffled          controls: an adapter that changes nothing, one trained on wrong answers
    answers:FILE                  answers from a file

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
from nightschool.evaluation.feedback import FeedbackArm
from nightschool.evaluation.file_arm import FileArm
from nightschool.evaluation.hints import HintsArm
from nightschool.evaluation.hybrid import HybridArm
from nightschool.evaluation.model_arm import ModelArm
from nightschool.evaluation.retrieval import RetrievalArm
from nightschool.evaluation.suggestions_arm import SuggestionsArm
from nightschool.modeling.store import BaseModelFiles
from nightschool.rust.judge import Judge

PLAIN = ("base", "hints")
"""Arms of the base model: they take no adapter."""
ADAPTED = ("champion", "candidate", "zero-delta", "shuffled")
"""Arms that are an adapter."""
EITHER = ("hybrid", "feedback")
"""Arms of a model with or without an adapter."""
FROM_FILES = {"retrieval": RetrievalArm, "answers": FileArm}


def open_arm(
    name: str,
    config: Config,
    judge: Judge,
    base: BaseModelFiles | None,
    adapter: Path | None,
    corpus: Path | None = None,
) -> Arm:
    """The arm of that name. Raises UsageError for a name there is not, or without what the arm needs.

    `corpus` is what `retrieval` searches, unless its name says it; `hybrid` ends with retrieval if there is one.
    """
    kind, _, place = name.partition(":")
    place = place or (str(corpus) if kind == "retrieval" and corpus else "")
    if kind == "suggestions":
        return SuggestionsArm(judge)
    if kind in FROM_FILES and place:
        return RetrievalArm(Path(place), judge) if kind == "retrieval" else FileArm(Path(place))
    if not needs_model(kind):
        names = ", ".join((*PLAIN, *ADAPTED, *EITHER))
        raise UsageError(f"No arm {name!r}. There are {names}, suggestions, retrieval:CORPUS and answers:FILE.jsonl.")
    if kind not in EITHER and (adapter is None) != (kind in PLAIN):
        need = "takes no adapter" if kind in PLAIN else "needs an adapter; give its folder, or train one"
        raise UsageError(f"Arm {name!r} {need} (`nightschool run align`).")
    if base is None:
        raise UsageError(f"Arm {name!r} needs a base model (model.base_model in the config).")
    model = _model_arm("model" if kind in EITHER else kind, config, judge, base, adapter)
    if kind == "hybrid":
        searched = (RetrievalArm(corpus, judge),) if corpus else ()
        return HybridArm((model, SuggestionsArm(judge), *searched), judge)
    return FeedbackArm(model, judge) if kind == "feedback" else model


def needs_model(name: str) -> bool:
    """Whether the arm of that name asks a model, so that `open_arm` needs a base."""
    return name in (*PLAIN, *ADAPTED, *EITHER)


def _model_arm(kind: str, config: Config, judge: Judge, base: BaseModelFiles, adapter: Path | None) -> ModelArm:
    ask = HintsArm if kind == "hints" else ModelArm
    return ask(kind, config, base, adapter, lambda koans: diagnose(koans, judge))
