---
code: E0382
edition: "2024"
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    pub name: String,
    pub actions: Vec<String>,
}

impl Role {
    pub fn new(name: &str, actions: &[&str]) -> Self {
        Role {
            name: name.to_string(),
            actions: actions.iter().map(|action| action.to_string()).collect(),
        }
    }

    /// A role that may do everything `self` may, and `action` as well.
    pub fn extended(mut self, name: &str, action: &str) -> Role {
        self.name = name.to_string();
        self.actions.push(action.to_string());
        self
    }
}

#[derive(Default)]
pub struct RoleBook {
    roles: HashMap<String, Role>,
}

impl RoleBook {
    pub fn register(&mut self, role: Role) {
        self.roles.insert(role.name.clone(), role);
    }

    /// Registers a role together with its elevated twin, `<name>-plus`.
    pub fn register_pair(&mut self, role: Role, extra_action: &str) {
        let twin_name = format!("{}-plus", role.name);
        let twin = role.extended(&twin_name, extra_action);
        self.register(role);
        self.register(twin);
    }

    pub fn may(&self, role: &str, action: &str) -> bool {
        self.roles
            .get(role)
            .is_some_and(|role| role.actions.iter().any(|known| known == action))
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    pub name: String,
    pub actions: Vec<String>,
}

impl Role {
    pub fn new(name: &str, actions: &[&str]) -> Self {
        Role {
            name: name.to_string(),
            actions: actions.iter().map(|action| action.to_string()).collect(),
        }
    }

    /// A role that may do everything `self` may, and `action` as well.
    pub fn extended(mut self, name: &str, action: &str) -> Role {
        self.name = name.to_string();
        self.actions.push(action.to_string());
        self
    }
}

#[derive(Default)]
pub struct RoleBook {
    roles: HashMap<String, Role>,
}

impl RoleBook {
    pub fn register(&mut self, role: Role) {
        self.roles.insert(role.name.clone(), role);
    }

    /// Registers a role together with its elevated twin, `<name>-plus`.
    pub fn register_pair(&mut self, role: Role, extra_action: &str) {
        let twin_name = format!("{}-plus", role.name);
        let twin = role.clone().extended(&twin_name, extra_action);
        self.register(role);
        self.register(twin);
    }

    pub fn may(&self, role: &str, action: &str) -> bool {
        self.roles
            .get(role)
            .is_some_and(|role| role.actions.iter().any(|known| known == action))
    }
}
==== tests
#[test]
fn both_roles_exist() {
    let mut book = RoleBook::default();
    book.register_pair(Role::new("clerk", &["view", "print"]), "approve");
    assert!(book.may("clerk", "view"));
    assert!(book.may("clerk-plus", "print"));
    assert!(book.may("clerk-plus", "approve"));
}

#[test]
fn the_plain_role_is_not_elevated() {
    let mut book = RoleBook::default();
    book.register_pair(Role::new("clerk", &["view"]), "approve");
    assert!(!book.may("clerk", "approve"));
    assert!(!book.may("clerk-plus", "delete"));
    assert!(!book.may("boss", "view"));
}
