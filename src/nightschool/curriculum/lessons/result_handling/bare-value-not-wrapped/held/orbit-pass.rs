---
code: E0308
---
#[derive(Debug, Clone, PartialEq)]
pub struct Pass {
    pub station: &'static str,
    pub start: u32,
    pub end: u32,
}

impl Pass {
    pub fn seconds(&self) -> u32 {
        self.end - self.start
    }
}

/// The longest pass that is not yet over at `now`, cut to what is left of it.
/// `None` when the satellite sees no station any more.
pub fn best_pass(passes: &[Pass], now: u32) -> Option<Pass> {
    let mut best: Option<Pass> = None;
    for pass in passes.iter().filter(|p| p.end > now) {
        let left = Pass { start: pass.start.max(now), ..pass.clone() };
        let longer = match &best {
            Some(known) => left.seconds() > known.seconds(),
            None => true,
        };
        if longer {
            best = left;
        }
    }
    best
}

pub fn downlink_bytes(passes: &[Pass], now: u32, bytes_per_second: u64) -> u64 {
    best_pass(passes, now).map_or(0, |p| u64::from(p.seconds()) * bytes_per_second)
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Pass {
    pub station: &'static str,
    pub start: u32,
    pub end: u32,
}

impl Pass {
    pub fn seconds(&self) -> u32 {
        self.end - self.start
    }
}

/// The longest pass that is not yet over at `now`, cut to what is left of it.
/// `None` when the satellite sees no station any more.
pub fn best_pass(passes: &[Pass], now: u32) -> Option<Pass> {
    let mut best: Option<Pass> = None;
    for pass in passes.iter().filter(|p| p.end > now) {
        let left = Pass { start: pass.start.max(now), ..pass.clone() };
        let longer = match &best {
            Some(known) => left.seconds() > known.seconds(),
            None => true,
        };
        if longer {
            best = Some(left);
        }
    }
    best
}

pub fn downlink_bytes(passes: &[Pass], now: u32, bytes_per_second: u64) -> u64 {
    best_pass(passes, now).map_or(0, |p| u64::from(p.seconds()) * bytes_per_second)
}
==== tests
fn passes() -> Vec<Pass> {
    vec![
        Pass { station: "Svalbard", start: 0, end: 600 },
        Pass { station: "Kiruna", start: 300, end: 700 },
        Pass { station: "Perth", start: 2000, end: 2400 },
    ]
}

#[test]
fn longest_remaining_pass() {
    assert_eq!(best_pass(&passes(), 0).unwrap().station, "Svalbard");
    assert_eq!(best_pass(&passes(), 250).unwrap(), Pass { station: "Kiruna", start: 300, end: 700 });
    assert_eq!(best_pass(&passes(), 2100).unwrap(), Pass { station: "Perth", start: 2100, end: 2400 });
}

#[test]
fn nothing_left() {
    assert_eq!(best_pass(&passes(), 2400), None);
    assert_eq!(downlink_bytes(&passes(), 5000, 8), 0);
    assert_eq!(downlink_bytes(&passes(), 2300, 8), 800);
}
