---
code: E0046
---
//! A playlist of songs and podcasts.

pub trait Playable {
    fn title(&self) -> &str;
    /// Seconds that playing it takes, trailer and all.
    fn seconds(&self) -> u32;
}

pub struct Song {
    pub title: String,
    pub seconds: u32,
}

pub struct Podcast {
    pub title: String,
    pub chapters: Vec<u32>,
    /// Played before the chapters.
    pub trailer: u32,
}

impl Playable for Song {
    fn title(&self) -> &str {
        &self.title
    }

    fn seconds(&self) -> u32 {
        self.seconds
    }
}

impl Podcast {
    /// The sum of the chapters alone.
    pub fn chapter_seconds(&self) -> u32 {
        self.chapters.iter().sum()
    }
}

impl Playable for Podcast {
    fn title(&self) -> &str {
        &self.title
    }
}

/// `title (m:ss)` for each entry.
pub fn listing(entries: &[&dyn Playable]) -> Vec<String> {
    let show = |entry: &&dyn Playable| {
        let seconds = entry.seconds();
        format!("{} ({}:{:02})", entry.title(), seconds / 60, seconds % 60)
    };
    entries.iter().map(show).collect()
}
==== fixed
//! A playlist of songs and podcasts.

pub trait Playable {
    fn title(&self) -> &str;
    /// Seconds that playing it takes, trailer and all.
    fn seconds(&self) -> u32;
}

pub struct Song {
    pub title: String,
    pub seconds: u32,
}

pub struct Podcast {
    pub title: String,
    pub chapters: Vec<u32>,
    /// Played before the chapters.
    pub trailer: u32,
}

impl Playable for Song {
    fn title(&self) -> &str {
        &self.title
    }

    fn seconds(&self) -> u32 {
        self.seconds
    }
}

impl Podcast {
    /// The sum of the chapters alone.
    pub fn chapter_seconds(&self) -> u32 {
        self.chapters.iter().sum()
    }
}

impl Playable for Podcast {
    fn title(&self) -> &str {
        &self.title
    }

    fn seconds(&self) -> u32 {
        self.trailer + self.chapter_seconds()
    }
}

/// `title (m:ss)` for each entry.
pub fn listing(entries: &[&dyn Playable]) -> Vec<String> {
    let show = |entry: &&dyn Playable| {
        let seconds = entry.seconds();
        format!("{} ({}:{:02})", entry.title(), seconds / 60, seconds % 60)
    };
    entries.iter().map(show).collect()
}
==== tests
#[test]
fn lists_both_kinds() {
    let song = Song { title: "Rain".to_string(), seconds: 185 };
    let podcast = Podcast { title: "Bees".to_string(), chapters: vec![600, 65], trailer: 20 };
    assert_eq!(listing(&[&song, &podcast]), ["Rain (3:05)", "Bees (11:25)"]);
}

#[test]
fn a_trailer_without_chapters() {
    let podcast = Podcast { title: "Soon".to_string(), chapters: Vec::new(), trailer: 42 };
    assert_eq!(listing(&[&podcast]), ["Soon (0:42)"]);
    assert_eq!(podcast.chapter_seconds(), 0);
}
