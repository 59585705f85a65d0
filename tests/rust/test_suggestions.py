"""The search over rustc's own suggestions: bounded, in rustc's order, and without seeing tests."""

from __future__ import annotations

from collections.abc import Sequence

from nightschool.rust import Judge
from nightschool.rust.suggestions import apply_suggestion, search_suggestions
from nightschool.types import Judgement, Program, Replacement, Suggestion, Verdict


def test_one_and_two_steps_are_found_and_the_rest_is_left_alone(judge: Judge) -> None:
    programs = [
        "pub fn f() -> usize { let v = Vec::new(); v.push(1); v.len() }\n",
        "pub fn f() -> HashMap<i32, BTreeMap<i32, i32>> { HashMap::new() }\n",
        "pub fn f() -> i32 { nothing_like_it }\n",
        "pub fn f() -> i32 { 1 }\n",
    ]
    found = search_suggestions(judge, [Program(source) for source in programs])
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
    first = search_suggestions(counting, [Program(source)], depth=2)
    assert first == [source]  # three repairs are needed, two steps are allowed
    assert counting.rounds == 3  # the program itself, then one per step
    assert search_suggestions(judge, [Program(source)], depth=3)[0] != source


def test_replacements_are_bytes_and_are_made_together() -> None:
    source = "fn grüße(a: T, b: T) {}"
    at = source.encode().index(b"T")
    second = source.encode().rindex(b"T")
    both = Suggestion("", (Replacement(at, at + 1, "&T"), Replacement(second, second + 1, "&T")), "Unspecified")
    assert apply_suggestion(source, both) == "fn grüße(a: &T, b: &T) {}"
    overlapping = Suggestion("", (Replacement(0, 5, "x"), Replacement(3, 6, "y")), "Unspecified")
    assert apply_suggestion(source, overlapping) is None
