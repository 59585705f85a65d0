"""Strategies under one harness, with a tiny random model and the real judge."""

import json
from dataclasses import replace

import pytest

from nightschool.curriculum.corpus import write_corpus
from nightschool.errors import CorpusError, UsageError
from nightschool.koans import write_suite
from nightschool.phases.context import Context
from nightschool.phases.strategies import STRATEGIES, compare
from nightschool.phases.strategies.bench import Bench, Cost, Policy, read_policy, routes
from nightschool.phases.strategies.compare import open_bench, write_comparison
from tests.strategies.conftest import koans, rows, settings

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def comparison(bench):
    return compare(bench, ["aligned", "share", "routed", "merged"], [0])


def test_every_suite_is_examined_and_base_comes_first(comparison, tmp_path):
    table = write_comparison(tmp_path, comparison)
    assert list(comparison.base) == ["dev", "shadow", "frozen", "domains"]
    assert [row[0] for row in table] == ["base", "aligned", "share", "routed", "merged"]
    assert table[1][2] == "0/2 = 0.0% [0.0, 65.8] +0.0%, 0 lost"
    assert [row[-1] for row in table[:3]] == ["", "", "0 won, 0 lost, p = 1"]
    record = json.loads((tmp_path / "comparison.json").read_text())
    assert record["strategies"][1]["suites"]["frozen"]["rate"]["n"] == 2
    assert (tmp_path / "comparison.png").stat().st_size > 1000


def test_the_screen_shows_who_passes_what_and_leaves_costs_to_the_file(comparison, tmp_path, capsys):
    from nightschool.cli.compare import _print

    table = write_comparison(tmp_path, comparison)
    text = (tmp_path / "comparison.md").read_text()
    _print("Budget", text, table)
    shown = capsys.readouterr().out
    assert "tokens" in text
    assert "tokens" not in shown
    assert all(word in shown for word in ("routed", "frozen", "0/2"))


def test_strategies_learn_from_as_many_tokens(comparison):
    # Budget: 8 rows. Half of it goes twice into share; padding and the last row of each training make the rest.
    tokens = {one.strategy: one.cost.tokens for one in comparison.results}
    row = comparison.tokens / 8
    assert all(abs(count - comparison.tokens) <= 3 * row for count in tokens.values()), tokens


def test_share_trains_coefficients_only(comparison, bench):
    cost = {one.strategy: one.cost for one in comparison.results}
    # Rank 3 LoRA: 3 (n + d) a layer; four 16x16, two 16->32 and one 32->16 layers, twice: 2 * 3 * (4 * 32 + 3 * 48).
    assert cost["aligned"].trained == 2 * 3 * (4 * 32 + 3 * 48)
    # Share of rank 3 // 3 = 1 in bases of at most 6 directions (two adapters of rank 3): at most 12 a layer.
    assert 0 < cost["share"].trained <= 14 * 12
    assert cost["routed"].trained == 2 * cost["aligned"].trained


def test_coefficients_are_trained_as_the_paper_does(bench, tmp_path, monkeypatch):
    seen = []
    real = Bench.train
    monkeypatch.setattr(Bench, "train", lambda self, *args: seen.append(args) or real(self, *args))
    STRATEGIES["share"].recipe(bench, tmp_path)
    # Two families, then the coefficients, of rank 3 // 3; without alpha's scale, as the bank folds scales in.
    assert len(seen) == 3
    assert seen[-1][4] == {"rank": 1, "alpha": 1, "learning_rate": 4e-3, "weight_decay": 0.1, "warmup_ratio": 0.06}


def test_a_training_tells_its_steps_of_those_planned(bench, tmp_path):
    told = []
    replace(bench, progress=lambda *said: told.append(said)).train(bench.rows, tmp_path / "lora")
    steps = len(told)
    assert steps > 1
    assert told == [("learn lora", step, steps) for step in range(1, steps + 1)]


def test_a_comparison_that_was_made_is_found(comparison, bench, monkeypatch):
    monkeypatch.setattr(Bench, "train", lambda *args, **kwargs: pytest.fail("trained again"))
    again = compare(bench, ["aligned", "merged"], [0])
    assert [one.cost for one in again.results] == [comparison.results[0].cost, comparison.results[3].cost]


def test_another_question_to_the_same_bench_has_another_table(bench):
    from nightschool.cli.compare import _place

    first = _place(bench, [["aligned"], [0], [], False])
    assert first == _place(bench, [["aligned"], [0], [], False])
    others = [[["aligned", "share"], [0], [], False], [["aligned"], [0, 1], [], False], [["naive"], [0], [], True]]
    assert len({first, *(_place(bench, asked) for asked in others)}) == 4


