"""Claims on the teaching data and on what is learnt from it."""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from nightschool.config import Config
from nightschool.errors import IntegrityError
from nightschool.repair import teach
from nightschool.repair.chooser import choose
from nightschool.repair.learn import learn
from nightschool.repair.learn_surety import _few
from nightschool.repair.lists import Listed, list_key, read_lists, write_lists
from nightschool.repair.proposal import Found
from nightschool.repair.search import Budget, Clock
from nightschool.repair.teach import Wanted, _described, _fresh_first, _standing_in, in_order, in_turns, make_lists
from nightschool.repair.worth import choices, curve_sizes
from nightschool.rust.judge import Judge, open_judge
from nightschool.types import Row

from .making import BROKEN, edited, found, one_list

CAST = edited(("sum += value;", "sum += i64::from(*value);"))
ZERO = edited(("sum += value;", "sum += 0;"))
GONE = edited(("        sum += value;\n", ""))
ONE = one_list("r1", "widening", {ZERO: False, CAST: True, GONE: False})


def row(name: str, pattern: str, tests: str | None = "#[test] fn t() {}") -> Row:
    return Row(name, "aligned", "type_mismatch", pattern, "E0308", f"{BROKEN}// {name}\n", CAST, "", "", pattern, tests)


def test_pairs_and_mixed_by_hand() -> None:
    """One passes and two fail: two pairs. All failing: none."""
    assert (ONE.pairs, ONE.mixed) == (2, True)
    assert (ONE.without_passing().pairs, ONE.without_passing().mixed) == (0, False)


def test_without_passing_leaves_the_wrong_ones_in_new_places() -> None:
    bare = ONE.without_passing()
    assert [(one.program, one.order) for one in bare.candidates] == [(ZERO, 0), (GONE, 1)]
    assert bare.passed == (False, False)


def test_lists_are_read_as_they_were_written(tmp_path: Path) -> None:
    """U+2028 and the like stand raw in programs; only line feeds part lists."""
    odd = replace(ONE, row="r\u2028\u00852", extra=({"a": 1.0}, {}, {}))
    digest = write_lists(tmp_path / "lists.jsonl", [ONE, odd])
    assert read_lists(tmp_path / "lists.jsonl") == [ONE, odd]
    assert digest == write_lists(tmp_path / "again.jsonl", [ONE, odd])


