---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub author: String,
    pub text: String,
}

#[derive(Debug, PartialEq)]
pub enum PublishError {
    NothingDrafted,
    TooShort(usize),
}

/// The comment form below a blog post.
#[derive(Debug, Default)]
pub struct CommentForm {
    draft: Option<Draft>,
    published: Vec<Draft>,
}

impl CommentForm {
    pub fn write(&mut self, author: &str, text: &str) {
        self.draft = Some(Draft { author: author.to_string(), text: text.to_string() });
    }

    /// Publishes the draft; the form is empty afterwards. A draft that is too short stays in the form.
    pub fn publish(&mut self, min: usize) -> Result<&Draft, PublishError> {
        let len = self.draft.as_ref().map_or(0, |d| d.text.trim().len());
        if self.draft.is_some() && len < min {
            return Err(PublishError::TooShort(len));
        }
        let draft = self.draft.ok_or(PublishError::NothingDrafted)?;
        self.published.push(draft);
        Ok(&self.published[self.published.len() - 1])
    }

    pub fn draft(&self) -> Option<&Draft> {
        self.draft.as_ref()
    }

    pub fn count(&self) -> usize {
        self.published.len()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub author: String,
    pub text: String,
}

#[derive(Debug, PartialEq)]
pub enum PublishError {
    NothingDrafted,
    TooShort(usize),
}

/// The comment form below a blog post.
#[derive(Debug, Default)]
pub struct CommentForm {
    draft: Option<Draft>,
    published: Vec<Draft>,
}

impl CommentForm {
    pub fn write(&mut self, author: &str, text: &str) {
        self.draft = Some(Draft { author: author.to_string(), text: text.to_string() });
    }

    /// Publishes the draft; the form is empty afterwards. A draft that is too short stays in the form.
    pub fn publish(&mut self, min: usize) -> Result<&Draft, PublishError> {
        let len = self.draft.as_ref().map_or(0, |d| d.text.trim().len());
        if self.draft.is_some() && len < min {
            return Err(PublishError::TooShort(len));
        }
        let draft = self.draft.take().ok_or(PublishError::NothingDrafted)?;
        self.published.push(draft);
        Ok(&self.published[self.published.len() - 1])
    }

    pub fn draft(&self) -> Option<&Draft> {
        self.draft.as_ref()
    }

    pub fn count(&self) -> usize {
        self.published.len()
    }
}
==== tests
#[test]
fn publishing_empties_the_form() {
    let mut f = CommentForm::default();
    f.write("ann", "well said");
    assert_eq!(f.publish(3).unwrap().author, "ann");
    assert!(f.draft().is_none());
    assert_eq!(f.publish(3).unwrap_err(), PublishError::NothingDrafted);
    assert_eq!(f.count(), 1);
}

#[test]
fn short_drafts_stay() {
    let mut f = CommentForm::default();
    f.write("bob", " ok ");
    assert_eq!(f.publish(3).unwrap_err(), PublishError::TooShort(2));
    assert_eq!(f.draft().unwrap().text, " ok ");
    assert_eq!(f.count(), 0);
}
