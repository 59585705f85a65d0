---
code: E0308
---
//! Volume of a music player. A gain of one hundred plays the track as it was recorded.

/// Gain that leaves a recording unchanged.
pub const NEUTRAL: u32 = 100;

#[derive(Debug, Clone, Default)]
pub struct Track {
    pub title: String,
    pub gain: Option<u32>,
}

#[derive(Debug, Clone, Default)]
pub struct Album {
    pub gain: Option<u32>,
    pub tracks: Vec<Track>,
}

impl Album {
    /// The gain of a track: its own, else that of the album; without either the
    /// recording is left unchanged.
    pub fn gain_of(&self, track: &Track) -> u32 {
        match track.gain {
            Some(gain) => gain,
            None => self.gain,
        }
    }

    /// The volume to set the amplifier to, from the position of the knob.
    pub fn volume(&self, track: &Track, knob: u32) -> u32 {
        (knob * self.gain_of(track) / NEUTRAL).min(255)
    }
}
==== fixed
//! Volume of a music player. A gain of one hundred plays the track as it was recorded.

/// Gain that leaves a recording unchanged.
pub const NEUTRAL: u32 = 100;

#[derive(Debug, Clone, Default)]
pub struct Track {
    pub title: String,
    pub gain: Option<u32>,
}

#[derive(Debug, Clone, Default)]
pub struct Album {
    pub gain: Option<u32>,
    pub tracks: Vec<Track>,
}

impl Album {
    /// The gain of a track: its own, else that of the album; without either the
    /// recording is left unchanged.
    pub fn gain_of(&self, track: &Track) -> u32 {
        match track.gain {
            Some(gain) => gain,
            None => self.gain.unwrap_or(NEUTRAL),
        }
    }

    /// The volume to set the amplifier to, from the position of the knob.
    pub fn volume(&self, track: &Track, knob: u32) -> u32 {
        (knob * self.gain_of(track) / NEUTRAL).min(255)
    }
}
==== tests
fn track(gain: Option<u32>) -> Track {
    Track { title: "Prelude".to_string(), gain }
}

#[test]
fn own_gain_then_album_gain() {
    let album = Album { gain: Some(80), tracks: vec![track(None)] };
    assert_eq!(album.gain_of(&track(Some(120))), 120);
    assert_eq!(album.gain_of(&album.tracks[0]), 80);
    assert_eq!(album.volume(&album.tracks[0], 50), 40);
}

#[test]
fn unchanged_without_any_gain() {
    let album = Album::default();
    assert_eq!(album.gain_of(&track(None)), 100);
    assert_eq!(album.volume(&track(None), 70), 70);
    assert_eq!(album.volume(&track(Some(200)), 200), 255);
}
