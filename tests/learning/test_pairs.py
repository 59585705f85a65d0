"""Preference pairs: what passed over what failed, hardly different in length, no code crowding out the others."""

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nightschool.config_file import load_config
from nightschool.curriculum.decided import DecidedPair
from nightschool.curriculum.pairs_file import PAIRS, read_pairs, write_pairs
from nightschool.errors import CorpusError
from nightschool.learning import pairing
from nightschool.learning.attempts import Tried
from nightschool.learning.decided import joined
from nightschool.learning.open_rows import NONE_SEARCHED, open_rows, read_open, write_open
from nightschool.learning.pairs import balanced, searched_pairs
from nightschool.learning.plan import learning_order
from nightschool.repair.lists import Listed
from nightschool.repair.proposal import Candidate, Step
from nightschool.rust.line_edits import apply_edits
from nightschool.types import Koan, PreferencePair, Row, Verdict

sys.path.insert(0, str(Path(__file__).parent))
from toy import toy_rows

ROW = replace(toy_rows()[0], tests="#[test] fn t() {}")
BAD = Verdict.NOT_COMPILED


def tried(text: str, verdict: Verdict, tokens: int = 10, program: str = "") -> Tried:
    return Tried(ROW, text, tokens, program or f"fn {text}() {{}}", verdict)


def test_each_failure_is_in_one_pair_what_passed_takes_turns_and_nearest_lengths_come_first() -> None:
    answers = [tried("a", Verdict.PASSED, 10), tried("b", Verdict.PASSED, 14)]
    answers += [tried("x", BAD, 14), tried("y", BAD, 10), tried("z", BAD, 11)]
    # x and y are as long as one that passed; z is one longer than a, and both have been used once by then.
    assert [(p.chosen, p.rejected) for p in searched_pairs(answers, 4)] == [("b", "x"), ("a", "y"), ("a", "z")]
    assert len(searched_pairs(answers, 1)) == 1


def test_lengths_beyond_one_and_a_half_and_mere_layout_make_no_pair() -> None:
    assert searched_pairs([tried("a", Verdict.PASSED, 10), tried("x", BAD, 16)], 2) == []
    assert len(searched_pairs([tried("a", Verdict.PASSED, 10), tried("x", BAD, 15)], 2)) == 1
    same = tried("x", BAD, 10, "fn a()\n{ }  // as before\n")
    assert searched_pairs([tried("a", Verdict.PASSED, 10), same], 2) == []


def test_a_malformed_answer_and_one_that_dodges_the_check_are_neither_chosen_nor_rejected() -> None:
    malformed = Tried(ROW, "x", 10, "", BAD)
    assert searched_pairs([tried("a", Verdict.PASSED), malformed], 2) == []
    untested = replace(ROW, tests=None)
    emptied = Tried(untested, "d", 10, "fn other() {}", Verdict.PASSED)  # compiles, but the function is gone
    assert not emptied.verified
    assert searched_pairs([emptied, Tried(untested, "x", 10, "fn x() {}", BAD)], 2) == []
    assert Tried(untested, "r", 10, untested.fixed, Verdict.PASSED).verified


def pair(number: int, code: str) -> PreferencePair:
    (one,) = searched_pairs([tried(f"a{number}", Verdict.PASSED), tried(f"x{number}", BAD)], 1)
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
DECIDED = DecidedPair(
    "i", "e", "shop", 1.0, "accepted", "p", "r", None, "own-e0308", "E0308", "2021", "b", "c", "d", "x", "y", "k"
)


def test_pairs_are_read_as_written_and_a_cut_line_is_named(tmp_path: Path) -> None:
    write_pairs(tmp_path, [PAIR, pair(1, "B")])
    assert read_pairs(tmp_path) == [PAIR, pair(1, "B")]
    text = (tmp_path / PAIRS).read_text()
    (tmp_path / PAIRS).write_text(text[:-20])
    with pytest.raises(CorpusError, match=r"line 2 is no pair.*nightschool pairs"):
        read_pairs(tmp_path)


def listed(row: Row, passing: Sequence[str], failing: Sequence[str]) -> Listed:
    """A searched row: these programs compile."""
    programs = [*passing, *failing]
    candidates = tuple(Candidate(text, (Step("operator", "toy", 0.0),), n, 1) for n, text in enumerate(programs))
    passed = tuple(text in passing for text in programs)
    about = (row.id, row.id, row.pattern, row.family, row.error_code, row.group, row.broken, row.edition)
    return Listed(*about, (), candidates, passed, 40)


