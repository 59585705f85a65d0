---
code: E0046
---
//! Walks over the frames of an animation, one key frame in every so many.

#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    pub number: u32,
    pub caption: String,
}

pub struct Film {
    frames: Vec<Frame>,
}

/// Hands out references to the film's own frames.
pub struct KeyFrames<'f> {
    film: &'f Film,
    at: usize,
    every: usize,
}

impl Film {
    pub fn new(captions: &[&str]) -> Self {
        let frames = captions
            .iter()
            .zip(0..)
            .map(|(caption, number)| Frame { number, caption: caption.to_string() })
            .collect();
        Film { frames }
    }

    pub fn key_frames(&self, every: usize) -> KeyFrames<'_> {
        KeyFrames { film: self, at: 0, every: every.max(1) }
    }
}

impl<'f> Iterator for KeyFrames<'f> {
    fn next(&mut self) -> Option<Self::Item> {
        let frame = self.film.frames.get(self.at)?;
        self.at += self.every;
        Some(frame)
    }
}

pub fn captions(film: &Film, every: usize) -> Vec<&str> {
    film.key_frames(every).map(|frame| frame.caption.as_str()).collect()
}
==== fixed
//! Walks over the frames of an animation, one key frame in every so many.

#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    pub number: u32,
    pub caption: String,
}

pub struct Film {
    frames: Vec<Frame>,
}

/// Hands out references to the film's own frames.
pub struct KeyFrames<'f> {
    film: &'f Film,
    at: usize,
    every: usize,
}

impl Film {
    pub fn new(captions: &[&str]) -> Self {
        let frames = captions
            .iter()
            .zip(0..)
            .map(|(caption, number)| Frame { number, caption: caption.to_string() })
            .collect();
        Film { frames }
    }

    pub fn key_frames(&self, every: usize) -> KeyFrames<'_> {
        KeyFrames { film: self, at: 0, every: every.max(1) }
    }
}

impl<'f> Iterator for KeyFrames<'f> {
    type Item = &'f Frame;

    fn next(&mut self) -> Option<Self::Item> {
        let frame = self.film.frames.get(self.at)?;
        self.at += self.every;
        Some(frame)
    }
}

pub fn captions(film: &Film, every: usize) -> Vec<&str> {
    film.key_frames(every).map(|frame| frame.caption.as_str()).collect()
}
==== tests
#[test]
fn every_second_frame() {
    let film = Film::new(&["rise", "lean", "jump", "fall", "land"]);
    assert_eq!(captions(&film, 2), ["rise", "jump", "land"]);
    assert_eq!(captions(&film, 0).len(), 5);
}

#[test]
fn numbers_and_an_empty_film() {
    let film = Film::new(&["a", "b", "c", "d"]);
    let numbers: Vec<u32> = film.key_frames(3).map(|frame| frame.number).collect();
    assert_eq!(numbers, [0, 3]);
    assert_eq!(Film::new(&[]).key_frames(1).count(), 0);
}
