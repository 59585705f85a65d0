"""How far the rule for koans without tests agrees with tests: one arm's answers, judged by both.

    python benchmarks/untested.py koans/domains [--compiles 40]

Printed: of the answers that pass their koan's tests, how many the rule passes too; of those that compile and fail the
tests, how many it passes all the same. Search alone answers, one edit deep; what does not compile says nothing of it.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import replace
from pathlib import Path

from nightschool.config import Config
from nightschool.evaluation import open_arm
from nightschool.evaluation.verdicts import examined
from nightschool.koans import load_suite
from nightschool.metrics import wilson
from nightschool.rust.judge import open_judge
from nightschool.types import Verdict


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suite", type=Path)
    parser.add_argument("--compiles", type=int, default=40)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        repair = {"compiles": args.compiles, "depth": 1, "behaviour_s": 0.0}
        config = Config.model_validate({"root": scratch, "repair": repair})
        judge, koans = open_judge(config), load_suite(args.suite).koans
        answers = open_arm("search", config, judge, None, None).answer(koans)
        tested = examined(judge, koans, answers)
        bare = examined(judge, [replace(koan, tests="") for koan in koans], answers)
    pairs = list(zip(tested, bare, strict=True))
    for verdict in (Verdict.PASSED, Verdict.TESTS_FAILED):
        found = [by_rule.verdict is Verdict.PASSED for by_tests, by_rule in pairs if by_tests.verdict is verdict]
        rate = wilson(sum(found), len(found))
        interval = f"[{100 * rate.low:.0f}, {100 * rate.high:.0f}] %"
        print(f"{verdict}: {len(found)} answers, {rate.passed} pass by the rule {interval}")


if __name__ == "__main__":
    main()
