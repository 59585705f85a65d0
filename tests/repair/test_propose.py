"""The queue of all sources: distinct, in the order of costs, nothing that does not parse."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterable

from nightschool.repair import Place, Proposal, Step, propose
from nightschool.repair.propose import by_operators
from nightschool.types import Diagnostic

SOURCE = "pub fn f(a: Vec<u8>) -> usize {\n    g(a);\n    a.len()\n}\n"
ERROR = Diagnostic("E0382", "borrow of moved value: `a`", 3)


def source(*proposals: tuple[str, float]) -> object:
    def made(place: Place) -> Iterable[Proposal]:
        return (Proposal(text, Step("operator", f"{text} {cost}", cost)) for text, cost in proposals)

    return made


def queue(*sources: object) -> list[str]:
    return [one.program for one in propose(Place(SOURCE, [ERROR]), sources)]  # type: ignore[arg-type]


def test_each_program_stands_once_under_the_earliest_cost() -> None:
    first, second = source(("fn b() {}", 1.0), ("fn a() {}", 5.0)), source(("fn a() {}", 0.5))
    assert queue(first, second) == ["fn a() {}", "fn b() {}"]


def test_equal_costs_keep_the_order_of_the_sources() -> None:
    assert queue(source(("fn a() {}", 1.0)), source(("fn b() {}", 1.0), ("fn c() {}", 1.0))) == [
        "fn a() {}", "fn b() {}", "fn c() {}",
    ]  # fmt: skip


def test_what_does_not_parse_or_changes_nothing_is_not_proposed() -> None:
    made = source(("fn broken( {", 0.0), (SOURCE, 0.0), ("fn fine() {}", 9.0))
    assert queue(made) == ["fn fine() {}"]


def test_equal_inputs_give_equal_lists() -> None:
    first, second = (list(propose(Place(SOURCE, [ERROR]))) for _ in range(2))
    assert first == second
    assert len(first) > 5


def test_several_errors_take_turns() -> None:
    """Each error's own first proposal comes before the second of any; what rustc suggests for all comes first."""

    def of_each(place: Place) -> Iterable[Proposal]:
        said = "".join(error.message for error in place.diagnostics)
        yield Proposal(f"fn {said}0() {{}}", Step("rustc", "s", -1.0))
        yield from (Proposal(f"fn {said}{n}() {{}}", Step("operator", "o", float(n))) for n in (1, 2))

    errors = [Diagnostic("E0308", "a", 1), Diagnostic("E0277", "b", 2)]
    found = [one.program[3:-5] for one in propose(Place(SOURCE, errors), [of_each])]
    assert found == ["ab0", "a0", "b0", "ab1", "a1", "b1", "ab2", "a2", "b2"]


def test_a_long_file_does_not_stand_in_memory_once_for_each_proposal() -> None:
    """Of 90 programs of 110 KB each some 20 are held at once: one an operator that has any."""
    long = SOURCE + "// a line that says nothing\n" * 4000
    place = Place(long, [ERROR])
    found = len(list(by_operators(place)))
    tracemalloc.start()
    next(by_operators(place))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found > 60
    assert peak < found * len(long) / 2
