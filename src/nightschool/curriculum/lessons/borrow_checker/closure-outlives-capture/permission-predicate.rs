---
code: E0373
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub user: String,
    pub roles: Vec<String>,
    pub path: String,
}

pub type Check = Box<dyn Fn(&Request) -> bool>;

/// Requests below `prefix` need `role`; other requests pass.
fn role_check(prefix: &str, role: &str) -> Check {
    let prefix = prefix.trim_end_matches('/').to_string();
    let role = role.to_lowercase();
    Box::new(|request| {
        !request.path.starts_with(&prefix) || request.roles.contains(&role)
    })
}

/// An ordered list of named checks; a request must pass all of them.
#[derive(Default)]
pub struct Policy {
    checks: Vec<(String, Check)>,
}

impl Policy {
    pub fn require(&mut self, prefix: &str, role: &str) -> &mut Self {
        let name = format!("{} needs {}", prefix, role);
        self.checks.push((name, role_check(prefix, role)));
        self
    }

    /// The name of the first check that refuses the request.
    pub fn refusal(&self, request: &Request) -> Option<&str> {
        self.checks
            .iter()
            .find(|(_, check)| !check(request))
            .map(|(name, _)| name.as_str())
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub user: String,
    pub roles: Vec<String>,
    pub path: String,
}

pub type Check = Box<dyn Fn(&Request) -> bool>;

/// Requests below `prefix` need `role`; other requests pass.
fn role_check(prefix: &str, role: &str) -> Check {
    let prefix = prefix.trim_end_matches('/').to_string();
    let role = role.to_lowercase();
    Box::new(move |request| {
        !request.path.starts_with(&prefix) || request.roles.contains(&role)
    })
}

/// An ordered list of named checks; a request must pass all of them.
#[derive(Default)]
pub struct Policy {
    checks: Vec<(String, Check)>,
}

impl Policy {
    pub fn require(&mut self, prefix: &str, role: &str) -> &mut Self {
        let name = format!("{} needs {}", prefix, role);
        self.checks.push((name, role_check(prefix, role)));
        self
    }

    /// The name of the first check that refuses the request.
    pub fn refusal(&self, request: &Request) -> Option<&str> {
        self.checks
            .iter()
            .find(|(_, check)| !check(request))
            .map(|(name, _)| name.as_str())
    }
}
==== tests
fn request(path: &str, roles: &[&str]) -> Request {
    Request {
        user: "ann".to_string(),
        roles: roles.iter().map(|r| r.to_string()).collect(),
        path: path.to_string(),
    }
}

#[test]
fn first_refusing_check_is_named() {
    let mut policy = Policy::default();
    policy.require("/admin/", "Admin").require("/admin/keys", "root");
    assert_eq!(policy.refusal(&request("/admin/keys", &[])), Some("/admin/ needs Admin"));
    assert_eq!(policy.refusal(&request("/admin/keys", &["admin"])), Some("/admin/keys needs root"));
}

#[test]
fn others_pass() {
    let mut policy = Policy::default();
    policy.require("/admin", "admin");
    assert_eq!(policy.refusal(&request("/home", &[])), None);
    assert_eq!(policy.refusal(&request("/admin/x", &["admin"])), None);
}
