---
code: E0308
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Press {
    pub key: char,
    pub at_ms: u64,
}

/// Recognises double presses of one key.
pub struct DoubleTap {
    window_ms: u64,
    last: Option<Press>,
}

impl DoubleTap {
    pub fn new(window_ms: u64) -> DoubleTap {
        DoubleTap { window_ms, last: None }
    }

    fn gap_to(&self, press: Press) -> Option<u64> {
        let last = self.last?;
        if last.key != press.key || press.at_ms < last.at_ms {
            return None;
        }
        press.at_ms - last.at_ms
    }

    /// The key, if this press completes a double press. A completed pair starts afresh.
    pub fn feed(&mut self, press: Press) -> Option<char> {
        let gap = self.gap_to(press);
        match gap {
            Some(gap) if gap <= self.window_ms => {
                self.last = None;
                press.key
            }
            _ => {
                self.last = Some(press);
                None
            }
        }
    }
}

pub fn taps(window_ms: u64, presses: &[(char, u64)]) -> String {
    let mut detector = DoubleTap::new(window_ms);
    presses
        .iter()
        .filter_map(|(key, at_ms)| detector.feed(Press { key: *key, at_ms: *at_ms }))
        .collect()
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Press {
    pub key: char,
    pub at_ms: u64,
}

/// Recognises double presses of one key.
pub struct DoubleTap {
    window_ms: u64,
    last: Option<Press>,
}

impl DoubleTap {
    pub fn new(window_ms: u64) -> DoubleTap {
        DoubleTap { window_ms, last: None }
    }

    fn gap_to(&self, press: Press) -> Option<u64> {
        let last = self.last?;
        if last.key != press.key || press.at_ms < last.at_ms {
            return None;
        }
        Some(press.at_ms - last.at_ms)
    }

    /// The key, if this press completes a double press. A completed pair starts afresh.
    pub fn feed(&mut self, press: Press) -> Option<char> {
        let gap = self.gap_to(press);
        match gap {
            Some(gap) if gap <= self.window_ms => {
                self.last = None;
                Some(press.key)
            }
            _ => {
                self.last = Some(press);
                None
            }
        }
    }
}

pub fn taps(window_ms: u64, presses: &[(char, u64)]) -> String {
    let mut detector = DoubleTap::new(window_ms);
    presses
        .iter()
        .filter_map(|(key, at_ms)| detector.feed(Press { key: *key, at_ms: *at_ms }))
        .collect()
}
==== tests
#[test]
fn double_presses() {
    assert_eq!(taps(200, &[('a', 0), ('a', 150), ('a', 250), ('b', 300), ('b', 500)]), "ab");
    assert_eq!(taps(200, &[('a', 0), ('a', 0)]), "a");
}

#[test]
fn too_slow_or_other_key() {
    assert_eq!(taps(200, &[('a', 0), ('a', 201), ('b', 210), ('a', 220)]), "");
    assert_eq!(taps(200, &[('a', 0), ('a', 300), ('a', 400)]), "a");
}
