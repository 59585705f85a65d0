---
code: E0106
edition: "2024"
---
//! Picks the part of a request path that a route covers.

#[derive(Debug, Clone)]
pub struct Route {
    pub prefix: String,
    pub handler: String,
}

fn covers(route: &Route, path: &str) -> bool {
    match path.strip_prefix(route.prefix.as_str()) {
        Some(rest) => rest.is_empty() || rest.starts_with('/'),
        None => false,
    }
}

/// What is left of the path behind the longest route that covers it,
/// or the whole path where no route does. Routes are reloaded at any time.
pub fn remainder(routes: &[Route], path: &str) -> &str {
    let longest = routes
        .iter()
        .filter(|route| covers(route, path))
        .map(|route| route.prefix.len())
        .max();
    match longest {
        Some(length) => &path[length..],
        None => path,
    }
}

/// The handler of the longest route that covers the path; the path may be gone by then.
pub fn handler(routes: &[Route], path: &str) -> Option<&str> {
    routes
        .iter()
        .filter(|route| covers(route, path))
        .max_by_key(|route| route.prefix.len())
        .map(|route| route.handler.as_str())
}
==== fixed
//! Picks the part of a request path that a route covers.

#[derive(Debug, Clone)]
pub struct Route {
    pub prefix: String,
    pub handler: String,
}

fn covers(route: &Route, path: &str) -> bool {
    match path.strip_prefix(route.prefix.as_str()) {
        Some(rest) => rest.is_empty() || rest.starts_with('/'),
        None => false,
    }
}

/// What is left of the path behind the longest route that covers it,
/// or the whole path where no route does. Routes are reloaded at any time.
pub fn remainder<'p>(routes: &[Route], path: &'p str) -> &'p str {
    let longest = routes
        .iter()
        .filter(|route| covers(route, path))
        .map(|route| route.prefix.len())
        .max();
    match longest {
        Some(length) => &path[length..],
        None => path,
    }
}

/// The handler of the longest route that covers the path; the path may be gone by then.
pub fn handler<'r>(routes: &'r [Route], path: &str) -> Option<&'r str> {
    routes
        .iter()
        .filter(|route| covers(route, path))
        .max_by_key(|route| route.prefix.len())
        .map(|route| route.handler.as_str())
}
==== tests
fn routes() -> Vec<Route> {
    [("/api", "root"), ("/api/users", "users")]
        .iter()
        .map(|(prefix, handler)| Route { prefix: prefix.to_string(), handler: handler.to_string() })
        .collect()
}

#[test]
fn the_rest_outlives_the_routes() {
    let path = String::from("/api/users/17");
    let rest = {
        let table = routes();
        remainder(&table, &path)
    };
    assert_eq!(rest, "/17");
    assert_eq!(remainder(&routes(), "/apis"), "/apis");
}

#[test]
fn the_handler_outlives_the_path() {
    let table = routes();
    let found = {
        let path = format!("/api/{}", "usersx");
        handler(&table, &path)
    };
    assert_eq!(found.as_deref(), Some("root"));
    assert!(handler(&table, "/static").is_none());
}
