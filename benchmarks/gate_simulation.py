"""Years of nights through the real gate, beside a gate that only has the bar and one that promotes ties.

    python benchmarks/gate_simulation.py [--years N] [--nights N] [--json FILE] [--write FILE]

Koan i is passed by a policy of the champion's quality with its own chance p_i (Beta, mean 0.77, so that frozen stands
at the bar); champion and candidate are draws. Two equally good policies differ on a tenth of the koans. Half of the
koans share their draw with their template. Search is a draw at SEARCH points less; `chooser` is the candidate's policy
without what the adapter wins and with what it loses; the policy is sure of most of what it passes and of some of what
it fails. Suites are as `curate` makes them: 200 shadow and 200 dev koans of 72 templates in six families, 30 frozen
koans, 100 retention koans. A promoted candidate's answers become the champion's.
"""

from __future__ import annotations

import argparse
import json
import math
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from nightschool.config import BAR, GateConfig
from nightschool.decisions import PASSED, GateInputs, Spend, alpha_share, gate, promising, shadow_evidence
from nightschool.metrics import rate, wilson
from nightschool.types import Attempt, EvaluationReport, Rate, Verdict

MEAN, APART, FLIPPING = 0.77, 0.10, 0.30
FAMILIES = {
    "trait_bounds": 57,
    "borrow_checker": 51,
    "result_handling": 44,
    "type_mismatch": 31,
    "lifetimes": 12,
    "names": 5,
}
CODES = (("E0277", 37), ("E0308", 23), ("E0382", 12), ("E0599", 11))
LOST = "borrow_checker"
RECALL = 0.95
"""Chance that a leaking row is seen (benchmarks/results/leakage.md, mean over twelve disguises)."""
SEARCH = 0.10
"""How much worse than the champion search is that has learnt nothing, in pass-rate units."""
SURE = 0.8
"""Share of what a policy passes that it is sure of."""
SEED = 20261123
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)

Chances = np.ndarray
Shift = Callable[[Chances, np.ndarray], Chances]


@dataclass
class Suite:
    """Koans as attempts that pass and attempts that fail, and what a draw needs."""

    name: str
    passed: list[Attempt]
    failed: list[Attempt]
    template: np.ndarray
    family: np.ndarray
    chance: Chances

    def report(self, outcomes: np.ndarray, sure: np.ndarray | None = None) -> EvaluationReport:
        """These passes as a report; `sure` tells which koans the arm was sure of."""
        attempts = tuple(p if ok else f for p, f, ok in zip(self.passed, self.failed, outcomes, strict=True))
        if sure is not None:
            attempts = tuple(replace(a, sure=bool(one)) for a, one in zip(attempts, sure, strict=True))
        return EvaluationReport("arm", self.name, self.name, True, attempts, rate(attempts), {}, {}, 0, 0, 0.0)


def make_suite(name: str, n: int, mean: float, apart: float, rng: np.random.Generator, each: float = 1.0) -> Suite:
    """`n` koans, about `each` a template, with chances at the quantiles of a Beta of this mean.

    Two draws of one koan differ with chance 2 p (1 - p), on average 2 m (1 - m) s/(s + 1) = apart, which gives s.
    """
    passed, failed, template, family = make_koans(n, each)
    return Suite(name, passed, failed, template, family, rng.permutation(quantiles(n, mean, apart)))


@lru_cache
def make_koans(n: int, each: float) -> tuple[list[Attempt], list[Attempt], np.ndarray, np.ndarray]:
    """Every koan passed, every koan failed, and each one's template and family."""
    template = np.arange(n) * round(n / each) // n
    bounds = np.cumsum(list(FAMILIES.values())) / sum(FAMILIES.values())
    family = np.array(list(FAMILIES))[np.searchsorted(bounds, (np.arange(n) + 0.5) / n)]
    codes = [code for code, many in CODES for _ in range(many)] + [f"E{i:04}" for i in range(117)]
    codes = list(np.random.default_rng(SEED).permutation(codes))
    passed = [
        Attempt(f"k{i}", str(family[i]), str(codes[i % 200]), "", "", Verdict.PASSED, group=f"t{template[i]}")
        for i in range(n)
    ]
    return passed, [replace(a, verdict=Verdict.TESTS_FAILED) for a in passed], template, family


@lru_cache
def quantiles(n: int, mean: float, apart: float) -> Chances:
    from scipy.stats import beta

    ratio = apart / (2 * mean * (1 - mean))
    size = ratio / (1 - ratio)
    return beta.ppf((np.arange(n) + 0.5) / n, mean * size, (1 - mean) * size)


