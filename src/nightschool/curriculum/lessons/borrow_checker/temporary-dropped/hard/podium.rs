---
code: E0716
---
//! Results of a running event.

#[derive(Debug, Clone, PartialEq)]
pub struct Finish {
    pub bib: u16,
    pub seconds: u32,
}

#[derive(Debug, Default)]
pub struct Race {
    finishes: Vec<Finish>,
}

impl Race {
    pub fn record(&mut self, bib: u16, seconds: u32) {
        self.finishes.push(Finish { bib, seconds });
    }

    /// Finishes from fastest to slowest.
    fn ranked(&self) -> Vec<Finish> {
        let mut ranked = self.finishes.clone();
        ranked.sort_by_key(|finish| finish.seconds);
        ranked
    }

    /// Gold, silver and bronze with the gap to the winner in seconds.
    pub fn podium(&self) -> Vec<(u16, u32)> {
        let mut order = self.ranked().iter();
        let Some(winner) = order.next() else {
            return Vec::new();
        };
        let mut podium = vec![(winner.bib, 0)];
        for finish in order.take(2) {
            podium.push((finish.bib, finish.seconds - winner.seconds));
        }
        podium
    }
}
==== fixed
//! Results of a running event.

#[derive(Debug, Clone, PartialEq)]
pub struct Finish {
    pub bib: u16,
    pub seconds: u32,
}

#[derive(Debug, Default)]
pub struct Race {
    finishes: Vec<Finish>,
}

impl Race {
    pub fn record(&mut self, bib: u16, seconds: u32) {
        self.finishes.push(Finish { bib, seconds });
    }

    /// Finishes from fastest to slowest.
    fn ranked(&self) -> Vec<Finish> {
        let mut ranked = self.finishes.clone();
        ranked.sort_by_key(|finish| finish.seconds);
        ranked
    }

    /// Gold, silver and bronze with the gap to the winner in seconds.
    pub fn podium(&self) -> Vec<(u16, u32)> {
        let ranked = self.ranked();
        let mut order = ranked.iter();
        let Some(winner) = order.next() else {
            return Vec::new();
        };
        let mut podium = vec![(winner.bib, 0)];
        for finish in order.take(2) {
            podium.push((finish.bib, finish.seconds - winner.seconds));
        }
        podium
    }
}
==== tests
#[test]
fn the_fastest_three_with_gaps() {
    let mut race = Race::default();
    race.record(7, 3700);
    race.record(3, 3610);
    race.record(9, 4000);
    race.record(1, 3600);
    assert_eq!(race.podium(), [(1, 0), (3, 10), (7, 100)]);
}

#[test]
fn small_fields() {
    let mut race = Race::default();
    assert!(race.podium().is_empty());
    race.record(5, 100);
    assert_eq!(race.podium(), [(5, 0)]);
}
