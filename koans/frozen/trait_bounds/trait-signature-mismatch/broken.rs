use std::collections::HashMap;

pub trait Store {
    /// Stores the value and returns the one it replaces.
    fn put(&mut self, key: &str, value: u64) -> Option<u64>;
    fn keys(&self) -> Vec<&str>;
}

#[derive(Default)]
pub struct OrderedStore {
    order: Vec<String>,
    values: HashMap<String, u64>,
}

impl Store for OrderedStore {
    fn put(&mut self, key: String, value: u64) -> Option<u64> {
        if !self.values.contains_key(&key) {
            self.order.push(key.clone());
        }
        self.values.insert(key, value)
    }

    fn keys(&self) -> Vec<&str> {
        self.order.iter().map(String::as_str).collect()
    }
}
