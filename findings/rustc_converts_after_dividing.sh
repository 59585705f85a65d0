#!/usr/bin/env bash
# Expected: where a whole number is returned and a float is wanted, a suggestion marked MachineApplicable gives the number that was meant;
#   for `sum / count` that is sum.into() / count.into() or, if rustc cannot know, a lower mark.
# Seen (rustc 1.95.0): E0308, "you can convert an `i32` to an `f64`, producing the floating point representation of the integer",
#   MachineApplicable: the *quotient* is converted, `(sum / count).into()`. It was cut to a whole number before, so the mean of 1 and 2
#   is 1.0 and a share of 3 out of 4 is 0 %. `cargo fix --broken-code` applies it, and nothing warns afterwards.
# Source: https://doc.rust-lang.org/rustc/json.html (suggestion_applicability), https://github.com/rust-lang/rust/pull/60159
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export CARGO_TARGET_DIR=$place/target
mkdir src
printf '[package]\nname = "figures"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'RUST'
pub fn mean(numbers: &[i32]) -> f64 {
    let sum: i32 = numbers.iter().sum();
    let count = numbers.len() as i32;
    sum / count
}
pub fn percent(done: u32, all: u32) -> f64 {
    let share: f64 = done / all;
    share * 100.0
}
RUST
rustc --version
rustc --edition 2021 --crate-type lib --emit=metadata --error-format=json src/lib.rs 2> said.json && { echo "it compiled" && exit 1; }
python3 - <<'PYTHON'
import json

lines = [json.loads(line) for line in open("said.json", encoding="utf-8").read().split("\n") if line.startswith("{")]
spans = [span for line in lines for child in line["children"] for span in child["spans"] if span["suggested_replacement"]]
found = [(span["suggested_replacement"], span["suggestion_applicability"]) for span in spans]
print(found)
assert found == [("(", "MachineApplicable"), (").into()", "MachineApplicable")] * 2, "other suggestions now"
PYTHON
cargo fix --lib --broken-code --allow-no-vcs --offline 2> fixed.txt
sed -n '4p;7p' src/lib.rs
cat > main.rs <<'RUST'
fn main() {
    println!("{} {}", figures::mean(&[1, 2]), figures::percent(3, 4));
}
RUST
rustc --edition 2021 --crate-type lib --crate-name figures src/lib.rs 2> warned.txt
[ ! -s warned.txt ]
rustc --edition 2021 --extern figures=libfigures.rlib main.rs
echo "the mean of 1 and 2, and 3 of 4 in percent: $(./main)"
[ "$(./main)" = "1 0" ]
echo "as described: it compiles without a warning and says 1 and 0 where 1.5 and 75 are right"
