"""Overlap of a corpus with a suite, as two numbers: wanted coverage of skills, forbidden leakage of items.

Covered: both, computed from code, with what is missing and what offends named. Not covered: what to do
about it; `corpus` drops leaking rows and `validation` refuses a corpus.
"""

from nightschool.curriculum.overlap.coverage import Cell, Coverage, coverage
from nightschool.curriculum.overlap.detectors import Detector
from nightschool.curriculum.overlap.leakage import Leakage, Offence, leakage, leakages

__all__ = [
    "Cell",
    "Coverage",
    "Detector",
    "Leakage",
    "Offence",
    "coverage",
    "leakage",
    "leakages",
]
