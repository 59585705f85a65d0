---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub enum Track {
    Free,
    Occupied { train: String, since: u32 },
    Closed(String),
}

#[derive(Debug)]
pub struct Station {
    tracks: Vec<Track>,
    pub log: Vec<String>,
}

impl Station {
    pub fn new(tracks: usize) -> Self {
        Station { tracks: vec![Track::Free; tracks], log: Vec::new() }
    }

    pub fn arrive(&mut self, track: usize, train: &str, now: u32) {
        self.tracks[track] = Track::Occupied { train: train.to_string(), since: now };
    }

    pub fn state(&self, track: usize) -> &Track {
        &self.tracks[track]
    }

    /// Closes a track for a reason and gives what was on it before.
    pub fn close(&mut self, track: usize, reason: &str) -> Track {
        let before = self.tracks[track];
        self.tracks[track] = Track::Closed(reason.to_string());
        if let Track::Occupied { train, .. } = &before {
            self.log.push(format!("{train} must leave track {track}: {reason}"));
        }
        before
    }

    pub fn free_tracks(&self) -> usize {
        self.tracks.iter().filter(|t| **t == Track::Free).count()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum Track {
    Free,
    Occupied { train: String, since: u32 },
    Closed(String),
}

#[derive(Debug)]
pub struct Station {
    tracks: Vec<Track>,
    pub log: Vec<String>,
}

impl Station {
    pub fn new(tracks: usize) -> Self {
        Station { tracks: vec![Track::Free; tracks], log: Vec::new() }
    }

    pub fn arrive(&mut self, track: usize, train: &str, now: u32) {
        self.tracks[track] = Track::Occupied { train: train.to_string(), since: now };
    }

    pub fn state(&self, track: usize) -> &Track {
        &self.tracks[track]
    }

    /// Closes a track for a reason and gives what was on it before.
    pub fn close(&mut self, track: usize, reason: &str) -> Track {
        let before = std::mem::replace(&mut self.tracks[track], Track::Closed(reason.to_string()));
        if let Track::Occupied { train, .. } = &before {
            self.log.push(format!("{train} must leave track {track}: {reason}"));
        }
        before
    }

    pub fn free_tracks(&self) -> usize {
        self.tracks.iter().filter(|t| **t == Track::Free).count()
    }
}
==== tests
#[test]
fn closing_gives_what_was_there() {
    let mut s = Station::new(3);
    s.arrive(1, "ICE 7", 40);
    assert_eq!(s.close(1, "ice"), Track::Occupied { train: "ICE 7".into(), since: 40 });
    assert_eq!(s.state(1), &Track::Closed("ice".into()));
    assert_eq!(s.log, ["ICE 7 must leave track 1: ice"]);
    assert_eq!(s.free_tracks(), 2);
}

#[test]
fn closing_twice_and_free_ones() {
    let mut s = Station::new(2);
    assert_eq!(s.close(0, "works"), Track::Free);
    assert_eq!(s.close(0, "storm"), Track::Closed("works".into()));
    assert_eq!(s.state(0), &Track::Closed("storm".into()));
    assert!(s.log.is_empty());
}
