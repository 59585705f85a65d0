#!/usr/bin/env bash
# Expected: `?` on an error that the function's error type has no `From` for is E0277 ("`?` couldn't convert the error"),
#   whether or not the type that is parsed is written down: the slip is the same.
# Seen (rustc 1.95.0): with `parse::<u64>()?` it is E0277 at the `?`. Where the type is inferred from a later use, it is E0271
#   ("type mismatch resolving `<u64 as FromStr>::Err == Bad`") at `parse`, without a word of `?` or `From`: `From<Bad> for Bad`
#   is the only impl, so rustc takes the error of `parse` for `Bad` before it knows what is parsed. The repair is the same
#   for both: with `impl From<ParseIntError> for Bad` both compile. A tool that looks repairs up by code misses the second.
# Source: https://doc.rust-lang.org/error_codes/E0277.html, https://doc.rust-lang.org/error_codes/E0271.html
set -euo pipefail
place=$(mktemp -d)
trap 'rm -r "$place"' EXIT
cd "$place"
cat > lib.rs <<'RUST'
#[derive(Debug)]
pub struct Bad;
pub struct Row {
    pub n: u64,
}
pub fn inferred(text: &str) -> Result<Row, Bad> {
    let n = text.parse()?;
    Ok(Row { n })
}
pub fn named(text: &str) -> Result<Row, Bad> {
    let n = text.parse::<u64>()?;
    Ok(Row { n })
}
RUST
cat lib.rs - > with_from.rs <<'RUST'
impl From<std::num::ParseIntError> for Bad {
    fn from(_: std::num::ParseIntError) -> Self {
        Bad
    }
}
RUST
rustc --version
codes() { rustc --edition 2021 --crate-type lib --emit=metadata "$1" 2>&1 | grep -o '^error\[E[0-9]*\]' | tr '\n' ' ' || true; }
echo "without From: $(codes lib.rs)"
echo "with From: $(codes with_from.rs)"
[ "$(codes lib.rs)" = "error[E0271] error[E0277] " ] && [ -z "$(codes with_from.rs)" ]
