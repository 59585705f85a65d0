---
code: E0277
---
//! Workers that take pictures from one queue and shrink them.

use std::sync::{Arc, mpsc};
use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub name: String,
    pub width: u32,
    pub height: u32,
}

impl Picture {
    /// Halves both sides until the longer one fits, but never below one.
    fn shrunk(mut self, side: u32) -> Picture {
        while self.width.max(self.height) > side.max(1) {
            self.width = (self.width / 2).max(1);
            self.height = (self.height / 2).max(1);
        }
        self
    }
}

/// Shrinks all pictures; the result is sorted by name, whoever was done first.
pub fn shrink_all(pictures: Vec<Picture>, workers: usize, side: u32) -> Vec<Picture> {
    let (queue, waiting) = mpsc::channel();
    let waiting = Arc::new(waiting);
    let mut started = Vec::new();
    for _ in 0..workers.max(1) {
        let waiting = Arc::clone(&waiting);
        started.push(thread::spawn(move || {
            let mut done: Vec<Picture> = Vec::new();
            loop {
                let Ok(picture) = waiting.recv() else {
                    return done;
                };
                let picture: Picture = picture;
                done.push(picture.shrunk(side));
            }
        }));
    }
    for picture in pictures {
        queue.send(picture).expect("all workers are gone");
    }
    drop(queue);
    let mut shrunk: Vec<Picture> =
        started.into_iter().flat_map(|worker| worker.join().unwrap()).collect();
    shrunk.sort_by(|left, right| left.name.cmp(&right.name));
    shrunk
}
==== fixed
//! Workers that take pictures from one queue and shrink them.

use std::sync::{Arc, Mutex, mpsc};
use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    pub name: String,
    pub width: u32,
    pub height: u32,
}

impl Picture {
    /// Halves both sides until the longer one fits, but never below one.
    fn shrunk(mut self, side: u32) -> Picture {
        while self.width.max(self.height) > side.max(1) {
            self.width = (self.width / 2).max(1);
            self.height = (self.height / 2).max(1);
        }
        self
    }
}

/// Shrinks all pictures; the result is sorted by name, whoever was done first.
pub fn shrink_all(pictures: Vec<Picture>, workers: usize, side: u32) -> Vec<Picture> {
    let (queue, waiting) = mpsc::channel();
    let waiting = Arc::new(Mutex::new(waiting));
    let mut started = Vec::new();
    for _ in 0..workers.max(1) {
        let waiting = Arc::clone(&waiting);
        started.push(thread::spawn(move || {
            let mut done: Vec<Picture> = Vec::new();
            loop {
                let Ok(picture) = waiting.lock().unwrap().recv() else {
                    return done;
                };
                let picture: Picture = picture;
                done.push(picture.shrunk(side));
            }
        }));
    }
    for picture in pictures {
        queue.send(picture).expect("all workers are gone");
    }
    drop(queue);
    let mut shrunk: Vec<Picture> =
        started.into_iter().flat_map(|worker| worker.join().unwrap()).collect();
    shrunk.sort_by(|left, right| left.name.cmp(&right.name));
    shrunk
}
==== tests
fn picture(name: &str, width: u32, height: u32) -> Picture {
    Picture { name: name.to_string(), width, height }
}

#[test]
fn each_picture_once_and_sorted() {
    let pictures = vec![picture("sea", 800, 600), picture("cat", 90, 100), picture("map", 3, 401)];
    let wanted = [picture("cat", 90, 100), picture("map", 1, 100), picture("sea", 100, 75)];
    for workers in [0, 1, 5] {
        assert_eq!(shrink_all(pictures.clone(), workers, 100), wanted);
    }
}

#[test]
fn nothing_to_do() {
    assert!(shrink_all(Vec::new(), 3, 100).is_empty());
    assert_eq!(shrink_all(vec![picture("dot", 2, 1), picture("dot", 2, 1)], 2, 0).len(), 2);
}
