---
code: E0505
---
/// A finished schema.
#[derive(Debug, PartialEq)]
pub struct Schema {
    pub title: String,
    pub columns: Vec<String>,
    pub widest: usize,
}

#[derive(Default)]
pub struct SchemaBuilder {
    columns: Vec<String>,
}

impl SchemaBuilder {
    pub fn column(mut self, name: &str) -> Self {
        self.columns.push(name.to_string());
        self
    }

    fn widest(&self) -> Option<&String> {
        self.columns.iter().max_by_key(|name| name.len())
    }

    fn into_columns(mut self) -> Vec<String> {
        self.columns.sort();
        self.columns
    }

    /// Sorts the columns by name and records the length of the longest one.
    pub fn finish(self, title: &str) -> Schema {
        let widest = self.widest();
        let columns = self.into_columns();
        Schema {
            title: title.to_string(),
            columns,
            widest: widest.map_or(0, |name| name.len()),
        }
    }
}
==== fixed
/// A finished schema.
#[derive(Debug, PartialEq)]
pub struct Schema {
    pub title: String,
    pub columns: Vec<String>,
    pub widest: usize,
}

#[derive(Default)]
pub struct SchemaBuilder {
    columns: Vec<String>,
}

impl SchemaBuilder {
    pub fn column(mut self, name: &str) -> Self {
        self.columns.push(name.to_string());
        self
    }

    fn widest(&self) -> Option<&String> {
        self.columns.iter().max_by_key(|name| name.len())
    }

    fn into_columns(mut self) -> Vec<String> {
        self.columns.sort();
        self.columns
    }

    /// Sorts the columns by name and records the length of the longest one.
    pub fn finish(self, title: &str) -> Schema {
        let widest = self.widest().map_or(0, |name| name.len());
        let columns = self.into_columns();
        Schema {
            title: title.to_string(),
            columns,
            widest,
        }
    }
}
==== tests
#[test]
fn finishes() {
    let schema = SchemaBuilder::default()
        .column("street")
        .column("id")
        .column("city")
        .finish("address");
    assert_eq!(schema.title, "address");
    assert_eq!(schema.columns, vec!["city", "id", "street"]);
    assert_eq!(schema.widest, 6);
}

#[test]
fn no_columns() {
    let schema = SchemaBuilder::default().finish("empty");
    assert_eq!(schema.widest, 0);
    assert!(schema.columns.is_empty());
}
