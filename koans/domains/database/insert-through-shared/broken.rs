#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub id: u64,
    pub title: String,
}

#[derive(Default)]
pub struct Shelf {
    rows: Vec<Row>,
    next: u64,
}

impl Shelf {
    pub fn reserve(&mut self) -> u64 {
        self.next += 10;
        self.next
    }

    pub fn insert(&self, id: u64, title: &str) -> usize {
        self.rows.push(Row { id, title: title.trim().to_string() });
        self.rows.sort_by_key(|row| row.id);
        self.rows.len()
    }

    pub fn first(&self) -> Option<&Row> {
        self.rows.first()
    }
}
