use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexKey {
    pub region: String,
    pub year: u16,
}

pub fn build_index(rows: &[(&str, u16, u32)]) -> Vec<(IndexKey, u32)> {
    let mut index = BTreeMap::new();
    for &(region, year, amount) in rows {
        let key = IndexKey { region: region.to_lowercase(), year };
        *index.entry(key).or_insert(0) += amount;
    }
    index.into_iter().collect()
}

pub fn biggest(rows: &[(&str, u16, u32)]) -> Option<IndexKey> {
    build_index(rows).into_iter().max_by_key(|(_, amount)| *amount).map(|(key, _)| key)
}
