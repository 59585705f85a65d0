import pytest

from nightschool.curriculum.overlap import coverage
from nightschool.errors import UsageError
from tests.curriculum.programs import koan, row


def _clone(name: str, call: str, code: str = "E0382") -> tuple[str, str, str, str]:
    return (
        name,
        f"fn f(v: String) {{ {call}(v); show(v); }}",
        f"fn f(v: String) {{ {call}(v.clone()); show(v); }}",
        code,
    )


CLONE = koan("clone", "fn a(s: String) { keep(s); log(s) }", "fn a(s: String) { keep(s.clone()); log(s) }")
MUT = koan("mut", "fn a() { let x = 1; x += 1; }", "fn a() { let mut x = 1; x += 1; }", "E0384")


def test_a_cell_is_covered_from_m_distinct_programs_on() -> None:
    rows = [row("a", "fn f(v: S) { g(v); h(v); }", "fn f(v: S) { g(v.clone()); h(v); }")]
    rows += [row("b", "fn f(v: S) { if g(v) { h(v); } }", "fn f(v: S) { if g(v.clone()) { h(v); } }")]
    assert coverage(rows[:1], [CLONE], 2).share == 0
    assert coverage(rows, [CLONE], 2).share == 1


def test_renamed_copies_are_one_program() -> None:
    rows = [row(*_clone("a", "send")), row(*_clone("b", "push")), row(*_clone("c", "store"))]
    found = coverage(rows, [CLONE], 2)
    assert found.cells[0].programs == 1
    assert found.share == 0


def test_the_code_alone_is_not_the_skill() -> None:
    reference = row("a", "fn f(v: S) { g(v); h(v); }", "fn f(v: S) { g(&v); h(v); }")
    found = coverage([reference], [CLONE], 1)
    assert found.code_share == 1
    assert found.share == 0


def test_the_pattern_under_another_code_is_not_the_skill() -> None:
    assert coverage([row(*_clone("a", "send", "E0505"))], [CLONE], 1).share == 0


def test_missing_cells_name_their_koans() -> None:
    found = coverage([row(*_clone("a", "send"))], [CLONE, MUT], 1)
    assert found.share == pytest.approx(1 / 2)
    (missing,) = found.missing
    assert (missing.koans, missing.code, missing.pattern) == (("mut",), "E0384", "+mut @let")
    assert found.to_json()["share"] == found.share


def test_shares_over_cells_and_over_koans_differ_when_a_cell_has_many() -> None:
    again = koan("again", "fn b(t: T) { x(t); y(t) }", "fn b(t: T) { x(t.clone()); y(t) }")
    found = coverage([row(*_clone("a", "send"))], [CLONE, again, MUT], 1)
    assert found.share == pytest.approx(1 / 2)  # cells: clone is covered, mut is not
    assert found.koan_share == pytest.approx(2 / 3)


def test_an_empty_corpus_covers_nothing_and_an_empty_suite_is_an_error() -> None:
    assert coverage([], [CLONE], 1).share == 0
    with pytest.raises(UsageError, match="at least one koan"):
        coverage([], [], 1)
