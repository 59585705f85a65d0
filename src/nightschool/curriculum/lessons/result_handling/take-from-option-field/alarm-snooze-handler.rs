---
code: E0507
---
/// An alarm that rings at most once unless it is set again.
pub struct Alarm {
    pub label: String,
    due: Option<String>,
    fired: Vec<String>,
}

impl Alarm {
    pub fn new(label: &str) -> Self {
        Alarm { label: label.to_string(), due: None, fired: Vec::new() }
    }

    /// Sets or replaces the time, written as `HH:MM`.
    pub fn set(&mut self, time: &str) {
        self.due = Some(time.to_string());
    }

    pub fn is_set(&self) -> bool {
        self.due.is_some()
    }

    /// Rings if `now` has come; afterwards the alarm is no longer set.
    pub fn tick(&mut self, now: &str) -> Option<String> {
        if self.due.as_deref()? > now {
            return None;
        }
        let time = self.due?;
        let message = format!("{} ({time})", self.label);
        self.fired.push(time);
        Some(message)
    }

    pub fn fired(&self) -> &[String] {
        &self.fired
    }
}

/// Ticks all alarms and collects what rings.
pub fn ring_all(alarms: &mut [Alarm], now: &str) -> Vec<String> {
    alarms.iter_mut().filter_map(|alarm| alarm.tick(now)).collect()
}
==== fixed
/// An alarm that rings at most once unless it is set again.
pub struct Alarm {
    pub label: String,
    due: Option<String>,
    fired: Vec<String>,
}

impl Alarm {
    pub fn new(label: &str) -> Self {
        Alarm { label: label.to_string(), due: None, fired: Vec::new() }
    }

    /// Sets or replaces the time, written as `HH:MM`.
    pub fn set(&mut self, time: &str) {
        self.due = Some(time.to_string());
    }

    pub fn is_set(&self) -> bool {
        self.due.is_some()
    }

    /// Rings if `now` has come; afterwards the alarm is no longer set.
    pub fn tick(&mut self, now: &str) -> Option<String> {
        if self.due.as_deref()? > now {
            return None;
        }
        let time = self.due.take()?;
        let message = format!("{} ({time})", self.label);
        self.fired.push(time);
        Some(message)
    }

    pub fn fired(&self) -> &[String] {
        &self.fired
    }
}

/// Ticks all alarms and collects what rings.
pub fn ring_all(alarms: &mut [Alarm], now: &str) -> Vec<String> {
    alarms.iter_mut().filter_map(|alarm| alarm.tick(now)).collect()
}
==== tests
#[test]
fn rings_only_once() {
    let mut a = Alarm::new("tea");
    a.set("07:30");
    assert_eq!(a.tick("07:29"), None);
    assert!(a.is_set());
    assert_eq!(a.tick("07:31").as_deref(), Some("tea (07:30)"));
    assert!(!a.is_set());
    assert_eq!(a.tick("07:32"), None);
    assert_eq!(a.fired(), ["07:30"]);
}

#[test]
fn set_again_rings_again() {
    let mut list = vec![Alarm::new("a"), Alarm::new("b")];
    list[1].set("10:00");
    assert_eq!(ring_all(&mut list, "10:00"), vec!["b (10:00)"]);
    list[1].set("11:00");
    assert_eq!(ring_all(&mut list, "11:00"), vec!["b (11:00)"]);
    assert_eq!(list[1].fired().len(), 2);
}
