---
code: E0308
---
//! Final grades of a class.

#[derive(Debug, Clone, PartialEq)]
pub struct Student {
    pub name: String,
    /// Points of the exams the student sat, 0 to 100.
    pub exams: Vec<u32>,
}

impl Student {
    /// The mean of all exams, rounded down. Students who sat none are not
    /// graded, so there is none for them.
    pub fn mean(&self) -> Option<u32> {
        let count = self.exams.len() as u32;
        let sum: u32 = self.exams.iter().sum();
        sum / count
    }

    pub fn grade(&self) -> char {
        match self.mean() {
            None => '-',
            Some(90..) => 'A',
            Some(75..) => 'B',
            Some(50..) => 'C',
            Some(_) => 'F',
        }
    }
}

/// Names of those who passed.
pub fn passed(class: &[Student]) -> Vec<&str> {
    class
        .iter()
        .filter(|student| matches!(student.grade(), 'A' | 'B' | 'C'))
        .map(|student| student.name.as_str())
        .collect()
}
==== fixed
//! Final grades of a class.

#[derive(Debug, Clone, PartialEq)]
pub struct Student {
    pub name: String,
    /// Points of the exams the student sat, 0 to 100.
    pub exams: Vec<u32>,
}

impl Student {
    /// The mean of all exams, rounded down. Students who sat none are not
    /// graded, so there is none for them.
    pub fn mean(&self) -> Option<u32> {
        let count = self.exams.len() as u32;
        let sum: u32 = self.exams.iter().sum();
        sum.checked_div(count)
    }

    pub fn grade(&self) -> char {
        match self.mean() {
            None => '-',
            Some(90..) => 'A',
            Some(75..) => 'B',
            Some(50..) => 'C',
            Some(_) => 'F',
        }
    }
}

/// Names of those who passed.
pub fn passed(class: &[Student]) -> Vec<&str> {
    class
        .iter()
        .filter(|student| matches!(student.grade(), 'A' | 'B' | 'C'))
        .map(|student| student.name.as_str())
        .collect()
}
==== tests
fn student(name: &str, exams: &[u32]) -> Student {
    Student { name: name.to_string(), exams: exams.to_vec() }
}

#[test]
fn grades() {
    assert_eq!(student("Ann", &[91, 90]).grade(), 'A');
    assert_eq!(student("Bob", &[89, 90]).mean(), Some(89));
    assert_eq!(student("Cid", &[0, 0]).grade(), 'F');
}

#[test]
fn students_without_exams() {
    assert_eq!(student("Dan", &[]).mean(), None);
    let class = [student("Dan", &[]), student("Eva", &[60]), student("Fay", &[49])];
    assert_eq!(class[0].grade(), '-');
    assert_eq!(passed(&class), ["Eva"]);
}
