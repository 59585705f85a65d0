use std::collections::BTreeMap;

#[derive(Default)]
pub struct PageCache {
    pages: BTreeMap<String, Vec<u8>>,
    hits: BTreeMap<String, u32>,
}

impl PageCache {
    pub fn insert(&mut self, name: &str, bytes: &[u8]) {
        self.pages.insert(name.to_string(), bytes.to_vec());
        self.hits.insert(name.to_string(), 0);
    }

    pub fn read(&mut self, name: &str) -> Option<&[u8]> {
        *self.hits.get_mut(name)? += 1;
        self.pages.get(name).map(Vec::as_slice)
    }

    /// Drops the page with the fewest reads and returns its bytes.
    pub fn evict_coldest(&mut self) -> Option<Vec<u8>> {
        let coldest = self.hits.iter().min_by_key(|(_, count)| **count)?.0.clone();
        self.hits.remove(&coldest);
        self.pages.remove(&coldest)
    }
}
