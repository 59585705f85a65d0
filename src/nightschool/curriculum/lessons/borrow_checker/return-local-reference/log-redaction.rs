---
code: E0515
---
/// Words whose value must never reach a log file.
const SECRET_KEYS: [&str; 3] = ["password", "token", "api_key"];

fn is_secret(key: &str) -> bool {
    SECRET_KEYS.iter().any(|secret| key.eq_ignore_ascii_case(secret))
}

/// Replaces the values of secret `key=value` words by stars.
pub fn redact(line: &str) -> &str {
    let words: Vec<String> = line
        .split(' ')
        .map(|word| match word.split_once('=') {
            Some((key, _)) if is_secret(key) => format!("{}=***", key),
            _ => word.to_string(),
        })
        .collect();
    words.join(" ").as_str()
}

/// Joins the redacted lines of a log excerpt, one per row.
pub fn redact_excerpt(lines: &[&str]) -> String {
    let mut out = String::new();
    for line in lines {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&redact(line));
    }
    out
}
==== fixed
/// Words whose value must never reach a log file.
const SECRET_KEYS: [&str; 3] = ["password", "token", "api_key"];

fn is_secret(key: &str) -> bool {
    SECRET_KEYS.iter().any(|secret| key.eq_ignore_ascii_case(secret))
}

/// Replaces the values of secret `key=value` words by stars.
pub fn redact(line: &str) -> String {
    let words: Vec<String> = line
        .split(' ')
        .map(|word| match word.split_once('=') {
            Some((key, _)) if is_secret(key) => format!("{}=***", key),
            _ => word.to_string(),
        })
        .collect();
    words.join(" ")
}

/// Joins the redacted lines of a log excerpt, one per row.
pub fn redact_excerpt(lines: &[&str]) -> String {
    let mut out = String::new();
    for line in lines {
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&redact(line));
    }
    out
}
==== tests
#[test]
fn secrets_are_starred() {
    assert_eq!(redact("login user=ann password=hunter2 ok").to_string(), "login user=ann password=*** ok");
    assert_eq!(redact("Token=abc").to_string(), "Token=***");
}

#[test]
fn excerpt_keeps_rows() {
    let text = redact_excerpt(&["api_key=1 a", "plain  text", "x=1"]);
    assert_eq!(text, "api_key=*** a\nplain  text\nx=1");
}
