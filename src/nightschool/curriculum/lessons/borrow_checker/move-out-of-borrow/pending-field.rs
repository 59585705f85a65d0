---
code: E0507
---
/// Splits characters that arrive one by one into CSV records.
#[derive(Debug, Default)]
pub struct Reader {
    field: String,
    record: Vec<String>,
    finished: Vec<Vec<String>>,
    quoted: bool,
}

impl Reader {
    fn end_field(&mut self) {
        self.record.push(self.field);
    }

    fn end_record(&mut self) {
        self.end_field();
        self.finished.push(self.record);
    }

    pub fn feed(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '"' => self.quoted = !self.quoted,
                ',' if !self.quoted => self.end_field(),
                '\n' if !self.quoted => self.end_record(),
                other => self.field.push(other),
            }
        }
    }

    /// The records that are complete so far.
    pub fn records(&self) -> &[Vec<String>] {
        &self.finished
    }

    pub fn is_idle(&self) -> bool {
        self.field.is_empty() && self.record.is_empty() && !self.quoted
    }
}
==== fixed
/// Splits characters that arrive one by one into CSV records.
#[derive(Debug, Default)]
pub struct Reader {
    field: String,
    record: Vec<String>,
    finished: Vec<Vec<String>>,
    quoted: bool,
}

impl Reader {
    fn end_field(&mut self) {
        self.record.push(std::mem::take(&mut self.field));
    }

    fn end_record(&mut self) {
        self.end_field();
        self.finished.push(std::mem::take(&mut self.record));
    }

    pub fn feed(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '"' => self.quoted = !self.quoted,
                ',' if !self.quoted => self.end_field(),
                '\n' if !self.quoted => self.end_record(),
                other => self.field.push(other),
            }
        }
    }

    /// The records that are complete so far.
    pub fn records(&self) -> &[Vec<String>] {
        &self.finished
    }

    pub fn is_idle(&self) -> bool {
        self.field.is_empty() && self.record.is_empty() && !self.quoted
    }
}
==== tests
#[test]
fn records_in_pieces() {
    let mut r = Reader::default();
    r.feed("a,b");
    assert!(r.records().is_empty());
    assert!(!r.is_idle());
    r.feed("c\n\"x,\ny\",z\n");
    assert_eq!(r.records(), [["a", "bc"], ["x,\ny", "z"]]);
    assert!(r.is_idle());
}
#[test]
fn empty_fields() {
    let mut r = Reader::default();
    r.feed(",\n\n");
    assert_eq!(r.records(), [vec!["", ""], vec![""]]);
}
