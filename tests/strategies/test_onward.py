"""Strategies that go on from an adapter: what they learn from, what it costs, and that a kill loses nothing made."""

import json
import sys
from dataclasses import replace

import pytest

from nightschool.learning import preference, synthesis
from nightschool.learning.attempts import Tried
from nightschool.learning.budget import answers_within, lists_within, mixed_within, pairs_within, rows_within
from nightschool.learning.lots import Synthesised
from nightschool.learning.open_rows import NONE_SEARCHED
from nightschool.learning.pairing import Paired
from nightschool.learning.pairs import searched_pairs
from nightschool.modeling.answers import answer_format
from nightschool.modeling.prompts import build_prompt, encode
from nightschool.phases import searched
from nightschool.phases.strategies import SEQUENTIAL, STRATEGIES, compare
from nightschool.phases.strategies.bench import Bench, Policy
from nightschool.phases.strategies.sequential import Stage
from nightschool.types import Verdict
from tests.strategies.conftest import rows

pytestmark = pytest.mark.integration


def made_rows():
    """Four rows as rehearsal would make them."""
    return [replace(row, id=f"made-{i}", source="synthesised", digest="") for i, row in enumerate(rows()[:4])]


def made_attempts(bench):
    """A passed and a failed answer to each of six rows, as long as the row's own repair."""
    form = answer_format(bench.config.answer)
    tried = []
    for row in rows()[:6]:
        text = form.target(row.broken, row.fixed)
        tokens = len(text) + 1  # the tokenizer is of bytes
        passed = Tried(row, text, tokens, row.fixed, Verdict.PASSED)
        failed = Tried(row, text[::-1], tokens, row.broken + "fn other() {}", Verdict.TESTS_FAILED)
        tried.append((passed, failed))
    return tuple(tried)


def made_pairs(bench):
    """A pair of each of the six rows."""
    return [pair for answers in made_attempts(bench) for pair in searched_pairs(answers, 1)]


def teaches(monkeypatch, paired, asked=None):
    """Searching takes no time and this comes of it; each search is noted in `asked`."""
    noted = [] if asked is None else asked
    monkeypatch.setattr(searched, "searched_lists", lambda *given: noted.append(given) or [])
    monkeypatch.setattr(searched, "taught", lambda *_: searched.Taught([], NONE_SEARCHED, paired))


def elsewhere(bench, folder):
    """The bench with a store of its own: what others made is not found there."""
    return replace(bench, config=bench.config.model_copy(update={"root": folder}))


@pytest.fixture
def synthesised(monkeypatch):
    """Rehearsal rows without a model; what was asked for."""
    asked = []

    def synthesise(config, judge, sources, kept, progress):
        asked.append(sources)
        return Synthesised(rows=made_rows(), seconds=100.0)

    monkeypatch.setattr(synthesis, "synthesise", synthesise)
    return asked


@pytest.fixture
def trained(monkeypatch):
    """Rows and settings of each training, which takes place all the same."""
    seen = []
    real = Bench.train

    def train(self, rows, folder, share=1.0, start=None, train=None, prepare=None):
        seen.append((list(rows), share, start, train))
        return real(self, rows, folder, share, start, train, prepare)

    monkeypatch.setattr(Bench, "train", train)
    return seen


def test_ssr_goes_on_from_its_first_adapter_with_what_both_models_made(bench, tmp_path, synthesised, trained):
    policy = STRATEGIES["ssr"].recipe(bench, tmp_path)
    (_, first, _, _), (mixed, second, start, settings) = trained
    assert (first, second, start) == (0.5, 0.5, tmp_path / "lora" / "adapter")
    assert settings == {"learning_rate": bench.config.rehearse.learning_rate, "fresh_first": False}
    assert synthesised[0].latest == start
    assert len(synthesised[0].koans) == 8  # two of each of four suites are kept out
    # Half of 8 rows is 4; at 0.4 of that, two made rows (1.6, the last one begun is bought whole), the rest corpus.
    assert [row.source for row in mixed].count("synthesised") == 2
    assert len(mixed) >= 4
    assert policy.adapters == {Policy.EVERY: tmp_path / "rehearsed" / "adapter"}
    row = bench.tokens / 8
    assert abs(policy.cost.tokens - bench.tokens) <= 3 * row
    assert policy.cost.seconds > 100.0  # making is counted


