---
code: E0106
---
/// Walks over the fields of a comma-separated line without copying them.
pub struct FieldCursor {
    rest: Option<&str>,
    separator: char,
}

pub fn fields(line: &str, separator: char) -> FieldCursor {
    FieldCursor { rest: Some(line), separator }
}

impl Iterator for FieldCursor {
    type Item = &str;

    /// The next field, without blanks around it.
    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest?;
        let field = match rest.split_once(self.separator) {
            Some((field, tail)) => {
                self.rest = Some(tail);
                field
            }
            None => {
                self.rest = None;
                rest
            }
        };
        Some(field.trim())
    }
}
==== fixed
/// Walks over the fields of a comma-separated line without copying them.
pub struct FieldCursor<'a> {
    rest: Option<&'a str>,
    separator: char,
}

pub fn fields(line: &str, separator: char) -> FieldCursor<'_> {
    FieldCursor { rest: Some(line), separator }
}

impl<'a> Iterator for FieldCursor<'a> {
    type Item = &'a str;

    /// The next field, without blanks around it.
    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest?;
        let field = match rest.split_once(self.separator) {
            Some((field, tail)) => {
                self.rest = Some(tail);
                field
            }
            None => {
                self.rest = None;
                rest
            }
        };
        Some(field.trim())
    }
}
==== tests
#[test]
fn walks_over_fields() {
    let all: Vec<&str> = fields("a, b ,,c", ',').collect();
    assert_eq!(all, vec!["a", "b", "", "c"]);
    assert_eq!(fields("", ';').collect::<Vec<_>>(), vec![""]);
}

#[test]
fn fields_outlive_the_cursor() {
    let line = String::from("k=v");
    let (key, value) = {
        let mut cursor = fields(&line, '=');
        (cursor.next(), cursor.next())
    };
    assert_eq!((key, value), (Some("k"), Some("v")));
}
