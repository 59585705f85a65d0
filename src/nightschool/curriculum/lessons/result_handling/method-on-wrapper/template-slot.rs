---
code: E0599
---
#[derive(Debug, PartialEq)]
pub enum Piece {
    Text(String),
    Slot(String),
}

pub struct Template {
    pieces: Vec<Piece>,
}

impl Template {
    pub fn parse(source: &str) -> Template {
        let mut pieces = Vec::new();
        let mut rest = source;
        while let Some(open) = rest.find('{') {
            let Some(length) = rest[open..].find('}') else { break };
            if open > 0 {
                pieces.push(Piece::Text(rest[..open].to_string()));
            }
            pieces.push(Piece::Slot(rest[open + 1..open + length].to_string()));
            rest = &rest[open + length + 1..];
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.to_string()));
        }
        Template { pieces }
    }

    fn first_slot(&self) -> Option<&String> {
        self.pieces.iter().find_map(|piece| match piece {
            Piece::Slot(name) => Some(name),
            Piece::Text(_) => None,
        })
    }

    /// The first slot's name in capitals, or `None` for a template without slots.
    pub fn heading(&self) -> Option<String> {
        Some(self.first_slot().to_uppercase())
    }

    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum Piece {
    Text(String),
    Slot(String),
}

pub struct Template {
    pieces: Vec<Piece>,
}

impl Template {
    pub fn parse(source: &str) -> Template {
        let mut pieces = Vec::new();
        let mut rest = source;
        while let Some(open) = rest.find('{') {
            let Some(length) = rest[open..].find('}') else { break };
            if open > 0 {
                pieces.push(Piece::Text(rest[..open].to_string()));
            }
            pieces.push(Piece::Slot(rest[open + 1..open + length].to_string()));
            rest = &rest[open + length + 1..];
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.to_string()));
        }
        Template { pieces }
    }

    fn first_slot(&self) -> Option<&String> {
        self.pieces.iter().find_map(|piece| match piece {
            Piece::Slot(name) => Some(name),
            Piece::Text(_) => None,
        })
    }

    /// The first slot's name in capitals, or `None` for a template without slots.
    pub fn heading(&self) -> Option<String> {
        self.first_slot().map(|name| name.to_uppercase())
    }

    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }
}
==== tests
#[test]
fn heading_of_first_slot() {
    let t = Template::parse("Dear {name}, of {town}");
    assert_eq!(t.heading(), Some("NAME".to_string()));
    assert_eq!(t.pieces().len(), 4);
}
#[test]
fn no_slot_no_heading() {
    assert_eq!(Template::parse("plain").heading(), None);
    assert_eq!(Template::parse("").heading(), None);
}
