"""Search: budgets, levels, the fixed order, and that neither order nor company changes what is found."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.repair import Budget, Place, Proposal, Step, search
from nightschool.repair.remembered import Searches
from nightschool.repair.search import distance, ordered, together, verify
from nightschool.rust.judge import Judge, open_judge
from nightschool.types import Diagnostic, Judgement, Program, Verdict

OPERATOR = Step("operator", "test", 0.0)


class Toy:
    """A program compiles when no `x` is left in it; every `x` is an error on the one line."""

    def __init__(self) -> None:
        self.compiled: list[str] = []

    def compile(self, programs: Sequence[Program]) -> list[Judgement]:
        return [self._one(program.source) for program in programs]

    def screen(self, programs: Sequence[Program], diagnose: Sequence[bool] | bool = True) -> list[Judgement]:
        self.compiled += [program.source for program in programs]
        return self.compile(programs)

    def _one(self, source: str) -> Judgement:
        errors = tuple(Diagnostic("E0425", f"x {n} of {source.count('x')}", 1) for n in range(source.count("x")))
        return Judgement(Verdict.NOT_COMPILED if errors else Verdict.PASSED, errors)


def take_one(place: Place) -> Iterable[Proposal]:
    """The program without its first `x`, or without its last."""
    first, last = place.source.find("x"), place.source.rfind("x")
    for at in dict.fromkeys((first, last)):
        yield Proposal(place.source[:at] + place.source[at + 1 :], OPERATOR)


def test_two_errors_take_two_levels_and_every_program_is_compiled_once() -> None:
    # `fn axbxc` without its first x is `fn abxc`, without its last `fn axbc`; either leads to `fn abc` on level two.
    judge = Toy()
    (found,) = search(judge, [Program("fn axbxc() {}")], (take_one,), Budget(10))
    assert [candidate.program for candidate in found.candidates] == ["fn abc() {}"]
    assert [step.name for step in found.candidates[0].steps] == ["test", "test"]
    assert judge.compiled == ["fn abxc() {}", "fn axbc() {}", "fn abc() {}"]
    assert found.compiles == 3


class Pathed(Toy):
    """Each line with an `x` has an error of its own; alone rustc writes paths that it leaves out in company."""

    def compile(self, programs: Sequence[Program]) -> list[Judgement]:
        return [self._named(program.source, "std::") for program in programs]

    def screen(self, programs: Sequence[Program], diagnose: Sequence[bool] | bool = True) -> list[Judgement]:
        return [self._named(program.source, "") for program in programs]

    def _named(self, source: str, path: str) -> Judgement:
        lines = [(n, line) for n, line in enumerate(source.split("\n"), 1) if "x" in line]
        errors = tuple(Diagnostic("E0308", f"no `{path}{line[0]}`", n) for n, line in lines)
        return Judgement(Verdict.NOT_COMPILED if errors else Verdict.PASSED, errors)


def take_each(place: Place) -> Iterable[Proposal]:
    """The program without one of its `x`."""
    for at in (n for n, mark in enumerate(place.source) if mark == "x"):
        yield Proposal(place.source[:at] + place.source[at + 1 :], OPERATOR)


def test_edits_are_joined_whatever_paths_rustc_writes_in_the_errors() -> None:
    (found,) = search(Pathed(), [Program("a(x);\nb(x);\nc(x);")], (take_each,), Budget(20))
    (joined,) = found.candidates
    assert joined.program == "a();\nb();\nc();"
    assert len(joined.steps) == 3


def test_batches_under_way_at_once_come_back_in_order() -> None:
    """50 programs are three batches, of 17, 17 and 16; each finds what it finds alone."""
    programs = [Program(f"fn a{n}x() {{}}") for n in range(50)]
    done: list[tuple[int, int]] = []
    found = search(Toy(), programs, (take_one,), progress=lambda *told: done.append(told))
    assert [[one.program for one in each.candidates] for each in found] == [[f"fn a{n}() {{}}"] for n in range(50)]
    assert done == [(17, 50), (34, 50), (50, 50)]
    assert search(Toy(), [], (take_one,)) == []


def test_who_interrupts_waits_for_what_runs_only() -> None:
    """Told of the first of ten batches of 20, somebody presses Ctrl-C: those under way end, no other begins."""
    judge, pressed = Toy(), threading.Event()

    def interrupt(done: int, total: int) -> None:
        pressed.set()
        raise KeyboardInterrupt

    def slowly(place: Place) -> Iterable[Proposal]:
        if int(place.source[4:].partition("x")[0]) >= 20:  # all but the first batch wait
            pressed.wait(1.0)
        return take_one(place)

    with pytest.raises(KeyboardInterrupt):
        search(judge, [Program(f"fn a{n}x() {{}}") for n in range(200)], (slowly,), progress=interrupt)
    assert len(judge.compiled) < 100


def test_one_level_finds_what_one_edit_repairs_only() -> None:
    one, two = search(Toy(), [Program("fn ax() {}"), Program("fn axbx() {}")], (take_one,), Budget(10, depth=1))
    assert [len(one.candidates), len(two.candidates)] == [1, 0]


def test_syntax_errors_lead_nowhere_and_other_errors_of_like_words_go_on() -> None:
    """`expected function, found ...` has a code and is no syntax error; without a code it would be one."""

    class Worded(Toy):
        def __init__(self, code: str | None) -> None:
            super().__init__()
            self.code = code

        def _one(self, source: str) -> Judgement:
            if "y" not in source:
                return super()._one(source)
            return Judgement(Verdict.NOT_COMPILED, (Diagnostic(self.code, "expected function, found `u8`", 1),))

    def by_way_of_y(place: Place) -> Iterable[Proposal]:
        yield Proposal(
            place.source.replace("y", "") if "y" in place.source else place.source.replace("x", "y"), OPERATOR
        )

    for code, candidates in (("E0618", ["fn a() {}"]), (None, [])):
        (found,) = search(Worded(code), [Program("fn ax() {}")], (by_way_of_y,), Budget(10))
        assert [one.program for one in found.candidates] == candidates


def test_an_edit_that_only_moves_the_error_down_leads_nowhere() -> None:
    """A line more above makes the same error one of line 2; on a line that says something else it would be another."""

    class Lined(Toy):
        def _one(self, source: str) -> Judgement:
            rows = [n for n, line in enumerate(source.split("\n"), start=1) if "x" in line]
            errors = tuple(Diagnostic("E0425", "x", row) for row in rows)
            return Judgement(Verdict.NOT_COMPILED if errors else Verdict.PASSED, errors)

    def a_line_above_and_once_more(place: Place) -> Iterable[Proposal]:
        yield Proposal("// more\n" + place.source, OPERATOR)

    judge = Lined()
    search(judge, [Program("fn ax() {}")], (a_line_above_and_once_more,), Budget(10))
    assert judge.compiled == ["// more\nfn ax() {}"]


def test_the_budget_is_in_compiles_and_shared_between_the_levels() -> None:
    def many(place: Place) -> Iterable[Proposal]:
        return (Proposal(f"{place.source} // {n}\n", OPERATOR) for n in range(100))

    # 20 compiles, 60 % of them for the first level: 12; every candidate keeps its `x`, so none goes on.
    judge = Toy()
    (found,) = search(judge, [Program("fn x() {}")], (many,), Budget(20))
    assert (found.compiles, len(judge.compiled), found.candidates) == (12, 12, ())


def test_a_budget_of_one_compile_is_spent() -> None:
    """60 % of one is none, and without a first level there is no second."""
    (found,) = search(Toy(), [Program("fn ax() {}")], (take_one,), Budget(1))
    assert (found.compiles, [one.program for one in found.candidates]) == (1, ["fn a() {}"])


def test_a_program_that_compiles_is_not_searched() -> None:
    judge = Toy()
    (found,) = search(judge, [Program("fn a() {}")], (take_one,))
    assert (found.before.verdict, found.compiles, judge.compiled) == (Verdict.PASSED, 0, [])


def test_neither_order_nor_company_changes_what_is_found() -> None:
    programs = [Program(source) for source in ("fn ax() {}", "fn xbx() {}", "fn x() {} fn y() { x }", "fn c() {}")]
    alone = [search(Toy(), [program], (take_one,))[0] for program in programs]
    assert search(Toy(), programs, (take_one,)) == alone
    assert search(Toy(), programs[::-1], (take_one,)) == alone[::-1]


def test_no_level_begins_after_the_seconds_are_used_up() -> None:
    (found,) = search(Toy(), [Program("fn x() {}")], (take_one,), Budget(10, seconds=-1.0))
    assert (found.compiles, found.before.verdict) == (0, Verdict.NOT_COMPILED)


def test_what_compiles_is_enough_after_a_while() -> None:
    """`fn xb` has a candidate on the first level and no second one begins; `fn axbxc` has none and goes on."""
    (one,) = search(Toy(), [Program("fn xb() {}")], (take_one,), Budget(10, depth=2, enough=-1.0))
    (two,) = search(Toy(), [Program("fn axbxc() {}")], (take_one,), Budget(10, depth=2, enough=-1.0))
    assert [len(one.candidates[0].steps), len(two.candidates[0].steps)] == [1, 2]


def test_after_enough_seconds_no_further_level_begins_where_something_compiles() -> None:
    """Level one: both `x` at once compile, the first alone is other errors; level two would take the other."""

    def both_or_one(place: Place) -> Iterable[Proposal]:
        yield Proposal(place.source.replace("x", "") + " ", OPERATOR)
        yield from take_one(place)

    compiled = []
    for enough in (float("inf"), 0.0):
        judge = Toy()
        (found,) = search(judge, [Program("fn axbxc() {}")], (both_or_one,), Budget(10, enough=enough))
        assert found.candidates
        compiled.append(len(judge.compiled))
    assert compiled[0] > compiled[1] == 3


def test_proposing_ends_with_the_time() -> None:
    def slow(place: Place) -> Iterable[Proposal]:
        for n in range(1000):
            time.sleep(0.01)
            yield Proposal(f"{place.source} // {n}\n", OPERATOR)

    (found,) = search(Toy(), [Program("fn x() {}")], (slow,), Budget(1000, seconds=0.1))
    assert 0 < found.compiles <= 10  # a hundredth of a second each, a tenth in all


def test_what_a_sandbox_that_dies_in_mid_search_leaves_is_unscored_and_not_kept(tmp_path: Path) -> None:
    class Dying(Toy):
        dead = True

        def screen(self, programs: Sequence[Program], diagnose: Sequence[bool] | bool = True) -> list[Judgement]:
            found = super().screen(programs, diagnose)
            return [Judgement(Verdict.UNSCORED, detail="the sandbox died")] * len(found) if self.dead else found

    judge, program = Dying(), Program("fn ax() {}")
    (found,) = search(judge, [program], (take_one,))
    assert (found.before.verdict, found.before.detail) == (Verdict.UNSCORED, "the sandbox died")
    kept = Searches(tmp_path)
    (once,) = kept.found(judge, [program], lambda part: search(judge, part, (take_one,)))
    judge.dead = False
    (again,) = kept.found(judge, [program], lambda part: search(judge, part, (take_one,)))
    assert (once.before.verdict, [one.program for one in again.candidates]) == (Verdict.UNSCORED, ["fn a() {}"])
    judge.dead = True
    (more,) = verify(judge, [again], [[Proposal("fn b() {}", OPERATOR)]])
    assert more.before.verdict is Verdict.UNSCORED
    assert together(again, more).before.verdict is Verdict.UNSCORED


def test_the_fixed_order_is_machine_applicable_first_then_the_smallest_edit() -> None:
    machine, operator = Step("rustc", "MachineApplicable", -10.0), Step("operator", "clone", 0.0)
    before = "fn f() { g(a) }"
    good = [("fn f() { g(a, b, c) }", (machine,)), ("fn f() { g(&a) }", (operator,)), ("fn f() { g(b) }", (operator,))]
    # Words: `, b , c` is 4 in; `&` is 1 in; `a` for `b` is 1 out and 1 in.
    assert [(one.program, one.distance) for one in ordered(before, good)] == [
        ("fn f() { g(a, b, c) }", 4),
        ("fn f() { g(&a) }", 1),
        ("fn f() { g(b) }", 2),
    ]
    assert distance(before, before) == 0


def test_further_answers_are_verified_and_those_known_are_not_compiled_again() -> None:
    judge = Toy()
    found = search(judge, [Program("fn ax() {}")], (take_one,))
    judge.compiled.clear()
    step = Step("model", "greedy", 0.0)
    said = [Proposal(text, step) for text in ("fn a() {}", "fn b() {}", "fn bx() {}", "unsafe fn u() {}", "fn ax() {}")]
    (more,) = verify(judge, found, [said])
    assert judge.compiled == ["fn b() {}", "fn bx() {}"]
    assert {one.program: one.steps[0].source for one in more.candidates} == {
        "fn a() {}": "operator",
        "fn b() {}": "model",
    }
    assert more.compiles == found[0].compiles + 2


def test_what_compiles_and_uses_forbidden_constructs_is_no_candidate() -> None:
    def unsafe(place: Place) -> Iterable[Proposal]:
        return (Proposal(text, OPERATOR) for text in ("unsafe fn a() {}", "fn a() { todo!() }", "fn a() {}"))

    (found,) = search(Toy(), [Program("fn ax() {}")], (unsafe,))
    assert [one.program for one in found.candidates] == ["fn a() {}"]
    assert found.compiles == 3


def test_two_searches_of_one_program_are_one() -> None:
    (first,) = search(Toy(), [Program("fn ax() {}")], (take_one,))
    other_step = Step("pattern", "p", 1.0)

    def other(place: Place) -> Iterable[Proposal]:
        return (Proposal(text, other_step) for text in ("fn a() {}", "fn longer_name() {}"))

    (second,) = search(Toy(), [Program("fn ax() {}")], (other,))
    both = together(first, second)
    assert [(one.program, one.steps[0].source, one.order) for one in both.candidates] == [
        ("fn a() {}", "operator", 0),
        ("fn longer_name() {}", "pattern", 1),
    ]
    assert both.compiles == first.compiles + second.compiles


THREE_ERRORS = """pub fn mean(values: &[f64]) -> f64 {
    let total = 0.0;
    for value in values {
        total += value;
    }
    total / values.len()
}
"""


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return open_judge(Config(root=tmp_path_factory.mktemp("search")))


@pytest.mark.integration
def test_independent_errors_of_a_real_program_are_repaired_one_after_the_other(judge: Judge) -> None:
    """`total` lacks `mut` (E0384 waits behind the types), and a float is divided by a `usize` (E0277)."""
    (found,) = search(judge, [Program(THREE_ERRORS)], budget=Budget(200, depth=2))
    wanted = THREE_ERRORS.replace("let total", "let mut total").replace("values.len()", "values.len() as f64")
    assert wanted in [candidate.program for candidate in found.candidates]
    assert all(
        one.verdict is Verdict.PASSED for one in judge.compile_each([Program(c.program) for c in found.candidates])
    )
