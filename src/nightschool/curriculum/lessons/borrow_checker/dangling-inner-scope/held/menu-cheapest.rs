---
code: E0597
---
#[derive(Debug, Clone, PartialEq)]
pub struct Dish {
    pub name: String,
    pub cents: u32,
}

/// Reads lines such as `soup=450`; lines that cannot be read are left out.
fn parse_menu(text: &str) -> Vec<Dish> {
    text.lines()
        .filter_map(|line| {
            let (name, cents) = line.split_once('=')?;
            Some(Dish { name: name.trim().to_string(), cents: cents.trim().parse().ok()? })
        })
        .collect()
}

/// Names the cheapest dish of the day; while the day has no menu of its own,
/// that of the standing menu.
pub fn cheapest(today: Option<&str>, standing: &[Dish]) -> Option<String> {
    let menu: &[Dish];
    if let Some(text) = today {
        let dishes = parse_menu(text);
        menu = &dishes;
    } else {
        menu = standing;
    }
    menu.iter()
        .min_by_key(|dish| dish.cents)
        .map(|dish| format!("{} ({}.{:02})", dish.name, dish.cents / 100, dish.cents % 100))
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Dish {
    pub name: String,
    pub cents: u32,
}

/// Reads lines such as `soup=450`; lines that cannot be read are left out.
fn parse_menu(text: &str) -> Vec<Dish> {
    text.lines()
        .filter_map(|line| {
            let (name, cents) = line.split_once('=')?;
            Some(Dish { name: name.trim().to_string(), cents: cents.trim().parse().ok()? })
        })
        .collect()
}

/// Names the cheapest dish of the day; while the day has no menu of its own,
/// that of the standing menu.
pub fn cheapest(today: Option<&str>, standing: &[Dish]) -> Option<String> {
    let dishes;
    let menu: &[Dish];
    if let Some(text) = today {
        dishes = parse_menu(text);
        menu = &dishes;
    } else {
        menu = standing;
    }
    menu.iter()
        .min_by_key(|dish| dish.cents)
        .map(|dish| format!("{} ({}.{:02})", dish.name, dish.cents / 100, dish.cents % 100))
}
==== tests
fn standing() -> Vec<Dish> {
    vec![Dish { name: "stew".into(), cents: 905 }, Dish { name: "bread".into(), cents: 200 }]
}
#[test]
fn menu_of_the_day_wins() {
    assert_eq!(cheapest(Some("pie = 800\nsoup=450\nbroken"), &standing()), Some("soup (4.50)".to_string()));
}
#[test]
fn standing_menu_otherwise() {
    assert_eq!(cheapest(None, &standing()), Some("bread (2.00)".to_string()));
}
#[test]
fn empty_day_has_no_dish() {
    assert_eq!(cheapest(Some("nothing today"), &standing()), None);
}
