---
code: E0507
---
/// A track as the library knows it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Track {
    pub title: String,
    pub artist: String,
    pub seconds: u32,
}

/// A playlist that starts over after its last track.
pub struct Playlist {
    tracks: Vec<Track>,
    position: usize,
}

impl Playlist {
    pub fn new(tracks: Vec<Track>) -> Self {
        Playlist { tracks, position: 0 }
    }

    /// The track to play now; moves on to the next one. The playlist itself
    /// keeps all of its tracks, so that a second round plays the same music.
    pub fn advance(&mut self) -> Option<Track> {
        if self.tracks.is_empty() {
            return None;
        }
        let current = self.tracks[self.position];
        self.position = (self.position + 1) % self.tracks.len();
        Some(current)
    }

    pub fn total_seconds(&self) -> u32 {
        self.tracks.iter().map(|track| track.seconds).sum()
    }

    pub fn len(&self) -> usize {
        self.tracks.len()
    }
}
==== fixed
/// A track as the library knows it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Track {
    pub title: String,
    pub artist: String,
    pub seconds: u32,
}

/// A playlist that starts over after its last track.
pub struct Playlist {
    tracks: Vec<Track>,
    position: usize,
}

impl Playlist {
    pub fn new(tracks: Vec<Track>) -> Self {
        Playlist { tracks, position: 0 }
    }

    /// The track to play now; moves on to the next one. The playlist itself
    /// keeps all of its tracks, so that a second round plays the same music.
    pub fn advance(&mut self) -> Option<Track> {
        if self.tracks.is_empty() {
            return None;
        }
        let current = self.tracks[self.position].clone();
        self.position = (self.position + 1) % self.tracks.len();
        Some(current)
    }

    pub fn total_seconds(&self) -> u32 {
        self.tracks.iter().map(|track| track.seconds).sum()
    }

    pub fn len(&self) -> usize {
        self.tracks.len()
    }
}
==== tests
fn two() -> Playlist {
    let track = |title: &str, seconds| Track { title: title.to_string(), artist: "trio".to_string(), seconds };
    Playlist::new(vec![track("dawn", 100), track("dusk", 50)])
}

#[test]
fn plays_rounds() {
    let mut list = two();
    let titles: Vec<String> = (0..5).map(|_| list.advance().unwrap().title).collect();
    assert_eq!(titles, ["dawn", "dusk", "dawn", "dusk", "dawn"]);
}

#[test]
fn keeps_its_tracks() {
    let mut list = two();
    list.advance();
    list.advance();
    assert_eq!(list.len(), 2);
    assert_eq!(list.total_seconds(), 150);
}

#[test]
fn empty_playlist() {
    assert!(Playlist::new(Vec::new()).advance().is_none());
}