def draw(suite: Suite, shift: Shift, rng: np.random.Generator) -> np.ndarray:
    own, shared = rng.random(len(suite.chance)), rng.random(suite.template.max() + 1)[suite.template]
    return np.where(rng.random(len(own)) < 0.5, shared, own) < shift(suite.chance, suite.family)


def same(p: Chances, _family: np.ndarray) -> Chances:
    return p


def better(points: float) -> Shift:
    return lambda p, _family: p + (1 - p) * points / (1 - MEAN)


def worse(points: float) -> Shift:
    return lambda p, _family: p * (1 - points / MEAN)


def one_family_lost(p: Chances, family: np.ndarray) -> Chances:
    return np.where(family == LOST, 0.6 * p, p + 0.95 * (1 - p))


def leaked(p: Chances, _family: np.ndarray) -> Chances:
    """A third of what is failed stands in the corpus."""
    return p + (1 - p) / 3


@dataclass(frozen=True)
class Scenario:
    """What candidates are like, every night of the year."""

    name: str
    shift: Shift = same
    bad: bool = True
    apart: float = APART
    leaks: int = 0
    """Leaking rows a night; each is seen with chance RECALL."""
    champion: bool = True
    """Whether there is one; without it search is all that has to be beaten."""
    won: float = 0.04
    """Share of koans that the adapter wins for the policy."""
    lost: float = 0.01
    """Share that it loses."""
    right: float = 0.98
    """Share of what the policy is sure of that is right."""


SCENARIOS = (
    Scenario("unchanged"),
    Scenario("slightly worse (-2 points)", worse(0.02)),
    Scenario("flipping koans (3 in 10 differ)", apart=FLIPPING),
    Scenario("leaking corpus (3 rows)", leaked, leaks=3),
    Scenario("one family -31 points, others +22", one_family_lost),
    Scenario("no better than search, no champion", worse(SEARCH), champion=False),
    Scenario("+10 points, adapter loses 4 and wins none", better(0.10), won=0.0, lost=0.04),
    Scenario("+10 points, sure and right in 88 of 100", better(0.10), right=0.88),
    Scenario("slightly better (+2 points)", better(0.02), bad=False),
    Scenario("clearly better (+10 points)", better(0.10), bad=False),
    Scenario("10 points over search, no champion", bad=False, champion=False),
)
CLEARLY_BETTER = SCENARIOS[-2]
GATES = ("bar alone", "promotes ties", "ours")


class World:
    """A year's suites and its champion."""

    def __init__(self, scenario: Scenario, rng: np.random.Generator, shadow: int = 200) -> None:
        self.scenario, self.rng = scenario, rng
        self.suites = {
            "shadow": make_suite("shadow", shadow, MEAN, scenario.apart, rng, 200 / 72),
            "frozen": make_suite("frozen", 30, MEAN, scenario.apart, rng),
            "dev": make_suite("dev", 200, MEAN, scenario.apart, rng, 200 / 72),
            "retention": make_suite("retention", 100, 0.5, 0.06, rng),
        }
        self.spent: list[Spend] = []
        self.search = self.reports(worse(SEARCH))
        self.champion = self.reports(same)

    @property
    def reference(self) -> dict[str, EvaluationReport]:
        """What has to be beaten on every suite: the champion's reports, or those of search."""
        return self.champion if self.scenario.champion else self.search

    def frozen(self) -> np.ndarray:
        """The policy's passes on frozen; they come first, since they settle most nights."""
        return draw(self.suites["frozen"], self.scenario.shift, self.rng)

    def dev(self) -> EvaluationReport:
        """The policy on dev; it decides how much alpha the night has."""
        return self.suites["dev"].report(draw(self.suites["dev"], self.scenario.shift, self.rng))

    def alpha(self, dev: EvaluationReport, number: int, config: GateConfig) -> float:
        """Tonight's share of the budget; spent, since the look at shadow comes before frozen."""
        now = NEW_YEAR + timedelta(days=number)
        promises = promising(self.reference["dev"], dev)
        self.spent.append(Spend(now, alpha_share(self.spent, now, config, promises)))
        return self.spent[-1].alpha

    def reports(self, shift: Shift) -> dict[str, EvaluationReport]:
        """A policy's answers on every suite; general Rust (retention) stays as it is."""
        shifts = {"retention": same}
        return {n: s.report(draw(s, shifts.get(n, shift), self.rng)) for n, s in self.suites.items()}

    def shadow(self) -> dict[str, EvaluationReport]:
        """Tonight's policy and the chooser without a model; what is sure is right as often as the scenario says."""
        suite, chance = self.suites["shadow"], self.rng.random
        passed = draw(suite, self.scenario.shift, self.rng)
        each = len(passed) / max(1, passed.sum()), len(passed) / max(1, (~passed).sum())
        won, lost = (
            chance(len(passed)) < self.scenario.won * each[0],
            chance(len(passed)) < self.scenario.lost * each[1],
        )
        wrong = SURE * passed.sum() * (1 / self.scenario.right - 1) / max(1, (~passed).sum())
        sure = chance(len(passed)) < np.where(passed, SURE, wrong)
        chooser = (passed & ~won) | (~passed & lost)
        return {"policy": suite.report(passed, sure), "chooser": suite.report(chooser)}

    def night(self, alpha: float, dev: EvaluationReport, frozen: np.ndarray, leaks: int) -> GateInputs:
        """What the gate sees: a policy of the scenario beside search and the champion's."""
        shadow, retention = self.shadow(), self.suites["retention"]
        policy = {"dev": dev, "frozen": self.suites["frozen"].report(frozen), "shadow": shadow["policy"]}
        arms = {
            "policy": policy, "search": self.search, "chooser": {"shadow": shadow["chooser"]},
            "candidate": {"retention": retention.report(draw(retention, same, self.rng))},
            "champion" if self.scenario.champion else "base": {"retention": self.champion["retention"]},
        }  # fmt: skip
        if self.scenario.champion:
            arms["policy_champion"] = self.champion
        return GateInputs(arms, self.scenario.champion, 0.9, leaks, True, 0.5, alpha)


