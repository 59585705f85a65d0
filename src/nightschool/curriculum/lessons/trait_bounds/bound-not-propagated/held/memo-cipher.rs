---
code: E0277
---
use std::collections::BTreeMap;
use std::fmt::Debug;

/// Tries every key, and keeps those whose output is accepted.
pub fn search<K, F, P>(keys: impl IntoIterator<Item = K>, decrypt: F, accept: P) -> BTreeMap<K, String>
where
    K: Ord,
    F: Fn(&K) -> String,
    P: Fn(&str) -> bool,
{
    let mut found = BTreeMap::new();
    for key in keys {
        let text = decrypt(&key);
        if accept(&text) {
            found.insert(key, text);
        }
    }
    found
}

/// The findings as "key: text", in the order of the keys.
pub fn report<K, F>(keys: Vec<K>, decrypt: F, crib: &str) -> Vec<String>
where
    K: Debug,
    F: Fn(&K) -> String,
{
    search(keys, decrypt, |text| text.contains(crib))
        .iter()
        .map(|(key, text)| format!("{key:?}: {text}"))
        .collect()
}

pub fn xor_text(bytes: &[u8], key: u8) -> String {
    bytes.iter().map(|b| (b ^ key) as char).collect()
}

pub fn rail_fence(text: &str, rails: usize) -> String {
    (0..rails)
        .flat_map(|rail| text.chars().skip(rail).step_by(rails))
        .collect()
}
==== fixed
use std::collections::BTreeMap;
use std::fmt::Debug;

/// Tries every key, and keeps those whose output is accepted.
pub fn search<K, F, P>(keys: impl IntoIterator<Item = K>, decrypt: F, accept: P) -> BTreeMap<K, String>
where
    K: Ord,
    F: Fn(&K) -> String,
    P: Fn(&str) -> bool,
{
    let mut found = BTreeMap::new();
    for key in keys {
        let text = decrypt(&key);
        if accept(&text) {
            found.insert(key, text);
        }
    }
    found
}

/// The findings as "key: text", in the order of the keys.
pub fn report<K, F>(keys: Vec<K>, decrypt: F, crib: &str) -> Vec<String>
where
    K: Debug + Ord,
    F: Fn(&K) -> String,
{
    search(keys, decrypt, |text| text.contains(crib))
        .iter()
        .map(|(key, text)| format!("{key:?}: {text}"))
        .collect()
}

pub fn xor_text(bytes: &[u8], key: u8) -> String {
    bytes.iter().map(|b| (b ^ key) as char).collect()
}

pub fn rail_fence(text: &str, rails: usize) -> String {
    (0..rails)
        .flat_map(|rail| text.chars().skip(rail).step_by(rails))
        .collect()
}
==== tests
#[test]
fn finds_the_xor_key() {
    let secret: Vec<u8> = b"meet me".iter().map(|b| b ^ 42).collect();
    let lines = report((0..=255u8).rev().collect(), |k| xor_text(&secret, *k), "meet");
    assert_eq!(lines, ["42: meet me"]);
}

#[test]
fn keys_of_another_kind_in_order() {
    let lines = report(vec![3usize, 1, 2], |n| rail_fence("abcd", *n), "a");
    assert_eq!(lines, ["1: abcd", "2: acbd", "3: adbc"]);
    let lines = report(vec!["b", "a"], |k| k.to_string(), "");
    assert_eq!(lines, ["\"a\": a", "\"b\": b"]);
}