def searched(count: int) -> tuple[list[Listed], list[Row]]:
    """Rows of E0384 have their repair and two that fail; those of E0308 only one that fails."""
    rows = toy_rows()[: 2 * count]
    lists = []
    for row in rows:
        wrong = [row.fixed.replace("0;", "1;").replace("String", "Option<String>"), row.fixed.replace("pub fn", "fn")]
        lists.append(listed(row, [row.fixed], wrong) if row.error_code == "E0384" else listed(row, [], wrong[:1]))
    return lists, rows


class Words:
    """A tokenizer of words."""

    eos_token_id = 0

    def __call__(self, text: str, add_special_tokens: bool = True) -> dict[str, list[int]]:
        return {"input_ids": [1] * len(text.split())}


def paired(count: int, *settings: str) -> pairing.Paired:
    lists, rows = searched(count)
    return pairing.make_pairs(load_config(None, list(settings)), lists, rows, [], Words())


def test_what_passes_is_paired_with_what_fails_in_the_words_of_the_format() -> None:
    made = paired(5, "prefer.code_share=1.0")
    # Of two repairs that fail in each of 5 rows of E0384 one is about as long as the one that passes (the other edits a
    # line more); rows of E0308 have none that passes.
    assert Counter((p.provenance, p.error_code) for p in made.pairs) == {("searched", "E0384"): 5}
    for pair_ in made.pairs:
        assert pair_.chosen.startswith("2 let mut ")
        assert apply_edits(pair_.broken, pair_.chosen.split("\n")) == pair_.chosen_program
        assert apply_edits(pair_.broken, pair_.rejected.split("\n")) == pair_.rejected_program
    numbers = made.metrics()
    assert (numbers["rows"], numbers["answers"], numbers["verified"], numbers["rows_learnable"]) == (10, 20, 5, 5)
    assert (numbers["pairs"], numbers["pairs_patterns"]) == (5, 1)


def test_a_night_has_so_many_pairs_at_most_and_each_pattern_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of two patterns, 5 and 2 with a pair each: of 7 pairs the first 4 are two of each."""
    lists, rows = searched(7)
    rare = {row.id for row in [row for row in rows if row.error_code == "E0384"][5:]}
    rows = [replace(row, pattern="rare") if row.id in rare else row for row in rows]
    lists = [replace(one, pattern="rare") if one.row in rare else one for one in lists]

    def patterns() -> list[str]:
        made = pairing.make_pairs(load_config(None, ["prefer.code_share=1.0"]), lists, rows, [], Words())
        return sorted(pair.pattern for pair in made.pairs)

    assert len(patterns()) == 7
    monkeypatch.setattr(pairing, "MOST_PAIRS", 4)
    assert patterns().count("rare") == 2
    assert len(patterns()) == 4


def test_whole_programs_are_the_words_where_the_format_is_program() -> None:
    made = paired(1, "answer.format=program", "prefer.code_share=1.0")
    assert [pair_.chosen for pair_ in made.pairs] == [pair_.chosen_program.rstrip("\n") for pair_ in made.pairs]


def test_lists_of_rows_that_left_the_corpus_teach_nothing() -> None:
    lists, rows = searched(2)
    assert pairing.make_pairs(load_config(None), lists, rows[:1], [], Words()).metrics()["rows"] == 1


def test_a_pair_whose_answer_is_an_examined_koan_is_dropped_and_counted() -> None:
    body = "let mut sum = 0.0; for v in values { sum += v; } sum / values.len() as f64"
    spelt = f"fn mean(values: &[f64]) -> f64 {{ {body} }}"
    koan = Koan("k", "f", "p", ("E0308",), spelt.replace("as f64", ""), spelt, "")
    leaking = replace(PAIR, id="leaking", rejected_program=spelt.replace("mean", "average").replace("sum", "total"))
    assert pairing.unlike([PAIR, leaking], [koan]) == [PAIR]


def test_an_answer_that_is_an_examined_koan_is_in_no_list() -> None:
    body = "let mut sum = 0.0; for v in values { sum += v; } sum / values.len() as f64"
    spelt = f"fn mean(values: &[f64]) -> f64 {{ {body} }}"
    koan = Koan("k", "f", "p", ("E0308",), spelt.replace("as f64", ""), spelt, "")
    row = toy_rows()[0]
    fine = Tried(row, "2 let mut", 3, row.fixed.replace("0", "1"), Verdict.TESTS_FAILED)
    leaking = replace(fine, text="1 fn", program=spelt.replace("mean", "average").replace("sum", "total"))
    assert pairing.unlike_answers([[fine, leaking], [fine]], [koan]) == [[fine], [fine]]


def test_answers_are_read_back_with_their_rows(tmp_path: Path) -> None:
    made = paired(4)
    pairing.write_paired(tmp_path, made)
    assert pairing.read_attempts(tmp_path, toy_rows()) == [one for answers in made.tried for one in answers]
    assert read_pairs(tmp_path) == list(made.pairs)


def test_open_rows_come_first_then_patterns_by_what_stays_open() -> None:
    """10 rows of E0384 are repaired, 10 of E0308 stay open: shares 2/14 and 12/14 with 4 rows' worth of the mean."""
    lists, rows = searched(10)
    found = open_rows(lists)
    assert found.ids == tuple(sorted(row.id for row in rows if row.error_code == "E0308"))
    assert found.patterns == {"missing-mut": (10, 0), "string-vs-str": (10, 10)}
    assert (found.weight("missing-mut"), found.weight("string-vs-str")) == (pytest.approx(1 / 7), pytest.approx(6 / 7))
    assert found.weight("never seen") == found.share == 0.5
    order = [toy_rows()[index] for index in learning_order(toy_rows(), load_config(None), found)]
    assert {row.id for row in order[:10]} == set(found.ids)
    # Of the 38 left 14 are of E0308, learnt 6 times as often for each row of their share: sqrt(24) each.
    assert Counter(row.error_code for row in order[10:24])["E0308"] >= 10


