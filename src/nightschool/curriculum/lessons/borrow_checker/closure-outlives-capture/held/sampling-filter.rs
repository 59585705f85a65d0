---
code: E0373
---
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    pub function: String,
    pub micros: u64,
}

pub type Keep = Box<dyn Fn(&Sample) -> bool>;

/// A filter that keeps the samples of one module that took at least
/// `threshold` microseconds.
pub fn module_filter(module: &str, threshold: u64) -> Keep {
    let prefix = format!("{module}::");
    Box::new(|sample| sample.function.starts_with(&prefix) && sample.micros >= threshold)
}

#[derive(Default)]
pub struct Profiler {
    filters: Vec<Keep>,
    kept: Vec<Sample>,
}

impl Profiler {
    pub fn filter(&mut self, keep: Keep) {
        self.filters.push(keep);
    }

    pub fn record(&mut self, function: &str, micros: u64) {
        let sample = Sample {
            function: function.to_string(),
            micros,
        };
        if self.filters.iter().all(|keep| keep(&sample)) {
            self.kept.push(sample);
        }
    }

    pub fn kept(&self) -> &[Sample] {
        &self.kept
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    pub function: String,
    pub micros: u64,
}

pub type Keep = Box<dyn Fn(&Sample) -> bool>;

/// A filter that keeps the samples of one module that took at least
/// `threshold` microseconds.
pub fn module_filter(module: &str, threshold: u64) -> Keep {
    let prefix = format!("{module}::");
    Box::new(move |sample| sample.function.starts_with(&prefix) && sample.micros >= threshold)
}

#[derive(Default)]
pub struct Profiler {
    filters: Vec<Keep>,
    kept: Vec<Sample>,
}

impl Profiler {
    pub fn filter(&mut self, keep: Keep) {
        self.filters.push(keep);
    }

    pub fn record(&mut self, function: &str, micros: u64) {
        let sample = Sample {
            function: function.to_string(),
            micros,
        };
        if self.filters.iter().all(|keep| keep(&sample)) {
            self.kept.push(sample);
        }
    }

    pub fn kept(&self) -> &[Sample] {
        &self.kept
    }
}
==== tests
    #[test]
    fn filters_by_module_and_time() {
        let mut p = Profiler::default();
        p.filter(module_filter("db", 100));
        p.record("db::query", 100);
        p.record("db::ping", 99);
        p.record("dbx::query", 500);
        assert_eq!(p.kept(), &[Sample { function: "db::query".into(), micros: 100 }]);
    }
    #[test]
    fn no_filter_keeps_all() {
        let mut p = Profiler::default();
        p.record("a", 1);
        assert_eq!(p.kept().len(), 1);
    }
