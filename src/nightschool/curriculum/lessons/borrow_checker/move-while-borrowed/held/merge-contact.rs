---
code: E0505
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    pub name: String,
    pub phones: Vec<String>,
    pub notes: String,
}

impl Card {
    pub fn new(name: &str, phones: &[&str], notes: &str) -> Card {
        Card {
            name: name.to_string(),
            phones: phones.iter().map(|p| p.to_string()).collect(),
            notes: notes.to_string(),
        }
    }

    /// Takes over the phones and notes of another card for the same person.
    fn absorb(&mut self, other: Card) {
        for phone in other.phones {
            if !self.phones.contains(&phone) {
                self.phones.push(phone);
            }
        }
        if !other.notes.is_empty() {
            if !self.notes.is_empty() {
                self.notes.push_str("; ");
            }
            self.notes.push_str(&other.notes);
        }
    }
}

#[derive(Default)]
pub struct Book {
    cards: Vec<Card>,
    pub merged: Vec<String>,
}

impl Book {
    /// Adds a card. A card of the same name, in any case, is merged, and the
    /// new spelling of the name is noted in `merged`.
    pub fn add(&mut self, card: Card) {
        let name = &card.name;
        match self.cards.iter_mut().find(|c| c.name.eq_ignore_ascii_case(name)) {
            Some(known) => {
                known.absorb(card);
                self.merged.push(name.clone());
            }
            None => self.cards.push(card),
        }
    }

    pub fn card(&self, name: &str) -> Option<&Card> {
        self.cards.iter().find(|c| c.name == name)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    pub name: String,
    pub phones: Vec<String>,
    pub notes: String,
}

impl Card {
    pub fn new(name: &str, phones: &[&str], notes: &str) -> Card {
        Card {
            name: name.to_string(),
            phones: phones.iter().map(|p| p.to_string()).collect(),
            notes: notes.to_string(),
        }
    }

    /// Takes over the phones and notes of another card for the same person.
    fn absorb(&mut self, other: Card) {
        for phone in other.phones {
            if !self.phones.contains(&phone) {
                self.phones.push(phone);
            }
        }
        if !other.notes.is_empty() {
            if !self.notes.is_empty() {
                self.notes.push_str("; ");
            }
            self.notes.push_str(&other.notes);
        }
    }
}

#[derive(Default)]
pub struct Book {
    cards: Vec<Card>,
    pub merged: Vec<String>,
}

impl Book {
    /// Adds a card. A card of the same name, in any case, is merged, and the
    /// new spelling of the name is noted in `merged`.
    pub fn add(&mut self, card: Card) {
        let name = &card.name;
        match self.cards.iter_mut().find(|c| c.name.eq_ignore_ascii_case(name)) {
            Some(known) => {
                self.merged.push(name.clone());
                known.absorb(card);
            }
            None => self.cards.push(card),
        }
    }

    pub fn card(&self, name: &str) -> Option<&Card> {
        self.cards.iter().find(|c| c.name == name)
    }
}
==== tests
#[test]
fn same_name_is_merged() {
    let mut b = Book::default();
    b.add(Card::new("Ann", &["1"], "tall"));
    b.add(Card::new("ANN", &["1", "2"], "kind"));
    assert_eq!(b.merged, ["ANN"]);
    assert_eq!(b.card("Ann"), Some(&Card::new("Ann", &["1", "2"], "tall; kind")));
    assert_eq!(b.card("ANN"), None);
}

#[test]
fn other_names_stay_apart() {
    let mut b = Book::default();
    b.add(Card::new("Ann", &["1"], ""));
    b.add(Card::new("Bo", &[], "x"));
    assert!(b.merged.is_empty());
    assert_eq!(b.card("Bo").map(|c| c.notes.as_str()), Some("x"));
}
