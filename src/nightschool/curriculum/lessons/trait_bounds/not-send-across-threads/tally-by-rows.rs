---
code: E0277
---
use std::rc::Rc;
use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    pub width: usize,
    pub pixels: Vec<u8>,
}

impl Image {
    pub fn height(&self) -> usize {
        self.pixels.len() / self.width
    }

    pub fn row(&self, y: usize) -> &[u8] {
        &self.pixels[y * self.width..(y + 1) * self.width]
    }
}

/// How many pixels of each row are brighter than `limit`, from the top row
/// down. Each of the `workers` counts every `workers`-th row.
pub fn bright_per_row(image: Image, limit: u8, workers: usize) -> Vec<usize> {
    let image = Rc::new(image);
    let handles: Vec<_> = (0..workers)
        .map(|worker| {
            let image = Rc::clone(&image);
            thread::spawn(move || {
                (worker..image.height())
                    .step_by(workers)
                    .map(|y| (y, image.row(y).iter().filter(|&&p| p > limit).count()))
                    .collect::<Vec<_>>()
            })
        })
        .collect();
    let mut counts = vec![0; image.height()];
    for handle in handles {
        for (y, count) in handle.join().expect("a worker panicked") {
            counts[y] = count;
        }
    }
    counts
}
==== fixed
use std::sync::Arc;
use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    pub width: usize,
    pub pixels: Vec<u8>,
}

impl Image {
    pub fn height(&self) -> usize {
        self.pixels.len() / self.width
    }

    pub fn row(&self, y: usize) -> &[u8] {
        &self.pixels[y * self.width..(y + 1) * self.width]
    }
}

/// How many pixels of each row are brighter than `limit`, from the top row
/// down. Each of the `workers` counts every `workers`-th row.
pub fn bright_per_row(image: Image, limit: u8, workers: usize) -> Vec<usize> {
    let image = Arc::new(image);
    let handles: Vec<_> = (0..workers)
        .map(|worker| {
            let image = Arc::clone(&image);
            thread::spawn(move || {
                (worker..image.height())
                    .step_by(workers)
                    .map(|y| (y, image.row(y).iter().filter(|&&p| p > limit).count()))
                    .collect::<Vec<_>>()
            })
        })
        .collect();
    let mut counts = vec![0; image.height()];
    for handle in handles {
        for (y, count) in handle.join().expect("a worker panicked") {
            counts[y] = count;
        }
    }
    counts
}
==== tests
fn image() -> Image {
    Image { width: 3, pixels: vec![0, 9, 9, 0, 0, 0, 9, 9, 9, 5, 9, 5, 9, 0, 0] }
}

#[test]
fn counts_from_the_top() {
    assert_eq!(bright_per_row(image(), 5, 2), vec![2, 0, 3, 1, 1]);
}

#[test]
fn number_of_workers_does_not_matter() {
    for workers in [1, 3, 8] {
        assert_eq!(bright_per_row(image(), 4, workers), vec![2, 0, 3, 3, 1]);
    }
}
