"""Reports made from a string of verdict letters: p passed, f tests failed, u unscored."""

from nightschool.metrics import rate
from nightschool.types import Attempt, EvaluationReport, Verdict

LETTERS = {"p": Verdict.PASSED, "f": Verdict.TESTS_FAILED, "u": Verdict.UNSCORED}


def report(letters, suite="frozen", arm="candidate", certified=True, digest=None, groups=None):
    """`groups` names each koan's template, a letter a koan."""
    attempts = tuple(
        Attempt(f"k{i:02}", "borrow_checker", "E0382", "", "", LETTERS[letter], group=groups[i] if groups else "")
        for i, letter in enumerate(letters)
    )
    return EvaluationReport(
        arm, suite, digest or f"digest-{suite}", certified, attempts, rate(attempts), {}, {}, letters.count("u"), 0, 0.0
    )
