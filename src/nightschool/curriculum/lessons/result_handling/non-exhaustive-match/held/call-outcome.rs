---
code: E0004
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Answered { seconds: u32 },
    Voicemail,
    Missed,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DialError {
    NoNetwork,
    Rejected(String),
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Stats {
    pub talked: u32,
    pub answered: usize,
    pub unanswered: usize,
    pub failed: usize,
}

impl Stats {
    /// Enters one dialled call. Voicemail and missed calls are unanswered; what
    /// never reached the other side has failed.
    pub fn enter(&mut self, call: &Result<Outcome, DialError>) {
        match call {
            Ok(Outcome::Answered { seconds }) => {
                self.answered += 1;
                self.talked += seconds;
            }
            Ok(Outcome::Missed) => self.unanswered += 1,
            Err(DialError::NoNetwork | DialError::Rejected(_)) => self.failed += 1,
        }
    }

    pub fn over(calls: &[Result<Outcome, DialError>]) -> Stats {
        let mut stats = Stats::default();
        for call in calls {
            stats.enter(call);
        }
        stats
    }

    pub fn total(&self) -> usize {
        self.answered + self.unanswered + self.failed
    }
}

pub fn advice(stats: &Stats) -> &'static str {
    match stats.unanswered.cmp(&stats.answered) {
        std::cmp::Ordering::Greater => "call later",
        std::cmp::Ordering::Less => "good hours",
    }
}

/// As `advice`, with "mixed" where as many calls were answered as not.
pub fn summary(stats: &Stats) -> String {
    format!("{} calls: {}", stats.total(), advice(stats))
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Answered { seconds: u32 },
    Voicemail,
    Missed,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DialError {
    NoNetwork,
    Rejected(String),
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Stats {
    pub talked: u32,
    pub answered: usize,
    pub unanswered: usize,
    pub failed: usize,
}

impl Stats {
    /// Enters one dialled call. Voicemail and missed calls are unanswered; what
    /// never reached the other side has failed.
    pub fn enter(&mut self, call: &Result<Outcome, DialError>) {
        match call {
            Ok(Outcome::Answered { seconds }) => {
                self.answered += 1;
                self.talked += seconds;
            }
            Ok(Outcome::Voicemail | Outcome::Missed) => self.unanswered += 1,
            Err(DialError::NoNetwork | DialError::Rejected(_)) => self.failed += 1,
        }
    }

    pub fn over(calls: &[Result<Outcome, DialError>]) -> Stats {
        let mut stats = Stats::default();
        for call in calls {
            stats.enter(call);
        }
        stats
    }

    pub fn total(&self) -> usize {
        self.answered + self.unanswered + self.failed
    }
}

pub fn advice(stats: &Stats) -> &'static str {
    match stats.unanswered.cmp(&stats.answered) {
        std::cmp::Ordering::Greater => "call later",
        std::cmp::Ordering::Equal => "mixed",
        std::cmp::Ordering::Less => "good hours",
    }
}

/// As `advice`, with "mixed" where as many calls were answered as not.
pub fn summary(stats: &Stats) -> String {
    format!("{} calls: {}", stats.total(), advice(stats))
}
==== tests
#[test]
fn all_outcomes_count() {
    let calls = [
        Ok(Outcome::Answered { seconds: 60 }),
        Ok(Outcome::Voicemail),
        Ok(Outcome::Missed),
        Err(DialError::NoNetwork),
        Err(DialError::Rejected("x".into())),
    ];
    let s = Stats::over(&calls);
    assert_eq!(s, Stats { talked: 60, answered: 1, unanswered: 2, failed: 2 });
    assert_eq!(summary(&s), "5 calls: call later");
}

#[test]
fn advice_by_balance() {
    let s = Stats { answered: 2, unanswered: 2, ..Stats::default() };
    assert_eq!(summary(&s), "4 calls: mixed");
    let s = Stats { answered: 2, unanswered: 1, ..Stats::default() };
    assert_eq!(summary(&s), "3 calls: good hours");
}
