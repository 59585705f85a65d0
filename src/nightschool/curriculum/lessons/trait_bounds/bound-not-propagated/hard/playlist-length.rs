---
code: E0277
---
//! Running times of playlists, which may contain other playlists.

/// What takes time to play.
pub trait Timed {
    fn seconds(&self) -> u32;
}

#[derive(Clone)]
pub struct Song {
    pub title: String,
    pub seconds: u32,
}

impl Timed for Song {
    fn seconds(&self) -> u32 {
        self.seconds
    }
}

/// The time for all parts, with `gap` seconds of silence between two.
fn total<T: Timed>(parts: &[T], gap: u32) -> u32 {
    let silence = gap * (parts.len() as u32).saturating_sub(1);
    parts.iter().map(|part| part.seconds()).sum::<u32>() + silence
}

/// A list of things to play, which may be kept before anybody knows how
/// long they take.
pub struct Playlist<P> {
    pub parts: Vec<P>,
    pub gap: u32,
}

impl<P> Playlist<P> {
    pub fn new(gap: u32) -> Self {
        Playlist { parts: Vec::new(), gap }
    }

    pub fn with(mut self, part: P) -> Self {
        self.parts.push(part);
        self
    }
}

impl<P> Timed for Playlist<P> {
    fn seconds(&self) -> u32 {
        total(&self.parts, self.gap)
    }
}
==== fixed
//! Running times of playlists, which may contain other playlists.

/// What takes time to play.
pub trait Timed {
    fn seconds(&self) -> u32;
}

#[derive(Clone)]
pub struct Song {
    pub title: String,
    pub seconds: u32,
}

impl Timed for Song {
    fn seconds(&self) -> u32 {
        self.seconds
    }
}

/// The time for all parts, with `gap` seconds of silence between two.
fn total<T: Timed>(parts: &[T], gap: u32) -> u32 {
    let silence = gap * (parts.len() as u32).saturating_sub(1);
    parts.iter().map(|part| part.seconds()).sum::<u32>() + silence
}

/// A list of things to play, which may be kept before anybody knows how
/// long they take.
pub struct Playlist<P> {
    pub parts: Vec<P>,
    pub gap: u32,
}

impl<P> Playlist<P> {
    pub fn new(gap: u32) -> Self {
        Playlist { parts: Vec::new(), gap }
    }

    pub fn with(mut self, part: P) -> Self {
        self.parts.push(part);
        self
    }
}

impl<P: Timed> Timed for Playlist<P> {
    fn seconds(&self) -> u32 {
        total(&self.parts, self.gap)
    }
}
==== tests
fn song(seconds: u32) -> Song {
    Song { title: "untitled".to_string(), seconds }
}

#[test]
fn silence_counts_between_songs_only() {
    let side = Playlist::new(2).with(song(100)).with(song(50)).with(song(30));
    assert_eq!(side.seconds(), 184);
    assert_eq!(Playlist::<Song>::new(2).seconds(), 0);
}

#[test]
fn playlists_nest() {
    let side = || Playlist::new(1).with(song(10)).with(song(20));
    assert_eq!(Playlist::new(60).with(side()).with(side()).seconds(), 122);
}

#[test]
fn wishes_can_be_kept_without_times() {
    let wishes = Playlist::new(0).with("something slow").with("something loud");
    assert_eq!(wishes.parts.len(), 2);
}
