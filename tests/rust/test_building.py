"""What only a build finds: a binary's `main`, tests in the file, constants and panics; together as one by one."""

from __future__ import annotations

import random

import pytest

from nightschool.rust.building import checked_as_library, targets_of
from nightschool.rust.judge import Judge
from nightschool.rust.screen import outline
from nightschool.types import Program, Target, Verdict

from .test_differential import mutate

INDEX = "pub fn last() -> u8 {\n    let table = [1u8, 2, 3];\n    table[3]\n}\n"
OVERFLOW = "pub fn more() -> u8 {\n    255u8 + 1\n}\n"
CONSTANT = """pub struct Ring<const N: usize>;
impl<const N: usize> Ring<N> {
    const FITS: () = assert!(N > 3);
    pub fn new() -> Self {
        let _ = Self::FITS;
        Ring
    }
}
pub fn small() -> Ring<2> {
    Ring::new()
}
"""
NO_DEBUG = "struct Odd;\n\nfn main() -> Result<(), Odd> {\n    Err(Odd)\n}\n"
UNSAFE_TEST = """pub unsafe fn raw() -> u8 {
    7
}

#[cfg(test)]
mod tests {
    #[test]
    fn reads() {
        assert_eq!(super::raw(), 7);
    }
}
"""
DENIES = """#![deny(warnings)]

fn name() -> &'static str {
    "ok"
}

fn main() {
    println!("{}", name());
}
"""
SOUND = """pub fn one() -> u8 {
    1
}

#[cfg(test)]
mod tests {
    #[test]
    fn is_one() {
        assert_eq!(super::one(), 1);
    }
}
"""


@pytest.mark.parametrize(
    ("source", "targets"),
    [
        (INDEX, ("lib",)),
        (NO_DEBUG, ("bin",)),
        (UNSAFE_TEST, ("lib", "test")),
        ("mod inner {\n    fn main() {}\n}\n", ("lib",)),
        ("#[cfg(test)]\nmod tests {\n    fn main() {}\n}\n", ("lib", "test")),
        ('// #[test]\npub fn f() -> &\'static str { "#[cfg(test)] fn main() {}" }\n', ("lib",)),
        ("#[derive(Debug)]\nstruct latest;\n", ("lib",)),
        ("fn main() {\n    let x = ;\n", ("bin",)),
        ("pub(crate) async fn main() {\n    let x = ;\n", ("bin",)),
        ("", ("lib",)),
    ],
)
def test_a_file_is_a_binary_by_main_at_its_top_and_has_tests_by_its_attributes(
    source: str, targets: tuple[Target, ...]
) -> None:
    assert targets_of(source) == targets


@pytest.mark.integration
@pytest.mark.parametrize(
    ("source", "names"),
    [
        (INDEX, ("unconditional_panic",)),
        (OVERFLOW, ("arithmetic_overflow",)),
        (CONSTANT, ("E0080",)),
        (NO_DEBUG, ("E0277",)),
        (UNSAFE_TEST, ("E0133",)),
        (DENIES, ()),
        (SOUND, ()),
        ("fn main() {\n    missing();\n}\n", ("E0425",)),
        ("fn start() {}\n", ()),
    ],
)
def test_what_only_a_build_finds_is_found(judge: Judge, source: str, names: tuple[str, ...]) -> None:
    """The type check alone finds nothing in any of the first five."""
    (built,) = judge.compile([Program(source, targets=targets_of(source))])
    assert (built.verdict is Verdict.PASSED, built.names) == (not names, names)
    if source in (INDEX, OVERFLOW, CONSTANT, NO_DEBUG, UNSAFE_TEST):
        assert judge.compile([Program(source)])[0].verdict is Verdict.PASSED


@pytest.mark.integration
def test_a_binary_without_main_does_not_build(judge: Judge) -> None:
    (built,) = judge.compile([Program("fn start() {}\n", targets=("bin",))])
    assert built.names == ("E0601",)


@pytest.mark.integration
def test_a_symbol_that_nobody_has_is_found_by_linking(judge: Judge) -> None:
    source = 'unsafe extern "C" {\n    fn nowhere() -> u8;\n}\n\nfn main() {\n    unsafe { nowhere() };\n}\n'
    (built,) = judge.compile([Program(source, targets=("bin",))])
    assert (built.verdict, built.names) == (Verdict.NOT_COMPILED, ("none",))
    assert "linking" in built.diagnostics[0].message


def test_a_program_that_denies_lints_is_not_judged_as_a_library_that_it_is_not() -> None:
    assert not checked_as_library(DENIES, ("bin",))
    assert checked_as_library(DENIES, ("lib", "test"))
    assert checked_as_library(NO_DEBUG, ("bin", "test"))
    assert checked_as_library('fn main() { println!("deny"); }', ("bin",))


MAINS = [
    "fn main() -> i32 {\n    0\n}\n",
    "struct Odd;\n\nfn main()\n    -> Result<\n        (),\n        Odd,\n    > {\n    Ok(())\n}\n",
    "fn main() -> Result<(), Box<dyn std::error::Error>> {\n    Ok(())\n}\n",
    "fn main<T>() {}\n",
    "async fn main() {}\n",
    "fn main(one: u8) {\n    let _ = one;\n}\n",
    "fn main() -> ! {\n    loop {}\n}\n",
    "mod inner {\n    pub fn main() {}\n}\nuse inner::main;\n\nfn other() {}\n",
    f"{CONSTANT}\nfn main() {{}}\n",
    f"{CONSTANT}\nfn main() {{\n    small();\n}}\n",
    'pub fn last(n: usize) -> u8 {\n    [1u8][n]\n}\n\nfn main() {\n    println!("{}", last(0) / 0);\n}\n',
]


@pytest.mark.integration
@pytest.mark.parametrize("repeated", [1, 3])
def test_binaries_that_share_a_crate_are_judged_as_alone(judge: Judge, repeated: int) -> None:
    """Odd ways to write `main`, each with others and with itself."""
    programs = [Program(f"{one}// {n}\n", targets=("bin",)) for n in range(repeated) for one in (*MAINS, NO_DEBUG)]
    alone = judge.compile_each(programs)
    for found, wanted in zip(judge.screen(programs, diagnose=False), alone, strict=True):
        assert (found.verdict, found.diagnostics) == (wanted.verdict, outline(wanted).diagnostics)


def _programs(count: int) -> list[Program]:
    chance = random.Random(3)
    pool = [INDEX, OVERFLOW, CONSTANT, NO_DEBUG, UNSAFE_TEST, DENIES, SOUND]
    made = [*pool, *(mutate(chance.choice(pool), chance) for _ in range(count))]
    return [Program(one, targets=targets_of(one)) for one in made]


@pytest.mark.integration
def test_built_in_company_a_program_is_judged_as_alone(judge: Judge) -> None:
    """Seven programs and 60 mutants: `compile` says what one crate each says, `screen` the same in outline."""
    programs = _programs(60)
    alone = judge.compile_each(programs)
    assert {one.verdict for one in alone} == {Verdict.PASSED, Verdict.NOT_COMPILED}
    assert judge.compile(programs) == alone
    for found, wanted in zip(judge.screen(programs, diagnose=False), alone, strict=True):
        assert (found.verdict, found.diagnostics) == (wanted.verdict, outline(wanted).diagnostics)
