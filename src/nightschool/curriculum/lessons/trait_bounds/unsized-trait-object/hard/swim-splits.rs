---
code: E0277
---
//! Lap times of a swimmer, in the order in which they were swum.

pub struct Swim {
    pub laps: Vec<u32>,
}

impl Swim {
    /// The median of the laps after the dive; `None` where there is none.
    /// The log of the laps is not touched.
    pub fn median(&mut self) -> Option<u32> {
        if self.laps.len() < 2 {
            return None;
        }
        let mut ranked = self.laps[1..];
        ranked.sort_unstable();
        let middle = ranked[ranked.len() / 2];
        self.note(middle);
        Some(middle)
    }

    /// Laps slower than the one before, by their number from 0.
    pub fn slower(&self) -> Vec<usize> {
        (1..self.laps.len())
            .filter(|&lap| self.laps[lap] > self.laps[lap - 1])
            .collect()
    }

    /// A turn time is not a lap: the shortest possible one is refused.
    fn note(&mut self, middle: u32) {
        self.laps.retain(|&lap| lap * 4 >= middle);
    }
}
==== fixed
//! Lap times of a swimmer, in the order in which they were swum.

pub struct Swim {
    pub laps: Vec<u32>,
}

impl Swim {
    /// The median of the laps after the dive; `None` where there is none.
    /// The log of the laps is not touched.
    pub fn median(&mut self) -> Option<u32> {
        if self.laps.len() < 2 {
            return None;
        }
        let mut ranked = self.laps[1..].to_vec();
        ranked.sort_unstable();
        let middle = ranked[ranked.len() / 2];
        self.note(middle);
        Some(middle)
    }

    /// Laps slower than the one before, by their number from 0.
    pub fn slower(&self) -> Vec<usize> {
        (1..self.laps.len())
            .filter(|&lap| self.laps[lap] > self.laps[lap - 1])
            .collect()
    }

    /// A turn time is not a lap: the shortest possible one is refused.
    fn note(&mut self, middle: u32) {
        self.laps.retain(|&lap| lap * 4 >= middle);
    }
}
==== tests
#[test]
fn the_order_of_the_laps_stays() {
    let mut swim = Swim { laps: vec![30, 36, 34, 35] };
    assert_eq!(swim.median(), Some(35));
    assert_eq!(swim.laps, [30, 36, 34, 35]);
    assert_eq!(swim.slower(), [1, 3]);
}

#[test]
fn short_ones_are_dropped_from_the_log() {
    let mut swim = Swim { laps: vec![31, 40, 2, 38, 39] };
    assert_eq!(swim.median(), Some(39));
    assert_eq!(swim.laps, [31, 40, 38, 39]);
}

#[test]
fn only_the_dive() {
    assert_eq!(Swim { laps: vec![30] }.median(), None);
    assert_eq!(Swim { laps: vec![] }.median(), None);
}
