---
code: E0308
---
//! A playlist that is kept in order of beats per minute.

#[derive(Debug, Clone, PartialEq)]
pub struct Track {
    pub title: String,
    pub bpm: u32,
}

#[derive(Default)]
pub struct Playlist {
    pub tracks: Vec<Track>,
}

impl Playlist {
    /// Where a track of this tempo stands, or else where it would have to
    /// go, in the manner of `slice::binary_search`.
    fn position(&self, bpm: u32) -> Result<usize, usize> {
        let mut low = 0;
        let mut high = self.tracks.len();
        while low < high {
            let middle = low + (high - low) / 2;
            let tempo = self.tracks[middle].bpm;
            if tempo == bpm {
                return Ok(middle);
            }
            if tempo < bpm {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Adds a track, or replaces the one that has the same tempo. Tells
    /// whether the playlist grew.
    pub fn put(&mut self, title: &str, bpm: u32) -> bool {
        let track = Track { title: title.to_string(), bpm };
        match self.position(bpm) {
            Ok(place) => {
                self.tracks[place] = track;
                false
            }
            Err(place) => {
                self.tracks.insert(place, track);
                true
            }
        }
    }
}
==== fixed
//! A playlist that is kept in order of beats per minute.

#[derive(Debug, Clone, PartialEq)]
pub struct Track {
    pub title: String,
    pub bpm: u32,
}

#[derive(Default)]
pub struct Playlist {
    pub tracks: Vec<Track>,
}

impl Playlist {
    /// Where a track of this tempo stands, or else where it would have to
    /// go, in the manner of `slice::binary_search`.
    fn position(&self, bpm: u32) -> Result<usize, usize> {
        let mut low = 0;
        let mut high = self.tracks.len();
        while low < high {
            let middle = low + (high - low) / 2;
            let tempo = self.tracks[middle].bpm;
            if tempo == bpm {
                return Ok(middle);
            }
            if tempo < bpm {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        Err(low)
    }

    /// Adds a track, or replaces the one that has the same tempo. Tells
    /// whether the playlist grew.
    pub fn put(&mut self, title: &str, bpm: u32) -> bool {
        let track = Track { title: title.to_string(), bpm };
        match self.position(bpm) {
            Ok(place) => {
                self.tracks[place] = track;
                false
            }
            Err(place) => {
                self.tracks.insert(place, track);
                true
            }
        }
    }
}
==== tests
fn titles(list: &Playlist) -> Vec<&str> {
    list.tracks.iter().map(|track| track.title.as_str()).collect()
}

#[test]
fn stays_in_order() {
    let mut list = Playlist::default();
    for (title, bpm) in [("waltz", 90), ("jive", 170), ("rumba", 100), ("tango", 60)] {
        assert!(list.put(title, bpm));
    }
    assert_eq!(titles(&list), ["tango", "waltz", "rumba", "jive"]);
}

#[test]
fn replaces_the_same_tempo() {
    let mut list = Playlist::default();
    list.put("waltz", 90);
    list.put("rumba", 100);
    assert!(!list.put("foxtrot", 90));
    assert_eq!(titles(&list), ["foxtrot", "rumba"]);
}
