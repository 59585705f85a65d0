#[derive(Debug, Clone)]
pub enum Value {
    Null,
    Int(i64),
    Text(String),
}

pub struct Record {
    pub columns: Vec<(String, Value)>,
}

impl Record {
    pub fn int(&self, name: &str) -> Option<i64> {
        self.columns.iter().find(|(column, _)| column == name).and_then(|(_, value)| match value {
            Value::Int(number) => Some(*number),
            Value::Null | Value::Text(_) => None,
        })
    }
}

pub fn total_price(records: &[Record], shipping: i64) -> i64 {
    let mut total = shipping;
    for record in records {
        let amount: i64 = record.int("amount");
        total += amount * record.int("price").unwrap_or(0);
    }
    total
}