def test_what_was_made_is_found_after_a_kill(bench, tmp_path, synthesised):
    STRATEGIES["ssr"].recipe(bench, tmp_path)
    again = STRATEGIES["ssr"].recipe(bench, tmp_path)
    assert len(synthesised) == 1
    assert again.cost.seconds > 100.0


def test_rehearsed_rows_are_learnt_once_and_the_corpus_fills_the_budget(bench):
    # A share of one for three rows, and tokens of twelve: three made rows and about nine others, none again.
    twelve = round(bench.tokens * 12 / 8)
    found = mixed_within(bench.tokenizer, made_rows()[:3], rows(), twelve, 1.0, bench.config)
    assert [row.id for row in found].count("made-0") == 1
    assert sum(row.source == "synthesised" for row in found) == 3
    assert len(found) in (11, 12, 13)
    enough = mixed_within(bench.tokenizer, made_rows(), rows(), round(bench.tokens / 8), 1.0, bench.config)
    assert {row.source for row in enough} == {"synthesised"}
    again = rows_within(bench.tokenizer, made_rows()[:3], twelve, bench.config)
    assert len(again) >= 11
    assert len(rows_within(bench.tokenizer, made_rows()[:3], twelve, bench.config, again=False)) == 3


def test_dpo_learns_as_many_pairs_as_its_quarter_of_the_budget_buys(bench, tmp_path, monkeypatch):
    pairs = made_pairs(bench)
    assert len(pairs) == 6
    teaches(monkeypatch, Paired(tuple(pairs), ()))
    policy = STRATEGIES["dpo"].recipe(elsewhere(bench, tmp_path), tmp_path)
    result = json.loads((tmp_path / "preferred" / "train.json").read_text())
    # A quarter of 8 rows is 2 rows; a pair reads its prompt twice, so one pair is about two rows' worth.
    assert result["rows_seen"] == len(pairs_within(bench.tokenizer, pairs, bench.tokens // 4, bench.config)) in (1, 2)
    assert policy.adapters == {Policy.EVERY: tmp_path / "preferred" / "adapter"}
    assert abs(policy.cost.tokens - bench.tokens) <= 3 * bench.tokens / 8


def test_all_methods_go_on_from_one_adapter_and_one_search(bench, tmp_path, monkeypatch):
    made = []
    teaches(monkeypatch, Paired(tuple(made_pairs(bench)), made_attempts(bench)), made)
    own = elsewhere(bench, tmp_path)
    policies = {name: STRATEGIES[name].recipe(own, tmp_path / name) for name in ("dpo", "list", "kto", "rejection")}
    assert len(made) == 1
    learnt = {name: json.loads((tmp_path / name / "preferred" / "train.json").read_text()) for name in policies}
    # A quarter of 8 rows is 2 rows: two answers, one of each kind for kto, both verified for rejection.
    assert [learnt[name]["rows_seen"] for name in ("kto", "rejection")] == [2, 2]
    assert all(policy.cost.tokens > learnt[name]["tokens"] for name, policy in policies.items())


def test_answers_are_bought_by_turns_a_verified_and_a_failed_one(bench):
    tried = [one for answers in made_attempts(bench) for one in answers]
    assert answers_within(bench.tokenizer, tried, 0, bench.config) == []
    four = answers_within(bench.tokenizer, tried[:1] + tried[3:], bench.tokens // 2, bench.config)
    assert [one.verified for one in four] == [True, False, True, False]
    assert len(answers_within(bench.tokenizer, tried, 10**6, bench.config)) == 12  # once each


def test_lists_are_bought_whole_until_the_tokens_are_spent_a_prompt_once(bench):
    tried = [one for answers in made_attempts(bench) for one in answers]

    def cost(row):
        prompt = build_prompt(bench.tokenizer, row.broken, row.diagnostic, answer_format(bench.config.answer))
        return len(encode(bench.tokenizer, prompt)) + sum(one.tokens for one in tried if one.row is row)

    def bought(tokens, given=tried):
        return [one.row.id for one in lists_within(bench.tokenizer, given, tokens, bench.config)]

    first, second = cost(tried[0].row), cost(tried[2].row)
    one, two, three = ([id for n in range(count) for id in [f"toy-{n}"] * 2] for count in (1, 2, 3))
    assert [bought(0), bought(1), bought(first)] == [[], one, one]  # the one that is begun is bought whole
    assert [bought(first + 1), bought(first + second), bought(first + second + 1)] == [two, two, three]
    assert len(bought(10**6)) == 12  # once each
    assert bought(10**6, tried[1:]) == bought(10**6)[2:]  # an answer that failed by itself is no list


def test_grpo_asks_only_rows_that_were_repaired_at_times(bench, tmp_path, monkeypatch):
    seen = []
    attempts = made_attempts(bench)
    only = [(passed, passed) for passed, _ in attempts]
    for number, answers in enumerate((attempts, only)):
        teaches(monkeypatch, Paired((), tuple(answers)))
        monkeypatch.setattr(preference, "prefer", lambda config, lessons, *_: seen.append((config, lessons)) or 1 / 0)
        own = elsewhere(bench, tmp_path / str(number))
        if answers is attempts:
            with pytest.raises(ZeroDivisionError):
                STRATEGIES["grpo"].recipe(own, tmp_path / str(number))
    assert STRATEGIES["grpo"].recipe(own, tmp_path / "1").adapters[Policy.EVERY].name == "adapter"
    ((config, lessons),) = seen
    assert config.prefer.method == "grpo"
    assert config.prefer.train_minutes == bench.config.prefer.train_minutes  # it answers anew: time limits it
    assert lessons.judge is bench.judge


def test_pairs_cost_their_prompt_twice_and_both_answers(bench):
    pairs = made_pairs(bench)
    assert pairs_within(bench.tokenizer, pairs, 0, bench.config) == []
    assert pairs_within(bench.tokenizer, pairs, 1, bench.config) == pairs[:1]
    assert pairs_within(bench.tokenizer, pairs, 10**6, bench.config) == pairs  # once each


def test_where_nothing_can_be_made_the_first_adapter_answers(bench, tmp_path, monkeypatch):
    teaches(monkeypatch, Paired((), ()))
    monkeypatch.setattr(synthesis, "synthesise", lambda *_, **__: Synthesised(seconds=7.0))
    own = elsewhere(bench, tmp_path)
    for name in ("ssr", "dpo", "list", "kto", "rejection", "grpo"):
        policy = STRATEGIES[name].recipe(own, tmp_path / name)
        assert policy.adapters[Policy.EVERY].parent.name == "lora"
        assert policy.cost.seconds > (7.0 if name == "ssr" else 0.0)


def test_settings_of_a_phase_make_another_result_of_its_strategy_only(bench, monkeypatch):
    seen = []
    module = sys.modules[compare.__module__]  # the package gives the function of that name
    monkeypatch.setattr(module, "examined", lambda bench, name, recipe, **inputs: seen.append(inputs) or (Policy(), {}))
    compare(bench, ["aligned", "ssr", "dpo"], [0])
    assert [sorted(inputs) for inputs in seen] == [[], [], ["rehearse"], ["prefer"]]  # the base model comes first


def test_a_sequential_stage_of_ssr_rehearses_earlier_families(bench, tmp_path, synthesised, trained):
    families = ("borrow_checker", "type_mismatch")
    first = SEQUENTIAL["ssr"](bench, tmp_path / "1", Stage(families[:1], {}, None, 0.5))
    SEQUENTIAL["ssr"](bench, tmp_path / "2", Stage(families, {}, first, 0.5))
    assert {row.family for row in synthesised[0].rows} == {"borrow_checker"}
    assert synthesised[0].latest == first.adapters[Policy.EVERY]
    kinds = {(row.source == "synthesised", row.family) for row in trained[1][0]}
    assert (False, "type_mismatch") in kinds
    assert any(made for made, _ in kinds)
    assert (False, "borrow_checker") not in kinds
