---
code: E0382
---
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    pub schema: String,
    pub sql: String,
}

impl Statement {
    pub fn new(schema: String, sql: &str) -> Self {
        Statement {
            schema,
            sql: sql.trim().trim_end_matches(';').to_string(),
        }
    }
}

#[derive(Debug, PartialEq)]
pub struct Migration {
    pub version: u32,
    pub steps: Vec<Statement>,
}

/// Splits a migration script into statements; each one runs in the given
/// schema.
pub fn split_script(version: u32, schema: String, script: &str) -> Migration {
    let mut steps = Vec::new();
    for part in script.split_inclusive(';') {
        if part.trim().trim_end_matches(';').is_empty() {
            continue;
        }
        steps.push(Statement::new(schema, part));
    }
    Migration { version, steps }
}

pub fn render(migration: &Migration) -> String {
    migration
        .steps
        .iter()
        .map(|s| format!("[{}] {}", s.schema, s.sql))
        .collect::<Vec<_>>()
        .join("\n")
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    pub schema: String,
    pub sql: String,
}

impl Statement {
    pub fn new(schema: String, sql: &str) -> Self {
        Statement {
            schema,
            sql: sql.trim().trim_end_matches(';').to_string(),
        }
    }
}

#[derive(Debug, PartialEq)]
pub struct Migration {
    pub version: u32,
    pub steps: Vec<Statement>,
}

/// Splits a migration script into statements; each one runs in the given
/// schema.
pub fn split_script(version: u32, schema: String, script: &str) -> Migration {
    let mut steps = Vec::new();
    for part in script.split_inclusive(';') {
        if part.trim().trim_end_matches(';').is_empty() {
            continue;
        }
        steps.push(Statement::new(schema.clone(), part));
    }
    Migration { version, steps }
}

pub fn render(migration: &Migration) -> String {
    migration
        .steps
        .iter()
        .map(|s| format!("[{}] {}", s.schema, s.sql))
        .collect::<Vec<_>>()
        .join("\n")
}
==== tests
    #[test]
    fn all_steps_get_schema() {
        let m = split_script(3, "billing".to_string(), "create table a;\n alter b; \n;");
        assert_eq!(m.version, 3);
        assert_eq!(render(&m), "[billing] create table a\n[billing] alter b");
    }
    #[test]
    fn empty_script() {
        assert!(split_script(1, "x".to_string(), " ;; ").steps.is_empty());
    }
