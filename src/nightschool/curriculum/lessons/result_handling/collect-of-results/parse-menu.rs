---
code: E0277
---
use std::fmt;

#[derive(Debug, PartialEq)]
pub struct Dish {
    pub name: String,
    pub cents: u32,
}

#[derive(Debug, PartialEq)]
pub struct MenuError {
    pub line: usize,
}

impl fmt::Display for MenuError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} is no dish", self.line)
    }
}

fn parse_dish(index: usize, line: &str) -> Result<Dish, MenuError> {
    let error = || MenuError { line: index + 1 };
    let (name, price) = line.rsplit_once(' ').ok_or_else(error)?;
    let cents = price.parse().map_err(|_| error())?;
    Ok(Dish { name: name.to_string(), cents })
}

/// Parses a menu with one dish per line. The first bad line fails the whole
/// menu; a card with holes must not be printed.
pub fn parse_menu(text: &str) -> Result<Vec<Dish>, MenuError> {
    let mut dishes: Vec<Dish> = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| parse_dish(index, line))
        .collect();
    dishes.sort_by_key(|dish| dish.cents);
    Ok(dishes)
}
==== fixed
use std::fmt;

#[derive(Debug, PartialEq)]
pub struct Dish {
    pub name: String,
    pub cents: u32,
}

#[derive(Debug, PartialEq)]
pub struct MenuError {
    pub line: usize,
}

impl fmt::Display for MenuError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} is no dish", self.line)
    }
}

fn parse_dish(index: usize, line: &str) -> Result<Dish, MenuError> {
    let error = || MenuError { line: index + 1 };
    let (name, price) = line.rsplit_once(' ').ok_or_else(error)?;
    let cents = price.parse().map_err(|_| error())?;
    Ok(Dish { name: name.to_string(), cents })
}

/// Parses a menu with one dish per line. The first bad line fails the whole
/// menu; a card with holes must not be printed.
pub fn parse_menu(text: &str) -> Result<Vec<Dish>, MenuError> {
    let mut dishes: Vec<Dish> = text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| parse_dish(index, line))
        .collect::<Result<_, _>>()?;
    dishes.sort_by_key(|dish| dish.cents);
    Ok(dishes)
}
==== tests
#[test]
fn sorted_by_price() {
    let menu = parse_menu("beef stew 1450\n\nsoup 520\n").unwrap();
    assert_eq!(menu[0], Dish { name: "soup".into(), cents: 520 });
    assert_eq!(menu[1], Dish { name: "beef stew".into(), cents: 1450 });
    assert_eq!(menu.len(), 2);
}

#[test]
fn first_bad_line_fails() {
    assert_eq!(parse_menu("soup 520\nbread free\n\nwater"), Err(MenuError { line: 2 }));
    assert_eq!(parse_menu("soup 520\n\nwater"), Err(MenuError { line: 3 }));
}

#[test]
fn empty_menu() {
    assert_eq!(parse_menu(""), Ok(vec![]));
}
