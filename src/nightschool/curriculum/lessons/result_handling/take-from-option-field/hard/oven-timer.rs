---
code: E0507
---
//! Kitchen timer that runs one alarm at a time.

#[derive(Debug, Clone, PartialEq)]
pub struct Alarm {
    pub dish: String,
    pub minute: u32,
}

#[derive(Debug, Default)]
pub struct OvenTimer {
    alarm: Option<Alarm>,
    pub rung: Vec<String>,
}

impl OvenTimer {
    pub fn set(&mut self, dish: &str, minute: u32) {
        self.alarm = Some(Alarm { dish: dish.to_string(), minute });
    }

    pub fn is_set(&self) -> bool {
        self.alarm.is_some()
    }

    /// Switches the alarm off and hands it out, with a note that it rang.
    /// Nothing happens if no alarm is set.
    pub fn ring(&mut self) -> Option<Alarm> {
        let alarm = self.alarm?;
        self.rung.push(format!("{} at {}", alarm.dish, alarm.minute));
        Some(alarm)
    }

    /// Rings if the minute has come.
    pub fn tick(&mut self, minute: u32) -> bool {
        let due = self.alarm.as_ref().is_some_and(|alarm| alarm.minute <= minute);
        due && self.ring().is_some()
    }
}
==== fixed
//! Kitchen timer that runs one alarm at a time.

#[derive(Debug, Clone, PartialEq)]
pub struct Alarm {
    pub dish: String,
    pub minute: u32,
}

#[derive(Debug, Default)]
pub struct OvenTimer {
    alarm: Option<Alarm>,
    pub rung: Vec<String>,
}

impl OvenTimer {
    pub fn set(&mut self, dish: &str, minute: u32) {
        self.alarm = Some(Alarm { dish: dish.to_string(), minute });
    }

    pub fn is_set(&self) -> bool {
        self.alarm.is_some()
    }

    /// Switches the alarm off and hands it out, with a note that it rang.
    /// Nothing happens if no alarm is set.
    pub fn ring(&mut self) -> Option<Alarm> {
        let alarm = self.alarm.take()?;
        self.rung.push(format!("{} at {}", alarm.dish, alarm.minute));
        Some(alarm)
    }

    /// Rings if the minute has come.
    pub fn tick(&mut self, minute: u32) -> bool {
        let due = self.alarm.as_ref().is_some_and(|alarm| alarm.minute <= minute);
        due && self.ring().is_some()
    }
}
==== tests
#[test]
fn rings_once() {
    let mut timer = OvenTimer::default();
    timer.set("bread", 40);
    assert!(!timer.tick(39));
    assert!(timer.is_set());
    assert!(timer.tick(41));
    assert!(!timer.is_set());
    assert!(!timer.tick(42));
    assert_eq!(timer.rung, ["bread at 40"]);
}

#[test]
fn hands_the_alarm_out() {
    let mut timer = OvenTimer::default();
    assert_eq!(timer.ring(), None);
    timer.set("cake", 5);
    assert_eq!(timer.ring(), Some(Alarm { dish: "cake".to_string(), minute: 5 }));
    assert_eq!(timer.ring(), None);
}
