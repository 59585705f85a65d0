---
code: E0515
---
const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// Encodes bytes in groups of five bits; the last group is filled up with zero bits.
pub fn encode(bytes: &[u8]) -> &str {
    let mut out = String::with_capacity((bytes.len() * 8 + 4) / 5);
    let mut window: u32 = 0;
    let mut filled = 0;
    for byte in bytes {
        window = window << 8 | u32::from(*byte);
        filled += 8;
        while filled >= 5 {
            filled -= 5;
            out.push(ALPHABET[(window >> filled) as usize & 31] as char);
        }
    }
    if filled > 0 {
        out.push(ALPHABET[(window << (5 - filled)) as usize & 31] as char);
    }
    out.as_str()
}

/// Joins the encoded parts with dashes, as in a licence key.
pub fn encode_key(parts: &[&[u8]]) -> String {
    let mut key = String::new();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            key.push('-');
        }
        key.push_str(&encode(part));
    }
    key
}
==== fixed
const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// Encodes bytes in groups of five bits; the last group is filled up with zero bits.
pub fn encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity((bytes.len() * 8 + 4) / 5);
    let mut window: u32 = 0;
    let mut filled = 0;
    for byte in bytes {
        window = window << 8 | u32::from(*byte);
        filled += 8;
        while filled >= 5 {
            filled -= 5;
            out.push(ALPHABET[(window >> filled) as usize & 31] as char);
        }
    }
    if filled > 0 {
        out.push(ALPHABET[(window << (5 - filled)) as usize & 31] as char);
    }
    out
}

/// Joins the encoded parts with dashes, as in a licence key.
pub fn encode_key(parts: &[&[u8]]) -> String {
    let mut key = String::new();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            key.push('-');
        }
        key.push_str(&encode(part));
    }
    key
}
==== tests
#[test]
fn encodes_parts() {
    assert_eq!(encode_key(&[b"foobar"]), "mzxw6ytboi");
    assert_eq!(encode_key(&[b"f", b"fo", b""]), "my-mzxq-");
}

#[test]
fn single_part_has_no_dash() {
    assert_eq!(encode_key(&[&[0]]), "aa");
    assert_eq!(encode_key(&[]), "");
}
