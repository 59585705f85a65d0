---
code: E0106
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Book {
    pub title: String,
    pub author: String,
    pub pages: u32,
}

#[derive(Debug, Default)]
pub struct Reader {
    pub name: String,
    pub read: Vec<String>,
    pub favourite_author: Option<String>,
}

impl Reader {
    fn knows(&self, book: &Book) -> bool {
        self.read.contains(&book.title)
    }
}

/// A book the reader does not know: by the favourite author if possible, otherwise the shortest.
pub fn recommend(books: &[Book], reader: &Reader) -> Option<&Book> {
    for book in books {
        if reader.favourite_author.as_deref() == Some(&book.author) && !reader.knows(book) {
            return Some(book);
        }
    }
    books.iter().filter(|b| !reader.knows(b)).min_by_key(|b| b.pages)
}

pub fn for_everyone<'b>(books: &'b [Book], readers: Vec<Reader>) -> BTreeMap<String, &'b Book> {
    let mut out = BTreeMap::new();
    for reader in readers {
        if let Some(book) = recommend(books, &reader) {
            out.insert(reader.name, book);
        }
    }
    out
}

pub fn page_total(books: &[Book], author: &str) -> u32 {
    books.iter().filter(|b| b.author == author).map(|b| b.pages).sum()
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Book {
    pub title: String,
    pub author: String,
    pub pages: u32,
}

#[derive(Debug, Default)]
pub struct Reader {
    pub name: String,
    pub read: Vec<String>,
    pub favourite_author: Option<String>,
}

impl Reader {
    fn knows(&self, book: &Book) -> bool {
        self.read.contains(&book.title)
    }
}

/// A book the reader does not know: by the favourite author if possible, otherwise the shortest.
pub fn recommend<'b>(books: &'b [Book], reader: &Reader) -> Option<&'b Book> {
    for book in books {
        if reader.favourite_author.as_deref() == Some(&book.author) && !reader.knows(book) {
            return Some(book);
        }
    }
    books.iter().filter(|b| !reader.knows(b)).min_by_key(|b| b.pages)
}

pub fn for_everyone<'b>(books: &'b [Book], readers: Vec<Reader>) -> BTreeMap<String, &'b Book> {
    let mut out = BTreeMap::new();
    for reader in readers {
        if let Some(book) = recommend(books, &reader) {
            out.insert(reader.name, book);
        }
    }
    out
}

pub fn page_total(books: &[Book], author: &str) -> u32 {
    books.iter().filter(|b| b.author == author).map(|b| b.pages).sum()
}
==== tests
fn books() -> Vec<Book> {
    [("Emma", "Austen", 400), ("Dune", "Herbert", 600), ("Persuasion", "Austen", 250), ("Ubik", "Dick", 200)]
        .map(|(t, a, pages)| Book { title: t.into(), author: a.into(), pages })
        .to_vec()
}

fn reader(name: &str, read: &[&str], author: Option<&str>) -> Reader {
    Reader {
        name: name.into(),
        read: read.iter().map(|r| r.to_string()).collect(),
        favourite_author: author.map(str::to_string),
    }
}

#[test]
fn favourite_or_shortest() {
    let b = books();
    let readers = vec![
        reader("ann", &["Emma"], Some("Austen")),
        reader("bo", &["Ubik"], None),
        reader("cy", &["Dune"], Some("Herbert")),
        reader("di", &["Emma", "Dune", "Persuasion", "Ubik"], None),
    ];
    let r = for_everyone(&b, readers);
    assert_eq!(r.len(), 3);
    assert_eq!((r["ann"].title.as_str(), r["bo"].title.as_str(), r["cy"].title.as_str()), ("Persuasion", "Persuasion", "Ubik"));
}

#[test]
fn book_outlives_the_reader() {
    let b = books();
    let book = {
        let short_lived = reader("x", &[], Some("Herbert"));
        recommend(&b, &short_lived)
    };
    assert_eq!(book.map(|b| b.pages), Some(600));
    assert_eq!(page_total(&b, "Austen"), 650);
}
