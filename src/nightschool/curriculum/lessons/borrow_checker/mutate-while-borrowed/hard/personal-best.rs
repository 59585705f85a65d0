---
code: E0502
---
//! A runner's training diary.

#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub day: u32,
    pub metres: u32,
    pub seconds: u32,
}

impl Run {
    /// Metres in an hour.
    pub fn speed(&self) -> u32 {
        self.metres * 3600 / self.seconds.max(1)
    }
}

#[derive(Debug, Default)]
pub struct Diary {
    runs: Vec<Run>,
    pub medals: Vec<u32>,
}

impl Diary {
    /// Enters a run. When it is faster than every run before, its day gets a medal and the
    /// gain over the best speed so far is returned. The first run of all gets no medal.
    pub fn enter(&mut self, run: Run) -> Option<u32> {
        let best = self.runs.iter().max_by_key(|run| run.speed());
        let (day, speed) = (run.day, run.speed());
        self.runs.push(run);
        let best = best?.speed();
        if speed <= best {
            return None;
        }
        self.medals.push(day);
        Some(speed - best)
    }

    pub fn distance(&self) -> u32 {
        self.runs.iter().map(|run| run.metres).sum()
    }
}
==== fixed
//! A runner's training diary.

#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    pub day: u32,
    pub metres: u32,
    pub seconds: u32,
}

impl Run {
    /// Metres in an hour.
    pub fn speed(&self) -> u32 {
        self.metres * 3600 / self.seconds.max(1)
    }
}

#[derive(Debug, Default)]
pub struct Diary {
    runs: Vec<Run>,
    pub medals: Vec<u32>,
}

impl Diary {
    /// Enters a run. When it is faster than every run before, its day gets a medal and the
    /// gain over the best speed so far is returned. The first run of all gets no medal.
    pub fn enter(&mut self, run: Run) -> Option<u32> {
        let best = self.runs.iter().map(|run| run.speed()).max();
        let (day, speed) = (run.day, run.speed());
        self.runs.push(run);
        let best = best?;
        if speed <= best {
            return None;
        }
        self.medals.push(day);
        Some(speed - best)
    }

    pub fn distance(&self) -> u32 {
        self.runs.iter().map(|run| run.metres).sum()
    }
}
==== tests
fn run(day: u32, metres: u32) -> Run {
    Run { day, metres, seconds: 3600 }
}

#[test]
fn a_faster_run_earns_a_medal() {
    let mut diary = Diary::default();
    assert_eq!(diary.enter(run(1, 9000)), None);
    assert_eq!(diary.enter(run(2, 8000)), None);
    assert_eq!(diary.enter(run(3, 9500)), Some(500));
    assert_eq!(diary.enter(run(4, 9500)), None);
    assert_eq!(diary.medals, [3]);
}

#[test]
fn every_run_counts_for_the_distance() {
    let mut diary = Diary::default();
    diary.enter(run(1, 9000));
    diary.enter(run(2, 10000));
    diary.enter(run(3, 1000));
    assert_eq!(diary.distance(), 20000);
    assert_eq!(diary.medals, [2]);
}
