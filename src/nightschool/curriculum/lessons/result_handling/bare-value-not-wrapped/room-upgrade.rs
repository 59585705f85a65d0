---
code: E0308
---
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    Basic,
    Comfort,
    Suite,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Room {
    pub number: u16,
    pub category: Category,
    pub taken: bool,
}

impl Category {
    fn better(self) -> Option<Category> {
        match self {
            Category::Basic => Category::Comfort,
            Category::Comfort => Category::Suite,
            Category::Suite => None,
        }
    }
}

/// The free room with the lowest number exactly one category above, for a free upgrade.
pub fn upgrade(rooms: &[Room], from: Category) -> Option<u16> {
    let wanted = from.better()?;
    rooms
        .iter()
        .filter(|room| room.category == wanted && !room.taken)
        .map(|room| room.number)
        .min()
}

pub fn offer(rooms: &[Room], from: Category) -> String {
    match upgrade(rooms, from) {
        Some(number) => format!("we moved you to room {number}"),
        None => "enjoy your stay".to_string(),
    }
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    Basic,
    Comfort,
    Suite,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Room {
    pub number: u16,
    pub category: Category,
    pub taken: bool,
}

impl Category {
    fn better(self) -> Option<Category> {
        match self {
            Category::Basic => Some(Category::Comfort),
            Category::Comfort => Some(Category::Suite),
            Category::Suite => None,
        }
    }
}

/// The free room with the lowest number exactly one category above, for a free upgrade.
pub fn upgrade(rooms: &[Room], from: Category) -> Option<u16> {
    let wanted = from.better()?;
    rooms
        .iter()
        .filter(|room| room.category == wanted && !room.taken)
        .map(|room| room.number)
        .min()
}

pub fn offer(rooms: &[Room], from: Category) -> String {
    match upgrade(rooms, from) {
        Some(number) => format!("we moved you to room {number}"),
        None => "enjoy your stay".to_string(),
    }
}
==== tests
fn rooms() -> Vec<Room> {
    vec![
        Room { number: 30, category: Category::Comfort, taken: false },
        Room { number: 12, category: Category::Comfort, taken: true },
        Room { number: 22, category: Category::Comfort, taken: false },
        Room { number: 50, category: Category::Suite, taken: false },
    ]
}

#[test]
fn one_category_up() {
    assert_eq!(upgrade(&rooms(), Category::Basic), Some(22));
    assert_eq!(upgrade(&rooms(), Category::Comfort), Some(50));
    assert_eq!(upgrade(&rooms(), Category::Suite), None);
}

#[test]
fn offers() {
    assert_eq!(offer(&rooms(), Category::Basic), "we moved you to room 22");
    assert_eq!(offer(&rooms()[..2], Category::Comfort), "enjoy your stay");
    assert_eq!(offer(&rooms(), Category::Suite), "enjoy your stay");
}
