---
code: E0599
---
use std::collections::HashMap;

/// A recorded text of the audio guide.
#[derive(Debug, Clone, PartialEq)]
pub struct Track {
    pub title: String,
    pub seconds: u32,
}

impl Track {
    pub fn caption(&self) -> String {
        format!("{} ({}:{:02})", self.title, self.seconds / 60, self.seconds % 60)
    }
}

#[derive(Default)]
pub struct AudioGuide {
    tracks: HashMap<u16, Track>,
}

impl AudioGuide {
    pub fn record(&mut self, key: u16, title: &str, seconds: u32) {
        self.tracks.insert(key, Track { title: title.to_string(), seconds });
    }

    /// What the display shows after a visitor has typed a number;
    /// `None` when there is no such track.
    pub fn display(&self, key: u16) -> Option<String> {
        let caption = self.tracks.get(&key).caption();
        Some(caption)
    }

    /// The playing time of a walk; numbers without a track take no time.
    pub fn playing_time(&self, keys: &[u16]) -> u32 {
        keys.iter().filter_map(|key| self.tracks.get(key)).map(|track| track.seconds).sum()
    }
}
==== fixed
use std::collections::HashMap;

/// A recorded text of the audio guide.
#[derive(Debug, Clone, PartialEq)]
pub struct Track {
    pub title: String,
    pub seconds: u32,
}

impl Track {
    pub fn caption(&self) -> String {
        format!("{} ({}:{:02})", self.title, self.seconds / 60, self.seconds % 60)
    }
}

#[derive(Default)]
pub struct AudioGuide {
    tracks: HashMap<u16, Track>,
}

impl AudioGuide {
    pub fn record(&mut self, key: u16, title: &str, seconds: u32) {
        self.tracks.insert(key, Track { title: title.to_string(), seconds });
    }

    /// What the display shows after a visitor has typed a number;
    /// `None` when there is no such track.
    pub fn display(&self, key: u16) -> Option<String> {
        self.tracks.get(&key).map(Track::caption)
    }

    /// The playing time of a walk; numbers without a track take no time.
    pub fn playing_time(&self, keys: &[u16]) -> u32 {
        keys.iter().filter_map(|key| self.tracks.get(key)).map(|track| track.seconds).sum()
    }
}
==== tests
fn guide() -> AudioGuide {
    let mut g = AudioGuide::default();
    g.record(10, "The Nile", 125);
    g.record(11, "Mummies", 60);
    g
}
#[test]
fn displays() {
    assert_eq!(guide().display(10), Some("The Nile (2:05)".to_string()));
    assert_eq!(guide().display(12), None);
}
#[test]
fn time() {
    assert_eq!(guide().playing_time(&[10, 12, 11]), 185);
}
