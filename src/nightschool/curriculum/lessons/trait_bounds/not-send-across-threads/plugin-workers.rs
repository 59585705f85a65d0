---
code: E0277
---
use std::collections::BTreeMap;
use std::rc::Rc;
use std::thread;

type Handler = Rc<dyn Fn(&str) -> usize>;

/// Text metrics that can be computed independently of each other.
#[derive(Default)]
pub struct Metrics {
    handlers: BTreeMap<String, Handler>,
}

impl Metrics {
    pub fn standard() -> Self {
        let mut metrics = Metrics::default();
        metrics.handlers.insert("chars".into(), Rc::new(|t| t.chars().count()));
        metrics.handlers.insert("words".into(), Rc::new(|t| t.split_whitespace().count()));
        metrics.handlers.insert("lines".into(), Rc::new(|t| t.lines().count()));
        metrics
    }

    pub fn alias(&mut self, new: &str, old: &str) -> bool {
        let Some(handler) = self.handlers.get(old).cloned() else {
            return false;
        };
        self.handlers.insert(new.to_string(), handler);
        true
    }

    /// Computes all metrics of `text`, each in a thread of its own.
    pub fn measure(&self, text: &str) -> BTreeMap<String, usize> {
        let mut running = Vec::new();
        for (name, handler) in &self.handlers {
            let (handler, text) = (handler.clone(), text.to_string());
            running.push((name.clone(), thread::spawn(move || handler(&text))));
        }
        running
            .into_iter()
            .map(|(name, thread)| (name, thread.join().expect("metric panicked")))
            .collect()
    }
}
==== fixed
use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread;

type Handler = Arc<dyn Fn(&str) -> usize + Send + Sync>;

/// Text metrics that can be computed independently of each other.
#[derive(Default)]
pub struct Metrics {
    handlers: BTreeMap<String, Handler>,
}

impl Metrics {
    pub fn standard() -> Self {
        let mut metrics = Metrics::default();
        metrics.handlers.insert("chars".into(), Arc::new(|t| t.chars().count()));
        metrics.handlers.insert("words".into(), Arc::new(|t| t.split_whitespace().count()));
        metrics.handlers.insert("lines".into(), Arc::new(|t| t.lines().count()));
        metrics
    }

    pub fn alias(&mut self, new: &str, old: &str) -> bool {
        let Some(handler) = self.handlers.get(old).cloned() else {
            return false;
        };
        self.handlers.insert(new.to_string(), handler);
        true
    }

    /// Computes all metrics of `text`, each in a thread of its own.
    pub fn measure(&self, text: &str) -> BTreeMap<String, usize> {
        let mut running = Vec::new();
        for (name, handler) in &self.handlers {
            let (handler, text) = (handler.clone(), text.to_string());
            running.push((name.clone(), thread::spawn(move || handler(&text))));
        }
        running
            .into_iter()
            .map(|(name, thread)| (name, thread.join().expect("metric panicked")))
            .collect()
    }
}
==== tests
#[test]
fn all_metrics() {
    let got = Metrics::standard().measure("ab cd\nef");
    let pairs: Vec<(&str, usize)> = got.iter().map(|(k, v)| (k.as_str(), *v)).collect();
    assert_eq!(pairs, vec![("chars", 8), ("lines", 2), ("words", 3)]);
}

#[test]
fn alias_measures_the_same() {
    let mut m = Metrics::standard();
    assert!(m.alias("w", "words"));
    assert!(!m.alias("x", "nothing"));
    let got = m.measure("one two");
    assert_eq!(got["w"], 2);
    assert_eq!(got.len(), 4);
}
