---
code: E0053
---
//! Sensors beside a running track feed observers.

pub trait Observer {
    /// Called for each runner that crosses the line, with the race clock to the
    /// millisecond, however many hours the race goes on.
    fn crossed(&mut self, bib: u32, seconds: f64);
}

/// Remembers the best lap of each bib number.
#[derive(Default)]
pub struct BestLaps {
    last: Vec<(u32, f64)>,
    best: Vec<(u32, f64)>,
}

fn slot(list: &[(u32, f64)], bib: u32) -> Option<usize> {
    list.iter().position(|entry| entry.0 == bib)
}

impl Observer for BestLaps {
    fn crossed(&mut self, bib: u32, seconds: f32) {
        let seconds = f64::from(seconds);
        let Some(at) = slot(&self.last, bib) else {
            self.last.push((bib, seconds));
            return;
        };
        let lap = seconds - self.last[at].1;
        self.last[at].1 = seconds;
        match slot(&self.best, bib) {
            Some(at) => self.best[at].1 = self.best[at].1.min(lap),
            None => self.best.push((bib, lap)),
        }
    }
}

impl BestLaps {
    pub fn best(&self, bib: u32) -> Option<f64> {
        slot(&self.best, bib).map(|at| self.best[at].1)
    }
}
==== fixed
//! Sensors beside a running track feed observers.

pub trait Observer {
    /// Called for each runner that crosses the line, with the race clock to the
    /// millisecond, however many hours the race goes on.
    fn crossed(&mut self, bib: u32, seconds: f64);
}

/// Remembers the best lap of each bib number.
#[derive(Default)]
pub struct BestLaps {
    last: Vec<(u32, f64)>,
    best: Vec<(u32, f64)>,
}

fn slot(list: &[(u32, f64)], bib: u32) -> Option<usize> {
    list.iter().position(|entry| entry.0 == bib)
}

impl Observer for BestLaps {
    fn crossed(&mut self, bib: u32, seconds: f64) {
        let Some(at) = slot(&self.last, bib) else {
            self.last.push((bib, seconds));
            return;
        };
        let lap = seconds - self.last[at].1;
        self.last[at].1 = seconds;
        match slot(&self.best, bib) {
            Some(at) => self.best[at].1 = self.best[at].1.min(lap),
            None => self.best.push((bib, lap)),
        }
    }
}

impl BestLaps {
    pub fn best(&self, bib: u32) -> Option<f64> {
        slot(&self.best, bib).map(|at| self.best[at].1)
    }
}
==== tests
#[test]
fn keeps_the_best_lap() {
    let mut laps = BestLaps::default();
    for (bib, seconds) in [(7, 0.0), (9, 1.0), (7, 64.0), (7, 126.5), (9, 70.0)] {
        laps.crossed(bib, seconds);
    }
    assert_eq!(laps.best(7), Some(62.5));
    assert_eq!(laps.best(9), Some(69.0));
    assert_eq!(laps.best(1), None);
}

#[test]
fn works_behind_the_trait() {
    fn feed(observer: &mut dyn Observer) {
        observer.crossed(3, 10.0);
        observer.crossed(3, 75.0);
    }
    let mut laps = BestLaps::default();
    feed(&mut laps);
    assert_eq!(laps.best(3), Some(65.0));
}

#[test]
fn late_laps_keep_their_milliseconds() {
    let mut laps = BestLaps::default();
    laps.crossed(5, 86_400.0);
    laps.crossed(5, 86_461.003);
    let lap = laps.best(5).unwrap();
    assert!((lap - 61.003).abs() < 1e-6, "{lap}");
}
