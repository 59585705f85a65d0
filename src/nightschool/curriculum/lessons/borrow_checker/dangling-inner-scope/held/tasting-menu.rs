---
code: E0597
edition: "2024"
---
/// A course as the cook writes it down: `fish: cod in butter`.
pub struct Course {
    line: String,
}

impl Course {
    pub fn new(line: &str) -> Self {
        Course { line: line.to_string() }
    }

    fn kind(&self) -> &str {
        self.line.split_once(':').map_or("", |(kind, _)| kind.trim())
    }

    fn dish(&self) -> &str {
        self.line.split_once(':').map_or(self.line.trim(), |(_, dish)| dish.trim())
    }
}

/// Courses of an evening read from the notes of several cooks. Each kind is served once,
/// the first cook who offers it cooks it.
pub fn tasting_menu(notes: &[&str]) -> Vec<String> {
    let mut served: Vec<&str> = Vec::new();
    let mut menu = Vec::new();
    for note in notes {
        let courses: Vec<Course> = note.split(';').map(Course::new).collect();
        for course in &courses {
            if served.contains(&course.kind()) {
                continue;
            }
            served.push(course.kind());
            menu.push(format!("{}. {}", menu.len() + 1, course.dish()));
        }
    }
    menu
}
==== fixed
/// A course as the cook writes it down: `fish: cod in butter`.
pub struct Course {
    line: String,
}

impl Course {
    pub fn new(line: &str) -> Self {
        Course { line: line.to_string() }
    }

    fn kind(&self) -> &str {
        self.line.split_once(':').map_or("", |(kind, _)| kind.trim())
    }

    fn dish(&self) -> &str {
        self.line.split_once(':').map_or(self.line.trim(), |(_, dish)| dish.trim())
    }
}

/// Courses of an evening read from the notes of several cooks. Each kind is served once,
/// the first cook who offers it cooks it.
pub fn tasting_menu(notes: &[&str]) -> Vec<String> {
    let mut served: Vec<String> = Vec::new();
    let mut menu = Vec::new();
    for note in notes {
        let courses: Vec<Course> = note.split(';').map(Course::new).collect();
        for course in &courses {
            if served.iter().any(|kind| kind == course.kind()) {
                continue;
            }
            served.push(course.kind().to_string());
            menu.push(format!("{}. {}", menu.len() + 1, course.dish()));
        }
    }
    menu
}
==== tests
#[test]
fn each_kind_once() {
    let menu = tasting_menu(&["soup: leek; fish: cod in butter", "fish: trout; sweet: flan", "soup : miso"]);
    assert_eq!(menu, ["1. leek", "2. cod in butter", "3. flan"]);
}
#[test]
fn same_cook_twice() {
    assert_eq!(tasting_menu(&["sweet: flan; sweet: cake"]), ["1. flan"]);
    assert!(tasting_menu(&[]).is_empty());
}
