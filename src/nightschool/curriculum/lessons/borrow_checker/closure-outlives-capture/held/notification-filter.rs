---
code: E0373
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub app: String,
    pub level: u8,
    pub text: String,
}

pub type Rule = Box<dyn Fn(&Notice) -> bool>;

pub fn at_least(level: u8) -> Rule {
    Box::new(|n| n.level >= level)
}

pub fn not_from(app: &str) -> Rule {
    let muted = app.to_lowercase();
    Box::new(|n| n.app.to_lowercase() != muted)
}

pub fn all(rules: Vec<Rule>) -> Rule {
    Box::new(move |n| rules.iter().all(|rule| rule(n)))
}

#[derive(Default)]
pub struct Inbox {
    rules: Vec<Rule>,
    kept: Vec<Notice>,
}

impl Inbox {
    pub fn with_rule(mut self, rule: Rule) -> Inbox {
        self.rules.push(rule);
        self
    }

    pub fn offer(&mut self, notice: Notice) -> bool {
        let wanted = self.rules.iter().all(|rule| rule(&notice));
        if wanted {
            self.kept.push(notice);
        }
        wanted
    }

    pub fn texts(&self) -> Vec<&str> {
        self.kept.iter().map(|n| n.text.as_str()).collect()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub app: String,
    pub level: u8,
    pub text: String,
}

pub type Rule = Box<dyn Fn(&Notice) -> bool>;

pub fn at_least(level: u8) -> Rule {
    Box::new(move |n| n.level >= level)
}

pub fn not_from(app: &str) -> Rule {
    let muted = app.to_lowercase();
    Box::new(move |n| n.app.to_lowercase() != muted)
}

pub fn all(rules: Vec<Rule>) -> Rule {
    Box::new(move |n| rules.iter().all(|rule| rule(n)))
}

#[derive(Default)]
pub struct Inbox {
    rules: Vec<Rule>,
    kept: Vec<Notice>,
}

impl Inbox {
    pub fn with_rule(mut self, rule: Rule) -> Inbox {
        self.rules.push(rule);
        self
    }

    pub fn offer(&mut self, notice: Notice) -> bool {
        let wanted = self.rules.iter().all(|rule| rule(&notice));
        if wanted {
            self.kept.push(notice);
        }
        wanted
    }

    pub fn texts(&self) -> Vec<&str> {
        self.kept.iter().map(|n| n.text.as_str()).collect()
    }
}
==== tests
fn notice(app: &str, level: u8) -> Notice {
    Notice { app: app.into(), level, text: format!("{app}{level}") }
}

#[test]
fn rules_filter() {
    let mut inbox = Inbox::default().with_rule(at_least(3)).with_rule(not_from("Chat"));
    assert!(inbox.offer(notice("mail", 3)));
    assert!(!inbox.offer(notice("mail", 2)));
    assert!(!inbox.offer(notice("CHAT", 9)));
    assert_eq!(inbox.texts(), ["mail3"]);
}

#[test]
fn combined_rule() {
    let rule = all(vec![at_least(1), not_from("x")]);
    assert!(rule(&notice("y", 1)));
    assert!(!rule(&notice("y", 0)));
    assert!(!rule(&notice("X", 5)));
}
