import random
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from nightschool.curriculum.overlap import Detector, leakage, leakages
from nightschool.curriculum.overlap.detectors import HELD, calibrated
from nightschool.curriculum.overlap.planted_rows import KINDS, planted
from nightschool.curriculum.overlap.plants import DISGUISES, half_copied_renamed
from nightschool.rust.canonical import form
from tests.curriculum.programs import INVENTORY, NEAR, TESTS, WORDS, koan, koans, row

HONEST = row("honest", NEAR, NEAR.replace("entry(candidate)", "entry(candidate.clone())"))
SURE = {name: disguise for name, disguise in DISGUISES.items() if disguise is not half_copied_renamed}
FROZEN = Path(__file__).parents[2] / "koans" / "frozen"


@pytest.mark.parametrize("field", ["broken", "fixed", "tests"])
@pytest.mark.parametrize("disguise", SURE.values(), ids=SURE)
def test_a_disguised_koan_is_found_in_any_field(disguise: Callable[[str, random.Random], str], field: str) -> None:
    programs = {"broken": NEAR, "fixed": NEAR, "tests": ""}
    for original in (INVENTORY, WORDS):
        planted = row("planted", **{**programs, field: disguise(original, random.Random(1))})
        found = leakage([HONEST, planted], koans())
        assert found.row_ids == {"planted"}, "the honest row is not flagged, the planted one is"
        assert len(found.koan_ids) == 1


def test_a_near_but_legitimate_row_is_not_flagged() -> None:
    assert leakage([HONEST], koans()).row_ids == frozenset()


def test_each_detector_sees_what_it_is_for() -> None:
    def detectors(code: str) -> set[Detector]:
        return {o.detector for o in leakage([row("r", code, "")], koans()).offenders if o.koan == "inventory"}

    rng = random.Random(2)
    assert detectors(INVENTORY) == set(Detector)
    assert Detector.NORMALISED in detectors(DISGUISES["reformatted"](INVENTORY, rng))
    renamed = detectors(DISGUISES["renamed"](INVENTORY, rng))
    assert Detector.RENAMED in renamed
    assert Detector.NORMALISED not in renamed
    padded = detectors(DISGUISES["padded, renamed"](INVENTORY, rng))
    assert padded <= {Detector.NGRAMS, Detector.TREE}
    assert detectors(DISGUISES["in a comment"](INVENTORY, rng)) == {Detector.NGRAMS}


def test_a_koan_in_the_diagnostic_or_provenance_is_found() -> None:
    for field in ("diagnostic", "provenance"):
        planted = row("r", NEAR, NEAR, **{field: f"error in\n{INVENTORY}"})
        (offence,) = leakage([planted], koans()).offenders
        assert (offence.koan, offence.field, offence.detector) == ("inventory", field, Detector.NGRAMS)


def test_a_koans_tests_may_not_be_rows_tests() -> None:
    assert leakage([row("r", NEAR, NEAR, tests=TESTS)], koans()).row_ids == {"r"}


def test_a_small_item_in_common_is_not_leakage() -> None:
    point = "#[derive(Debug, Clone)]\npub struct Point { pub x: i32, pub y: i32 }\n"
    body = "pub fn mirror(points: Vec<Point>) -> Vec<Point> {\n"
    body += "    points.iter().map(|p| Point { x: p.y, y: p.x }).rev().collect() }"
    other = "pub fn widest(points: &[Point]) -> i32 {\n    let mut best = 0;\n"
    other += "    for p in points { best = best.max(p.x - p.y); } best }"
    assert leakage([row("r", point + other, "")], [koan("k", point + body, "")]).row_ids == frozenset()


def test_the_offence_names_koan_row_side_and_score() -> None:
    offence = next(o for o in leakage([row("r", NEAR, WORDS)], koans()).offenders if o.detector is Detector.NORMALISED)
    assert (offence.koan, offence.row, offence.side, offence.field, offence.score) == (
        "words",
        "r",
        "broken",
        "fixed",
        1.0,
    )


def test_a_koan_is_found_in_a_row_with_its_other_side_too() -> None:
    found = leakage([row("r", koans()[0].fixed, NEAR)], koans())
    assert {o.koan for o in found.offenders} == {"inventory"}


def test_empty_sides_never_match() -> None:
    assert leakage([row("r", "", "")], [koan("k", "", "")]).row_ids == frozenset()


