---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub question: u32,
    pub choice: u8,
    pub comment: Option<String>,
}

#[derive(Debug, Default)]
pub struct Survey {
    answers: Vec<Answer>,
}

impl Survey {
    pub fn submit(&mut self, question: u32, choice: u8, comment: Option<&str>) {
        self.answers.push(Answer { question, choice, comment: comment.map(str::to_string) });
    }

    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// All comments on a question, quoted; `(no comment)` where none was given.
    pub fn comments(&self, question: u32) -> Vec<String> {
        self.answers
            .iter()
            .filter(|answer| answer.question == question)
            .map(|answer| {
                let text = answer.comment.unwrap_or("(no comment)".to_string());
                format!("{}: {text}", answer.choice)
            })
            .collect()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub question: u32,
    pub choice: u8,
    pub comment: Option<String>,
}

#[derive(Debug, Default)]
pub struct Survey {
    answers: Vec<Answer>,
}

impl Survey {
    pub fn submit(&mut self, question: u32, choice: u8, comment: Option<&str>) {
        self.answers.push(Answer { question, choice, comment: comment.map(str::to_string) });
    }

    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// All comments on a question, quoted; `(no comment)` where none was given.
    pub fn comments(&self, question: u32) -> Vec<String> {
        self.answers
            .iter()
            .filter(|answer| answer.question == question)
            .map(|answer| {
                let text = answer.comment.as_deref().unwrap_or("(no comment)");
                format!("{}: {text}", answer.choice)
            })
            .collect()
    }
}
==== tests
#[test]
fn comments_of_question() {
    let mut s = Survey::default();
    s.submit(1, 4, Some("good"));
    s.submit(2, 1, Some("bad"));
    s.submit(1, 3, None);
    assert_eq!(s.comments(1), ["4: good", "3: (no comment)"]);
}
#[test]
fn reading_twice_is_the_same() {
    let mut s = Survey::default();
    s.submit(1, 4, Some("good"));
    assert_eq!(s.comments(1), s.comments(1));
    assert_eq!(s.answers()[0].comment.as_deref(), Some("good"));
}
