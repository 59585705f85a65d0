---
code: E0599
---
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum RuleError {
    UnknownRule(String),
    NoOutput(String),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    pub name: String,
    pub outputs: Vec<String>,
}

impl Rule {
    fn main_output(&self) -> Result<&str, RuleError> {
        self.outputs
            .first()
            .map(String::as_str)
            .ok_or_else(|| RuleError::NoOutput(self.name.clone()))
    }
}

#[derive(Default)]
pub struct BuildFile {
    rules: BTreeMap<String, Rule>,
}

impl BuildFile {
    pub fn add(&mut self, name: &str, outputs: &[&str]) {
        let outputs = outputs.iter().map(|o| o.to_string()).collect();
        self.rules.insert(name.to_string(), Rule { name: name.to_string(), outputs });
    }

    fn rule(&self, name: &str) -> Result<&Rule, RuleError> {
        self.rules.get(name).ok_or_else(|| RuleError::UnknownRule(name.to_string()))
    }

    /// Where the rule's main output lands below `dir`, with `/` between.
    pub fn install_path(&self, name: &str, dir: &str) -> Result<String, RuleError> {
        let output = self.rule(name).main_output()?;
        let file = output.rsplit_once('/').map_or(output, |(_, file)| file);
        Ok(format!("{}/{file}", dir.trim_end_matches('/')))
    }

    pub fn output_count(&self, name: &str) -> Result<usize, RuleError> {
        Ok(self.rule(name)?.outputs.len())
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum RuleError {
    UnknownRule(String),
    NoOutput(String),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    pub name: String,
    pub outputs: Vec<String>,
}

impl Rule {
    fn main_output(&self) -> Result<&str, RuleError> {
        self.outputs
            .first()
            .map(String::as_str)
            .ok_or_else(|| RuleError::NoOutput(self.name.clone()))
    }
}

#[derive(Default)]
pub struct BuildFile {
    rules: BTreeMap<String, Rule>,
}

impl BuildFile {
    pub fn add(&mut self, name: &str, outputs: &[&str]) {
        let outputs = outputs.iter().map(|o| o.to_string()).collect();
        self.rules.insert(name.to_string(), Rule { name: name.to_string(), outputs });
    }

    fn rule(&self, name: &str) -> Result<&Rule, RuleError> {
        self.rules.get(name).ok_or_else(|| RuleError::UnknownRule(name.to_string()))
    }

    /// Where the rule's main output lands below `dir`, with `/` between.
    pub fn install_path(&self, name: &str, dir: &str) -> Result<String, RuleError> {
        let output = self.rule(name)?.main_output()?;
        let file = output.rsplit_once('/').map_or(output, |(_, file)| file);
        Ok(format!("{}/{file}", dir.trim_end_matches('/')))
    }

    pub fn output_count(&self, name: &str) -> Result<usize, RuleError> {
        Ok(self.rule(name)?.outputs.len())
    }
}
==== tests
fn file() -> BuildFile {
    let mut b = BuildFile::default();
    b.add("app", &["out/bin/app", "out/app.map"]);
    b.add("check", &[]);
    b
}

#[test]
fn installs() {
    assert_eq!(file().install_path("app", "/usr/bin/"), Ok("/usr/bin/app".to_string()));
    assert_eq!(file().output_count("app"), Ok(2));
    assert_eq!(file().output_count("check"), Ok(0));
}

#[test]
fn errors_are_told_apart() {
    assert_eq!(file().install_path("check", "x"), Err(RuleError::NoOutput("check".into())));
    assert_eq!(file().install_path("doc", "x"), Err(RuleError::UnknownRule("doc".into())));
    assert_eq!(file().output_count("doc"), Err(RuleError::UnknownRule("doc".into())));
}