def test_counts_by_detector_count_rows() -> None:
    found = leakage([row("a", INVENTORY, INVENTORY), HONEST], koans())
    assert found.by_detector == dict.fromkeys(["normalised", "renamed", "ngrams", "tree"], 1)
    assert found.to_json()["leaking_rows"] == 1


def test_every_frozen_koan_is_found_in_every_sure_disguise() -> None:
    suite = pytest.importorskip("nightschool.koans").load_suite(FROZEN).koans
    rng = random.Random(3)
    rows = [
        row(f"{k.id}|{name}", "fn a() {}", disguise(k.fixed, rng)) for k in suite for name, disguise in SURE.items()
    ]
    found = leakage([HONEST, *rows], suite).row_ids
    assert {r.id for r in rows} - found == set()
    assert HONEST.id not in found


def test_frozen_koans_do_not_look_like_each_other() -> None:
    suite = pytest.importorskip("nightschool.koans").load_suite(FROZEN).koans
    rows = [row(k.id, k.broken, k.fixed) for k in suite]
    assert all(o.koan == o.row for o in leakage(rows, suite).offenders)


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"other loop forms"}))
def test_each_kind_of_plant_is_found_and_blamed_on_its_koan(kind: str) -> None:
    """WORDS has no tests, and its 92 tokens make the kinds that quote one part of a koan too short to be told."""
    inventory = koans()[0]
    (rows,) = planted(kind, [inventory], random.Random(1)).values()
    assert len(rows) == (2 if kind == "split over two rows" else 1)
    assert {o.koan for o in leakage([HONEST, *rows], koans()).offenders} == {"inventory"}


def test_the_threshold_is_what_koans_that_are_unlike_allow() -> None:
    """Nothing shared: the least, 0.5. One in the other: 1 + 0.15 is above the usual 0.7, which stays."""
    one, other = form(INVENTORY), form(WORDS)
    both = form(INVENTORY + WORDS)
    assert calibrated(HELD, [one, other], ["a", "b"]) == [0.5, 0.5]
    first, _, near = calibrated(HELD, [one, both, form(NEAR)], ["a", "b", "c"])
    assert (first, round(near, 2)) == (0.7, 0.51), "each by what is held of it: of NEAR 0.36"
    assert calibrated(HELD, [one, both], ["a", "a"]) == [0.5, 0.5], "a koan and its twin"


def test_half_a_renamed_koan_is_found_where_koans_are_unlike() -> None:
    planted_row = row("half", half_copied_renamed(INVENTORY, random.Random(1)), NEAR)
    assert {o.koan for o in leakage([HONEST, planted_row], koans()).offenders} == {"inventory"}


def test_groups_of_koans_are_compared_in_one_pass_as_if_each_were_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The row holds 0.57 of `one`. Alone that is above its 0.5; beside `both`, which holds all of it, below its 0.7."""
    one, both = koan("one", INVENTORY, ""), koan("both", INVENTORY + WORDS, "")
    half = half_copied_renamed(INVENTORY, random.Random(1)).split("let fir_3")[0]
    rows = [HONEST, row("half", half, NEAR)]
    for chunk in (250, 1):  # in this process, and in two
        monkeypatch.setattr(import_module("nightschool.curriculum.overlap.leakage"), "CHUNK", chunk)
        assert leakages(rows, ([one], [both], [])) == [leakage(rows, group) for group in ([one], [both], [])]
    assert (leakage(rows, [one]).row_ids, leakage(rows, [one, both]).row_ids) == ({"half"}, frozenset())


def test_many_rows_are_compared_in_two_processes_with_the_same_result(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five rows by twos are three chunks: both processes get some, and progress is told after each."""
    rows = [HONEST, *(row(str(n), koans()[0].fixed, NEAR) for n in range(4))]
    alone = leakage(rows, koans())
    monkeypatch.setattr(import_module("nightschool.curriculum.overlap.leakage"), "CHUNK", 2)
    told: list[tuple[str, int, int]] = []
    together = leakage(rows, koans(), lambda *step: told.append(step))
    assert together == alone
    assert together.row_ids == {"0", "1", "2", "3"}
    assert told == [("leakage", 2, 5), ("leakage", 4, 5), ("leakage", 5, 5)]
