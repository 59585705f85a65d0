"""Evaluation: arms answer koans, the judge decides, reports count."""

from nightschool.evaluation.answer import Answer, Arm
from nightschool.evaluation.arms import ADAPTED, LEARNT, WITH_ADAPTER, needs_model, open_arm
from nightschool.evaluation.completion import CompletionArm
from nightschool.evaluation.diagnose import diagnose, koan_rows
from nightschool.evaluation.evaluate import evaluate
from nightschool.evaluation.file_arm import FileArm
from nightschool.evaluation.model_arm import ModelArm
from nightschool.evaluation.noise import Noise, compare, in_other_batches
from nightschool.evaluation.policy_arm import PolicyArm
from nightschool.evaluation.reports import read_report, write_report
from nightschool.evaluation.routed import RoutedArm
from nightschool.evaluation.samples import Samples, samplable, sample

__all__ = [
    "ADAPTED", "LEARNT", "WITH_ADAPTER", "Answer", "Arm", "CompletionArm", "FileArm", "ModelArm", "Noise", "PolicyArm",
    "RoutedArm", "Samples", "compare", "diagnose", "evaluate", "in_other_batches", "koan_rows", "needs_model",
    "open_arm", "read_report", "samplable", "sample", "write_report",
]  # fmt: skip
