---
code: E0382
---
//! Walks through the shelves of a library.

#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    pub title: String,
    pub pages: u32,
}

pub struct Shelf {
    pub code: String,
    pub books: Vec<Book>,
}

impl Shelf {
    pub fn holding(code: &str, books: &[(&str, u32)]) -> Self {
        let books = books
            .iter()
            .map(|(title, pages)| Book { title: title.to_string(), pages: *pages })
            .collect();
        Shelf { code: code.to_string(), books }
    }

    /// Shows every book of the shelf to the visitor, from left to right.
    pub fn visit(&self, mut visitor: impl FnMut(&str, &Book)) {
        for book in &self.books {
            visitor(&self.code, book);
        }
    }
}

pub struct Library {
    pub shelves: Vec<Shelf>,
}

impl Library {
    /// Shows every book of the house to one visitor, shelf after shelf.
    pub fn visit(&self, visitor: impl FnMut(&str, &Book)) {
        for shelf in &self.shelves {
            shelf.visit(visitor);
        }
    }

    pub fn thick_books(&self, pages: u32) -> Vec<String> {
        let mut found = Vec::new();
        self.visit(|code, book| {
            if book.pages >= pages {
                found.push(format!("{}: {} ({code})", found.len() + 1, book.title));
            }
        });
        found
    }
}
==== fixed
//! Walks through the shelves of a library.

#[derive(Debug, Clone, PartialEq)]
pub struct Book {
    pub title: String,
    pub pages: u32,
}

pub struct Shelf {
    pub code: String,
    pub books: Vec<Book>,
}

impl Shelf {
    pub fn holding(code: &str, books: &[(&str, u32)]) -> Self {
        let books = books
            .iter()
            .map(|(title, pages)| Book { title: title.to_string(), pages: *pages })
            .collect();
        Shelf { code: code.to_string(), books }
    }

    /// Shows every book of the shelf to the visitor, from left to right.
    pub fn visit(&self, mut visitor: impl FnMut(&str, &Book)) {
        for book in &self.books {
            visitor(&self.code, book);
        }
    }
}

pub struct Library {
    pub shelves: Vec<Shelf>,
}

impl Library {
    /// Shows every book of the house to one visitor, shelf after shelf.
    pub fn visit(&self, mut visitor: impl FnMut(&str, &Book)) {
        for shelf in &self.shelves {
            shelf.visit(&mut visitor);
        }
    }

    pub fn thick_books(&self, pages: u32) -> Vec<String> {
        let mut found = Vec::new();
        self.visit(|code, book| {
            if book.pages >= pages {
                found.push(format!("{}: {} ({code})", found.len() + 1, book.title));
            }
        });
        found
    }
}
==== tests
fn library() -> Library {
    Library {
        shelves: vec![
            Shelf::holding("A1", &[("Moby", 620), ("Haiku", 40)]),
            Shelf::holding("B2", &[("Ulysses", 730)]),
        ],
    }
}

#[test]
fn one_visitor_sees_all_shelves_in_order() {
    let mut seen = Vec::new();
    let mut pages = 0;
    library().visit(|code, book| {
        seen.push(format!("{code} {}", book.title));
        pages += book.pages;
    });
    assert_eq!(seen, ["A1 Moby", "A1 Haiku", "B2 Ulysses"]);
    assert_eq!(pages, 1390);
}

#[test]
fn thick_books_are_numbered_through() {
    assert_eq!(library().thick_books(500), ["1: Moby (A1)", "2: Ulysses (B2)"]);
    assert!(library().thick_books(5000).is_empty());
}
