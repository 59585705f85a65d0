"""What the base model is shown and what is cut from its text; what is new; what a rehearsing model is trained on."""

from collections import Counter
from dataclasses import replace
from itertools import combinations, islice

import pytest

from nightschool.config import RehearseConfig
from nightschool.curriculum.mixture import mixture
from nightschool.curriculum.novelty import Novelty
from nightschool.curriculum.synthesised import is_written, planted, prompts, rehearsed_cells, written_program
from nightschool.rust.canonical import form, jaccard
from nightschool.types import Row
from tests.curriculum.programs import row


def many(count: int, pattern: str, source: str = "aligned") -> list[Row]:
    body = "fn f(v: u8) -> u8 {{ let n = {k}; v + n }}"
    return [
        replace(row(f"{pattern}{k}", body.format(k=f"{k} +"), body.format(k=k)), pattern=pattern, source=source)
        for k in range(count)
    ]


def test_passed_patterns_come_first_then_frequent_ones_and_one_row_is_no_demonstration() -> None:
    rows = [*many(5, "often"), *many(3, "learnt"), *many(1, "once"), *many(2, "seldom")]
    assert [cell.pattern for cell in rehearsed_cells(rows, {"learnt"}, 0)] == ["learnt", "often", "seldom"]
    assert [cell.pattern for cell in rehearsed_cells(rows, (), 0)] == ["often", "learnt", "seldom"]


def test_a_pattern_has_the_code_and_edition_of_most_of_its_rows_and_shows_no_others() -> None:
    newer = [replace(one, id=f"new-{one.id}", edition="2024") for one in many(4, "p")]
    (cell,) = rehearsed_cells([*many(3, "p"), *newer], (), 0)  # 4 of 7 are of edition 2024
    assert (cell.edition, {one.edition for one in cell.shown}) == ("2024", {"2024"})


def test_prompts_are_all_ordered_pairs_once_before_any_comes_again() -> None:
    (cell,) = rehearsed_cells(many(4, "p"), (), 0)
    first = list(islice(prompts(cell, 0), 24))
    assert len(set(first[:12])) == 12  # 4 x 3 ordered pairs
    assert first[12:] == first[:12]
    assert first[:12] != list(islice(prompts(cell, 1), 12))
    assert first[0].endswith("Program 3:\n```rust\n")


GOOD = "fn f() -> u8 {\n    1\n}"


@pytest.mark.parametrize(
    ("text", "program"),
    [
        (f"{GOOD}\n```\n\nProgram 4:", GOOD + "\n"),
        (GOOD, None),  # cut off
        ("let x = 1;\nlet y = 2;\nlet z = 3;\n```", None),  # no function
        ("fn f() {}\n```", None),  # a line is no program
        ("fn f() {\n" + "    g();\n" * 60 + "}\n```", None),
    ],
)
def test_one_closed_program_is_cut_from_the_text(text: str, program: str | None) -> None:
    assert written_program(text) == program
    assert is_written(text) == ("```" in text)


def test_a_program_that_compiles_is_broken_by_an_operator_of_the_pattern_only() -> None:
    source = "fn f() -> u8 {\n    let mut n = 1;\n    n += 1;\n    n\n}\n"
    (cell,) = rehearsed_cells([replace(r, error_code="E0384") for r in many(2, "reassign-immutable")], (), 0)
    assert any("let n = 1" in broken for broken in planted(source, cell))
    assert planted(source, replace(cell, pattern="unheard-of")) == []


LOOP = "fn f(v: &[u8]) -> u8 { let mut sum = 0; for x in v { if *x > 3 { sum += x; } } sum }"
CALL = "fn g(s: String) -> usize { let t = s.clone(); let u = t.trim(); u.len() + s.capacity() * 2 }"


def test_near_copies_are_no_news_wherever_they_stand() -> None:
    novelty = Novelty([replace(row("a", LOOP, CALL), pattern="p")], ["p", "q"])
    assert not novelty.take("p", LOOP.replace("sum", "total"))
    assert not novelty.take("q", LOOP.replace("sum", "total"))  # the same under other names, in any pattern
    assert not novelty.take("p", LOOP.replace(" sum }", " sum + 1 }"))  # a near copy, in its own pattern
    assert not novelty.take("q", CALL)  # a repair of the corpus
    fresh = "struct P { x: i64 }\nimpl P { fn up(&mut self) -> i64 { self.x *= 2; self.x } }"
    assert novelty.take("p", fresh)
    assert not novelty.take("p", fresh)
    assert not Novelty([], ["p"], [fresh]).take("p", fresh)  # held out


PARTS = (
    "a + a * a - a", "a * (a - a) / a", "if a > a { a } else { a - a }", "[a, a, a][0] & a", "(a ^ a) | (a << 2)",
    "-a % (a * a + 1)", "!a & (a >> a)", "match a { 0 => a, _ => a / 2 }", "{ loop { break a; } }",
)  # fmt: skip


@pytest.mark.parametrize(
    ("order", "taken"),
    [
        ("abc", [True, False, True]),  # b is a's; c is like b, whom nobody follows, and not like a
        ("bac", [True, False, False]),  # b leads both
        ("cab", [True, True, False]),
    ],
)
def test_the_first_of_each_cluster_is_taken(order: str, taken: list[bool]) -> None:
    """Jaccard of the three: a and b 0.83, b and c 0.76, a and c 0.64."""
    body = {"a": PARTS[:7], "b": PARTS[:8], "c": PARTS[1:]}
    programs = ["fn f(a: i64) -> i64 {" + "".join(f"let b = {x};" for x in body[name]) + "a }" for name in order]
    novelty = Novelty([], ["p"])
    assert [novelty.take("p", program) for program in programs] == taken
    grams = [form(program).abstract_grams for program in programs]
    leaders = [own for own, is_leader in zip(grams, taken, strict=True) if is_leader]
    assert all(jaccard(one, other) < 0.7 for one, other in combinations(leaders, 2))
    assert all(max(jaccard(own, leader) for leader in leaders) >= 0.7 for own in grams)


def test_shares_are_counted_from_the_rehearsed_rows() -> None:
    rows = [*many(40, "new"), *many(9, "old"), *many(30, "doc", "mutated")]
    rehearsed = many(8, "ssr", "synthesised")
    # 8 rows are 0.4 of 20: 10 new ones (patterns by turns: 5 and 5), 2 general ones.
    taken = mixture(rows, rehearsed, RehearseConfig(), 0)
    assert Counter(one.pattern for one in taken) == {"new": 5, "old": 5, "ssr": 8, "doc": 2}
    more = mixture(rows, rehearsed, RehearseConfig(share_new=0.0, share_rehearsed=0.5, share_general=0.5), 0)
    assert Counter(one.source for one in more) == {"synthesised": 8, "mutated": 8}
