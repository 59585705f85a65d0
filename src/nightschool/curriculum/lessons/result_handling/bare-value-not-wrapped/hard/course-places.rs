---
code: E0308
---
//! Places in the courses of a sports club.

#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    pub name: String,
    pub capacity: u32,
    pub booked: u32,
}

impl Course {
    pub fn new(name: &str, capacity: u32, booked: u32) -> Self {
        Course { name: name.to_string(), capacity, booked }
    }

    /// How many may still come. `None` for a course that has sold more
    /// places than the hall has, which the office must sort out first.
    pub fn free(&self) -> Option<u32> {
        self.capacity - self.booked
    }

    /// A word for the notice board.
    pub fn notice(&self) -> String {
        match self.free() {
            None => format!("{}: ask at the office", self.name),
            Some(0) => format!("{}: full", self.name),
            Some(1) => format!("{}: last place", self.name),
            Some(free) => format!("{}: {free} places", self.name),
        }
    }
}

/// Courses a newcomer can still join, by name.
pub fn open_courses(courses: &[Course]) -> Vec<&str> {
    courses
        .iter()
        .filter(|course| course.free().is_some_and(|free| free > 0))
        .map(|course| course.name.as_str())
        .collect()
}
==== fixed
//! Places in the courses of a sports club.

#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    pub name: String,
    pub capacity: u32,
    pub booked: u32,
}

impl Course {
    pub fn new(name: &str, capacity: u32, booked: u32) -> Self {
        Course { name: name.to_string(), capacity, booked }
    }

    /// How many may still come. `None` for a course that has sold more
    /// places than the hall has, which the office must sort out first.
    pub fn free(&self) -> Option<u32> {
        self.capacity.checked_sub(self.booked)
    }

    /// A word for the notice board.
    pub fn notice(&self) -> String {
        match self.free() {
            None => format!("{}: ask at the office", self.name),
            Some(0) => format!("{}: full", self.name),
            Some(1) => format!("{}: last place", self.name),
            Some(free) => format!("{}: {free} places", self.name),
        }
    }
}

/// Courses a newcomer can still join, by name.
pub fn open_courses(courses: &[Course]) -> Vec<&str> {
    courses
        .iter()
        .filter(|course| course.free().is_some_and(|free| free > 0))
        .map(|course| course.name.as_str())
        .collect()
}
==== tests
#[test]
fn notices() {
    assert_eq!(Course::new("yoga", 12, 5).notice(), "yoga: 7 places");
    assert_eq!(Course::new("judo", 12, 11).notice(), "judo: last place");
    assert_eq!(Course::new("golf", 12, 12).notice(), "golf: full");
}

#[test]
fn too_many_sold() {
    let courses = [Course::new("swim", 8, 9), Course::new("yoga", 12, 5), Course::new("golf", 3, 3)];
    assert_eq!(courses[0].notice(), "swim: ask at the office");
    assert_eq!(open_courses(&courses), ["yoga"]);
}
