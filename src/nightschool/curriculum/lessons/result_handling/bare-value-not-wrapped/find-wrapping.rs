---
code: E0308
---
/// A forward search in a buffer that goes on at the top when it reaches the end.
pub struct Finder<'b> {
    buffer: &'b str,
    wrap: bool,
}

impl<'b> Finder<'b> {
    pub fn new(buffer: &'b str, wrap: bool) -> Self {
        Finder { buffer, wrap }
    }

    /// Byte offset of the first hit at or behind `from`. An empty needle is never found.
    pub fn find(&self, needle: &str, from: usize) -> Option<usize> {
        if needle.is_empty() {
            return None;
        }
        if let Some(at) = self.buffer.get(from..)?.find(needle) {
            return from + at;
        }
        if self.wrap {
            self.buffer.find(needle)
        } else {
            None
        }
    }

    /// All hits in turn, each one once.
    pub fn all(&self, needle: &str) -> Vec<usize> {
        let mut hits: Vec<usize> = Vec::new();
        let mut from = 0;
        while let Some(at) = self.find(needle, from) {
            if hits.contains(&at) {
                break;
            }
            hits.push(at);
            from = at + needle.len();
        }
        hits
    }
}
==== fixed
/// A forward search in a buffer that goes on at the top when it reaches the end.
pub struct Finder<'b> {
    buffer: &'b str,
    wrap: bool,
}

impl<'b> Finder<'b> {
    pub fn new(buffer: &'b str, wrap: bool) -> Self {
        Finder { buffer, wrap }
    }

    /// Byte offset of the first hit at or behind `from`. An empty needle is never found.
    pub fn find(&self, needle: &str, from: usize) -> Option<usize> {
        if needle.is_empty() {
            return None;
        }
        if let Some(at) = self.buffer.get(from..)?.find(needle) {
            return Some(from + at);
        }
        if self.wrap {
            self.buffer.find(needle)
        } else {
            None
        }
    }

    /// All hits in turn, each one once.
    pub fn all(&self, needle: &str) -> Vec<usize> {
        let mut hits: Vec<usize> = Vec::new();
        let mut from = 0;
        while let Some(at) = self.find(needle, from) {
            if hits.contains(&at) {
                break;
            }
            hits.push(at);
            from = at + needle.len();
        }
        hits
    }
}
==== tests
#[test]
fn search_goes_on_at_the_top() {
    let f = Finder::new("owl fox owl", true);
    assert_eq!(f.find("owl", 1), Some(8));
    assert_eq!(f.find("fox", 6), Some(4));
    assert_eq!(f.all("owl"), [0, 8]);
}

#[test]
fn without_wrapping_it_ends() {
    let f = Finder::new("owl fox owl", false);
    assert_eq!(f.find("fox", 6), None);
    assert_eq!(f.find("owl", 0), Some(0));
    assert_eq!(f.find("", 0), None);
    assert_eq!(f.all("o"), [0, 5, 8]);
}
