---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    Global,
    Team(String),
    User(u32),
}

/// Overrides of one flag. They are listed from the widest scope to the
/// narrowest.
#[derive(Debug, Default)]
pub struct Overrides {
    values: BTreeMap<Scope, bool>,
}

impl Overrides {
    pub fn set(&mut self, scope: Scope, on: bool) {
        self.values.insert(scope, on);
    }

    /// The narrowest override that applies, or off.
    pub fn value(&self, user: u32, team: &str) -> bool {
        let scopes = [Scope::User(user), Scope::Team(team.to_string()), Scope::Global];
        for scope in &scopes {
            if let Some(on) = self.values.get(scope) {
                return *on;
            }
        }
        false
    }

    pub fn listing(&self) -> Vec<String> {
        self.values
            .iter()
            .map(|(scope, on)| format!("{scope:?}={on}"))
            .collect()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    Global,
    Team(String),
    User(u32),
}

/// Overrides of one flag. They are listed from the widest scope to the
/// narrowest.
#[derive(Debug, Default)]
pub struct Overrides {
    values: BTreeMap<Scope, bool>,
}

impl Overrides {
    pub fn set(&mut self, scope: Scope, on: bool) {
        self.values.insert(scope, on);
    }

    /// The narrowest override that applies, or off.
    pub fn value(&self, user: u32, team: &str) -> bool {
        let scopes = [Scope::User(user), Scope::Team(team.to_string()), Scope::Global];
        for scope in &scopes {
            if let Some(on) = self.values.get(scope) {
                return *on;
            }
        }
        false
    }

    pub fn listing(&self) -> Vec<String> {
        self.values
            .iter()
            .map(|(scope, on)| format!("{scope:?}={on}"))
            .collect()
    }
}
==== tests
    #[test]
    fn narrowest_wins() {
        let mut o = Overrides::default();
        o.set(Scope::Global, true);
        o.set(Scope::Team("ops".into()), false);
        o.set(Scope::User(7), true);
        assert!(o.value(7, "ops"));
        assert!(!o.value(8, "ops"));
        assert!(o.value(8, "dev"));
    }
    #[test]
    fn listed_widest_first() {
        let mut o = Overrides::default();
        o.set(Scope::User(1), true);
        o.set(Scope::Team("b".into()), false);
        o.set(Scope::Global, true);
        o.set(Scope::Team("a".into()), true);
        assert_eq!(
            o.listing(),
            vec!["Global=true", "Team(\"a\")=true", "Team(\"b\")=false", "User(1)=true"]
        );
    }
