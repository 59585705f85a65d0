---
code: E0507
---
//! A post editor with at most one open draft.

#[derive(Clone, Debug)]
pub struct Draft {
    title: String,
    paragraphs: Vec<String>,
}

impl Draft {
    fn words(&self) -> usize {
        self.paragraphs.iter().map(|p| p.split_whitespace().count()).sum()
    }
}

#[derive(Default)]
pub struct Editor {
    draft: Option<Draft>,
    pub published: Vec<String>,
}

impl Editor {
    pub fn open(&mut self, title: &str) {
        self.draft = Some(Draft { title: title.to_string(), paragraphs: Vec::new() });
    }

    /// Adds a paragraph to the open draft and says how many words the draft
    /// has now. Without an open draft nothing happens.
    pub fn write(&mut self, paragraph: &str) -> Option<usize> {
        if let Some(mut draft) = self.draft {
            draft.paragraphs.push(paragraph.trim().to_string());
            return Some(draft.words());
        }
        None
    }

    /// Publishes the open draft and closes it.
    pub fn publish(&mut self) -> bool {
        match self.draft.take() {
            Some(draft) => {
                self.published.push(format!("{}: {}", draft.title, draft.paragraphs.join(" / ")));
                true
            }
            None => false,
        }
    }
}
==== fixed
//! A post editor with at most one open draft.

#[derive(Clone, Debug)]
pub struct Draft {
    title: String,
    paragraphs: Vec<String>,
}

impl Draft {
    fn words(&self) -> usize {
        self.paragraphs.iter().map(|p| p.split_whitespace().count()).sum()
    }
}

#[derive(Default)]
pub struct Editor {
    draft: Option<Draft>,
    pub published: Vec<String>,
}

impl Editor {
    pub fn open(&mut self, title: &str) {
        self.draft = Some(Draft { title: title.to_string(), paragraphs: Vec::new() });
    }

    /// Adds a paragraph to the open draft and says how many words the draft
    /// has now. Without an open draft nothing happens.
    pub fn write(&mut self, paragraph: &str) -> Option<usize> {
        if let Some(draft) = &mut self.draft {
            draft.paragraphs.push(paragraph.trim().to_string());
            return Some(draft.words());
        }
        None
    }

    /// Publishes the open draft and closes it.
    pub fn publish(&mut self) -> bool {
        match self.draft.take() {
            Some(draft) => {
                self.published.push(format!("{}: {}", draft.title, draft.paragraphs.join(" / ")));
                true
            }
            None => false,
        }
    }
}
==== tests
#[test]
fn paragraphs_add_up() {
    let mut editor = Editor::default();
    editor.open("Rain");
    assert_eq!(editor.write(" it rains "), Some(2));
    assert_eq!(editor.write("still"), Some(3));
    assert!(editor.publish());
    assert_eq!(editor.published, ["Rain: it rains / still"]);
}

#[test]
fn nothing_open() {
    let mut editor = Editor::default();
    assert_eq!(editor.write("lost"), None);
    assert!(!editor.publish());
}
