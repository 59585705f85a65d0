"""Nights as phases leave them, made with the project's own writers: result files, reports, decisions, history, ledger.

What they measured is made up; whoever shows them says so.
"""

from dataclasses import asdict
from random import Random

from nightschool.decisions import Check, Decision
from nightschool.evaluation import write_report
from nightschool.files import write_json
from nightschool.koans import write_suite
from nightschool.metrics import rate
from nightschool.nights import NightIndex
from nightschool.phases import Context
from nightschool.tracking import KoanHistory, ledger_of
from nightschool.types import Attempt, EvaluationReport, Koan, PhaseResult, Stage, Unchosen, Verdict

BROKEN = "pub fn first(values: Vec<i32>) -> i32 {\n    values.push(1);\n    values[0]\n}\n"
FIXED = BROKEN.replace("values: Vec", "mut values: Vec")
SECRET_TEST = "#[test]\nfn hidden_from_everybody() { assert_eq!(first(vec![41]), 41); }\n"
FAMILIES = ("borrow_checker", "lifetimes", "trait_bounds")
CODES = ("E0596", "E0106", "E0277")
VERDICTS = {"p": Verdict.PASSED, "f": Verdict.TESTS_FAILED, "n": Verdict.NOT_COMPILED, "u": Verdict.UNSCORED}
CHOICE = "operator: add-mut; first of 3, 80% sure"
STAGES = (
    Stage("diagnose", 0.125, 1), Stage("propose", 0.25, 9), Stage("compile", 0.5, 9), Stage("diagnose", 0.125, 2),
    Stage("propose", 0.25, 2), Stage("compile", 0.25, 2), Stage("choose", 0.5, 3), Stage("model", 2.0, 2),
    Stage("compile", 0.25, 1), Stage("choose", 0.25, 3), Stage("tests", 0.5, 1),
)  # fmt: skip
UNCHOSEN = (
    Unchosen(2, "rustc: MachineApplicable", "@@ -1,2 +1,2 @@\n-old of the second\n+new of the second", True),
    Unchosen(3, "model: drawn", "@@ -1,2 +1,2 @@\n-old of the third\n+new of the third", None),
)


def koans(count, suite="dev"):
    return [
        Koan(
            f"{suite}-{n:03}", FAMILIES[n % 3], f"pattern-{n % 3}", (CODES[n % 3],), BROKEN, FIXED, SECRET_TEST,
            title=f"Koan {n} of {suite}",
        )
        for n in range(count)
    ]  # fmt: skip


def report(arm, suite, digest, letters, program=FIXED, answer=None):
    """An arm's report: p passed, f a test failed, n not compiled, u unscored."""
    attempts = tuple(
        Attempt(
            f"{suite}-{n:03}", FAMILIES[n % 3], CODES[n % 3], program if answer is None else answer, program,
            VERDICTS[letter], _detail(letter), tokens=7, seconds=0.1, compiles=12, answers=2, sure=letter == "p",
            stages=STAGES, unchosen=UNCHOSEN,
        )
        for n, letter in enumerate(letters)
    )  # fmt: skip
    groups = [
        {name: rate(a for a in attempts if getattr(a, key) == name) for name in {getattr(a, key) for a in attempts}}
        for key in ("family", "error_code")
    ]
    counted = rate(attempts)
    return EvaluationReport(
        arm, suite, digest, True, attempts, counted, *groups, letters.count("u"), 7 * len(letters), 0.1 * len(letters)
    )


def _detail(letter):
    says = {"p": "1 tests", "f": "hidden_from_everybody: left 41 right 1", "n": "E0596", "u": "no sandbox"}
    return f"{CHOICE}; {says[letter]}"


def make_night(config, cycle, measured, outcome="refused", failed=("frozen above the bar",), publish=True, held=True):
    """`measured`: letters by (arm, suite); arms of the baseline and tonight's are told apart as phases do.

    `held`: the store still holds suites and reports; of older nights housekeeping has taken them.
    """
    context = Context(config, cycle)
    suites = {suite: len(letters) for (_, suite), letters in measured.items()}
    digests = {suite: _suite(context, suite, count) if held else "gone" for suite, count in suites.items()}
    reports = [report(arm, suite, digests[suite], letters) for (arm, suite), letters in measured.items()]
    record(context, "curate", {"rows": 500.0}, 200.0)
    for phase, tonight in (("baseline", False), ("examine", True)):
        ours = [one for one in reports if (one.arm in ("policy", "candidate")) == tonight]
        folder = output(context, phase)
        for one in ours if held else ():
            write_report(folder / f"{one.arm}-{one.suite}.json", one)
        record(context, phase, metrics_of(ours), 60.0)
    if outcome:
        decide(context, "gate", outcome, failed)
    KoanHistory(config).append(cycle, reports)
    if publish:
        NightIndex(config).append(context.folder.name)
    return context, reports


def _suite(context, suite, count):
    """Frozen stands outside of the store; the others are as curate leaves them."""
    folder = output(context, "curate") / suite
    return f"digest-{suite}" if suite == "frozen" else write_suite(folder, koans(count, suite)).digest


def output(context, phase):
    folder = context.config.var / "phases" / phase / context.folder.name[-24:]
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def record(context, phase, metrics, seconds, outcome=""):
    folder = output(context, phase)
    result = PhaseResult(phase, folder.name, str(folder), metrics, {}, outcome, seconds=seconds)
    write_json(folder / "result.json", result.to_json())
    context.record(result)


def decide(context, phase, outcome, failed=()):
    checks = [Check("corpus valid", True, "valid", "valid"), *(Check(n, False, "5/30", "24/30") for n in failed)]
    decision = Decision(outcome, tuple(checks), {"shadow_p": 0.26, "shadow_n": 200.0})
    write_json(output(context, phase) / "decision.json", asdict(decision))
    record(context, phase, decision.evidence, 2.0, outcome)


def metrics_of(reports):
    return {
        f"{one.arm}.{one.suite}.{name}": float(value)
        for one in reports
        for name, value in {"n": one.rate.n, "pass_rate": one.rate.value or 0.0, **one.counts}.items()
    }


def ledger(config):
    return ledger_of(config)


def promote(config, before, after, why="beat the bar", key="1"):
    data = {"model": config.tracking.model_name, "alias": "champion", "from": before, "to": after}
    ledger(config).append("alias", key, {**data, "who": "anna", "why": why, "how": "promoted"})


def many_nights(
    config, count, size=40, arms=("search", "chooser", "base", "policy_base"), seed=1, held=3, name="scheduled"
):
    """Nights at 02:00 whose policy slowly gets better: made up, the same for one seed."""
    from datetime import UTC, datetime, timedelta

    random, start = Random(seed), datetime(2026, 1, 1, 2, tzinfo=UTC)
    for n in range(count):
        cycle = f"{name}__{(start + timedelta(days=n)).isoformat()}"
        chance = 0.5 + 0.4 * n / max(1, count)
        measured = {
            (arm, suite): "".join("p" if random.random() < part * chance else "f" for _ in range(size))
            for arm, part in {"policy": 1.0, "candidate": 0.5, **dict.fromkeys(arms, 0.8)}.items()
            for suite in ("dev", "shadow")
        }
        make_night(config, cycle, measured, "passed" if n % 40 == 39 else "refused", held=n >= count - held)
