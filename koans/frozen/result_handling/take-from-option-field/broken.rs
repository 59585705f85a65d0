use std::sync::mpsc::{channel, Sender};
use std::thread::{self, JoinHandle};

/// Sums numbers on a thread of its own.
pub struct Summer {
    feed: Option<Sender<u64>>,
    worker: Option<JoinHandle<u64>>,
}

impl Summer {
    pub fn start() -> Self {
        let (feed, numbers) = channel();
        let worker = thread::spawn(move || numbers.iter().sum());
        Summer { feed: Some(feed), worker: Some(worker) }
    }

    /// False once the worker has been stopped.
    pub fn add(&self, number: u64) -> bool {
        self.feed.as_ref().is_some_and(|feed| feed.send(number).is_ok())
    }

    /// Closes the feed and waits for the total; None if stopped before.
    pub fn stop(&mut self) -> Option<u64> {
        self.feed = None;
        self.worker?.join().ok()
    }
}
