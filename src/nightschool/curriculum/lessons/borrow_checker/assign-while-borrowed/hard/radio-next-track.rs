---
code: E0506
---
//! Now-playing state of a small web radio.

#[derive(Debug, Clone, PartialEq)]
pub struct Track {
    pub title: String,
    pub seconds: u32,
}

pub struct Radio {
    pub current: Track,
    pub played_seconds: u32,
    pub log: Vec<String>,
}

impl Radio {
    pub fn new(first: Track) -> Self {
        Radio { current: first, played_seconds: 0, log: Vec::new() }
    }

    /// Starts `next` and logs which track it follows, as "old -> new".
    /// The time of the track that has ended counts as played.
    pub fn advance(&mut self, next: Track) -> &Track {
        let ended = &self.current;
        self.played_seconds += ended.seconds;
        self.current = next;
        let line = format!("{} -> {}", ended.title, self.current.title);
        self.log.push(line);
        &self.current
    }

    pub fn is_long(&self) -> bool {
        self.current.seconds > 600
    }
}
==== fixed
//! Now-playing state of a small web radio.

#[derive(Debug, Clone, PartialEq)]
pub struct Track {
    pub title: String,
    pub seconds: u32,
}

pub struct Radio {
    pub current: Track,
    pub played_seconds: u32,
    pub log: Vec<String>,
}

impl Radio {
    pub fn new(first: Track) -> Self {
        Radio { current: first, played_seconds: 0, log: Vec::new() }
    }

    /// Starts `next` and logs which track it follows, as "old -> new".
    /// The time of the track that has ended counts as played.
    pub fn advance(&mut self, next: Track) -> &Track {
        let ended = self.current.clone();
        self.played_seconds += ended.seconds;
        self.current = next;
        let line = format!("{} -> {}", ended.title, self.current.title);
        self.log.push(line);
        &self.current
    }

    pub fn is_long(&self) -> bool {
        self.current.seconds > 600
    }
}
==== tests
fn track(title: &str, seconds: u32) -> Track {
    Track { title: title.to_string(), seconds }
}

#[test]
fn logs_the_old_and_the_new_title() {
    let mut radio = Radio::new(track("Aria", 200));
    assert_eq!(radio.advance(track("Bolero", 900)).title, "Bolero");
    radio.advance(track("Canon", 300));
    assert_eq!(radio.log, ["Aria -> Bolero", "Bolero -> Canon"]);
    assert_eq!(radio.current, track("Canon", 300));
}

#[test]
fn only_ended_tracks_count() {
    let mut radio = Radio::new(track("Aria", 200));
    radio.advance(track("Bolero", 900));
    assert_eq!(radio.played_seconds, 200);
    assert!(radio.is_long());
}
