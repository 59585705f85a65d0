---
code: E0277
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    Maths,
    Language(String),
    Sport { outdoor: bool },
}

#[derive(Debug, Clone)]
pub struct Lesson {
    pub subject: Subject,
    pub minutes: u32,
}

impl Lesson {
    pub fn new(subject: Subject, minutes: u32) -> Self {
        Lesson { subject, minutes }
    }
}

/// Minutes per week and subject. Two languages are two subjects.
pub fn weekly_minutes(lessons: &[Lesson]) -> HashMap<Subject, u32> {
    let minutes_of = |subject: &Subject| {
        lessons.iter().filter(|l| l.subject == *subject).map(|l| l.minutes).sum::<u32>()
    };
    lessons
        .iter()
        .map(|lesson| (lesson.subject.clone(), minutes_of(&lesson.subject)))
        .collect()
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Subject {
    Maths,
    Language(String),
    Sport { outdoor: bool },
}

#[derive(Debug, Clone)]
pub struct Lesson {
    pub subject: Subject,
    pub minutes: u32,
}

impl Lesson {
    pub fn new(subject: Subject, minutes: u32) -> Self {
        Lesson { subject, minutes }
    }
}

/// Minutes per week and subject. Two languages are two subjects.
pub fn weekly_minutes(lessons: &[Lesson]) -> HashMap<Subject, u32> {
    let minutes_of = |subject: &Subject| {
        lessons.iter().filter(|l| l.subject == *subject).map(|l| l.minutes).sum::<u32>()
    };
    lessons
        .iter()
        .map(|lesson| (lesson.subject.clone(), minutes_of(&lesson.subject)))
        .collect()
}
==== tests
fn lang(l: &str) -> Subject {
    Subject::Language(l.to_string())
}
#[test]
fn sums_by_subject() {
    let m = weekly_minutes(&[
        Lesson::new(lang("fr"), 45),
        Lesson::new(Subject::Maths, 90),
        Lesson::new(lang("fr"), 45),
        Lesson::new(lang("it"), 30),
    ]);
    assert_eq!(m.len(), 3);
    assert_eq!(m.iter().find(|(s, _)| **s == lang("fr")).unwrap().1, &90);
    assert_eq!(m.iter().find(|(s, _)| **s == lang("it")).unwrap().1, &30);
}
#[test]
fn outdoor_is_another_subject() {
    let m = weekly_minutes(&[
        Lesson::new(Subject::Sport { outdoor: true }, 10),
        Lesson::new(Subject::Sport { outdoor: false }, 10),
    ]);
    assert_eq!(m.len(), 2);
}
