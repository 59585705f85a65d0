---
code: E0308
---
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub enum HistoryError {
    AtStart,
    AtEnd,
    TooFar { wanted: usize, possible: usize },
}

/// A history of states with a cursor on the current one.
pub struct History<S> {
    states: Vec<S>,
    at: usize,
}

impl<S> History<S> {
    pub fn new(first: S) -> Self {
        History { states: vec![first], at: 0 }
    }

    pub fn record(&mut self, state: S) {
        self.states.truncate(self.at + 1);
        self.states.push(state);
        self.at += 1;
    }

    pub fn current(&self) -> &S {
        &self.states[self.at]
    }

    pub fn back(&mut self, steps: usize) -> Result<&S, HistoryError> {
        if self.at == 0 && steps > 0 {
            return Err(HistoryError::AtStart);
        }
        if steps > self.at {
            return Err(HistoryError::TooFar { wanted: steps, possible: self.at });
        }
        self.at -= steps;
        self.current()
    }

    pub fn forward(&mut self, steps: usize) -> Result<&S, HistoryError> {
        let possible = self.states.len() - 1 - self.at;
        match possible {
            0 if steps > 0 => Err(HistoryError::AtEnd),
            _ if steps > possible => Err(HistoryError::TooFar { wanted: steps, possible }),
            _ => {
                self.at += steps;
                self.current()
            }
        }
    }
}
==== fixed
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub enum HistoryError {
    AtStart,
    AtEnd,
    TooFar { wanted: usize, possible: usize },
}

/// A history of states with a cursor on the current one.
pub struct History<S> {
    states: Vec<S>,
    at: usize,
}

impl<S> History<S> {
    pub fn new(first: S) -> Self {
        History { states: vec![first], at: 0 }
    }

    pub fn record(&mut self, state: S) {
        self.states.truncate(self.at + 1);
        self.states.push(state);
        self.at += 1;
    }

    pub fn current(&self) -> &S {
        &self.states[self.at]
    }

    pub fn back(&mut self, steps: usize) -> Result<&S, HistoryError> {
        if self.at == 0 && steps > 0 {
            return Err(HistoryError::AtStart);
        }
        if steps > self.at {
            return Err(HistoryError::TooFar { wanted: steps, possible: self.at });
        }
        self.at -= steps;
        Ok(self.current())
    }

    pub fn forward(&mut self, steps: usize) -> Result<&S, HistoryError> {
        let possible = self.states.len() - 1 - self.at;
        match possible {
            0 if steps > 0 => Err(HistoryError::AtEnd),
            _ if steps > possible => Err(HistoryError::TooFar { wanted: steps, possible }),
            _ => {
                self.at += steps;
                Ok(self.current())
            }
        }
    }
}
==== tests
fn abc() -> History<&'static str> {
    let mut h = History::new("a");
    h.record("b");
    h.record("c");
    h
}

#[test]
fn moves_both_ways() {
    let mut h = abc();
    assert_eq!(h.back(2), Ok(&"a"));
    assert_eq!(h.forward(1), Ok(&"b"));
    assert_eq!(h.back(0), Ok(&"b"));
    assert_eq!(*h.current(), "b");
}

#[test]
fn limits() {
    let mut h = abc();
    assert_eq!(h.back(3), Err(HistoryError::TooFar { wanted: 3, possible: 2 }));
    assert_eq!(h.forward(1), Err(HistoryError::AtEnd));
    h.back(2).unwrap();
    assert_eq!(h.back(1), Err(HistoryError::AtStart));
}

#[test]
fn recording_forgets_the_future() {
    let mut h = abc();
    h.back(1).unwrap();
    h.record("x");
    assert_eq!(h.forward(1), Err(HistoryError::AtEnd));
    assert_eq!(h.back(1), Ok(&"b"));
}
