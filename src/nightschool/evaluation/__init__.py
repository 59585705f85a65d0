"""Evaluation: arms answer koans, the judge decides, reports count."""

from nightschool.evaluation.answer import Answer, Arm
from nightschool.evaluation.arms import ADAPTED, EITHER, needs_model, open_arm
from nightschool.evaluation.diagnose import diagnose, koan_rows
from nightschool.evaluation.evaluate import evaluate
from nightschool.evaluation.file_arm import FileArm
from nightschool.evaluation.model_arm import ModelArm
from nightschool.evaluation.reports import read_report, write_report
from nightschool.evaluation.routed import RoutedArm
from nightschool.evaluation.samples import Samples, sample
from nightschool.evaluation.suggestions_arm import SuggestionsArm

__all__ = [
    "ADAPTED", "EITHER", "Answer", "Arm", "FileArm", "ModelArm", "RoutedArm", "Samples", "SuggestionsArm", "diagnose",
    "evaluate", "koan_rows", "needs_model", "open_arm", "read_report", "sample", "write_report",
]  # fmt: skip
