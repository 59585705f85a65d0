---
code: E0499
---
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub name: String,
    pub kind: String,
    pub indexed: bool,
}

#[derive(Debug, Default)]
pub struct Table {
    pub columns: Vec<Column>,
}

impl Table {
    pub fn column(mut self, name: &str, kind: &str, indexed: bool) -> Self {
        self.columns.push(Column {
            name: name.to_string(),
            kind: kind.to_string(),
            indexed,
        });
        self
    }

    pub fn position(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == name)
    }

    /// Exchanges the types of two columns in a migration; names and indexes
    /// stay where they are. Does nothing when either column is missing.
    pub fn swap_kinds(&mut self, left: &str, right: &str) -> bool {
        let (Some(i), Some(j)) = (self.position(left), self.position(right)) else {
            return false;
        };
        if i == j {
            return true;
        }
        std::mem::swap(&mut self.columns[i].kind, &mut self.columns[j].kind);
        true
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub name: String,
    pub kind: String,
    pub indexed: bool,
}

#[derive(Debug, Default)]
pub struct Table {
    pub columns: Vec<Column>,
}

impl Table {
    pub fn column(mut self, name: &str, kind: &str, indexed: bool) -> Self {
        self.columns.push(Column {
            name: name.to_string(),
            kind: kind.to_string(),
            indexed,
        });
        self
    }

    pub fn position(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == name)
    }

    /// Exchanges the types of two columns in a migration; names and indexes
    /// stay where they are. Does nothing when either column is missing.
    pub fn swap_kinds(&mut self, left: &str, right: &str) -> bool {
        let (Some(i), Some(j)) = (self.position(left), self.position(right)) else {
            return false;
        };
        if i == j {
            return true;
        }
        let (low, high) = (i.min(j), i.max(j));
        let (head, tail) = self.columns.split_at_mut(high);
        std::mem::swap(&mut head[low].kind, &mut tail[0].kind);
        true
    }
}
==== tests
    fn table() -> Table {
        Table::default()
            .column("id", "int", true)
            .column("note", "text", false)
            .column("at", "time", false)
    }
    fn kinds(t: &Table) -> Vec<&str> {
        t.columns.iter().map(|c| c.kind.as_str()).collect()
    }
    #[test]
    fn kinds_only() {
        let mut t = table();
        assert!(t.swap_kinds("at", "id"));
        assert_eq!(kinds(&t), vec!["time", "text", "int"]);
        assert_eq!(t.columns[0].name, "id");
        assert!(t.columns[0].indexed);
        assert!(t.swap_kinds("id", "note"));
        assert_eq!(kinds(&t), vec!["text", "time", "int"]);
    }
    #[test]
    fn same_or_missing() {
        let mut t = table();
        assert!(t.swap_kinds("id", "id"));
        assert!(!t.swap_kinds("id", "gone"));
        assert_eq!(kinds(&t), vec!["int", "text", "time"]);
    }
