---
code: E0277
---
/// Wants to hear of changes.
pub trait Observer {
    fn changed(&mut self, key: &str, value: i64);
    fn report(&self) -> String;
}

pub struct LastChange(pub String);
pub struct Total(pub i64);

impl Observer for LastChange {
    fn changed(&mut self, key: &str, _value: i64) {
        self.0 = key.to_string();
    }
    fn report(&self) -> String {
        format!("last={}", self.0)
    }
}

impl Observer for Total {
    fn changed(&mut self, _key: &str, value: i64) {
        self.0 += value;
    }
    fn report(&self) -> String {
        format!("total={}", self.0)
    }
}

pub struct Subject {
    observers: Vec<dyn Observer>,
}

impl Subject {
    pub fn new() -> Self {
        Subject { observers: Vec::new() }
    }

    pub fn attach(&mut self, observer: Box<dyn Observer>) {
        self.observers.push(observer);
    }

    pub fn set(&mut self, key: &str, value: i64) {
        for observer in self.observers.iter_mut() {
            observer.changed(key, value);
        }
    }

    pub fn reports(&self) -> Vec<String> {
        self.observers.iter().map(|observer| observer.report()).collect()
    }
}
==== fixed
/// Wants to hear of changes.
pub trait Observer {
    fn changed(&mut self, key: &str, value: i64);
    fn report(&self) -> String;
}

pub struct LastChange(pub String);
pub struct Total(pub i64);

impl Observer for LastChange {
    fn changed(&mut self, key: &str, _value: i64) {
        self.0 = key.to_string();
    }
    fn report(&self) -> String {
        format!("last={}", self.0)
    }
}

impl Observer for Total {
    fn changed(&mut self, _key: &str, value: i64) {
        self.0 += value;
    }
    fn report(&self) -> String {
        format!("total={}", self.0)
    }
}

pub struct Subject {
    observers: Vec<Box<dyn Observer>>,
}

impl Subject {
    pub fn new() -> Self {
        Subject { observers: Vec::new() }
    }

    pub fn attach(&mut self, observer: Box<dyn Observer>) {
        self.observers.push(observer);
    }

    pub fn set(&mut self, key: &str, value: i64) {
        for observer in self.observers.iter_mut() {
            observer.changed(key, value);
        }
    }

    pub fn reports(&self) -> Vec<String> {
        self.observers.iter().map(|observer| observer.report()).collect()
    }
}
==== tests
#[test]
fn all_observers_hear_all_changes() {
    let mut subject = Subject::new();
    subject.attach(Box::new(Total(10)));
    subject.attach(Box::new(LastChange(String::new())));
    subject.set("width", 4);
    subject.set("height", 5);
    assert_eq!(subject.reports(), vec!["total=19", "last=height"]);
}

#[test]
fn late_observers_hear_later_changes() {
    let mut subject = Subject::new();
    subject.set("a", 1);
    subject.attach(Box::new(Total(0)));
    subject.set("b", 2);
    assert_eq!(subject.reports(), vec!["total=2"]);
}
