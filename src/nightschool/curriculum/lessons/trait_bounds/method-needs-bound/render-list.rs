---
code: E0599
---
/// Something that can stand in a markdown page.
pub trait Markdown {
    fn markdown(&self) -> String;
}

impl Markdown for String {
    fn markdown(&self) -> String {
        self.replace('*', "\\*")
    }
}

pub struct Link {
    pub label: String,
    pub target: String,
}

impl Markdown for Link {
    fn markdown(&self) -> String {
        format!("[{}]({})", self.label, self.target)
    }
}

pub struct List<T> {
    items: Vec<T>,
    numbered: bool,
}

impl<T> List<T> {
    pub fn bullets(items: Vec<T>) -> Self {
        List { items, numbered: false }
    }

    pub fn numbered(items: Vec<T>) -> Self {
        List { items, numbered: true }
    }

    pub fn len(&self) -> usize {
        self.items.len()
    }
}

impl<T> Markdown for List<T> {
    fn markdown(&self) -> String {
        let mut out = String::new();
        for (i, item) in self.items.iter().enumerate() {
            let text = item.markdown();
            if self.numbered {
                out.push_str(&format!("{}. {text}\n", i + 1));
            } else {
                out.push_str(&format!("- {text}\n"));
            }
        }
        out
    }
}
==== fixed
/// Something that can stand in a markdown page.
pub trait Markdown {
    fn markdown(&self) -> String;
}

impl Markdown for String {
    fn markdown(&self) -> String {
        self.replace('*', "\\*")
    }
}

pub struct Link {
    pub label: String,
    pub target: String,
}

impl Markdown for Link {
    fn markdown(&self) -> String {
        format!("[{}]({})", self.label, self.target)
    }
}

pub struct List<T> {
    items: Vec<T>,
    numbered: bool,
}

impl<T> List<T> {
    pub fn bullets(items: Vec<T>) -> Self {
        List { items, numbered: false }
    }

    pub fn numbered(items: Vec<T>) -> Self {
        List { items, numbered: true }
    }

    pub fn len(&self) -> usize {
        self.items.len()
    }
}

impl<T: Markdown> Markdown for List<T> {
    fn markdown(&self) -> String {
        let mut out = String::new();
        for (i, item) in self.items.iter().enumerate() {
            let text = item.markdown();
            if self.numbered {
                out.push_str(&format!("{}. {text}\n", i + 1));
            } else {
                out.push_str(&format!("- {text}\n"));
            }
        }
        out
    }
}
==== tests
#[test]
fn bullets_of_links() {
    let l = List::bullets(vec![Link { label: "a".into(), target: "/a".into() }]);
    assert_eq!(l.markdown(), "- [a](/a)\n");
}

#[test]
fn numbered_texts_are_escaped() {
    let l = List::numbered(vec!["x".to_string(), "5*2".to_string()]);
    assert_eq!(l.markdown(), "1. x\n2. 5\\*2\n");
}

#[test]
fn lists_of_anything_have_a_length() {
    assert_eq!(List::bullets(vec![1, 2, 3]).len(), 3);
}
