#!/usr/bin/env bash
# Expected: "to force the closure to take ownership of `found`, use the `move` keyword", MachineApplicable, moves `found`: what is
#   used after it was moved does not compile, so what compiles still means what it meant.
# Seen (rustc 1.95.0): a number is Copy, so `move` takes a copy, and `found` outside is another variable from there on. A thread that
#   counts into it counts in its copy, and 0 comes back. `cargo fix --broken-code` adds the word, and no warning follows where the
#   closure also reads what it counts; only where it never does, rustc asks "did you mean to capture by reference instead?".
#   thread::scope, in which the counter is borrowed, gives 2; it is not suggested.
# Source: https://doc.rust-lang.org/rustc/json.html (suggestion_applicability), https://doc.rust-lang.org/error_codes/E0373.html
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
export CARGO_TARGET_DIR=$place/target
mkdir src
printf '[package]\nname = "words"\nversion = "0.1.0"\nedition = "2021"\n' > Cargo.toml
cat > src/lib.rs <<'RUST'
pub fn long_words(words: Vec<String>) -> usize {
    let mut found = 0;
    let worker = std::thread::spawn(|| {
        for word in words {
            if word.len() > 3 && found < 100 {
                found += 1;
            }
        }
    });
    worker.join().unwrap();
    found
}
RUST
sed 's/ && found < 100//' src/lib.rs > unread.rs
sed -e 's/let worker = std::thread::spawn(||/std::thread::scope(|s| s.spawn(||/' -e 's/^    });/    }).join().unwrap());/' \
    -e '/worker.join/d' src/lib.rs > scoped.rs
rustc --version
rustc --edition 2021 --crate-type lib --emit=metadata --error-format=json src/lib.rs 2> said.json && { echo "it compiled" && exit 1; }
python3 - <<'PYTHON'
import json

lines = [json.loads(line) for line in open("said.json", encoding="utf-8").read().split("\n") if line.startswith("{")]
children = [(line["code"]["code"], child) for line in lines if line["code"] for child in line["children"]]
found = [(code, span["suggested_replacement"], span["suggestion_applicability"])
         for code, child in children for span in child["spans"] if span["suggested_replacement"]]
print(found)
assert found == [("E0373", "move ", "MachineApplicable")], "other suggestions now"
PYTHON
cargo fix --lib --broken-code --allow-no-vcs --offline 2> fixed.txt
sed -n 3p src/lib.rs
cat > main.rs <<'RUST'
fn main() {
    let words = ["alpha", "be", "gamma"].map(String::from).to_vec();
    println!("{}", words::long_words(words));
}
RUST
answer() {
    rustc --edition 2021 --crate-type lib --crate-name words "$1" 2> warned.txt
    rustc --edition 2021 --extern words=libwords.rlib main.rs
    ./main
}
counted=$(answer scoped.rs)
lost=$(answer src/lib.rs)
echo "two long words: $lost with move, $counted in a scope; warnings: '$(cat warned.txt)'"
[ "$lost" = 0 ] && [ "$counted" = 2 ] && [ ! -s warned.txt ]
sed -i 's/spawn(||/spawn(move ||/' unread.rs
answer unread.rs > unread.txt
grep -m 1 'capture by reference' warned.txt
echo "as described: it compiles without a warning, and what was counted is lost"
