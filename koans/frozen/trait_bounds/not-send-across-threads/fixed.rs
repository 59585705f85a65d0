use std::sync::Arc;
use std::thread;

/// Counts, for each line, the words that are not in the stop list; one thread per line.
pub fn count_content_words(lines: &[&str], stop: &[&str]) -> Vec<usize> {
    let stop: Arc<Vec<String>> = Arc::new(stop.iter().map(|word| word.to_lowercase()).collect());
    let mut workers = Vec::new();
    for line in lines {
        let line = line.to_lowercase();
        let stop = Arc::clone(&stop);
        workers.push(thread::spawn(move || {
            line.split_whitespace().filter(|word| !stop.iter().any(|s| s == word)).count()
        }));
    }
    workers.into_iter().map(|worker| worker.join().unwrap()).collect()
}
