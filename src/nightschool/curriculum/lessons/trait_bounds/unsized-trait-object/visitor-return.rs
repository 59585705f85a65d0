---
code: E0277
---
pub trait Visitor {
    fn enter(&mut self, name: &str, depth: usize);
    fn finish(&self) -> String;
}

#[derive(Default)]
struct Outline {
    lines: Vec<String>,
}

impl Visitor for Outline {
    fn enter(&mut self, name: &str, depth: usize) {
        self.lines.push(format!("{}{}", "-".repeat(depth), name));
    }
    fn finish(&self) -> String {
        self.lines.join("\n")
    }
}

#[derive(Default)]
struct Count(usize);

impl Visitor for Count {
    fn enter(&mut self, _name: &str, _depth: usize) {
        self.0 += 1;
    }
    fn finish(&self) -> String {
        self.0.to_string()
    }
}

pub struct Folder {
    pub name: String,
    pub folders: Vec<Folder>,
}

fn walk(folder: &Folder, depth: usize, visitor: dyn Visitor) {
    visitor.enter(&folder.name, depth);
    for child in &folder.folders {
        walk(child, depth + 1, visitor);
    }
}

/// All folders, parents first, each after as many dashes as it is deep.
pub fn outline(root: &Folder) -> String {
    let mut visitor = Outline::default();
    walk(root, 0, visitor);
    visitor.finish()
}

pub fn count(root: &Folder) -> String {
    let mut visitor = Count::default();
    walk(root, 0, visitor);
    visitor.finish()
}
==== fixed
pub trait Visitor {
    fn enter(&mut self, name: &str, depth: usize);
    fn finish(&self) -> String;
}

#[derive(Default)]
struct Outline {
    lines: Vec<String>,
}

impl Visitor for Outline {
    fn enter(&mut self, name: &str, depth: usize) {
        self.lines.push(format!("{}{}", "-".repeat(depth), name));
    }
    fn finish(&self) -> String {
        self.lines.join("\n")
    }
}

#[derive(Default)]
struct Count(usize);

impl Visitor for Count {
    fn enter(&mut self, _name: &str, _depth: usize) {
        self.0 += 1;
    }
    fn finish(&self) -> String {
        self.0.to_string()
    }
}

pub struct Folder {
    pub name: String,
    pub folders: Vec<Folder>,
}

fn walk(folder: &Folder, depth: usize, visitor: &mut dyn Visitor) {
    visitor.enter(&folder.name, depth);
    for child in &folder.folders {
        walk(child, depth + 1, visitor);
    }
}

/// All folders, parents first, each after as many dashes as it is deep.
pub fn outline(root: &Folder) -> String {
    let mut visitor = Outline::default();
    walk(root, 0, &mut visitor);
    visitor.finish()
}

pub fn count(root: &Folder) -> String {
    let mut visitor = Count::default();
    walk(root, 0, &mut visitor);
    visitor.finish()
}
==== tests
fn f(name: &str, folders: Vec<Folder>) -> Folder {
    Folder { name: name.into(), folders }
}

#[test]
fn outline_shows_depth() {
    let root = f("etc", vec![f("ssh", vec![f("keys", vec![])]), f("apt", vec![])]);
    assert_eq!(outline(&root), "etc\n-ssh\n--keys\n-apt");
    assert_eq!(count(&root), "4");
}

#[test]
fn single_folder() {
    assert_eq!(outline(&f("x", vec![])), "x");
    assert_eq!(count(&f("x", vec![])), "1");
}
