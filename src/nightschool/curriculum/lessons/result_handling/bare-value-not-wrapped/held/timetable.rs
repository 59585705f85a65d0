---
code: E0308
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Day {
    Mon,
    Tue,
    Wed,
}

#[derive(Debug, PartialEq)]
pub enum Clash {
    Room(String),
    Teacher(String),
}

#[derive(Debug, Clone)]
struct Lesson {
    room: String,
    teacher: String,
}

#[derive(Debug, Default)]
pub struct Timetable {
    slots: BTreeMap<(Day, u8), Vec<Lesson>>,
}

impl Timetable {
    /// Enters a lesson unless its room or its teacher is taken; tells how many lessons run at that time.
    pub fn enter(&mut self, day: Day, hour: u8, room: &str, teacher: &str) -> Result<usize, Clash> {
        let lessons = self.slots.entry((day, hour)).or_default();
        for lesson in lessons.iter() {
            if lesson.room == room {
                return Err(Clash::Room(room.to_string()));
            }
            if lesson.teacher == teacher {
                return Clash::Teacher(teacher.to_string());
            }
        }
        lessons.push(Lesson { room: room.to_string(), teacher: teacher.to_string() });
        lessons.len()
    }

    pub fn total(&self) -> usize {
        self.slots.values().map(Vec::len).sum()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Day {
    Mon,
    Tue,
    Wed,
}

#[derive(Debug, PartialEq)]
pub enum Clash {
    Room(String),
    Teacher(String),
}

#[derive(Debug, Clone)]
struct Lesson {
    room: String,
    teacher: String,
}

#[derive(Debug, Default)]
pub struct Timetable {
    slots: BTreeMap<(Day, u8), Vec<Lesson>>,
}

impl Timetable {
    /// Enters a lesson unless its room or its teacher is taken; tells how many lessons run at that time.
    pub fn enter(&mut self, day: Day, hour: u8, room: &str, teacher: &str) -> Result<usize, Clash> {
        let lessons = self.slots.entry((day, hour)).or_default();
        for lesson in lessons.iter() {
            if lesson.room == room {
                return Err(Clash::Room(room.to_string()));
            }
            if lesson.teacher == teacher {
                return Err(Clash::Teacher(teacher.to_string()));
            }
        }
        lessons.push(Lesson { room: room.to_string(), teacher: teacher.to_string() });
        Ok(lessons.len())
    }

    pub fn total(&self) -> usize {
        self.slots.values().map(Vec::len).sum()
    }
}
==== tests
#[test]
fn enters() {
    let mut t = Timetable::default();
    assert_eq!(t.enter(Day::Mon, 1, "A1", "Fox"), Ok(1));
    assert_eq!(t.enter(Day::Mon, 1, "A2", "Roe"), Ok(2));
    assert_eq!(t.enter(Day::Tue, 1, "A1", "Fox"), Ok(1));
    assert_eq!(t.total(), 3);
}
#[test]
fn clashes() {
    let mut t = Timetable::default();
    t.enter(Day::Wed, 3, "A1", "Fox").unwrap();
    assert_eq!(t.enter(Day::Wed, 3, "A1", "Roe"), Err(Clash::Room("A1".into())));
    assert_eq!(t.enter(Day::Wed, 3, "B1", "Fox"), Err(Clash::Teacher("Fox".into())));
    assert_eq!(t.total(), 1);
}
