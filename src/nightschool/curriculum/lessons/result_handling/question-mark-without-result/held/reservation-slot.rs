---
code: E0277
---
/// A table reservation such as `19:30 x4 Huber`.
#[derive(Debug, Clone, PartialEq)]
pub struct Reservation {
    pub minute_of_day: u32,
    pub people: u32,
    pub name: String,
}

fn clock(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once(':')?;
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

fn parse(line: &str) -> Reservation {
    let mut words = line.split_whitespace();
    let minute_of_day = clock(words.next()?)?;
    let people = words.next()?.strip_prefix('x')?.parse().ok()?;
    let name = words.collect::<Vec<_>>().join(" ");
    Reservation { minute_of_day, people, name }
}

/// The reservations of a page in the book; scribbles are passed over.
pub fn read_page(page: &str) -> Vec<Reservation> {
    page.lines().map(parse).collect()
}

pub fn guests_at(page: &str, minute_of_day: u32) -> u32 {
    read_page(page).iter().filter(|r| r.minute_of_day == minute_of_day).map(|r| r.people).sum()
}
==== fixed
/// A table reservation such as `19:30 x4 Huber`.
#[derive(Debug, Clone, PartialEq)]
pub struct Reservation {
    pub minute_of_day: u32,
    pub people: u32,
    pub name: String,
}

fn clock(text: &str) -> Option<u32> {
    let (hours, minutes) = text.split_once(':')?;
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

fn parse(line: &str) -> Option<Reservation> {
    let mut words = line.split_whitespace();
    let minute_of_day = clock(words.next()?)?;
    let people = words.next()?.strip_prefix('x')?.parse().ok()?;
    let name = words.collect::<Vec<_>>().join(" ");
    Some(Reservation { minute_of_day, people, name })
}

/// The reservations of a page in the book; scribbles are passed over.
pub fn read_page(page: &str) -> Vec<Reservation> {
    page.lines().filter_map(parse).collect()
}

pub fn guests_at(page: &str, minute_of_day: u32) -> u32 {
    read_page(page).iter().filter(|r| r.minute_of_day == minute_of_day).map(|r| r.people).sum()
}
==== tests
const PAGE: &str = "19:30 x4 Huber\nbuy milk\n25:00 x2 Nobody\n19:30 x2 de Vries\n20:00 x9 Ota";
#[test]
fn reads_and_skips() {
    let page = read_page(PAGE);
    assert_eq!(page.len(), 3);
    assert_eq!(page[1], Reservation { minute_of_day: 1170, people: 2, name: "de Vries".into() });
}
#[test]
fn counts_guests() {
    assert_eq!(guests_at(PAGE, 1170), 6);
    assert_eq!(guests_at(PAGE, 0), 0);
}
