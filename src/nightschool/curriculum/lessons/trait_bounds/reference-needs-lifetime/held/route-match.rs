---
code: E0106
---
/// A matched route; both parts point into the request path.
#[derive(Debug, PartialEq)]
pub struct RouteMatch {
    pub handler: &str,
    pub rest: &str,
}

pub struct Router {
    handlers: Vec<String>,
}

impl Router {
    pub fn new(handlers: &[&str]) -> Self {
        Router {
            handlers: handlers.iter().map(|h| h.to_string()).collect(),
        }
    }

    /// Splits `/handler/rest/of/path`. Query strings are cut off first.
    pub fn resolve(&self, path: &str) -> Option<RouteMatch> {
        let path = path.split('?').next()?.strip_prefix('/')?;
        let (handler, rest) = path.split_once('/').unwrap_or((path, ""));
        if self.handlers.iter().any(|h| h == handler) {
            Some(RouteMatch { handler, rest })
        } else {
            None
        }
    }
}

pub fn depth(found: &RouteMatch) -> usize {
    found.rest.split('/').filter(|s| !s.is_empty()).count()
}
==== fixed
/// A matched route; both parts point into the request path.
#[derive(Debug, PartialEq)]
pub struct RouteMatch<'p> {
    pub handler: &'p str,
    pub rest: &'p str,
}

pub struct Router {
    handlers: Vec<String>,
}

impl Router {
    pub fn new(handlers: &[&str]) -> Self {
        Router {
            handlers: handlers.iter().map(|h| h.to_string()).collect(),
        }
    }

    /// Splits `/handler/rest/of/path`. Query strings are cut off first.
    pub fn resolve<'p>(&self, path: &'p str) -> Option<RouteMatch<'p>> {
        let path = path.split('?').next()?.strip_prefix('/')?;
        let (handler, rest) = path.split_once('/').unwrap_or((path, ""));
        if self.handlers.iter().any(|h| h == handler) {
            Some(RouteMatch { handler, rest })
        } else {
            None
        }
    }
}

pub fn depth(found: &RouteMatch) -> usize {
    found.rest.split('/').filter(|s| !s.is_empty()).count()
}
==== tests
    #[test]
    fn splits_paths() {
        let r = Router::new(&["api", "static"]);
        let m = r.resolve("/api/v1/users?id=3").unwrap();
        assert_eq!((m.handler, m.rest), ("api", "v1/users"));
        assert_eq!(depth(&m), 2);
    }
    #[test]
    fn match_outlives_router() {
        let path = String::from("/static");
        let found = {
            let r = Router::new(&["static"]);
            r.resolve(&path)
        };
        assert_eq!(found.unwrap().handler, "static");
        assert!(Router::new(&["a"]).resolve("/b").is_none());
    }
