---
code: E0515
---
//! Labels for the jars of a kitchen.

pub struct Jar {
    pub content: String,
    pub grams: u32,
    pub sealed: bool,
}

impl Jar {
    pub fn new(content: &str, grams: u32) -> Self {
        Jar { content: content.to_string(), grams, sealed: true }
    }

    /// What is written on the lid: the content as it was entered while the jar
    /// is sealed, in capitals once it was opened and must be eaten soon.
    pub fn lid(&self) -> &str {
        if self.sealed {
            &self.content
        } else {
            &self.content.to_uppercase()
        }
    }

    /// Opens the jar and takes up to `grams` out of it.
    pub fn take(&mut self, grams: u32) -> u32 {
        let taken = grams.min(self.grams);
        self.grams -= taken;
        self.sealed = false;
        taken
    }
}

/// One line for the whole shelf.
pub fn shelf(jars: &[Jar]) -> String {
    let mut line = String::new();
    for jar in jars.iter().filter(|jar| jar.grams > 0) {
        line.push_str(&format!("[{} {}g]", jar.lid(), jar.grams));
    }
    line
}
==== fixed
//! Labels for the jars of a kitchen.

pub struct Jar {
    pub content: String,
    pub grams: u32,
    pub sealed: bool,
}

impl Jar {
    pub fn new(content: &str, grams: u32) -> Self {
        Jar { content: content.to_string(), grams, sealed: true }
    }

    /// What is written on the lid: the content as it was entered while the jar
    /// is sealed, in capitals once it was opened and must be eaten soon.
    pub fn lid(&self) -> String {
        if self.sealed {
            self.content.clone()
        } else {
            self.content.to_uppercase()
        }
    }

    /// Opens the jar and takes up to `grams` out of it.
    pub fn take(&mut self, grams: u32) -> u32 {
        let taken = grams.min(self.grams);
        self.grams -= taken;
        self.sealed = false;
        taken
    }
}

/// One line for the whole shelf.
pub fn shelf(jars: &[Jar]) -> String {
    let mut line = String::new();
    for jar in jars.iter().filter(|jar| jar.grams > 0) {
        line.push_str(&format!("[{} {}g]", jar.lid(), jar.grams));
    }
    line
}
==== tests
#[test]
fn sealed_and_opened() {
    let mut jar = Jar::new("Fig jam", 300);
    assert_eq!(jar.lid(), "Fig jam");
    assert_eq!(jar.take(100), 100);
    assert_eq!(jar.lid(), "FIG JAM");
}

#[test]
fn whole_shelf() {
    let mut jars = [Jar::new("plums", 500), Jar::new("honey", 250), Jar::new("salt", 40)];
    jars[1].take(50);
    jars[2].take(90);
    assert_eq!(shelf(&jars), "[plums 500g][HONEY 200g]");
    assert_eq!(shelf(&[]), "");
}
