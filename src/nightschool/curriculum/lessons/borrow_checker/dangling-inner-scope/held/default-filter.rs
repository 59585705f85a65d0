---
code: E0597
---
#[derive(Debug, Clone)]
pub struct TestCase {
    pub name: String,
    pub tags: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Options {
    pub filter: Option<String>,
    pub module: String,
}

fn selected(case: &TestCase, pattern: &str) -> bool {
    case.name.contains(pattern) || case.tags.iter().any(|t| t == pattern)
}

/// Names of the cases to run: those that match the filter or, when none was
/// given, those of the current module (its name followed by `::`).
pub fn plan(cases: &[TestCase], options: &Options) -> Vec<String> {
    let pattern: &str = match &options.filter {
        Some(filter) => filter.trim(),
        None => {
            let in_module = format!("{}::", options.module);
            &in_module
        }
    };
    cases
        .iter()
        .filter(|case| selected(case, pattern))
        .map(|case| case.name.clone())
        .collect()
}
==== fixed
#[derive(Debug, Clone)]
pub struct TestCase {
    pub name: String,
    pub tags: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Options {
    pub filter: Option<String>,
    pub module: String,
}

fn selected(case: &TestCase, pattern: &str) -> bool {
    case.name.contains(pattern) || case.tags.iter().any(|t| t == pattern)
}

/// Names of the cases to run: those that match the filter or, when none was
/// given, those of the current module (its name followed by `::`).
pub fn plan(cases: &[TestCase], options: &Options) -> Vec<String> {
    let in_module = format!("{}::", options.module);
    let pattern: &str = match &options.filter {
        Some(filter) => filter.trim(),
        None => &in_module,
    };
    cases
        .iter()
        .filter(|case| selected(case, pattern))
        .map(|case| case.name.clone())
        .collect()
}
==== tests
    fn case(name: &str, tag: &str) -> TestCase {
        TestCase { name: name.into(), tags: vec![tag.into()] }
    }
    #[test]
    fn module_is_the_default() {
        let cases = [case("api::a", "slow"), case("db::b", "slow"), case("apiary", "x")];
        let o = Options { filter: None, module: "api".into() };
        assert_eq!(plan(&cases, &o), vec!["api::a"]);
    }
    #[test]
    fn filter_wins() {
        let cases = [case("api::a", "slow"), case("db::b", "slow"), case("apiary", "x")];
        let o = Options { filter: Some(" slow ".into()), module: "api".into() };
        assert_eq!(plan(&cases, &o), vec!["api::a", "db::b"]);
        let o = Options { filter: Some("apia".into()), module: "db".into() };
        assert_eq!(plan(&cases, &o), vec!["apiary"]);
    }