def test_another_seed_or_budget_is_another_result(bench):
    from nightschool.phases.strategies.bench import key_of

    assert key_of(bench, "aligned") != key_of(bench.with_seed(1), "aligned")
    assert key_of(bench, "base") == key_of(bench.with_seed(1), "base")


def test_unknown_strategies_and_missing_rows_are_named(bench, tmp_path):
    with pytest.raises(UsageError, match="No strategy cramming; there are naive, replay"):
        compare(bench, ["cramming"], [0])
    with pytest.raises(CorpusError, match="no edition2024 rows among 48"):
        STRATEGIES["edition2024"].recipe(bench, tmp_path)


@pytest.mark.parametrize("source", ["aligned", "domains", "mutated", "explained"])
def test_a_strategy_of_one_source_learns_its_rows_only(bench, tmp_path, monkeypatch, source):
    sources = ["aligned", "domains", "mutated", "explained"]
    mixed = tuple(replace(row, source=sources[place % 4]) for place, row in enumerate(bench.rows))
    seen = []
    monkeypatch.setattr(Bench, "train", lambda self, rows, folder: seen.extend(rows))
    monkeypatch.setattr(Bench, "lora", lambda self, result: Policy())
    STRATEGIES[source].recipe(replace(bench, rows=mixed), tmp_path)
    assert seen == [row for row in mixed if row.source == source]
    assert len(seen) == 12  # 48 rows of four sources


def test_some_suites_can_be_left_out_but_not_dev(root):
    context = Context(settings(root), "test")
    assert list(open_bench(context, root / "corpus", rows=8, suites=["frozen", "dev"]).suites) == ["dev", "frozen"]
    for wrong in (["frozen"], ["dev", "exam"]):
        with pytest.raises(UsageError, match="there are dev, shadow, frozen, domains, and dev must be among them"):
            open_bench(context, root / "corpus", rows=8, suites=wrong)


def test_what_is_taught_is_what_a_night_teaches(root, tmp_path):
    """The corpus's own repair renames the variable; rustc suggests `mut`, which passes the tests."""
    koan = koans("dev")[0]
    own = koan.fixed.replace("total", "sum").replace("sum_of", "total_of")
    row = replace(rows()[0], fixed=own, tests=koan.tests)
    assert koan.broken == row.broken
    write_corpus(tmp_path / "corpus", [row], {})
    for name in ("dev", "shadow"):
        write_suite(tmp_path / "corpus" / name, [replace(koan, fixed=own)])
    bench = open_bench(Context(settings(root), "test"), tmp_path / "corpus", rows=1, suites=["dev"])
    assert [one.fixed for one in (*bench.rows, *bench.dev_rows)] == [koan.fixed] * 2


def test_a_budget_is_rows_or_minutes(root):
    context = Context(settings(root), "test")
    for given in ({}, {"rows": 5, "minutes": 1.0}):
        with pytest.raises(UsageError, match="rows or minutes"):
            open_bench(context, root / "corpus", **given)
    timed = open_bench(context, root / "corpus", minutes=0.01)
    assert timed.tokens > 0
    # The pace was measured once: a resumed comparison has the same budget.
    assert open_bench(context, root / "corpus", minutes=0.01).tokens == timed.tokens


@pytest.mark.parametrize(
    "name",
    ["naive", "replay", "minimal", "expanded", "domains", "scaled", "ssr", "dpo", "kto", "rejection", "share-phi"],
)
def test_each_strategy_makes_one_adapter_that_answers(bench, tmp_path, name):
    policy = STRATEGIES[name].recipe(bench, tmp_path)
    assert policy.adapters[Policy.EVERY].is_dir()
    assert policy.cost.tokens > 0
    policy.save(tmp_path)
    assert read_policy(tmp_path) == policy


def test_codes_are_routed_to_the_family_that_has_most_of_them():
    found = routes(rows(), ["borrow_checker", "type_mismatch"])
    assert found == {"E0384": "borrow_checker", "E0308": "type_mismatch"}
    assert routes(rows(), ["type_mismatch"]) == {"E0308": "type_mismatch"}


def test_a_routed_arm_asks_the_base_where_nothing_was_learnt(bench):
    only = Policy({}, {"E0384": "borrow_checker"})
    arm = bench.arm(only)
    koans = bench.suites["dev"].koans
    base = bench.arm(Policy())
    assert [a.text for a in arm.answer(koans)] == [a.text for a in base.answer(koans)]
    assert [a.koan for a in arm.answer(koans)] == [koan.id for koan in koans]


def test_costs_add_up():
    assert Cost(1, 2, 3, 4.0) + Cost(10, 20, 30, 0.5) == Cost(11, 22, 33, 4.5)
