---
code: E0599
---
#[derive(Debug, Clone, PartialEq)]
pub struct TestRun {
    pub name: String,
    pub millis: u64,
    pub passed: bool,
}

impl TestRun {
    pub fn short_name(&self) -> &str {
        self.name.rsplit("::").next().unwrap_or(&self.name)
    }
}

#[derive(Debug, Default)]
pub struct Report {
    runs: Vec<TestRun>,
}

impl Report {
    pub fn add(&mut self, name: &str, millis: u64, passed: bool) {
        self.runs.push(TestRun {
            name: name.to_string(),
            millis,
            passed,
        });
    }

    fn slowest(&self) -> Option<&TestRun> {
        self.runs.iter().max_by_key(|r| r.millis)
    }

    /// Name of the slowest test without its module path, `None` for an
    /// empty report.
    pub fn slowest_name(&self) -> Option<&str> {
        self.slowest().short_name()
    }

    /// The first failed test in upper case, as shown in the banner.
    pub fn banner(&self) -> Option<String> {
        self.runs
            .iter()
            .find(|r| !r.passed)
            .map(|r| r.name.as_str())
            .to_uppercase()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct TestRun {
    pub name: String,
    pub millis: u64,
    pub passed: bool,
}

impl TestRun {
    pub fn short_name(&self) -> &str {
        self.name.rsplit("::").next().unwrap_or(&self.name)
    }
}

#[derive(Debug, Default)]
pub struct Report {
    runs: Vec<TestRun>,
}

impl Report {
    pub fn add(&mut self, name: &str, millis: u64, passed: bool) {
        self.runs.push(TestRun {
            name: name.to_string(),
            millis,
            passed,
        });
    }

    fn slowest(&self) -> Option<&TestRun> {
        self.runs.iter().max_by_key(|r| r.millis)
    }

    /// Name of the slowest test without its module path, `None` for an
    /// empty report.
    pub fn slowest_name(&self) -> Option<&str> {
        self.slowest().map(TestRun::short_name)
    }

    /// The first failed test in upper case, as shown in the banner.
    pub fn banner(&self) -> Option<String> {
        self.runs
            .iter()
            .find(|r| !r.passed)
            .map(|r| r.name.as_str())
            .map(str::to_uppercase)
    }
}
==== tests
    #[test]
    fn slowest_loses_its_path() {
        let mut r = Report::default();
        r.add("api::users::create", 30, true);
        r.add("api::login", 10, false);
        assert_eq!(r.slowest_name(), Some("create"));
        assert_eq!(r.banner(), Some("API::LOGIN".to_string()));
    }
    #[test]
    fn empty_report() {
        let r = Report::default();
        assert_eq!(r.slowest_name(), None);
        assert_eq!(r.banner(), None);
    }
