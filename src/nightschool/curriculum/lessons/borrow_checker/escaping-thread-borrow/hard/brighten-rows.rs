---
code: E0521
---
//! Brightens a greyscale picture, its lower half on a second thread.

use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub width: usize,
    pub pixels: Vec<u8>,
}

fn brighten_row(row: &mut [u8], by: u8) {
    for pixel in row {
        *pixel = pixel.saturating_add(by);
    }
}

impl Picture {
    /// Brightens every pixel in place.
    pub fn brighten(&mut self, by: u8) {
        let width = self.width;
        let rows = self.pixels.len() / width;
        let (upper, lower) = self.pixels.split_at_mut(rows / 2 * width);
        let worker = thread::spawn(move || {
            for row in lower.chunks_mut(width) {
                brighten_row(row, by);
            }
        });
        for row in upper.chunks_mut(width) {
            brighten_row(row, by);
        }
        worker.join().expect("no worker panics");
    }

    pub fn brightest(&self) -> Option<u8> {
        self.pixels.iter().copied().max()
    }
}
==== fixed
//! Brightens a greyscale picture, its lower half on a second thread.

use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub width: usize,
    pub pixels: Vec<u8>,
}

fn brighten_row(row: &mut [u8], by: u8) {
    for pixel in row {
        *pixel = pixel.saturating_add(by);
    }
}

impl Picture {
    /// Brightens every pixel in place.
    pub fn brighten(&mut self, by: u8) {
        let width = self.width;
        let rows = self.pixels.len() / width;
        let (upper, lower) = self.pixels.split_at_mut(rows / 2 * width);
        thread::scope(|scope| {
            scope.spawn(move || {
                for row in lower.chunks_mut(width) {
                    brighten_row(row, by);
                }
            });
            for row in upper.chunks_mut(width) {
                brighten_row(row, by);
            }
        });
    }

    pub fn brightest(&self) -> Option<u8> {
        self.pixels.iter().copied().max()
    }
}
==== tests
#[test]
fn both_halves_get_brighter() {
    let mut picture = Picture { width: 2, pixels: vec![0, 1, 2, 3, 4, 250] };
    picture.brighten(10);
    assert_eq!(picture.pixels, [10, 11, 12, 13, 14, 255]);
    assert_eq!(picture.brightest(), Some(255));
}

#[test]
fn an_empty_picture() {
    let mut picture = Picture { width: 4, pixels: Vec::new() };
    picture.brighten(1);
    assert_eq!(picture.brightest(), None);
}
