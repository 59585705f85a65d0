---
code: E0277
---
use std::collections::VecDeque;
use std::num::ParseIntError;

/// Running state rebuilt from a journal of limiter commands.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct LimiterState {
    pub tokens: u32,
    pub skipped: usize,
    pub history: VecDeque<u32>,
}

fn parse_amount(word: &str) -> Result<u32, ParseIntError> {
    word.trim().parse()
}

impl LimiterState {
    /// Applies one journal line, `+5` or `-3`.
    ///
    /// A damaged line must not stop a replay: it is counted in `skipped` and
    /// changes nothing else.
    pub fn apply(&mut self, line: &str) {
        let (sign, digits) = match line.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, line.strip_prefix('+').unwrap_or(line)),
        };
        let amount = parse_amount(digits)?;
        if sign < 0 {
            self.tokens = self.tokens.saturating_sub(amount);
        } else {
            self.tokens += amount;
        }
        self.history.push_back(self.tokens);
    }

    pub fn replay(journal: &str) -> Self {
        let mut state = LimiterState::default();
        for line in journal.lines() {
            state.apply(line);
        }
        state
    }
}
==== fixed
use std::collections::VecDeque;
use std::num::ParseIntError;

/// Running state rebuilt from a journal of limiter commands.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct LimiterState {
    pub tokens: u32,
    pub skipped: usize,
    pub history: VecDeque<u32>,
}

fn parse_amount(word: &str) -> Result<u32, ParseIntError> {
    word.trim().parse()
}

impl LimiterState {
    /// Applies one journal line, `+5` or `-3`.
    ///
    /// A damaged line must not stop a replay: it is counted in `skipped` and
    /// changes nothing else.
    pub fn apply(&mut self, line: &str) {
        let (sign, digits) = match line.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, line.strip_prefix('+').unwrap_or(line)),
        };
        let Ok(amount) = parse_amount(digits) else {
            self.skipped += 1;
            return;
        };
        if sign < 0 {
            self.tokens = self.tokens.saturating_sub(amount);
        } else {
            self.tokens += amount;
        }
        self.history.push_back(self.tokens);
    }

    pub fn replay(journal: &str) -> Self {
        let mut state = LimiterState::default();
        for line in journal.lines() {
            state.apply(line);
        }
        state
    }
}
==== tests
#[test]
fn good_lines_are_applied() {
    let state = LimiterState::replay("+5\n-2\n7");
    assert_eq!(state.tokens, 10);
    assert_eq!(state.skipped, 0);
    assert_eq!(state.history, [5, 3, 10]);
}

#[test]
fn damaged_lines_are_counted_and_skipped() {
    let state = LimiterState::replay("+5\n-x\n\n-1");
    assert_eq!(state.tokens, 4);
    assert_eq!(state.skipped, 2);
    assert_eq!(state.history, [5, 4]);
}
