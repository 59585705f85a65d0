---
code: E0277
---
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest(pub u32);

/// The FNV-1a sum of some bytes.
pub fn fnv1a(bytes: &[u8]) -> Digest {
    let mut state: u32 = 0x811c9dc5;
    for byte in bytes {
        state = (state ^ u32::from(*byte)).wrapping_mul(0x01000193);
    }
    Digest(state)
}

/// Reads eight hexadecimal digits.
pub fn parse_digest(text: &str) -> Option<Digest> {
    if text.len() != 8 {
        return None;
    }
    u32::from_str_radix(text, 16).ok().map(Digest)
}

/// A sum file has lines of eight hexadecimal digits, two blanks and a name.
pub fn sum_file(files: &[(&str, &[u8])]) -> String {
    let mut out = String::new();
    for (name, bytes) in files {
        out.push_str(&format!("{}  {name}\n", fnv1a(bytes)));
    }
    out
}

/// The names of the files whose sums are not those in the sum file.
pub fn changed<'n>(sums: &str, files: &[(&'n str, &[u8])]) -> Vec<&'n str> {
    let known: Vec<(Digest, &str)> = sums
        .lines()
        .filter_map(|line| line.split_once("  "))
        .filter_map(|(digest, name)| Some((parse_digest(digest)?, name)))
        .collect();
    files
        .iter()
        .filter(|(name, bytes)| !known.contains(&(fnv1a(bytes), name)))
        .map(|(name, _)| *name)
        .collect()
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Digest(pub u32);

impl std::fmt::Display for Digest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

/// The FNV-1a sum of some bytes.
pub fn fnv1a(bytes: &[u8]) -> Digest {
    let mut state: u32 = 0x811c9dc5;
    for byte in bytes {
        state = (state ^ u32::from(*byte)).wrapping_mul(0x01000193);
    }
    Digest(state)
}

/// Reads eight hexadecimal digits.
pub fn parse_digest(text: &str) -> Option<Digest> {
    if text.len() != 8 {
        return None;
    }
    u32::from_str_radix(text, 16).ok().map(Digest)
}

/// A sum file has lines of eight hexadecimal digits, two blanks and a name.
pub fn sum_file(files: &[(&str, &[u8])]) -> String {
    let mut out = String::new();
    for (name, bytes) in files {
        out.push_str(&format!("{}  {name}\n", fnv1a(bytes)));
    }
    out
}

/// The names of the files whose sums are not those in the sum file.
pub fn changed<'n>(sums: &str, files: &[(&'n str, &[u8])]) -> Vec<&'n str> {
    let known: Vec<(Digest, &str)> = sums
        .lines()
        .filter_map(|line| line.split_once("  "))
        .filter_map(|(digest, name)| Some((parse_digest(digest)?, name)))
        .collect();
    files
        .iter()
        .filter(|(name, bytes)| !known.contains(&(fnv1a(bytes), name)))
        .map(|(name, _)| *name)
        .collect()
}
==== tests
#[test]
fn sum_lines() {
    assert_eq!(sum_file(&[("empty", b""), ("a.txt", b"a")]), "811c9dc5  empty\ne40c292c  a.txt\n");
}

#[test]
fn small_sums_keep_their_zeros() {
    assert_eq!(Digest(0xab).to_string(), "000000ab");
    assert_eq!(parse_digest(&Digest(7).to_string()), Some(Digest(7)));
}

#[test]
fn changed_files() {
    let sums = sum_file(&[("x", b"1"), ("y", b"2")]);
    assert_eq!(changed(&sums, &[("x", b"1"), ("y", b"3"), ("z", b"")]), ["y", "z"]);
}
