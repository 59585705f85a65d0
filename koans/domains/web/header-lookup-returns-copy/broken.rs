use std::collections::BTreeMap;

pub struct Headers {
    entries: BTreeMap<String, String>,
}

impl Headers {
    pub fn parse(block: &str) -> Self {
        let entries = block
            .lines()
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        Headers { entries }
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        let key = name.to_ascii_lowercase();
        self.entries.get(&key).cloned().as_deref()
    }

    pub fn content_length(&self) -> Option<usize> {
        self.get("Content-Length")?.parse().ok()
    }
}
