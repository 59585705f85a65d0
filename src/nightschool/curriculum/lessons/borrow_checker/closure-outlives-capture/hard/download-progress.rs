---
code: E0373
---
//! Progress of downloads, told by the blocks as they come in.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

#[derive(Clone, Default)]
pub struct Progress {
    bytes: Arc<AtomicUsize>,
}

impl Progress {
    fn add(&self, bytes: usize) {
        self.bytes.fetch_add(bytes, Ordering::SeqCst);
    }

    pub fn bytes(&self) -> usize {
        self.bytes.load(Ordering::SeqCst)
    }
}

pub struct Download {
    pub url: String,
    pub blocks: Vec<Vec<u8>>,
}

/// Starts a download in its own thread, which tells how many blocks came in.
/// All downloads report to the same progress.
pub fn start(download: Download, progress: &Progress) -> JoinHandle<usize> {
    let progress = progress.clone();
    thread::spawn(|| {
        let mut count = 0;
        for block in &download.blocks {
            progress.add(block.len());
            count += 1;
        }
        count
    })
}

/// Runs all downloads; the number of blocks of each and the bytes in all.
pub fn run(downloads: Vec<Download>) -> (Vec<usize>, usize) {
    let progress = Progress::default();
    let running: Vec<_> = downloads.into_iter().map(|d| start(d, &progress)).collect();
    let counts = running.into_iter().map(|handle| handle.join().unwrap_or(0)).collect();
    (counts, progress.bytes())
}
==== fixed
//! Progress of downloads, told by the blocks as they come in.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

#[derive(Clone, Default)]
pub struct Progress {
    bytes: Arc<AtomicUsize>,
}

impl Progress {
    fn add(&self, bytes: usize) {
        self.bytes.fetch_add(bytes, Ordering::SeqCst);
    }

    pub fn bytes(&self) -> usize {
        self.bytes.load(Ordering::SeqCst)
    }
}

pub struct Download {
    pub url: String,
    pub blocks: Vec<Vec<u8>>,
}

/// Starts a download in its own thread, which tells how many blocks came in.
/// All downloads report to the same progress.
pub fn start(download: Download, progress: &Progress) -> JoinHandle<usize> {
    let progress = progress.clone();
    thread::spawn(move || {
        let mut count = 0;
        for block in &download.blocks {
            progress.add(block.len());
            count += 1;
        }
        count
    })
}

/// Runs all downloads; the number of blocks of each and the bytes in all.
pub fn run(downloads: Vec<Download>) -> (Vec<usize>, usize) {
    let progress = Progress::default();
    let running: Vec<_> = downloads.into_iter().map(|d| start(d, &progress)).collect();
    let counts = running.into_iter().map(|handle| handle.join().unwrap_or(0)).collect();
    (counts, progress.bytes())
}
==== tests
fn download(sizes: &[usize]) -> Download {
    Download { url: "x".to_string(), blocks: sizes.iter().map(|&n| vec![0; n]).collect() }
}

#[test]
fn all_report_to_the_same_progress() {
    let (counts, bytes) = run(vec![download(&[10, 20]), download(&[]), download(&[5])]);
    assert_eq!(counts, [2, 0, 1]);
    assert_eq!(bytes, 35);
}

#[test]
fn progress_goes_on() {
    let progress = Progress::default();
    start(download(&[7]), &progress).join().unwrap();
    start(download(&[1, 1]), &progress).join().unwrap();
    assert_eq!(progress.bytes(), 9);
}
