---
code: E0505
---
#[derive(Debug, PartialEq)]
pub struct Milestone {
    pub name: String,
    pub due: u32,
    pub done: bool,
}

#[derive(Debug, PartialEq)]
pub struct Project {
    pub title: String,
    pub milestones: Vec<Milestone>,
}

impl Project {
    pub fn next_open(&self) -> Option<&Milestone> {
        self.milestones.iter().filter(|m| !m.done).min_by_key(|m| m.due)
    }
}

#[derive(Default)]
pub struct Archive {
    projects: Vec<Project>,
}

impl Archive {
    fn store(&mut self, project: Project) -> usize {
        self.projects.push(project);
        self.projects.len() - 1
    }

    pub fn get(&self, at: usize) -> Option<&Project> {
        self.projects.get(at)
    }

    /// Puts a project away and returns the note for the board, which
    /// names its number in the archive and what was still open.
    pub fn close(&mut self, project: Project) -> String {
        let open = project.next_open();
        let number = self.store(project);
        match open {
            Some(m) => format!("#{number}, open: {} (day {})", m.name, m.due),
            None => format!("#{number}, complete"),
        }
    }
}
==== fixed
#[derive(Debug, PartialEq)]
pub struct Milestone {
    pub name: String,
    pub due: u32,
    pub done: bool,
}

#[derive(Debug, PartialEq)]
pub struct Project {
    pub title: String,
    pub milestones: Vec<Milestone>,
}

impl Project {
    pub fn next_open(&self) -> Option<&Milestone> {
        self.milestones.iter().filter(|m| !m.done).min_by_key(|m| m.due)
    }
}

#[derive(Default)]
pub struct Archive {
    projects: Vec<Project>,
}

impl Archive {
    fn store(&mut self, project: Project) -> usize {
        self.projects.push(project);
        self.projects.len() - 1
    }

    pub fn get(&self, at: usize) -> Option<&Project> {
        self.projects.get(at)
    }

    /// Puts a project away and returns the note for the board, which
    /// names its number in the archive and what was still open.
    pub fn close(&mut self, project: Project) -> String {
        let open = project.next_open().map(|m| (m.name.clone(), m.due));
        let number = self.store(project);
        match open {
            Some((name, due)) => format!("#{number}, open: {name} (day {due})"),
            None => format!("#{number}, complete"),
        }
    }
}
==== tests
fn m(name: &str, due: u32, done: bool) -> Milestone {
    Milestone { name: name.to_string(), due, done }
}

#[test]
fn notes_what_is_open() {
    let mut a = Archive::default();
    let p = Project { title: "shed".into(), milestones: vec![m("roof", 9, false), m("walls", 5, false), m("base", 1, true)] };
    assert_eq!(a.close(p), "#0, open: walls (day 5)");
    assert_eq!(a.get(0).unwrap().milestones.len(), 3);
    assert_eq!(a.get(0).unwrap().milestones[1].name, "walls");
}

#[test]
fn complete_project() {
    let mut a = Archive::default();
    a.close(Project { title: "x".into(), milestones: vec![] });
    let p = Project { title: "y".into(), milestones: vec![m("z", 1, true)] };
    assert_eq!(a.close(p), "#1, complete");
    assert_eq!(a.get(1).unwrap().title, "y");
}
