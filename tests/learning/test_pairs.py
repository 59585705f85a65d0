"""Preference pairs: what passed over what failed, hardly different in length, no code crowding out the others."""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nightschool.config_file import load_config
from nightschool.curriculum.pairs_file import PAIRS, read_pairs, write_pairs
from nightschool.errors import CorpusError
from nightschool.learning import pairing
from nightschool.learning.attempts import Sampling, Tried
from nightschool.learning.pairing import chosen_rows
from nightschool.learning.pairs import balanced, lost_pairs, sampled_pairs
from nightschool.types import Koan, PreferencePair, Row, Verdict

sys.path.insert(0, str(Path(__file__).parent))
from toy import toy_rows

ROW = replace(toy_rows()[0], tests="#[test] fn t() {}")
BAD = Verdict.NOT_COMPILED


def tried(text: str, verdict: Verdict, tokens: int = 10, program: str = "") -> Tried:
    return Tried(ROW, text, tokens, program or f"fn {text}() {{}}", verdict)


def test_each_answer_is_in_one_pair_and_nearest_lengths_come_first() -> None:
    answers = [tried("a", Verdict.PASSED, 10), tried("b", Verdict.PASSED, 13)]
    answers += [tried("x", BAD, 13), tried("y", BAD, 10), tried("z", BAD, 11)]
    assert {(p.chosen, p.rejected) for p in sampled_pairs(answers, 4)} == {("a", "y"), ("b", "x")}
    assert len(sampled_pairs(answers, 1)) == 1


def test_lengths_beyond_one_and_a_quarter_and_mere_layout_make_no_pair() -> None:
    assert sampled_pairs([tried("a", Verdict.PASSED, 10), tried("x", BAD, 13)], 2) == []
    assert len(sampled_pairs([tried("a", Verdict.PASSED, 10), tried("x", BAD, 12)], 2)) == 1
    same = tried("x", BAD, 10, "fn a()\n{ }  // as before\n")
    assert sampled_pairs([tried("a", Verdict.PASSED, 10), same], 2) == []


def test_a_malformed_answer_and_one_that_dodges_the_check_are_neither_chosen_nor_rejected() -> None:
    malformed = Tried(ROW, "x", 10, "", BAD)
    assert sampled_pairs([tried("a", Verdict.PASSED), malformed], 2) == []
    untested = replace(ROW, tests=None)
    emptied = Tried(untested, "d", 10, "fn other() {}", Verdict.PASSED)  # compiles, but the function is gone
    assert not emptied.verified
    assert sampled_pairs([emptied, Tried(untested, "x", 10, "fn x() {}", BAD)], 2) == []
    assert Tried(untested, "r", 10, untested.fixed, Verdict.PASSED).verified


def test_a_row_that_was_lost_pairs_the_earlier_pass_with_todays_failure() -> None:
    (pair,) = lost_pairs([tried("x", BAD)], [tried("a", Verdict.PASSED)])
    assert (pair.chosen, pair.rejected, pair.provenance) == ("a", "x", "lost")
    assert lost_pairs([tried("x", BAD), tried("b", Verdict.PASSED)], [tried("a", Verdict.PASSED)]) == []
    assert lost_pairs([tried("x", BAD)], [tried("y", BAD)]) == []


def pair(number: int, code: str) -> PreferencePair:
    (one,) = sampled_pairs([tried(f"a{number}", Verdict.PASSED), tried(f"x{number}", BAD)], 1)
    return replace(one, error_code=code)


def test_no_code_has_more_than_its_share_and_none_is_there_twice() -> None:
    pairs = [pair(n, code) for n, code in enumerate("A" * 10 + "B" * 3 + "C" * 2 + "D" + "E" + "F")]
    # A cap of 2 leaves 2 + 2 + 2 + 1 + 1 + 1 = 9, of which 2 are 22 %; a cap of 3 leaves 11, 27 %.
    assert Counter(p.error_code for p in balanced([*pairs, *pairs], 0.25)) == {
        "A": 2, "B": 2, "C": 2, "D": 1, "E": 1, "F": 1,
    }  # fmt: skip
    assert Counter(p.error_code for p in balanced(pairs, 0.3))["A"] == 3


@given(st.lists(st.sampled_from("ABCDE"), max_size=40), st.floats(0.05, 1.0))
def test_the_share_holds_or_codes_are_even(codes: list[str], share: float) -> None:
    kept = balanced([replace(PAIR, id=str(n), error_code=code) for n, code in enumerate(codes)], share)
    counts = Counter(p.error_code for p in kept)
    assert set(counts) == set(codes)
    assert all(n <= max(share, 1 / len(counts)) * len(kept) + 1e-6 for n in counts.values())


PAIR = pair(0, "A")


