"""Reports made from a string of verdict letters: p passed, f tests failed, u unscored; P and F the same, and sure."""

from nightschool.metrics import rate
from nightschool.types import Attempt, EvaluationReport, Verdict

LETTERS = {"p": Verdict.PASSED, "f": Verdict.TESTS_FAILED, "u": Verdict.UNSCORED}


def report(letters, suite="frozen", arm="candidate", certified=True, digest=None, groups=None, answers=0):
    """`groups` names each koan's template, a letter a koan; `answers` a model gave at each koan."""
    attempts = tuple(
        Attempt(
            f"k{i:02}", "borrow_checker", "E0382", "", "", LETTERS[letter.lower()],
            group=groups[i] if groups else "", answers=answers, sure=letter.isupper() or None,
        )
        for i, letter in enumerate(letters)
    )  # fmt: skip
    return EvaluationReport(
        arm, suite, digest or f"digest-{suite}", certified, attempts, rate(attempts), {}, {}, letters.count("u"), 0, 0.0
    )
