---
code: E0507
---
/// Turns a dead key and a letter into one accented letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadKey {
    pub accent: char,
    pub pairs: Vec<(char, char)>,
}

impl DeadKey {
    fn into_letter(self, base: char) -> Result<char, char> {
        self.pairs
            .into_iter()
            .find(|(from, _)| *from == base)
            .map(|(_, to)| to)
            .ok_or(self.accent)
    }
}

#[derive(Default)]
pub struct Composer {
    pending: Option<DeadKey>,
    text: String,
}

impl Composer {
    pub fn dead(&mut self, key: DeadKey) {
        self.pending = Some(key);
    }

    pub fn is_pending(&self) -> bool {
        self.pending.is_some()
    }

    /// A letter. A pending dead key is used up by it; if the two do not
    /// combine, the accent and the letter are both written.
    pub fn letter(&mut self, c: char) {
        if self.pending.is_none() {
            self.text.push(c);
            return;
        }
        match self.pending.unwrap().into_letter(c) {
            Ok(combined) => self.text.push(combined),
            Err(accent) => {
                self.text.push(accent);
                self.text.push(c);
            }
        }
    }

    pub fn text(&self) -> &str {
        &self.text
    }
}
==== fixed
/// Turns a dead key and a letter into one accented letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadKey {
    pub accent: char,
    pub pairs: Vec<(char, char)>,
}

impl DeadKey {
    fn into_letter(self, base: char) -> Result<char, char> {
        self.pairs
            .into_iter()
            .find(|(from, _)| *from == base)
            .map(|(_, to)| to)
            .ok_or(self.accent)
    }
}

#[derive(Default)]
pub struct Composer {
    pending: Option<DeadKey>,
    text: String,
}

impl Composer {
    pub fn dead(&mut self, key: DeadKey) {
        self.pending = Some(key);
    }

    pub fn is_pending(&self) -> bool {
        self.pending.is_some()
    }

    /// A letter. A pending dead key is used up by it; if the two do not
    /// combine, the accent and the letter are both written.
    pub fn letter(&mut self, c: char) {
        if self.pending.is_none() {
            self.text.push(c);
            return;
        }
        match self.pending.take().unwrap().into_letter(c) {
            Ok(combined) => self.text.push(combined),
            Err(accent) => {
                self.text.push(accent);
                self.text.push(c);
            }
        }
    }

    pub fn text(&self) -> &str {
        &self.text
    }
}
==== tests
fn acute() -> DeadKey {
    DeadKey { accent: '´', pairs: vec![('e', 'é'), ('a', 'á')] }
}

#[test]
fn used_once() {
    let mut c = Composer::default();
    c.dead(acute());
    assert!(c.is_pending());
    c.letter('e');
    assert!(!c.is_pending());
    c.letter('e');
    assert_eq!(c.text(), "ée");
}

#[test]
fn no_combination() {
    let mut c = Composer::default();
    c.letter('x');
    c.dead(acute());
    c.letter('x');
    c.letter('a');
    assert_eq!(c.text(), "x´xa");
}