def test_open_rows_are_read_as_written_and_without_any_all_patterns_weigh_the_same(tmp_path: Path) -> None:
    found = open_rows(searched(3)[0])
    write_open(tmp_path, found)
    assert read_open(tmp_path) == found
    assert NONE_SEARCHED.weight("a") == NONE_SEARCHED.weight("b") == 1.0


def test_decided_pairs_come_first_and_have_at_most_their_share() -> None:
    """Six searched ones allow six decided ones at a half, two at a quarter (2 of 8), none at 0, all eight at 1."""
    searched_ = [replace(PAIR, id=f"s{n}", error_code="A") for n in range(6)]
    own = [replace(PAIR, id=f"d{n}", error_code="A", provenance="accepted") for n in range(8)]
    for share, expected in ((0.5, 6), (0.25, 2), (0.0, 0), (1.0, 8)):
        kept = joined(own, searched_, share, 1.0)
        assert [one.id for one in kept if one.provenance == "accepted"] == [f"d{n}" for n in range(expected)]
        assert len(kept) == 6 + expected
    assert joined(own, [], 0.5, 1.0) == []


def test_the_share_of_decided_pairs_holds_after_codes_were_balanced() -> None:
    """At a code share of a half, two searched A and six searched B leave two of each: so at most four decided ones."""
    searched_ = [replace(PAIR, id=f"s{n}", error_code="A" if n < 2 else "B") for n in range(8)]
    own = [replace(PAIR, id=f"d{n}", error_code="A", provenance="edited") for n in range(8)]
    kept = joined(own, searched_, 0.5, 0.5)
    counts = Counter(one.provenance for one in kept)
    assert counts["edited"] <= counts["searched"]
    assert Counter(one.error_code for one in kept) == {"A": 6, "B": 6}


@pytest.mark.parametrize(("share", "expected"), [(0.0, 0), (0.5, 4), (1.0, 8)])
def test_the_share_of_decided_pairs_is_the_configured_one(
    monkeypatch: pytest.MonkeyPatch, share: float, expected: int
) -> None:
    """Beside four searched ones; that rustc takes eight decided ones is given."""
    own = [replace(PAIR, id=f"d{n}", provenance="accepted") for n in range(8)]
    monkeypatch.setattr(pairing, "decided_pairs", lambda *_: own)
    lists, rows = searched(4)
    config = load_config(None, ["prefer.code_share=1.0", f"prefer.decided_share={share}"])
    decided = pairing.DecidedPairs([DECIDED], None)  # type: ignore[arg-type]
    made = pairing.make_pairs(config, lists, rows, [], Words(), decided)
    assert (made.metrics()["pairs_decided"], len(made.pairs)) == (expected, 4 + expected)
