"""The search over rustc's own suggestions: bounded, in rustc's order, and without seeing tests."""

from __future__ import annotations

from collections.abc import Sequence

from nightschool.rust import Judge
from nightschool.rust.suggestions import MOST_TRIES, apply_suggestion, search_suggestions
from nightschool.types import Diagnostic, Judgement, Program, Replacement, Suggestion, Verdict


def test_one_and_two_steps_are_found_and_the_rest_is_left_alone(judge: Judge) -> None:
    programs = [
        "pub fn f() -> usize { let v = Vec::new(); v.push(1); v.len() }\n",
        "pub fn f() -> HashMap<i32, BTreeMap<i32, i32>> { HashMap::new() }\n",
        "pub fn f() -> i32 { nothing_like_it }\n",
        "pub fn f() -> i32 { 1 }\n",
    ]
    searched = search_suggestions(judge, [Program(source) for source in programs])
    found = [one.source for one in searched]
    assert "let mut v" in found[0]
    assert "use std::collections::HashMap;" in found[1]
    assert "use std::collections::BTreeMap;" in found[1]
    assert found[2:] == programs[2:]
    verdicts = [one.verdict for one in judge.compile([Program(source) for source in found])]
    assert verdicts == [Verdict.PASSED, Verdict.PASSED, Verdict.NOT_COMPILED, Verdict.PASSED]


def test_the_search_is_deterministic_and_bounded(judge: Judge) -> None:
    class Counting:
        rounds = 0

        def compile(self, programs: Sequence[Program]) -> list[Judgement]:
            self.rounds += 1
            return judge.compile(programs)

    counting = Counting()
    source = (
        'pub fn f(s: &str) -> String { let t = s; t }\npub fn g() -> String { "a" }\npub fn h() -> String { "b" }\n'
    )
    (first,) = search_suggestions(counting, [Program(source)], depth=2)
    assert first.source == source  # three repairs are needed, two steps are allowed
    assert counting.rounds == 3  # the program itself, then one per step
    assert search_suggestions(judge, [Program(source)], depth=3)[0].source != source


class Hopeless:
    """Nothing compiles, and every program could have thirty other letters in front."""

    def __init__(self) -> None:
        self.compiled: list[str] = []

    def compile(self, programs: Sequence[Program]) -> list[Judgement]:
        self.compiled += [program.source for program in programs]
        more = [Suggestion("", (Replacement(0, 0, chr(ord("A") + n)),), "MaybeIncorrect") for n in range(30)]
        error = Diagnostic("E0425", "cannot find value", 1, suggestions=tuple(more))
        return [Judgement(Verdict.NOT_COMPILED, (error,)) for _ in programs]


def test_of_one_program_24_candidates_are_compiled_on_each_of_two_levels_and_counted() -> None:
    judge = Hopeless()
    found = search_suggestions(judge, [Program("fn f() {}"), Program("fn g() {}")])
    assert [one.tries for one in found] == [2 * 24, 2 * 24] == [MOST_TRIES, MOST_TRIES]
    assert len(set(judge.compiled)) == len(judge.compiled) == 2 * (1 + 48)  # the programs themselves are no tries


def test_a_program_that_compiles_takes_no_tries_and_one_step_those_of_its_level(judge: Judge) -> None:
    fine, one_step = search_suggestions(
        judge, [Program("pub fn f() {}\n"), Program("pub fn f() { let v = Vec::new(); v.push(1); }\n")]
    )
    assert (fine.tries, one_step.tries) == (0, 1)  # rustc has one suggestion: `mut`


def test_replacements_are_bytes_and_are_made_together() -> None:
    source = "fn grüße(a: T, b: T) {}"
    at = source.encode().index(b"T")
    second = source.encode().rindex(b"T")
    both = Suggestion("", (Replacement(at, at + 1, "&T"), Replacement(second, second + 1, "&T")), "Unspecified")
    assert apply_suggestion(source, both) == "fn grüße(a: &T, b: &T) {}"
    overlapping = Suggestion("", (Replacement(0, 5, "x"), Replacement(3, 6, "y")), "Unspecified")
    assert apply_suggestion(source, overlapping) is None
