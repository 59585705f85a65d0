---
code: E0502
---
//! A music player with a playlist.

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Track {
    pub artist: String,
    pub title: String,
}

impl Track {
    pub fn new(artist: &str, title: &str) -> Self {
        Track { artist: artist.to_string(), title: title.to_string() }
    }
}

#[derive(Debug, Default)]
pub struct Player {
    pub tracks: Vec<Track>,
    pub current: usize,
}

impl Player {
    /// Sorts the list by artist and title. The track that is playing goes on playing:
    /// `current` points to its new place afterwards.
    pub fn sort(&mut self) {
        if self.tracks.is_empty() {
            return;
        }
        let playing = &self.tracks[self.current];
        self.tracks.sort();
        if let Some(place) = self.tracks.iter().position(|track| track == playing) {
            self.current = place;
        }
    }

    pub fn playing(&self) -> Option<&Track> {
        self.tracks.get(self.current)
    }
}
==== fixed
//! A music player with a playlist.

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Track {
    pub artist: String,
    pub title: String,
}

impl Track {
    pub fn new(artist: &str, title: &str) -> Self {
        Track { artist: artist.to_string(), title: title.to_string() }
    }
}

#[derive(Debug, Default)]
pub struct Player {
    pub tracks: Vec<Track>,
    pub current: usize,
}

impl Player {
    /// Sorts the list by artist and title. The track that is playing goes on playing:
    /// `current` points to its new place afterwards.
    pub fn sort(&mut self) {
        if self.tracks.is_empty() {
            return;
        }
        let playing = self.tracks[self.current].clone();
        self.tracks.sort();
        if let Some(place) = self.tracks.iter().position(|track| *track == playing) {
            self.current = place;
        }
    }

    pub fn playing(&self) -> Option<&Track> {
        self.tracks.get(self.current)
    }
}
==== tests
fn player(current: usize) -> Player {
    let tracks = vec![Track::new("Wye", "Oak"), Track::new("Abba", "Tiger"), Track::new("Low", "Lazy")];
    Player { tracks, current }
}

#[test]
fn the_music_goes_on() {
    for current in 0..3 {
        let mut player = player(current);
        let before = player.playing().cloned();
        player.sort();
        assert_eq!(player.playing().cloned(), before);
    }
}

#[test]
fn the_list_is_sorted() {
    let mut player = player(0);
    player.sort();
    let artists: Vec<&str> = player.tracks.iter().map(|track| track.artist.as_str()).collect();
    assert_eq!(artists, ["Abba", "Low", "Wye"]);
    assert_eq!(player.current, 2);
    let mut silent = Player::default();
    silent.sort();
    assert_eq!(silent.playing(), None);
}
