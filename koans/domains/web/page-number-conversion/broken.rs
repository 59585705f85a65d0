use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub enum QueryError {
    Missing(&'static str),
    NotANumber(String),
}

pub struct Query(HashMap<String, String>);

impl Query {
    pub fn parse(text: &str) -> Self {
        let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
        Query(pairs.map(|(k, v)| (k.to_string(), v.to_string())).collect())
    }

    pub fn page(&self) -> Result<u32, QueryError> {
        let raw = self.0.get("page").ok_or(QueryError::Missing("page"))?;
        let page = raw.parse::<u32>()?;
        Ok(page.max(1))
    }
}
