---
code: E0373
---
use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub struct Suite {
    pub name: String,
    pub cases: Vec<(String, bool)>,
}

#[derive(Debug, PartialEq)]
pub struct SuiteResult {
    pub title: String,
    pub failed: Vec<String>,
}

fn run_suite(suite: &Suite, filter: &str) -> SuiteResult {
    let failed = suite
        .cases
        .iter()
        .filter(|(name, ok)| name.contains(filter) && !ok)
        .map(|(name, _)| name.clone())
        .collect();
    SuiteResult {
        title: suite.name.clone(),
        failed,
    }
}

/// Runs each suite on its own thread; only cases whose name contains the
/// filter count. Results are in the order of the suites.
pub fn run_all(suites: Vec<Suite>, filter: &str) -> Vec<SuiteResult> {
    let mut running = Vec::new();
    for suite in suites {
        let filter = filter.to_lowercase();
        running.push(thread::spawn(|| run_suite(&suite, &filter)));
    }
    running
        .into_iter()
        .map(|handle| handle.join().expect("suite panicked"))
        .collect()
}
==== fixed
use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub struct Suite {
    pub name: String,
    pub cases: Vec<(String, bool)>,
}

#[derive(Debug, PartialEq)]
pub struct SuiteResult {
    pub title: String,
    pub failed: Vec<String>,
}

fn run_suite(suite: &Suite, filter: &str) -> SuiteResult {
    let failed = suite
        .cases
        .iter()
        .filter(|(name, ok)| name.contains(filter) && !ok)
        .map(|(name, _)| name.clone())
        .collect();
    SuiteResult {
        title: suite.name.clone(),
        failed,
    }
}

/// Runs each suite on its own thread; only cases whose name contains the
/// filter count. Results are in the order of the suites.
pub fn run_all(suites: Vec<Suite>, filter: &str) -> Vec<SuiteResult> {
    let mut running = Vec::new();
    for suite in suites {
        let filter = filter.to_lowercase();
        running.push(thread::spawn(move || run_suite(&suite, &filter)));
    }
    running
        .into_iter()
        .map(|handle| handle.join().expect("suite panicked"))
        .collect()
}
==== tests
    fn suite(name: &str, cases: &[(&str, bool)]) -> Suite {
        Suite { name: name.into(), cases: cases.iter().map(|(n, ok)| (n.to_string(), *ok)).collect() }
    }
    #[test]
    fn failures_by_suite() {
        let out = run_all(
            vec![
                suite("db", &[("read_row", false), ("read_all", true), ("write", false)]),
                suite("net", &[("read_socket", false)]),
            ],
            "READ",
        );
        assert_eq!(out[0], SuiteResult { title: "db".into(), failed: vec!["read_row".into()] });
        assert_eq!(out[1].failed, vec!["read_socket"]);
    }
    #[test]
    fn no_suites() {
        assert!(run_all(vec![], "").is_empty());
    }
