---
code: E0507
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    Text(String),
    Attachment { name: String, bytes: Vec<u8> },
    End,
}

/// A message as it came in, kept for retransmission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    pub segments: Vec<Segment>,
}

impl Incoming {
    pub fn is_complete(&self) -> bool {
        self.segments.last() == Some(&Segment::End)
    }

    /// The attachments by name; of two with one name the later counts.
    pub fn attachments(&self) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        for segment in &self.segments {
            if let Segment::Attachment { name, bytes } = *segment {
                found.insert(name, bytes);
            }
        }
        found
    }

    pub fn text(&self) -> String {
        self.segments
            .iter()
            .filter_map(|segment| match segment {
                Segment::Text(text) => Some(text.as_str()),
                _ => None,
            })
            .collect()
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Segment {
    Text(String),
    Attachment { name: String, bytes: Vec<u8> },
    End,
}

/// A message as it came in, kept for retransmission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Incoming {
    pub segments: Vec<Segment>,
}

impl Incoming {
    pub fn is_complete(&self) -> bool {
        self.segments.last() == Some(&Segment::End)
    }

    /// The attachments by name; of two with one name the later counts.
    pub fn attachments(&self) -> BTreeMap<String, Vec<u8>> {
        let mut found = BTreeMap::new();
        for segment in &self.segments {
            if let Segment::Attachment { name, bytes } = segment {
                found.insert(name.clone(), bytes.clone());
            }
        }
        found
    }

    pub fn text(&self) -> String {
        self.segments
            .iter()
            .filter_map(|segment| match segment {
                Segment::Text(text) => Some(text.as_str()),
                _ => None,
            })
            .collect()
    }
}
==== tests
fn incoming() -> Incoming {
    let file = |name: &str, byte: u8| Segment::Attachment { name: name.to_string(), bytes: vec![byte] };
    Incoming {
        segments: vec![
            Segment::Text("see ".to_string()),
            file("a", 1),
            Segment::Text("files".to_string()),
            file("b", 2),
            file("a", 3),
            Segment::End,
        ],
    }
}

#[test]
fn later_attachment_counts() {
    let mut message = incoming();
    let found = message.attachments();
    assert_eq!(found.len(), 2);
    assert_eq!(found["a"], [3]);
    assert_eq!(found["b"], [2]);
    message.segments.clear();
    assert!(message.attachments().is_empty());
}

#[test]
fn reading_leaves_the_message_whole() {
    let mut message = incoming();
    message.attachments();
    assert_eq!(message.text(), "see files");
    assert!(message.is_complete());
    message.segments.pop();
    assert_eq!(message.attachments()["a"], [3]);
}
