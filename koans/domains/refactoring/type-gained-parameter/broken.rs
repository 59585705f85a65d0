use std::collections::HashMap;
use std::hash::Hash;

pub struct Cache<K, V> {
    known: HashMap<K, V>,
    pub misses: u32,
}

impl<K: Hash + Eq + Clone, V: Clone> Cache<K, V> {
    pub fn new() -> Self {
        Cache { known: HashMap::new(), misses: 0 }
    }

    pub fn get_or(&mut self, key: &K, make: impl FnOnce(&K) -> V) -> V {
        if let Some(value) = self.known.get(key) {
            return value.clone();
        }
        self.misses += 1;
        let value = make(key);
        self.known.insert(key.clone(), value.clone());
        value
    }
}

pub fn lengths(cache: &mut Cache<String>, words: &[&str]) -> usize {
    words.iter().map(|word| cache.get_or(&word.to_string(), |w| w.chars().count())).sum()
}
