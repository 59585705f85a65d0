#[derive(Debug, Clone, PartialEq)]
pub struct Select {
    pub table: String,
    pub limit: Option<u32>,
    pub offset: u32,
    pub descending: bool,
}

impl Select {
    pub fn page(table: &str, number: u32, size: u32) -> Select {
        Select { table: table.to_string(), limit: Some(size), offset: number * size, descending: false }
    }

    pub fn sql(&self) -> String {
        let mut text = format!("SELECT * FROM {}", self.table);
        if self.descending {
            text.push_str(" ORDER BY id DESC");
        }
        if let Some(limit) = self.limit {
            text.push_str(&format!(" LIMIT {limit} OFFSET {}", self.offset));
        }
        text
    }
}

pub fn page_sql(table: &str, number: u32, size: u32) -> String {
    Select::page(table, number, size).sql()
}