def test_pairs_are_read_as_written_and_a_cut_line_is_named(tmp_path: Path) -> None:
    write_pairs(tmp_path, [PAIR, pair(1, "B")])
    assert read_pairs(tmp_path) == [PAIR, pair(1, "B")]
    text = (tmp_path / PAIRS).read_text()
    (tmp_path / PAIRS).write_text(text[:-20])
    with pytest.raises(CorpusError, match=r"line 2 is no pair.*nightschool pairs"):
        read_pairs(tmp_path)


def test_rows_to_attempt_take_turns_over_error_codes() -> None:
    rows = chosen_rows(toy_rows(), 10, seed=0)
    assert Counter(row.error_code for row in rows) == {"E0384": 5, "E0308": 5}


@pytest.fixture
def scripted(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, Sampling]]:
    """Attempts that pass at times on E0384 and never on E0308, which the earlier model repairs; notes what is asked."""
    asked: list[tuple[int, Sampling]] = []

    def attempts(loaded: str, judge: Any, rows: Sequence[Row], answer: Any, sampling: Sampling) -> list[list[Tried]]:
        asked.append((len(rows), sampling))
        return [_answers(row, loaded == "earlier") for row in rows]

    monkeypatch.setattr(pairing, "open_model", lambda base, config, adapter: "candidate" if adapter else "earlier")
    monkeypatch.setattr(pairing, "attempt", attempts)
    return asked


def _answers(row: Row, earlier: bool) -> list[Tried]:
    passes = earlier or row.error_code == "E0384"
    good = [Tried(row, f"g{k}", 10, row.fixed + f"// {k}", Verdict.PASSED) for k in range(2)]
    return [*(good if passes else []), *(Tried(row, f"x{k}", 10, row.broken + f"x{k}", BAD) for k in range(3))]


def paired(*settings: str, koans: Sequence[Koan] = ()) -> pairing.Paired:
    line: Any = pairing.Line(None, Path("candidate"), None)  # type: ignore[arg-type]
    return pairing.make_pairs(load_config(None, list(settings)), None, line, toy_rows(), koans)  # type: ignore[arg-type]


def test_the_candidate_samples_rows_and_the_earlier_model_is_asked_what_was_lost(
    scripted: list[tuple[int, Sampling]],
) -> None:
    made = paired("prefer.koans=10", "prefer.samples=5", "prefer.per_koan=2")
    # 10 rows, 5 of each code: 2 pairs of each that is repaired at times, 1 of each that was lost.
    assert Counter((p.provenance, p.error_code) for p in made.pairs) == {("sampled", "E0384"): 5, ("lost", "E0308"): 5}
    assert [(count, sampling.samples) for count, sampling in scripted] == [(10, 5), (5, 1)]
    assert scripted[1][1].temperature == 0.0
    numbers = made.metrics()
    assert (numbers["rows"], numbers["verified"], numbers["rows_learnable"], numbers["pairs_lost"]) == (10, 10, 5, 5)


@pytest.mark.parametrize(("repairs", "asked"), [(True, [8, 12]), (False, [8])])
def test_an_earlier_model_that_repairs_none_of_eight_is_asked_no_more(
    scripted: list[tuple[int, Sampling]], monkeypatch: pytest.MonkeyPatch, repairs: bool, asked: list[int]
) -> None:
    who = "earlier" if repairs else "candidate"
    monkeypatch.setattr(pairing, "open_model", lambda base, config, adapter: "candidate" if adapter else who)
    paired("prefer.koans=40")  # 20 of each code; those of E0308 are lost
    assert [count for count, _ in scripted] == [40, *asked]


def test_a_pair_whose_answer_is_an_examined_koan_is_dropped_and_counted() -> None:
    body = "let mut sum = 0.0; for v in values { sum += v; } sum / values.len() as f64"
    spelt = f"fn mean(values: &[f64]) -> f64 {{ {body} }}"
    koan = Koan("k", "f", "p", ("E0308",), spelt.replace("as f64", ""), spelt, "")
    leaking = replace(PAIR, id="leaking", rejected_program=spelt.replace("mean", "average").replace("sum", "total"))
    assert pairing.unlike([PAIR, leaking], [koan]) == [PAIR]


def test_attempts_have_their_part_of_the_minutes(scripted: list[tuple[int, Sampling]]) -> None:
    paired("prefer.minutes=10")
    # 80 % of 600 s for the candidate, the rest for the earlier model.
    assert scripted[1][1].deadline - scripted[0][1].deadline == pytest.approx(120.0)


def test_attempts_are_read_back_with_their_rows(scripted: list[tuple[int, Sampling]], tmp_path: Path) -> None:
    made = paired("prefer.koans=4")
    pairing.write_paired(tmp_path, made)
    assert pairing.read_attempts(tmp_path, toy_rows()) == [one for answers in made.tried for one in answers]
    assert read_pairs(tmp_path) == list(made.pairs)
