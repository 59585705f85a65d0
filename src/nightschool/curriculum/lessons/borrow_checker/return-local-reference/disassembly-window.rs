---
code: E0515
---
/// Splits a code block into instructions; the high bit pair of an opcode says how
/// many operand bytes follow it.
fn instructions(code: &[u8]) -> Vec<(usize, &[u8])> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(opcode) = code.get(at) {
        let end = (at + 1 + usize::from(opcode >> 6)).min(code.len());
        found.push((at, &code[at..end]));
        at = end;
    }
    found
}

fn hex(bytes: &[u8]) -> String {
    let pairs: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    pairs.join(" ")
}

/// The instructions around an address: the one that covers it, with up to `radius`
/// instructions on either side. Empty for an address behind the code.
pub fn window(code: &[u8], address: usize, radius: usize) -> &[(usize, &[u8])] {
    let all = instructions(code);
    let covers = |(start, bytes): &(usize, &[u8])| (*start..start + bytes.len()).contains(&address);
    match all.iter().position(covers) {
        Some(middle) => {
            let from = middle.saturating_sub(radius);
            let to = (middle + radius + 1).min(all.len());
            &all[from..to]
        }
        None => &[],
    }
}

pub fn listing(code: &[u8], address: usize, radius: usize) -> String {
    let lines: Vec<String> = window(code, address, radius)
        .iter()
        .map(|(start, bytes)| format!("{start:04x}: {}", hex(bytes)))
        .collect();
    lines.join("\n")
}
==== fixed
/// Splits a code block into instructions; the high bit pair of an opcode says how
/// many operand bytes follow it.
fn instructions(code: &[u8]) -> Vec<(usize, &[u8])> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(opcode) = code.get(at) {
        let end = (at + 1 + usize::from(opcode >> 6)).min(code.len());
        found.push((at, &code[at..end]));
        at = end;
    }
    found
}

fn hex(bytes: &[u8]) -> String {
    let pairs: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    pairs.join(" ")
}

/// The instructions around an address: the one that covers it, with up to `radius`
/// instructions on either side. Empty for an address behind the code.
pub fn window(code: &[u8], address: usize, radius: usize) -> Vec<(usize, &[u8])> {
    let all = instructions(code);
    let covers = |(start, bytes): &(usize, &[u8])| (*start..start + bytes.len()).contains(&address);
    match all.iter().position(covers) {
        Some(middle) => {
            let from = middle.saturating_sub(radius);
            let to = (middle + radius + 1).min(all.len());
            all[from..to].to_vec()
        }
        None => Vec::new(),
    }
}

pub fn listing(code: &[u8], address: usize, radius: usize) -> String {
    let lines: Vec<String> = window(code, address, radius)
        .iter()
        .map(|(start, bytes)| format!("{start:04x}: {}", hex(bytes)))
        .collect();
    lines.join("\n")
}
==== tests
const CODE: [u8; 8] = [0x01, 0x42, 0x10, 0x81, 0xaa, 0xbb, 0x02, 0x03];
#[test]
fn around_an_operand() {
    assert_eq!(listing(&CODE, 4, 1), "0001: 42 10\n0003: 81 aa bb\n0006: 02");
    assert_eq!(listing(&CODE, 4, 0), "0003: 81 aa bb");
}
#[test]
fn clipped_at_the_ends() {
    assert_eq!(listing(&CODE, 0, 1), "0000: 01\n0001: 42 10");
    assert_eq!(listing(&CODE, 7, 1), "0006: 02\n0007: 03");
    assert_eq!(listing(&CODE, 8, 5), "");
    assert_eq!(listing(&[], 0, 5), "");
}
