"""Evaluation: arms answer koans, the judge decides, reports count."""

from nightschool.evaluation.answer import Answer
from nightschool.evaluation.arms import Arm, FileArm, SuggestionsArm, needs_model, open_arm
from nightschool.evaluation.diagnose import diagnose, koan_rows
from nightschool.evaluation.evaluate import evaluate
from nightschool.evaluation.model_arm import ModelArm
from nightschool.evaluation.reports import read_report, write_report

__all__ = [
    "Answer", "Arm", "FileArm", "ModelArm", "SuggestionsArm", "diagnose", "evaluate", "koan_rows",
    "needs_model", "open_arm", "read_report", "write_report",
]  # fmt: skip
