---
code: E0505
---
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub text: String,
    pub required: bool,
}

#[derive(Debug, Default)]
pub struct Draft {
    title: String,
    questions: Vec<Question>,
}

/// A survey that is out; its questions do not change any more.
#[derive(Debug)]
pub struct Published {
    pub title: String,
    pub questions: Box<[Question]>,
}

impl Draft {
    pub fn new(title: &str) -> Self {
        Draft { title: title.to_string(), questions: Vec::new() }
    }

    pub fn ask(mut self, text: &str, required: bool) -> Self {
        self.questions.push(Question { text: text.to_string(), required });
        self
    }
}

fn publish(draft: Draft) -> Published {
    Published { title: draft.title, questions: draft.questions.into_boxed_slice() }
}

/// Publishes a draft and announces it with its first required question.
pub fn announce(draft: Draft) -> (String, Published) {
    let first = draft.questions.iter().find(|q| q.required);
    let published = publish(draft);
    let line = match first {
        Some(question) => format!("{}: {}", published.title, question.text),
        None => published.title.clone(),
    };
    (line, published)
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    pub text: String,
    pub required: bool,
}

#[derive(Debug, Default)]
pub struct Draft {
    title: String,
    questions: Vec<Question>,
}

/// A survey that is out; its questions do not change any more.
#[derive(Debug)]
pub struct Published {
    pub title: String,
    pub questions: Box<[Question]>,
}

impl Draft {
    pub fn new(title: &str) -> Self {
        Draft { title: title.to_string(), questions: Vec::new() }
    }

    pub fn ask(mut self, text: &str, required: bool) -> Self {
        self.questions.push(Question { text: text.to_string(), required });
        self
    }
}

fn publish(draft: Draft) -> Published {
    Published { title: draft.title, questions: draft.questions.into_boxed_slice() }
}

/// Publishes a draft and announces it with its first required question.
pub fn announce(draft: Draft) -> (String, Published) {
    let published = publish(draft);
    let first = published.questions.iter().find(|q| q.required);
    let line = match first {
        Some(question) => format!("{}: {}", published.title, question.text),
        None => published.title.clone(),
    };
    (line, published)
}
==== tests
#[test]
fn first_required() {
    let draft = Draft::new("Parks").ask("Age?", false).ask("Which park?", true).ask("Why?", true);
    let (line, published) = announce(draft);
    assert_eq!(line, "Parks: Which park?");
    assert_eq!(published.questions.len(), 3);
    assert_eq!(published.title, "Parks");
}
#[test]
fn none_required() {
    let (line, published) = announce(Draft::new("Parks").ask("Age?", false));
    assert_eq!(line, "Parks");
    assert_eq!(published.questions[0].text, "Age?");
}
