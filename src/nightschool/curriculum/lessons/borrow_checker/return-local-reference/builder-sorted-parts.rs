---
code: E0515
---
/// Query parameters of a request.
#[derive(Default, Clone)]
pub struct Query {
    pairs: Vec<(String, String)>,
}

impl Query {
    pub fn with(mut self, key: &str, value: &str) -> Self {
        self.pairs.push((key.to_string(), value.to_string()));
        self
    }

    /// The pairs by key; those with equal keys stay in the order in which they were added.
    fn canonical(&self) -> &[(String, String)] {
        let mut sorted = self.pairs.clone();
        sorted.sort_by(|a, b| a.0.cmp(&b.0));
        &sorted
    }

    /// The text that is signed; the query itself keeps its order.
    pub fn signing_text(&self) -> String {
        let parts: Vec<String> = self
            .canonical()
            .iter()
            .map(|(key, value)| format!("{key}={value}"))
            .collect();
        parts.join("&")
    }

    pub fn text(&self) -> String {
        let mut text = String::new();
        for (key, value) in &self.pairs {
            text.push(if text.is_empty() { '?' } else { '&' });
            text.push_str(key);
            text.push('=');
            text.push_str(value);
        }
        text
    }
}
==== fixed
/// Query parameters of a request.
#[derive(Default, Clone)]
pub struct Query {
    pairs: Vec<(String, String)>,
}

impl Query {
    pub fn with(mut self, key: &str, value: &str) -> Self {
        self.pairs.push((key.to_string(), value.to_string()));
        self
    }

    /// The pairs by key; those with equal keys stay in the order in which they were added.
    fn canonical(&self) -> Vec<(String, String)> {
        let mut sorted = self.pairs.clone();
        sorted.sort_by(|a, b| a.0.cmp(&b.0));
        sorted
    }

    /// The text that is signed; the query itself keeps its order.
    pub fn signing_text(&self) -> String {
        let parts: Vec<String> = self
            .canonical()
            .iter()
            .map(|(key, value)| format!("{key}={value}"))
            .collect();
        parts.join("&")
    }

    pub fn text(&self) -> String {
        let mut text = String::new();
        for (key, value) in &self.pairs {
            text.push(if text.is_empty() { '?' } else { '&' });
            text.push_str(key);
            text.push('=');
            text.push_str(value);
        }
        text
    }
}
==== tests
#[test]
fn signing_text_is_sorted() {
    let query = Query::default().with("b", "2").with("a", "z").with("c", "").with("a", "k");
    assert_eq!(query.signing_text(), "a=z&a=k&b=2&c=");
}

#[test]
fn query_keeps_its_order() {
    let query = Query::default().with("b", "2").with("a", "1");
    query.signing_text();
    assert_eq!(query.text(), "?b=2&a=1");
    assert_eq!(Query::default().signing_text(), "");
}