@pytest.mark.parametrize("damage", ["cut", "half", "schema", "passed", "empty"])
def test_damage_is_named(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "lists.jsonl"
    write_lists(path, [ONE, ONE])
    text = path.read_text()
    damaged = {
        "cut": "\n".join(text.split("\n")[:2]),
        "half": text[:-40],
        "schema": text.replace('"schema": 1', '"schema": 9'),
        "passed": text.replace('"passed":[false,true,false]', '"passed":[false,true]'),
        "empty": "",
    }
    path.write_text(damaged[damage])
    with pytest.raises(IntegrityError, match=r"lists\.jsonl"):
        read_lists(path)


def test_a_key_is_of_row_and_context() -> None:
    key = list_key(row("a", "p"), "toolchain", "code")
    assert key == list_key(replace(row("a", "p"), id="other"), "toolchain", "code")
    assert key != list_key(row("a", "p"), "toolchain", "other code")
    assert key != list_key(row("a", "p", tests="#[test] fn u() {}"), "toolchain", "code")


def test_patterns_come_by_turns() -> None:
    rows = [row(f"{pattern}{n}", pattern) for pattern in "ab" for n in range(3)]
    assert [one.id for one in in_turns(rows, [])] == ["a0", "b0", "a1", "b1", "a2", "b2"]


def test_every_other_row_is_one_that_people_wrote() -> None:
    made = [row(f"a{n}", "a") for n in range(3)]
    written = [replace(row(f"b{n}", "b"), source="lessons") for n in range(2)]
    assert [one.id for one in in_order([*made, *written], [])] == ["b0", "a0", "b1", "a1", "a2"]


def test_patterns_whose_lists_were_mixed_come_more_often() -> None:
    """Four lists each: of `a` none mixed, so its next waits 25 * 6 = 150, then 216; of `b` all, 1.2 times 25, 36, 49,
    64, 81, 100, 121 = 145.2, 144 = 172.8: seven of `b`, then `a`."""
    known = [replace(ONE, pattern="b")] * 4 + [replace(ONE, pattern="a", passed=(False,) * 3)] * 4
    rows = [row(f"{pattern}{n}", pattern) for pattern in "ab" for n in range(9)]
    assert [one.pattern for one in islice(in_turns(rows, known), 9)] == [*"bbbbbbb", "a", "b"]


def test_few_of_the_weights_lie_above() -> None:
    """Weights 1, 1, 2 at 0.9, 0.8, 0.7: two of them may lie above 0.7, so anything over it will do."""
    said = [(0.9, 1.0), (0.8, 1.0), (0.7, 2.0)]
    assert 0.7 < _few(said, 2.0) < 0.700001
    assert 0.8 < _few(said, 1.5) < 0.800001
    assert _few(said, 4.0) == 0.0


def taught(count: int = 60) -> list[Listed]:
    """Lists of twelve patterns in which what keeps the value passes, wherever it stands."""
    made = []
    for n in range(count):
        programs = [(CAST, True), (ZERO, False), (GONE, False)]
        turned = programs[n % 3 :] + programs[: n % 3]
        names = {CAST: "convert", ZERO: "guess", GONE: "drop"}
        listed = one_list(f"r{n}", f"p{n % 12}", dict(turned), tuple(names[program] for program, _ in turned))
        made.append(replace(listed, group=f"g{n % 24}"))
    return made


def test_what_keeps_the_value_is_learnt_against_the_order() -> None:
    """Fixed order: the first passes in a third of the lists; learnt and held out: in all."""
    chooser, report = learn(taught())
    assert report["held_out"]["all"] | {"chance": 20} == {
        "lists": 60, "passing": 60, "right": 60, "fixed": 20, "chance": 20, "mixed": 60, "mixed_right": 60,
    }  # fmt: skip
    assert report["held_out"]["all"]["chance"] == pytest.approx(20.0)
    assert choose(found(ZERO, GONE, CAST, names=("guess", "drop", "convert")), chooser).candidates[0].program == CAST
    assert (chooser.taught["lists"], chooser.taught["pairs"], chooser.taught["patterns"]) == (60, 120, 12)


def test_it_is_sure_of_the_right_and_not_where_all_are_wrong() -> None:
    """The same lists without what passes are held out as well: at most 15 % of them are acted on, 9 of 60."""
    chooser, report = learn(taught())
    assert report["surety"]["without_passing"]["sure"] <= 9
    assert report["surety"]["as_found"]["sure"] == report["surety"]["as_found"]["sure_right"] == 60
    right = choose(found(ZERO, GONE, CAST, names=("guess", "drop", "convert")), chooser)
    wrong = choose(found(ZERO, GONE, names=("guess", "drop")), chooser)
    assert right.sure > 0.9
    assert wrong.sure < 0.5
    assert not wrong.certain


def test_learning_again_gives_the_same() -> None:
    first, second = learn(taught(30)), learn(taught(30))
    assert first == second
    assert first[0].digest == second[0].digest


def test_nothing_to_learn_from_is_the_fixed_order_and_never_sure() -> None:
    chooser, _ = learn([])
    assert not chooser.weights
    assert not choose(found(CAST, ZERO), chooser).certain


def test_chance_is_the_share_that_passes() -> None:
    table = choices([(ONE, True), (ONE.without_passing(), False)])
    assert table["all"]["chance"] == pytest.approx(1 / 3)
    assert (table["all"]["lists"], table["all"]["passing"], table["all"]["fixed"]) == (2, 1, 0)
    assert table["type_mismatch"] == table["all"]


def test_curve_ends_with_all() -> None:
    assert curve_sizes(100) == [20, 80, 100]
    assert curve_sizes(20) == [20]
    assert curve_sizes(0) == []


def test_company_is_described_with_and_without_what_passes() -> None:
    """Three candidates, two without the passing one: features that count company say 3 and 2."""

    def company(
        searched: Sequence[Found], left: Sequence[Sequence[int]]
    ) -> tuple[list[list[dict[str, float]]], list[list[dict[str, float]]]]:
        counts = [len(one.candidates) for one in searched], [len(one) for one in left]
        full, bare = ([[{"company": float(n)}] * n for n in each] for each in counts)
        return full, bare

    (one,) = _described([ONE], company)
    assert one.extra == ({"company": 3.0},) * 3
    assert one.without_passing().extra == ({"company": 2.0},) * 2
    alone = replace(ONE, passed=(True,) * 3)
    assert _described([alone], company)[0].bare_extra == ()


def test_a_half_that_ends_early_stops_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second half looks at its clock until that is over, which only the first one's end makes it."""
    ended, begun = list[str](), threading.Event()

    def work(judge: Judge, rows: Sequence[Row], *about: object) -> list[Listed]:
        clock = about[-1]
        assert isinstance(clock, Clock)
        if rows[0].id == "first":
            assert begun.wait(10)
            raise KeyboardInterrupt
        begun.set()
        while not clock.over():
            time.sleep(0.001)
        ended.append(rows[0].id)
        return []

    monkeypatch.setattr(teach, "_searched", work)
    with pytest.raises(KeyboardInterrupt):
        teach._abreast(None, [row("first", "p"), row("second", "p")], (), Wanted(), {})  # type: ignore[arg-type]
    assert ended == ["second"]


def test_packed_lists_are_the_same_lists(tmp_path: Path) -> None:
    write_lists(tmp_path / "lists.jsonl.xz", [ONE])
    assert read_lists(tmp_path / "lists.jsonl.xz") == [ONE]
    (tmp_path / "lists.jsonl.xz").write_bytes((tmp_path / "lists.jsonl.xz").read_bytes()[:-9])
    with pytest.raises(IntegrityError, match="no file of lists"):
        read_lists(tmp_path / "lists.jsonl.xz")


def test_lists_of_another_search_stand_in_until_rows_are_searched_again() -> None:
    """Of three rows r1 has a list of another search, r2 one of another program: with no seconds r1's stands in, and
    where there is time r2 and r3, of which there is nothing, are searched before it."""
    judge: Any = SimpleNamespace(toolchain=SimpleNamespace(digest="any"))
    rows = [row(name, "p") for name in ("r1", "r2", "r3")]
    older = replace(ONE, key="old", row="r1", broken=rows[0].broken)
    other = replace(ONE, key="other", row="r2")
    assert make_lists(judge, rows, wanted=Wanted(seconds=0), kept=[older, other]) == [older]
    assert _standing_in(rows, [older, replace(older, key="older")]) == {"r1": older}
    assert [one.id for one in _fresh_first(rows, {"r1": older}, [])] == ["r2", "r3", "r1"]


@pytest.mark.integration
def test_rows_are_searched_judged_and_kept(tmp_path: Path) -> None:
    """A missing `mut` has a candidate that passes; asked again, the list is kept and nothing is searched."""
    judge = open_judge(Config(root=tmp_path))
    broken = "pub fn count(n: u32) -> u32 {\n    let sum = 0;\n    for one in 0..n { sum += one; }\n    sum\n}\n"
    tests = "#[test]\nfn adds() { assert_eq!(count(4), 6); }"
    rows = [replace(row("r", "p", tests), broken=broken), row("untested", "p", None)]
    wanted = Wanted(budget=Budget(20, depth=1))
    (made,) = make_lists(judge, rows, wanted=wanted)
    assert made.row == "r"
    assert any(made.passed)
    said: list[Sequence[int]] = []
    again = make_lists(judge, rows, wanted=wanted, kept=[made], progress=lambda *told: said.append(told))
    assert (again, said) == ([made], [])
