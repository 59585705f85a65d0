---
code: E0373
---
pub type Row = Vec<String>;
pub type Filter = Box<dyn Fn(&Row) -> bool>;

#[derive(Debug, PartialEq)]
pub struct BadCondition(pub String);

/// Turns `column=text`, with a column name from the header, into a row filter.
pub fn condition(header: &[&str], source: &str) -> Result<Filter, BadCondition> {
    let bad = || BadCondition(source.to_string());
    let (name, wanted) = source.split_once('=').ok_or_else(bad)?;
    let column = header.iter().position(|h| *h == name.trim()).ok_or_else(bad)?;
    let wanted = wanted.trim().to_string();
    Ok(Box::new(|row| row.get(column).is_some_and(|cell| *cell == wanted)))
}

/// The rows that meet every condition, in their order.
pub fn select(header: &[&str], rows: &[Row], conditions: &[&str]) -> Result<Vec<Row>, BadCondition> {
    let filters = conditions
        .iter()
        .map(|source| condition(header, source))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(rows
        .iter()
        .filter(|row| filters.iter().all(|filter| filter(row)))
        .cloned()
        .collect())
}
==== fixed
pub type Row = Vec<String>;
pub type Filter = Box<dyn Fn(&Row) -> bool>;

#[derive(Debug, PartialEq)]
pub struct BadCondition(pub String);

/// Turns `column=text`, with a column name from the header, into a row filter.
pub fn condition(header: &[&str], source: &str) -> Result<Filter, BadCondition> {
    let bad = || BadCondition(source.to_string());
    let (name, wanted) = source.split_once('=').ok_or_else(bad)?;
    let column = header.iter().position(|h| *h == name.trim()).ok_or_else(bad)?;
    let wanted = wanted.trim().to_string();
    Ok(Box::new(move |row| row.get(column).is_some_and(|cell| *cell == wanted)))
}

/// The rows that meet every condition, in their order.
pub fn select(header: &[&str], rows: &[Row], conditions: &[&str]) -> Result<Vec<Row>, BadCondition> {
    let filters = conditions
        .iter()
        .map(|source| condition(header, source))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(rows
        .iter()
        .filter(|row| filters.iter().all(|filter| filter(row)))
        .cloned()
        .collect())
}
==== tests
fn rows() -> Vec<Row> {
    [["ann", "paris"], ["bob", "rome"], ["cem", "paris"]]
        .iter()
        .map(|r| r.iter().map(|c| c.to_string()).collect())
        .collect()
}
#[test]
fn selects_rows() {
    let found = select(&["name", "town"], &rows(), &["town = paris"]).unwrap();
    assert_eq!(found, [rows()[0].clone(), rows()[2].clone()]);
    let found = select(&["name", "town"], &rows(), &["town=paris", "name=cem"]).unwrap();
    assert_eq!(found, [rows()[2].clone()]);
    assert_eq!(select(&["name", "town"], &rows(), &[]).unwrap().len(), 3);
}
#[test]
fn unknown_column() {
    assert_eq!(
        select(&["name"], &rows(), &["age=3"]),
        Err(BadCondition("age=3".to_string()))
    );
    assert!(condition(&["name"], "name").is_err());
}
