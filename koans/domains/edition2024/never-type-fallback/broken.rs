use std::collections::HashMap;

#[derive(Default)]
pub struct Store {
    blobs: HashMap<String, String>,
}

impl Store {
    pub fn put(&mut self, key: &str, value: &str) {
        self.blobs.insert(key.to_string(), value.to_string());
    }

    pub fn load<T: Default>(&self, key: &str, read: impl Fn(&str, &mut T)) -> Result<T, String> {
        let text = self.blobs.get(key).ok_or_else(|| format!("no {key}"))?;
        let mut value = T::default();
        read(text, &mut value);
        Ok(value)
    }
}

pub fn check(store: &Store, keys: &[&str]) -> Result<usize, String> {
    for key in keys {
        store.load(key, |_, _| ())?;
    }
    Ok(keys.len())
}
