from collections.abc import Iterator
from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.curriculum.documentation import Example
from nightschool.curriculum.mutated import mutated_drafts
from nightschool.curriculum.mutation.engine import MAX_CHANGED_LINES, Mutant, changed_lines, mutants
from nightschool.curriculum.mutation.operator import OPERATORS
from nightschool.curriculum.mutation.patterns import FAMILY_OF_PATTERN
from nightschool.rust.judge import Judge, open_judge
from nightschool.types import Program
from tests.curriculum.operator_cases import CASES, LIST, PARSE, SHAPES


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return open_judge(Config(root=tmp_path_factory.mktemp("judge")))


@pytest.fixture(scope="module")
def outcomes(judge: Judge) -> dict[str, list[tuple[Mutant, str | None, bool]]]:
    """Per operator: each of its mutants, the code rustc reports, and whether the repair compiles."""
    found = [mutant for name, (source, _) in CASES.items() for mutant in _of(name, source)]
    broken = judge.compile([Program(mutant.broken) for mutant in found])
    fixed = judge.compile([Program(mutant.fixed) for mutant in found])
    table: dict[str, list[tuple[Mutant, str | None, bool]]] = {name: [] for name in CASES}
    for mutant, wrong, right in zip(found, broken, fixed, strict=True):
        table[mutant.operator].append((mutant, wrong.primary_code, right.verdict == "passed"))
    return table


def _of(name: str, source: str) -> Iterator[Mutant]:
    return (mutant for mutant in mutants(source) if mutant.operator == name)


def test_every_operator_has_a_case() -> None:
    assert set(CASES) == set(OPERATORS)


@pytest.mark.parametrize("name", CASES)
def test_operator_provokes_its_code(name: str, outcomes: dict[str, list[tuple[Mutant, str | None, bool]]]) -> None:
    assert CASES[name][1] in [code for _, code, repaired in outcomes[name] if repaired]


def test_patterns_are_the_ones_of_the_list() -> None:
    listed = Path("docs/patterns.md").read_text()
    assert [pattern for pattern in FAMILY_OF_PATTERN if f"`{pattern}`" not in listed] == []


UNKNOWN_TYPES = [
    ("pub fn one(_: Strng) {}", "E0425"),
    ("pub fn one() { let _ = Vce::<u8>::new(); }", "E0433"),
    ("pub fn one() { let _ = Itm {}; }", "E0422"),
]


@pytest.mark.parametrize(("source", "code"), UNKNOWN_TYPES)
def test_a_misspelt_type_has_rustcs_code_and_the_pattern_of_a_type(judge: Judge, source: str, code: str) -> None:
    """E0412 is no longer said; a row of E0425 by this operator is no `unknown-name`."""
    assert judge.compile([Program(source)])[0].primary_code == code
    assert dict(OPERATORS["misspell-type"].outcomes)[code] == "unknown-type"


def test_mutants_are_distinct_and_small() -> None:
    found = list(mutants(SHAPES))
    assert len({mutant.broken for mutant in found}) == len(found)
    assert all(0 < changed_lines(mutant.broken, mutant.fixed) <= MAX_CHANGED_LINES for mutant in found)


def test_one_changed_line_counts_as_one_removed_and_one_added() -> None:
    assert changed_lines("a\nb\nc", "a\nx\nc") == 2
    assert changed_lines("a\nb\nc", "a\nc") == 1


EXAMPLES = [Example(source, None, f"file.html#{n}", "file.html") for n, source in enumerate((LIST, PARSE, SHAPES))]


def test_the_same_seed_gives_the_same_drafts_and_another_seed_others() -> None:
    assert mutated_drafts(EXAMPLES, 60, 1) == mutated_drafts(EXAMPLES, 60, 1)
    assert mutated_drafts(EXAMPLES, 60, 1) != mutated_drafts(EXAMPLES, 60, 2)


def test_every_operator_gets_its_turn_before_any_is_preferred() -> None:
    drafts = mutated_drafts(EXAMPLES, 70, 0)
    applicable = {mutant.operator for example in EXAMPLES for mutant in mutants(example.source)}
    assert {draft.pattern for draft in drafts} == applicable


def test_drafts_say_where_they_come_from() -> None:
    for draft in mutated_drafts(EXAMPLES, 40, 0):
        file, place, operator = draft.provenance.split(":")
        assert file.startswith("file.html#")
        assert int(place) >= 1
        assert operator == draft.pattern
        assert draft.group == "file.html"
