---
code: E0106
---
/// A meeting on one day, in minutes after midnight.
pub struct Meeting {
    pub title: String,
    pub start: u32,
    pub end: u32,
}

impl Meeting {
    pub fn new(title: &str, start: u32, end: u32) -> Self {
        Meeting { title: title.to_string(), start, end }
    }

    pub fn clashes_with(&self, other: &Meeting) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// The first meeting of the day that `proposed` would collide with.
///
/// The answer belongs to the day; `proposed` may be thrown away afterwards.
pub fn first_clash(day: &[Meeting], proposed: &Meeting) -> Option<&Meeting> {
    day.iter()
        .filter(|m| m.clashes_with(proposed))
        .min_by_key(|m| m.start)
}

pub fn free_at(day: &[Meeting], start: u32, end: u32) -> Result<(), String> {
    let probe = Meeting::new("probe", start, end);
    match first_clash(day, &probe) {
        Some(m) => Err(format!("taken by {}", m.title)),
        None => Ok(()),
    }
}
==== fixed
/// A meeting on one day, in minutes after midnight.
pub struct Meeting {
    pub title: String,
    pub start: u32,
    pub end: u32,
}

impl Meeting {
    pub fn new(title: &str, start: u32, end: u32) -> Self {
        Meeting { title: title.to_string(), start, end }
    }

    pub fn clashes_with(&self, other: &Meeting) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// The first meeting of the day that `proposed` would collide with.
///
/// The answer belongs to the day; `proposed` may be thrown away afterwards.
pub fn first_clash<'d>(day: &'d [Meeting], proposed: &Meeting) -> Option<&'d Meeting> {
    day.iter()
        .filter(|m| m.clashes_with(proposed))
        .min_by_key(|m| m.start)
}

pub fn free_at(day: &[Meeting], start: u32, end: u32) -> Result<(), String> {
    let probe = Meeting::new("probe", start, end);
    match first_clash(day, &probe) {
        Some(m) => Err(format!("taken by {}", m.title)),
        None => Ok(()),
    }
}
==== tests
fn day() -> Vec<Meeting> {
    vec![Meeting::new("review", 600, 660), Meeting::new("standup", 540, 555), Meeting::new("lunch", 720, 780)]
}

#[test]
fn answer_outlives_the_probe() {
    let d = day();
    let found = {
        let probe = Meeting::new("p", 550, 610);
        first_clash(&d, &probe)
    };
    assert_eq!(found.map(|m| m.title.as_str()), Some("standup"));
}

#[test]
fn says_who_has_the_slot() {
    let d = day();
    assert_eq!(free_at(&d, 650, 700), Err("taken by review".to_string()));
    assert_eq!(free_at(&d, 660, 720), Ok(()));
}
