"""Small lists of candidates for the tests of choosing."""

from __future__ import annotations

from nightschool.repair.lists import Listed
from nightschool.repair.proposal import Candidate, Found, Step
from nightschool.types import Diagnostic, Judgement, Label, Program, Verdict

BROKEN = """\
pub fn total(values: &[i32], start: i64) -> i64 {
    let mut sum = start;
    for value in values {
        sum += value;
    }
    sum
}
"""
MISMATCH = Diagnostic("E0308", "mismatched types", 4, (Label(4, 16, "expected `i64`, found `&i32`", True),))


def found(*programs: str, broken: str = BROKEN, names: tuple[str, ...] = ()) -> Found:
    """Candidates in this order, proposed by operators of these names."""
    steps = [Step("operator", name, float(n)) for n, name in enumerate(names or ("edit",) * len(programs))]
    candidates = tuple(
        Candidate(program, (step,), n, n + 1) for n, (program, step) in enumerate(zip(programs, steps, strict=True))
    )
    return Found(Program(broken), Judgement(Verdict.NOT_COMPILED, (MISMATCH,)), candidates, 10)


def one_list(name: str, pattern: str, programs: dict[str, bool], names: tuple[str, ...] = ()) -> Listed:
    """A list of programs with their outcomes."""
    searched = found(*programs, names=names)
    about = (f"key-{name}", name, pattern, "type_mismatch", "E0308", pattern, BROKEN, "2021", (MISMATCH,))
    return Listed(*about, searched.candidates, tuple(programs.values()), 10)


def edited(*edits: tuple[str, str]) -> str:
    """The broken program with these texts replaced."""
    program = BROKEN
    for old, new in edits:
        assert old in program
        program = program.replace(old, new)
    return program
