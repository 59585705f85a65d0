---
code: E0277
---
use std::collections::BTreeMap;
use std::rc::Rc;
use std::thread;

/// Target types of columns, decided before a migration starts.
#[derive(Debug, Default)]
pub struct Plan {
    types: BTreeMap<String, String>,
}

impl Plan {
    pub fn column(mut self, name: &str, kind: &str) -> Self {
        self.types.insert(name.to_string(), kind.to_string());
        self
    }
}

#[derive(Debug, PartialEq)]
pub struct Rewritten {
    pub table: String,
    pub columns: Vec<String>,
}

fn rewrite(plan: &Plan, table: &str, columns: &[String]) -> Rewritten {
    let columns = columns
        .iter()
        .map(|c| match plan.types.get(c) {
            Some(kind) => format!("{c} {kind}"),
            None => format!("{c} text"),
        })
        .collect();
    Rewritten { table: table.to_string(), columns }
}

/// Rewrites all tables in parallel under one plan; results come in the order
/// of the tables.
pub fn rewrite_all(plan: Plan, tables: Vec<(String, Vec<String>)>) -> Vec<Rewritten> {
    let plan = Rc::new(plan);
    let handles: Vec<_> = tables
        .into_iter()
        .map(|(table, columns)| {
            let plan = Rc::clone(&plan);
            thread::spawn(move || rewrite(&plan, &table, &columns))
        })
        .collect();
    handles
        .into_iter()
        .map(|h| h.join().expect("rewrite panicked"))
        .collect()
}
==== fixed
use std::collections::BTreeMap;
use std::sync::Arc;
use std::thread;

/// Target types of columns, decided before a migration starts.
#[derive(Debug, Default)]
pub struct Plan {
    types: BTreeMap<String, String>,
}

impl Plan {
    pub fn column(mut self, name: &str, kind: &str) -> Self {
        self.types.insert(name.to_string(), kind.to_string());
        self
    }
}

#[derive(Debug, PartialEq)]
pub struct Rewritten {
    pub table: String,
    pub columns: Vec<String>,
}

fn rewrite(plan: &Plan, table: &str, columns: &[String]) -> Rewritten {
    let columns = columns
        .iter()
        .map(|c| match plan.types.get(c) {
            Some(kind) => format!("{c} {kind}"),
            None => format!("{c} text"),
        })
        .collect();
    Rewritten { table: table.to_string(), columns }
}

/// Rewrites all tables in parallel under one plan; results come in the order
/// of the tables.
pub fn rewrite_all(plan: Plan, tables: Vec<(String, Vec<String>)>) -> Vec<Rewritten> {
    let plan = Arc::new(plan);
    let handles: Vec<_> = tables
        .into_iter()
        .map(|(table, columns)| {
            let plan = Arc::clone(&plan);
            thread::spawn(move || rewrite(&plan, &table, &columns))
        })
        .collect();
    handles
        .into_iter()
        .map(|h| h.join().expect("rewrite panicked"))
        .collect()
}
==== tests
    #[test]
    fn keeps_order() {
        let plan = Plan::default().column("id", "bigint");
        let tables = vec![
            ("users".to_string(), vec!["id".to_string(), "name".to_string()]),
            ("carts".to_string(), vec!["id".to_string()]),
        ];
        let out = rewrite_all(plan, tables);
        assert_eq!(out[0], Rewritten { table: "users".into(), columns: vec!["id bigint".into(), "name text".into()] });
        assert_eq!(out[1].columns, vec!["id bigint"]);
    }
    #[test]
    fn no_tables() {
        assert!(rewrite_all(Plan::default(), vec![]).is_empty());
    }
