---
code: E0308
---
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    None,
    Read,
    Write,
}

#[derive(Debug, PartialEq, Eq)]
pub enum AuthError {
    UnknownUser(String),
    Suspended(String),
}

#[derive(Default)]
pub struct Grants {
    users: HashMap<String, HashMap<String, Access>>,
    suspended: Vec<String>,
}

impl Grants {
    pub fn grant(&mut self, user: &str, resource: &str, access: Access) {
        self.users
            .entry(user.to_string())
            .or_default()
            .insert(resource.to_string(), access);
    }

    pub fn suspend(&mut self, user: &str) {
        self.suspended.push(user.to_string());
    }

    /// What `user` may do with `resource`. A known user without a grant for it
    /// has no access, which is not an error.
    pub fn access(&self, user: &str, resource: &str) -> Result<Access, AuthError> {
        if self.suspended.iter().any(|name| name == user) {
            return Err(AuthError::Suspended(user.to_string()));
        }
        match self.users.get(user) {
            None => Err(AuthError::UnknownUser(user.to_string())),
            Some(grants) => match grants.get(resource) {
                Some(access) => *access,
                None => Access::None,
            },
        }
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    None,
    Read,
    Write,
}

#[derive(Debug, PartialEq, Eq)]
pub enum AuthError {
    UnknownUser(String),
    Suspended(String),
}

#[derive(Default)]
pub struct Grants {
    users: HashMap<String, HashMap<String, Access>>,
    suspended: Vec<String>,
}

impl Grants {
    pub fn grant(&mut self, user: &str, resource: &str, access: Access) {
        self.users
            .entry(user.to_string())
            .or_default()
            .insert(resource.to_string(), access);
    }

    pub fn suspend(&mut self, user: &str) {
        self.suspended.push(user.to_string());
    }

    /// What `user` may do with `resource`. A known user without a grant for it
    /// has no access, which is not an error.
    pub fn access(&self, user: &str, resource: &str) -> Result<Access, AuthError> {
        if self.suspended.iter().any(|name| name == user) {
            return Err(AuthError::Suspended(user.to_string()));
        }
        match self.users.get(user) {
            None => Err(AuthError::UnknownUser(user.to_string())),
            Some(grants) => match grants.get(resource) {
                Some(access) => Ok(*access),
                None => Ok(Access::None),
            },
        }
    }
}
==== tests
fn grants() -> Grants {
    let mut grants = Grants::default();
    grants.grant("ann", "wiki", Access::Write);
    grants.grant("bob", "wiki", Access::Read);
    grants.suspend("bob");
    grants
}

#[test]
fn granted_access_is_returned() {
    assert_eq!(grants().access("ann", "wiki"), Ok(Access::Write));
}

#[test]
fn no_grant_is_no_access() {
    assert_eq!(grants().access("ann", "mail"), Ok(Access::None));
}

#[test]
fn errors_name_the_user() {
    assert_eq!(grants().access("bob", "wiki"), Err(AuthError::Suspended("bob".to_string())));
    assert_eq!(grants().access("eve", "wiki"), Err(AuthError::UnknownUser("eve".to_string())));
}