def promoted(name: str, world: World, number: int, config: GateConfig) -> dict[str, EvaluationReport] | None:
    """Tonight's candidate if the gate lets it in. Ours needs every check, so what frozen or leaks refuse ends there."""
    dev = world.dev() if name == "ours" else None
    alpha = world.alpha(dev, number, config) if dev else 0.0
    frozen, reference = world.frozen(), world.reference["frozen"].rate.passed
    wanted = {"bar alone": 0, "promotes ties": reference, "ours": reference + 1}[name]
    if frozen.sum() <= BAR * len(frozen) or frozen.sum() < wanted:
        return None
    if dev is None:
        return {"frozen": world.suites["frozen"].report(frozen)}
    leaks = int(world.rng.binomial(world.scenario.leaks, RECALL))
    if leaks:
        return None
    night = world.night(alpha, dev, frozen, leaks)
    passed = gate(night, config).outcome == PASSED
    return dict(night.arms["policy"]) | dict(night.arms["candidate"]) if passed else None


def year(name: str, scenario: Scenario, rng: np.random.Generator, config: GateConfig) -> list[int]:
    """Nights on which the gate promoted; a year of good candidates ends with the first."""
    world, nights = World(scenario, rng), []
    for number in range(1, 366):
        candidate = promoted(name, world, number, config)
        if candidate is not None:
            nights.append(number)
            world.champion = candidate
            if not scenario.champion:
                world.search = world.search | candidate  # no champion comes: what was let in has to be beaten
            if not scenario.bad:
                break
    return nights


def simulate(name: str, scenario: Scenario, years: int, config: GateConfig) -> dict[str, Any]:
    """Promotions over `years`, with an exact Poisson interval a year, or nights to the first and years without."""
    start, seeds = time.process_time(), np.random.default_rng(SEED).spawn(years)
    found = [year(name, scenario, rng, config) for rng in seeds]
    nights = sum(365 if scenario.bad or not f else f[0] for f in found)
    firsts = [f[0] if f else math.inf for f in found]
    return {
        "gate": name, "scenario": scenario.name, "bad": scenario.bad, "years": years,
        "promotions": sum(map(len, found)), "missed_years": sum(not f for f in found),
        "median_nights": float(np.median(firsts)), "ms_a_night": 1000 * (time.process_time() - start) / nights,
    }  # fmt: skip


def later(world: World, dev: EvaluationReport, config: GateConfig) -> float:
    """Ours after half a year of looks without any gain."""
    for number in range(182):
        now = NEW_YEAR + timedelta(days=number)
        world.spent.append(Spend(now, alpha_share(world.spent, now, config, number % 50 == 0)))
    return world.alpha(dev, 182, config)


SCHEDULES: dict[str, Callable[[World, EvaluationReport, GateConfig], float]] = {
    "ours, first look": lambda world, dev, config: world.alpha(dev, 0, config),
    "ours, half a year on": later,
    "all even": lambda world, dev, config: config.alpha / config.looks_per_year,
    "early, look 1": lambda world, dev, config: 6 * config.alpha / math.pi**2,
    "early, look 100": lambda world, dev, config: 6 * config.alpha / math.pi**2 / 100**2,
}
SIZES = (200, 300, 400, 600)


