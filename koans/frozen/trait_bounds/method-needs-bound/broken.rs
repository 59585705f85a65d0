use std::collections::HashMap;
use std::hash::Hash;

pub struct Grouped<K, V> {
    order: Vec<K>,
    groups: HashMap<K, Vec<V>>,
}

impl<K: Eq + Hash, V> Grouped<K, V> {
    pub fn by(items: Vec<V>, key: impl Fn(&V) -> K) -> Self {
        let mut grouped = Grouped { order: Vec::new(), groups: HashMap::new() };
        for item in items {
            let k = key(&item);
            if !grouped.groups.contains_key(&k) {
                grouped.order.push(k.clone());
            }
            grouped.groups.entry(k).or_insert_with(Vec::new).push(item);
        }
        grouped
    }

    /// Keys in the order they were first seen, with the number of items of each.
    pub fn sizes(&self) -> Vec<(&K, usize)> {
        self.order.iter().map(|k| (k, self.groups[k].len())).collect()
    }
}
