use std::sync::{Arc, Mutex};
use std::thread;

pub struct Hits {
    by_path: Mutex<Vec<(String, u32)>>,
}

impl Hits {
    fn record(&self, path: &str) {
        let mut hits = self.by_path.lock().unwrap();
        match hits.iter_mut().find(|(known, _)| known == path) {
            Some((_, count)) => *count += 1,
            None => hits.push((path.to_string(), 1)),
        }
    }
}

pub fn crawl(paths: &[&'static str], workers: usize) -> Vec<(String, u32)> {
    let hits = Arc::new(Hits { by_path: Mutex::new(Vec::new()) });
    for &path in paths {
        let spawned: Vec<_> = (0..workers)
            .map(|_| {
                let hits = Arc::clone(&hits);
                thread::spawn(move || hits.record(path))
            })
            .collect();
        spawned.into_iter().for_each(|worker| worker.join().unwrap());
    }
    let counted = hits.by_path.lock().unwrap().clone();
    counted
}
