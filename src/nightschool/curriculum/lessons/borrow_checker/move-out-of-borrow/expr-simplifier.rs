---
code: E0507
---
/// A set expression over named tags.
#[derive(Debug, Clone, PartialEq)]
pub enum Query {
    Tag(String),
    Not(Box<Query>),
    Any(Vec<Query>),
}

impl Query {
    pub fn tag(name: &str) -> Self {
        Query::Tag(name.to_string())
    }

    pub fn not(inner: Query) -> Self {
        Query::Not(Box::new(inner))
    }
}

/// Removes double negations in place, also inside of other expressions.
pub fn simplify(query: &mut Query) {
    match query {
        Query::Tag(_) => {}
        Query::Any(parts) => parts.iter_mut().for_each(simplify),
        Query::Not(inner) => {
            simplify(inner);
            if let Query::Not(core) = inner.as_mut() {
                *query = **core;
            }
        }
    }
}

/// Whether an item with these tags fits the query.
pub fn matches(query: &Query, tags: &[&str]) -> bool {
    match query {
        Query::Tag(name) => tags.contains(&name.as_str()),
        Query::Not(inner) => !matches(inner, tags),
        Query::Any(parts) => parts.iter().any(|part| matches(part, tags)),
    }
}
==== fixed
/// A set expression over named tags.
#[derive(Debug, Clone, PartialEq)]
pub enum Query {
    Tag(String),
    Not(Box<Query>),
    Any(Vec<Query>),
}

impl Query {
    pub fn tag(name: &str) -> Self {
        Query::Tag(name.to_string())
    }

    pub fn not(inner: Query) -> Self {
        Query::Not(Box::new(inner))
    }
}

/// Removes double negations in place, also inside of other expressions.
pub fn simplify(query: &mut Query) {
    match query {
        Query::Tag(_) => {}
        Query::Any(parts) => parts.iter_mut().for_each(simplify),
        Query::Not(inner) => {
            simplify(inner);
            if let Query::Not(core) = inner.as_mut() {
                let core = std::mem::replace(core.as_mut(), Query::Any(Vec::new()));
                *query = core;
            }
        }
    }
}

/// Whether an item with these tags fits the query.
pub fn matches(query: &Query, tags: &[&str]) -> bool {
    match query {
        Query::Tag(name) => tags.contains(&name.as_str()),
        Query::Not(inner) => !matches(inner, tags),
        Query::Any(parts) => parts.iter().any(|part| matches(part, tags)),
    }
}
==== tests
#[test]
fn removes_double_negations() {
    let mut query = Query::not(Query::not(Query::tag("a")));
    simplify(&mut query);
    assert_eq!(query, Query::tag("a"));
    let mut odd = Query::not(Query::not(Query::not(Query::tag("a"))));
    simplify(&mut odd);
    assert_eq!(odd, Query::not(Query::tag("a")));
}

#[test]
fn works_inside() {
    let inner = Query::not(Query::not(Query::tag("b")));
    let mut query = Query::not(Query::Any(vec![Query::tag("a"), inner]));
    simplify(&mut query);
    assert_eq!(query, Query::not(Query::Any(vec![Query::tag("a"), Query::tag("b")])));
    assert!(matches(&query, &["c"]));
    assert!(!matches(&query, &["b"]));
}