def power(n: int, schedule: str, nights: int, config: GateConfig) -> dict[str, Any]:
    """How often a gain of ten points passes on its night: evidence on shadow, frozen and retention, the whole gate."""
    shadow = rest = whole = 0
    for rng in np.random.default_rng(SEED + n).spawn(nights):
        world = World(CLEARLY_BETTER, rng, n)
        dev, frozen = world.dev(), world.frozen()
        alpha = SCHEDULES[schedule](world, dev, config)
        night = world.night(alpha, dev, frozen, 0)
        evidence = shadow_evidence(night.on("shadow"), True, alpha, config)
        shadow += evidence.ok
        decision, on_shadow = gate(night, config), {check.name for check in evidence.checks}
        rest += all(check.name in on_shadow for check in decision.refusals)
        whole += decision.outcome == PASSED
    return {"n": n, "schedule": schedule, "nights": nights, "shadow": shadow, "rest": rest, "whole": whole}


def poisson(events: int, years: int) -> tuple[float, float]:
    """Exact 95 % interval of events a year (Garwood 1936)."""
    from scipy.stats import chi2

    low = chi2.ppf(0.025, 2 * events) / 2 if events else 0.0
    return low / years, chi2.ppf(0.975, 2 * events + 2) / 2 / years


def years_table(results: list[dict[str, Any]]) -> str:
    lines = ["| candidates | gate | years | promotions a year [95 %] | median nights to the first | years without |"]
    lines.append("|---|---|---|---|---|---|")
    for r in results:
        low, high = poisson(r["promotions"], r["years"])
        rate_text = f"{r['promotions'] / r['years']:.2f} [{low:.2f}, {high:.2f}]" if r["bad"] else "-"
        first = "none" if math.isinf(r["median_nights"]) else f"{r['median_nights']:.0f}"
        lines.append(f"| {r['scenario']} | {r['gate']} | {r['years']} | {rate_text} | {first} | {r['missed_years']} |")
    return "\n".join(lines)


def share(rate_: Rate) -> str:
    return f"{rate_.passed}/{rate_.n} = {rate_.passed / rate_.n:.0%} [{100 * rate_.low:.0f}, {100 * rate_.high:.0f}]"


def power_table(results: list[dict[str, Any]]) -> str:
    lines = [
        "| shadow koans | alpha | evidence on shadow passes | everything else passes | the whole gate passes |",
        "|---|---|---|---|---|",
    ]
    for r in results:
        cells = (share(wilson(r[key], r["nights"])) for key in ("shadow", "rest", "whole"))
        lines.append(f"| {r['n']} | {r['schedule']} | {' | '.join(cells)} |")
    return "\n".join(lines)


HEAD = "# The gate over simulated years, by `benchmarks/gate_simulation.py`"
INTRODUCTION = """intervals 95 % (Poisson, Wilson). Every promotion of the first eight kinds is
false. Good candidates: a year ends with the first promotion."""
ALPHAS = """A gain of ten points on its night, by the schedule of alpha: ours on its first look; ours after half a year
of nights without any gain, one in fifty of them promising; the whole budget shared evenly; 6 alpha/(pi^2 t^2) on the
first look and on the hundredth. What is not shadow (bar, champion, lost koans on frozen; retention) caps the gate:"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--years", type=int, default=20, help="years a scenario and gate")
    parser.add_argument("--nights", type=int, default=200, help="nights a size and alpha, for the power")
    parser.add_argument("--json", type=Path, help="also write all numbers here")
    parser.add_argument("--write", type=Path, help="also write the tables to this Markdown file")
    options = parser.parse_args()
    config = GateConfig()
    found = [power(n, a, options.nights, config) for a in SCHEDULES for n in SIZES]
    text = power_table(found)
    print(text, flush=True)
    years = []
    for scenario in SCENARIOS:
        years += [simulate(name, scenario, options.years, config) for name in GATES]
        print(years_table(years[-len(GATES) :]), f"{years[-1]['ms_a_night']:.1f} ms a night", sep="\n", flush=True)
    if options.json:
        options.json.write_text(json.dumps({"power": found, "years": years}, indent=1) + "\n", "utf-8")
    if options.write:
        counts = f"{options.years} years a row, {options.nights} nights a size and alpha; {INTRODUCTION}"
        options.write.write_text(f"{HEAD}\n\n{counts}\n\n{years_table(years)}\n\n{ALPHAS}\n\n{text}\n", "utf-8")


if __name__ == "__main__":
    main()
