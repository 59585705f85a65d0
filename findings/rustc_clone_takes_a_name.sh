#!/usr/bin/env bash
# Expected: a suggestion that rustc marks MachineApplicable keeps the meaning of the code or is what was meant; one that brings
#   a new variable picks a name that nothing in reach has.
# Seen (rustc 1.95.0): a value that a `move` closure takes and that is used afterwards is E0382, with the two-part suggestion
#   "consider cloning the value before moving it into the closure": `let value = extra.clone();` in front, `value` inside. The
#   name is always `value`. A parameter of that name which the closure uses too is shadowed: where the types fit, what comes out
#   compiles without a warning and computes something else (extra * extra instead of extra * value: here 1, not 3).
#   `cargo fix --broken-code` applies it.
# Source: https://doc.rust-lang.org/rustc/json.html (suggestion_applicability), https://github.com/rust-lang/rust/pull/124595
#   (where the suggestion came in)
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export CARGO_TARGET_DIR=$place/target
mkdir src
printf '[package]\nname = "product"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'RUST'
pub fn product(value: Vec<u32>, extra: Vec<u32>) -> usize {
    assert!(!value.is_empty());
    let both = move || extra.len() * value.len();
    let found = both();
    found * extra.len()
}
RUST
rustc --version
rustc --edition 2021 --crate-type lib --emit=metadata --error-format=json src/lib.rs 2> said.json && { echo "it compiled" && exit 1; }
python3 - <<'PYTHON'
import json

lines = [json.loads(line) for line in open("said.json", encoding="utf-8").read().split("\n") if line.startswith("{")]
spans = [span for line in lines for child in line["children"] for span in child["spans"] if span["suggested_replacement"]]
found = [(span["suggestion_applicability"], span["suggested_replacement"].strip()) for span in spans]
print(found)
assert found == [("MachineApplicable", "let value = extra.clone();"), ("MachineApplicable", "value")], "another suggestion now"
PYTHON
cargo fix --lib --broken-code --allow-no-vcs --offline 2> fixed.txt
sed -n 3,4p src/lib.rs
cat > main.rs <<'RUST'
fn main() {
    println!("{}", product::product(vec![7, 8, 9], vec![5]));
}
RUST
rustc --edition 2021 --crate-type lib --crate-name product src/lib.rs 2> warned.txt
rustc --edition 2021 --extern product=libproduct.rlib main.rs
[ ! -s warned.txt ]
echo "3 values times 1 extra times 1 extra: $(./main)"
[ "$(./main)" = 1 ]
echo "as described: it compiles and says 1 where 3 is right"
