---
code: E0106
---
/// A path that is split once and walked from the root.
#[derive(Debug)]
pub struct Cursor {
    parts: Vec<&str>,
    position: usize,
}

impl Cursor {
    pub fn new(path: &str) -> Cursor {
        let parts = path.split('/').filter(|p| !p.is_empty() && *p != ".").collect();
        Cursor { parts, position: 0 }
    }

    pub fn is_last(&self) -> bool {
        self.position + 1 >= self.parts.len()
    }

    pub fn rest(&self) -> String {
        self.parts[self.position..].join("/")
    }

    /// The next component; it stays valid as long as the path does.
    pub fn advance(&mut self) -> Option<&str> {
        let part = self.parts.get(self.position).copied()?;
        self.position += 1;
        Some(part)
    }
}

/// The extension of the last component, without the dot.
pub fn extension(path: &str) -> Option<&str> {
    let mut cursor = Cursor::new(path);
    let mut last = None;
    while let Some(part) = cursor.advance() {
        last = Some(part);
    }
    last?.rsplit_once('.').map(|(_, ext)| ext)
}
==== fixed
/// A path that is split once and walked from the root.
#[derive(Debug)]
pub struct Cursor<'p> {
    parts: Vec<&'p str>,
    position: usize,
}

impl<'p> Cursor<'p> {
    pub fn new(path: &'p str) -> Cursor<'p> {
        let parts = path.split('/').filter(|p| !p.is_empty() && *p != ".").collect();
        Cursor { parts, position: 0 }
    }

    pub fn is_last(&self) -> bool {
        self.position + 1 >= self.parts.len()
    }

    pub fn rest(&self) -> String {
        self.parts[self.position..].join("/")
    }

    /// The next component; it stays valid as long as the path does.
    pub fn advance(&mut self) -> Option<&'p str> {
        let part = self.parts.get(self.position).copied()?;
        self.position += 1;
        Some(part)
    }
}

/// The extension of the last component, without the dot.
pub fn extension(path: &str) -> Option<&str> {
    let mut cursor = Cursor::new(path);
    let mut last = None;
    while let Some(part) = cursor.advance() {
        last = Some(part);
    }
    last?.rsplit_once('.').map(|(_, ext)| ext)
}
==== tests
#[test]
fn walks_components() {
    let path = String::from("/a/./b//c.txt");
    let mut c = Cursor::new(&path);
    assert_eq!(c.advance(), Some("a"));
    assert_eq!(c.rest(), "b/c.txt");
    assert!(!c.is_last());
    assert_eq!(c.advance(), Some("b"));
    assert!(c.is_last());
    assert_eq!(c.advance(), Some("c.txt"));
    assert_eq!(c.advance(), None);
}

#[test]
fn extension_of_last_part() {
    assert_eq!(extension("/x.d/y.tar.gz"), Some("gz"));
    assert_eq!(extension("/x.d/y"), None);
    assert_eq!(extension(""), None);
}
