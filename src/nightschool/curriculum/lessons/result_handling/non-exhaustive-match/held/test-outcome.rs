---
code: E0004
---
#[derive(Debug, Clone, PartialEq)]
pub enum Failure {
    Assertion(String),
    Timeout { seconds: u32 },
    Crash(i32),
}

#[derive(Debug, Default, PartialEq)]
pub struct Summary {
    pub passed: usize,
    pub skipped: usize,
    pub failures: Vec<String>,
}

/// Collects outcomes. `Ok(Some(_))` is a pass, `Ok(None)` a test that was
/// skipped; every failure is worded for the reader of the log.
pub fn summarise(outcomes: &[(&str, Result<Option<u64>, Failure>)]) -> Summary {
    let mut summary = Summary::default();
    for (name, outcome) in outcomes {
        match outcome {
            Ok(Some(_)) => summary.passed += 1,
            Err(Failure::Assertion(text)) => summary.failures.push(format!("{name}: {text}")),
            Err(Failure::Timeout { seconds }) => {
                summary.failures.push(format!("{name}: no result after {seconds} s"))
            }
            Err(Failure::Crash(signal)) => {
                summary.failures.push(format!("{name}: crashed with {signal}"))
            }
        }
    }
    summary
}

pub fn is_green(summary: &Summary) -> bool {
    summary.failures.is_empty() && summary.passed > 0
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum Failure {
    Assertion(String),
    Timeout { seconds: u32 },
    Crash(i32),
}

#[derive(Debug, Default, PartialEq)]
pub struct Summary {
    pub passed: usize,
    pub skipped: usize,
    pub failures: Vec<String>,
}

/// Collects outcomes. `Ok(Some(_))` is a pass, `Ok(None)` a test that was
/// skipped; every failure is worded for the reader of the log.
pub fn summarise(outcomes: &[(&str, Result<Option<u64>, Failure>)]) -> Summary {
    let mut summary = Summary::default();
    for (name, outcome) in outcomes {
        match outcome {
            Ok(Some(_)) => summary.passed += 1,
            Ok(None) => summary.skipped += 1,
            Err(Failure::Assertion(text)) => summary.failures.push(format!("{name}: {text}")),
            Err(Failure::Timeout { seconds }) => {
                summary.failures.push(format!("{name}: no result after {seconds} s"))
            }
            Err(Failure::Crash(signal)) => {
                summary.failures.push(format!("{name}: crashed with {signal}"))
            }
        }
    }
    summary
}

pub fn is_green(summary: &Summary) -> bool {
    summary.failures.is_empty() && summary.passed > 0
}
==== tests
    #[test]
    fn skipped_are_counted() {
        let s = summarise(&[("a", Ok(Some(3))), ("b", Ok(None)), ("c", Ok(None))]);
        assert_eq!(s, Summary { passed: 1, skipped: 2, failures: vec![] });
        assert!(is_green(&s));
    }
    #[test]
    fn only_skipped_is_not_green() {
        assert!(!is_green(&summarise(&[("a", Ok(None))])));
    }
    #[test]
    fn failures_are_worded() {
        let s = summarise(&[
            ("a", Err(Failure::Timeout { seconds: 9 })),
            ("b", Err(Failure::Crash(11))),
        ]);
        assert_eq!(s.failures, vec!["a: no result after 9 s", "b: crashed with 11"]);
    }
