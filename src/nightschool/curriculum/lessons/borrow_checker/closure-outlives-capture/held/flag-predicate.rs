---
code: E0373
---
use std::collections::BTreeMap;

pub struct User {
    pub id: u32,
    pub plan: String,
}

type Predicate = Box<dyn Fn(&User) -> bool>;

/// Feature flags with the rule that switches each one on.
#[derive(Default)]
pub struct Flags {
    rules: BTreeMap<String, Predicate>,
    notes: Vec<String>,
}

impl Flags {
    pub fn is_on(&self, flag: &str, user: &User) -> bool {
        self.rules.get(flag).map_or(false, |rule| rule(user))
    }

    fn rule(&mut self, flag: &str, rule: impl Fn(&User) -> bool + 'static) {
        self.rules.insert(flag.to_string(), Box::new(rule));
    }

    /// Switches a flag on for the users of some plans and notes that down.
    pub fn for_plans(&mut self, flag: &str, plans: &[&str]) {
        let plans: Vec<String> = plans.iter().map(|p| p.to_lowercase()).collect();
        self.rule(flag, |user| plans.contains(&user.plan.to_lowercase()));
        self.notes.push(format!("{flag}: plans {}", plans.join("/")));
    }

    pub fn for_ids_below(&mut self, flag: &str, limit: u32) {
        self.notes.push(format!("{flag}: ids below {limit}"));
        self.rule(flag, move |user| user.id < limit);
    }

    pub fn notes(&self) -> &[String] {
        &self.notes
    }
}
==== fixed
use std::collections::BTreeMap;

pub struct User {
    pub id: u32,
    pub plan: String,
}

type Predicate = Box<dyn Fn(&User) -> bool>;

/// Feature flags with the rule that switches each one on.
#[derive(Default)]
pub struct Flags {
    rules: BTreeMap<String, Predicate>,
    notes: Vec<String>,
}

impl Flags {
    pub fn is_on(&self, flag: &str, user: &User) -> bool {
        self.rules.get(flag).map_or(false, |rule| rule(user))
    }

    fn rule(&mut self, flag: &str, rule: impl Fn(&User) -> bool + 'static) {
        self.rules.insert(flag.to_string(), Box::new(rule));
    }

    /// Switches a flag on for the users of some plans and notes that down.
    pub fn for_plans(&mut self, flag: &str, plans: &[&str]) {
        let plans: Vec<String> = plans.iter().map(|p| p.to_lowercase()).collect();
        self.notes.push(format!("{flag}: plans {}", plans.join("/")));
        self.rule(flag, move |user| plans.contains(&user.plan.to_lowercase()));
    }

    pub fn for_ids_below(&mut self, flag: &str, limit: u32) {
        self.notes.push(format!("{flag}: ids below {limit}"));
        self.rule(flag, move |user| user.id < limit);
    }

    pub fn notes(&self) -> &[String] {
        &self.notes
    }
}
==== tests
    fn user(id: u32, plan: &str) -> User {
        User { id, plan: plan.into() }
    }
    #[test]
    fn plans_and_notes() {
        let mut f = Flags::default();
        f.for_plans("export", &["Pro", "Team"]);
        f.for_ids_below("beta", 100);
        assert!(f.is_on("export", &user(5, "PRO")));
        assert!(!f.is_on("export", &user(5, "free")));
        assert!(f.is_on("beta", &user(99, "free")) && !f.is_on("beta", &user(100, "free")));
        assert_eq!(f.notes(), ["export: plans pro/team", "beta: ids below 100"]);
    }
    #[test]
    fn unknown_flag() {
        assert!(!Flags::default().is_on("x", &user(1, "pro")));
    }
