---
code: E0596
---
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Request {
    pub path: String,
    pub user: Option<String>,
    pub trace: Vec<String>,
}

pub type Middleware = Box<dyn Fn(&mut Request) -> bool>;

#[derive(Default)]
pub struct Chain {
    steps: Vec<(String, Middleware)>,
}

impl Chain {
    pub fn step(mut self, name: &str, step: impl Fn(&mut Request) -> bool + 'static) -> Self {
        self.steps.push((name.to_string(), Box::new(step)));
        self
    }

    /// Runs the steps until one answers `false`. The names of the steps that
    /// ran are left in the request's trace, and changes that the steps make
    /// are seen by the caller, who gets the request back.
    pub fn run(&self, request: Request) -> (Request, bool) {
        for (name, step) in &self.steps {
            request.trace.push(name.clone());
            if !step(&mut request) {
                return (request, false);
            }
        }
        (request, true)
    }
}

/// Removes a trailing slash and gives guests a user name.
pub fn standard() -> Chain {
    Chain::default()
        .step("slash", |r| {
            if r.path.len() > 1 && r.path.ends_with('/') {
                r.path.pop();
            }
            true
        })
        .step("private", |r| r.user.is_some() || !r.path.starts_with("/admin"))
        .step("guest", |r| {
            r.user.get_or_insert_with(|| "guest".to_string());
            true
        })
}
==== fixed
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Request {
    pub path: String,
    pub user: Option<String>,
    pub trace: Vec<String>,
}

pub type Middleware = Box<dyn Fn(&mut Request) -> bool>;

#[derive(Default)]
pub struct Chain {
    steps: Vec<(String, Middleware)>,
}

impl Chain {
    pub fn step(mut self, name: &str, step: impl Fn(&mut Request) -> bool + 'static) -> Self {
        self.steps.push((name.to_string(), Box::new(step)));
        self
    }

    /// Runs the steps until one answers `false`. The names of the steps that
    /// ran are left in the request's trace, and changes that the steps make
    /// are seen by the caller, who gets the request back.
    pub fn run(&self, mut request: Request) -> (Request, bool) {
        for (name, step) in &self.steps {
            request.trace.push(name.clone());
            if !step(&mut request) {
                return (request, false);
            }
        }
        (request, true)
    }
}

/// Removes a trailing slash and gives guests a user name.
pub fn standard() -> Chain {
    Chain::default()
        .step("slash", |r| {
            if r.path.len() > 1 && r.path.ends_with('/') {
                r.path.pop();
            }
            true
        })
        .step("private", |r| r.user.is_some() || !r.path.starts_with("/admin"))
        .step("guest", |r| {
            r.user.get_or_insert_with(|| "guest".to_string());
            true
        })
}
==== tests
    fn request(path: &str) -> Request {
        Request { path: path.into(), ..Request::default() }
    }
    #[test]
    fn passes_all() {
        let (r, ok) = standard().run(request("/news/"));
        assert!(ok);
        assert_eq!(r.path, "/news");
        assert_eq!(r.user.as_deref(), Some("guest"));
        assert_eq!(r.trace, vec!["slash", "private", "guest"]);
    }
    #[test]
    fn stops_early() {
        let (r, ok) = standard().run(request("/admin/"));
        assert!(!ok);
        assert_eq!((r.path.as_str(), r.user), ("/admin", None));
        assert_eq!(r.trace, vec!["slash", "private"]);
    }
