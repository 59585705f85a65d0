"""Time of `nightschool fix` in a workspace of 50 files: cold (nothing built), and warm (after the first time).

    python benchmarks/crate.py [--files 50] [--again 3] [--root DIR]

The workspace is made here: packages of ten files that build on one another, every file with types, a trait, functions
and tests; one file in the middle package has an error. Uses the policy that `fix` would use below DIR. Beside the whole
time: the user's own `cargo check`, the search, cargo's check of the whole in a copy.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
import time
from pathlib import Path

from nightschool.config import Config
from nightschool.phases import Context
from nightschool.phases.crate import Fixed, fix_workspace
from nightschool.phases.crate.fix import Asked

FILES = 10
"""Of a package."""
MODULE = """//! Module {n} of package {p}.
use std::collections::BTreeMap;

/// A stock of things by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stock{n} {{
    counts: BTreeMap<String, u32>,
}}

/// What can be counted.
pub trait Counted{n} {{
    /// How many there are in all.
    fn total(&self) -> u32;
}}

impl Counted{n} for Stock{n} {{
    fn total(&self) -> u32 {{
        self.counts.values().sum::<u32>(){before}
    }}
}}

impl Stock{n} {{
    /// Put things in.
    pub fn add(&mut self, name: &str, count: u32) -> &mut Stock{n} {{
        *self.counts.entry(name.to_string()).or_insert(0) += count;
        self
    }}

    /// Names of all that is there, the longest first.
    pub fn names(&self) -> Vec<String> {{
        let mut names: Vec<String> = self.counts.keys().cloned().collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        names
    }}
}}

/// The larger of two stocks.
pub fn larger<'a>(one: &'a Stock{n}, other: &'a Stock{n}) -> &'a Stock{n} {{
    if one.total() < other.total() {{ other }} else {{ one }}
}}

#[cfg(test)]
mod tests {{
    use super::*;

    #[test]
    fn adds() {{
        assert_eq!(Stock{n}::default().add("nut", 3).total(), 3{expected});
    }}
}}
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=50)
    parser.add_argument("--again", type=int, default=3)
    parser.add_argument("--root", type=Path, default=Path())
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        packages = made(Path(scratch), args.files)
        broken = Path(scratch) / packages[len(packages) // 2] / "src" / "m4.rs"
        text = broken.read_text()
        broken.write_text(text.replace("let mut names", "let names"))
        print(f"{args.files} files in {len(packages)} packages, {sum(map(lines, Path(scratch).rglob('*.rs')))} lines")
        context = Context(Config(root=args.root.resolve()), "fix")
        for turn in range(1 + args.again):
            print("cold" if turn == 0 else "warm", measured(context, Path(scratch)), flush=True)
        broken.write_text(text)
        print(f"`cargo check --all-targets` of the repaired workspace by itself, cold: {check(Path(scratch)):.1f} s")


def measured(context: Context, folder: Path) -> str:
    """One `fix`, in parts."""
    began = time.monotonic()
    marks: list[float] = []
    found: Fixed = fix_workspace(
        context, Asked(folder, ("--offline",)), lambda _: marks.append(time.monotonic()), lambda *_: None
    )
    ended = time.monotonic()
    assert found.attempts, found
    assert found.attempts[0].shown, found.attempts[0].message
    # said: check begins; what cargo found; the attempt; the whole begins
    check, search, whole = marks[1] - marks[0], marks[2] - marks[1], ended - marks[3]
    parts = f"cargo check {check:.1f}, search {search:.1f}, copy {marks[3] - marks[2]:.1f}, whole {whole:.1f}"
    return f"{ended - began:.1f} s ({parts}); {found.attempts[0].message}"


def made(folder: Path, files: int) -> list[str]:
    """Packages of ten files, each one using the one before."""
    names = [f"p{number}" for number in range(-(-files // FILES))]
    members = ", ".join(f'"{name}"' for name in names)
    (folder / "Cargo.toml").write_text(f'[workspace]\nmembers = [{members}]\nresolver = "2"\n')
    for number, name in enumerate(names):
        before = names[number - 1] if number else ""
        (folder / name / "src").mkdir(parents=True)
        needs = f'{before} = {{ path = "../{before}" }}\n' if before else ""
        about = f'[package]\nname = "{name}"\nversion = "0.1.0"\nedition = "2021"\n\n[dependencies]\n{needs}'
        (folder / name / "Cargo.toml").write_text(about)
        count = min(FILES, files - FILES * number) - 1
        root = "".join(f"pub mod m{n};\n" for n in range(count))
        (folder / name / "src" / "lib.rs").write_text(f"//! Package {name}.\n{root}")
        for n in range(count):
            call = f' + {before}::m{n}::Stock{n}::default().add("{name}", 1).names().len() as u32' if before else ""
            expected = " + 1" if before else ""
            text = MODULE.format(n=n, p=name, before=call, expected=expected)
            (folder / name / "src" / f"m{n}.rs").write_text(text)
    return names


def lines(file: Path) -> int:
    return file.read_text().count("\n")


def check(folder: Path) -> float:
    """The user's own check, without us, in a target folder of its own."""
    began = time.monotonic()
    command = ["cargo", "check", "-q", "--offline", "--all-targets", "--target-dir", str(folder / "apart")]
    subprocess.run(command, cwd=folder, check=True)
    return time.monotonic() - began


if __name__ == "__main__":
    main()
