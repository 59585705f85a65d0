---
code: E0373
---
use std::collections::BTreeMap;
use std::thread;

/// Log lines by the name of the machine they came from.
pub type Logs = BTreeMap<String, Vec<String>>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScanResult {
    pub machine: String,
    pub matches: usize,
}

fn count_marked(lines: &[String], marker: &str) -> usize {
    lines.iter().filter(|line| line.starts_with(marker)).count()
}

/// Counts the lines of a level, such as `[warn] disk is slow`, on every machine.
/// Each machine's lines are scanned by a thread of their own.
pub fn scan(logs: Logs, level: &str) -> Vec<ScanResult> {
    let marker = format!("[{}]", level.to_lowercase());
    let mut running = Vec::new();
    for (machine, lines) in logs {
        let handle = thread::spawn(|| count_marked(&lines, &marker));
        running.push((machine, handle));
    }
    running
        .into_iter()
        .map(|(machine, handle)| ScanResult {
            machine,
            matches: handle.join().expect("scan panicked"),
        })
        .collect()
}

/// The machine with most lines of the level, if any has one.
pub fn noisiest(results: &[ScanResult]) -> Option<&ScanResult> {
    results.iter().filter(|result| result.matches > 0).max_by_key(|result| result.matches)
}
==== fixed
use std::collections::BTreeMap;
use std::thread;

/// Log lines by the name of the machine they came from.
pub type Logs = BTreeMap<String, Vec<String>>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScanResult {
    pub machine: String,
    pub matches: usize,
}

fn count_marked(lines: &[String], marker: &str) -> usize {
    lines.iter().filter(|line| line.starts_with(marker)).count()
}

/// Counts the lines of a level, such as `[warn] disk is slow`, on every machine.
/// Each machine's lines are scanned by a thread of their own.
pub fn scan(logs: Logs, level: &str) -> Vec<ScanResult> {
    let marker = format!("[{}]", level.to_lowercase());
    let mut running = Vec::new();
    for (machine, lines) in logs {
        let marker = marker.clone();
        let handle = thread::spawn(move || count_marked(&lines, &marker));
        running.push((machine, handle));
    }
    running
        .into_iter()
        .map(|(machine, handle)| ScanResult {
            machine,
            matches: handle.join().expect("scan panicked"),
        })
        .collect()
}

/// The machine with most lines of the level, if any has one.
pub fn noisiest(results: &[ScanResult]) -> Option<&ScanResult> {
    results.iter().filter(|result| result.matches > 0).max_by_key(|result| result.matches)
}
==== tests
fn logs() -> Logs {
    let lines = |all: &[&str]| all.iter().map(|l| l.to_string()).collect::<Vec<_>>();
    Logs::from([
        ("web1".to_string(), lines(&["[warn] a", "[info] b"])),
        ("web2".to_string(), lines(&["[warn] a", "x [warn]", "[warn] c"])),
        ("web3".to_string(), lines(&[])),
    ])
}

#[test]
fn every_machine_is_scanned() {
    let results = scan(logs(), "WARN");
    let got: Vec<(&str, usize)> = results.iter().map(|r| (r.machine.as_str(), r.matches)).collect();
    assert_eq!(got, [("web1", 1), ("web2", 2), ("web3", 0)]);
    assert_eq!(noisiest(&results).unwrap().machine, "web2");
}

#[test]
fn silence_is_not_noisy() {
    let results = scan(logs(), "fatal");
    assert_eq!(results.len(), 3);
    assert_eq!(noisiest(&results), None);
}
