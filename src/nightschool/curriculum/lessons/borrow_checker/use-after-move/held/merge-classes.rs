---
code: E0382
---
#[derive(Debug, Clone, PartialEq)]
pub struct Pupil {
    pub name: String,
    pub age: u8,
}

#[derive(Debug)]
pub struct Class {
    pub teacher: String,
    pupils: Vec<Pupil>,
}

impl Class {
    pub fn new(teacher: &str, pupils: Vec<Pupil>) -> Self {
        Class { teacher: teacher.to_string(), pupils }
    }

    /// Takes in every pupil of a class that is closed down.
    fn absorb(&mut self, other: Class) {
        self.pupils.extend(other.pupils);
        self.pupils.sort_by(|a, b| a.name.cmp(&b.name));
    }

    pub fn names(&self) -> Vec<&str> {
        self.pupils.iter().map(|p| p.name.as_str()).collect()
    }
}

/// Closes `closing` and moves its pupils to `staying`. The notice tells how many pupils moved.
pub fn merge(staying: &mut Class, closing: Class) -> String {
    staying.absorb(closing);
    format!(
        "{} pupils of {} join {}",
        closing.pupils.len(),
        closing.teacher,
        staying.teacher
    )
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Pupil {
    pub name: String,
    pub age: u8,
}

#[derive(Debug)]
pub struct Class {
    pub teacher: String,
    pupils: Vec<Pupil>,
}

impl Class {
    pub fn new(teacher: &str, pupils: Vec<Pupil>) -> Self {
        Class { teacher: teacher.to_string(), pupils }
    }

    /// Takes in every pupil of a class that is closed down.
    fn absorb(&mut self, other: Class) {
        self.pupils.extend(other.pupils);
        self.pupils.sort_by(|a, b| a.name.cmp(&b.name));
    }

    pub fn names(&self) -> Vec<&str> {
        self.pupils.iter().map(|p| p.name.as_str()).collect()
    }
}

/// Closes `closing` and moves its pupils to `staying`. The notice tells how many pupils moved.
pub fn merge(staying: &mut Class, closing: Class) -> String {
    let notice = format!(
        "{} pupils of {} join {}",
        closing.pupils.len(),
        closing.teacher,
        staying.teacher
    );
    staying.absorb(closing);
    notice
}
==== tests
fn p(name: &str) -> Pupil {
    Pupil { name: name.into(), age: 9 }
}
#[test]
fn moves_and_tells() {
    let mut a = Class::new("Frei", vec![p("Mia"), p("Tom")]);
    let b = Class::new("Roth", vec![p("Ned")]);
    assert_eq!(merge(&mut a, b), "1 pupils of Roth join Frei");
    assert_eq!(a.names(), ["Mia", "Ned", "Tom"]);
}
#[test]
fn empty_class() {
    let mut a = Class::new("Frei", vec![p("Mia")]);
    assert_eq!(merge(&mut a, Class::new("Roth", vec![])), "0 pupils of Roth join Frei");
    assert_eq!(a.names(), ["Mia"]);
}
