---
code: E0053
---
//! Players that can be wound forwards and backwards.

pub trait Player {
    /// Winds by so many seconds, backwards where the number is negative,
    /// and never beyond either end. Tells the new position.
    fn wind(&mut self, by: i32) -> u32;
}

pub struct Tape {
    pub at: u32,
    pub length: u32,
}

/// A disc jumps from one track to the next and knows no seconds within it.
pub struct Disc {
    pub starts: Vec<u32>,
    pub track: usize,
}

impl Player for Tape {
    fn wind(&mut self, by: u32) -> u32 {
        self.at = (self.at + by).min(self.length);
        self.at
    }
}

impl Player for Disc {
    fn wind(&mut self, by: i32) -> u32 {
        let goal = i64::from(self.starts[self.track]) + i64::from(by);
        let track = self.starts.iter().rposition(|&start| i64::from(start) <= goal);
        self.track = track.unwrap_or(0);
        self.starts[self.track]
    }
}

/// Back by ten seconds, as the button with the left arrow does.
pub fn back(player: &mut dyn Player) -> u32 {
    player.wind(-10)
}

pub fn forward(player: &mut dyn Player) -> u32 {
    player.wind(30)
}
==== fixed
//! Players that can be wound forwards and backwards.

pub trait Player {
    /// Winds by so many seconds, backwards where the number is negative,
    /// and never beyond either end. Tells the new position.
    fn wind(&mut self, by: i32) -> u32;
}

pub struct Tape {
    pub at: u32,
    pub length: u32,
}

/// A disc jumps from one track to the next and knows no seconds within it.
pub struct Disc {
    pub starts: Vec<u32>,
    pub track: usize,
}

impl Player for Tape {
    fn wind(&mut self, by: i32) -> u32 {
        self.at = self.at.saturating_add_signed(by).min(self.length);
        self.at
    }
}

impl Player for Disc {
    fn wind(&mut self, by: i32) -> u32 {
        let goal = i64::from(self.starts[self.track]) + i64::from(by);
        let track = self.starts.iter().rposition(|&start| i64::from(start) <= goal);
        self.track = track.unwrap_or(0);
        self.starts[self.track]
    }
}

/// Back by ten seconds, as the button with the left arrow does.
pub fn back(player: &mut dyn Player) -> u32 {
    player.wind(-10)
}

pub fn forward(player: &mut dyn Player) -> u32 {
    player.wind(30)
}
==== tests
#[test]
fn tapes_go_both_ways() {
    let mut tape = Tape { at: 95, length: 120 };
    assert_eq!(forward(&mut tape), 120);
    assert_eq!(back(&mut tape), 110);
    assert_eq!(tape.at, 110);
}

#[test]
fn tapes_stop_at_the_start() {
    let mut tape = Tape { at: 4, length: 120 };
    assert_eq!(back(&mut tape), 0);
    assert_eq!(forward(&mut tape), 30);
}

#[test]
fn discs_jump() {
    let mut disc = Disc { starts: vec![0, 40, 65], track: 0 };
    assert_eq!(forward(&mut disc), 0);
    disc.track = 1;
    assert_eq!(forward(&mut disc), 65);
    assert_eq!(back(&mut disc), 40);
}
