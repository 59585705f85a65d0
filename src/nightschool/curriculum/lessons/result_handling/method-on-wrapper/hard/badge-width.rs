---
code: E0599
---
//! Name badges for a conference.

#[derive(Debug, Clone)]
pub struct Attendee {
    pub full_name: String,
    /// What people call them, if they told us.
    pub nickname: Option<String>,
}

impl Attendee {
    /// The name that is printed: the nickname, otherwise the full name.
    pub fn printed_name(&self) -> &str {
        match &self.nickname {
            Some(nickname) => nickname,
            None => &self.full_name,
        }
    }

    /// Width in millimetres of the badge that fits the printed name.
    pub fn badge_width(&self) -> usize {
        let letters = self.nickname.chars().count();
        letters.max(6) * 4 + MARGIN
    }
}

const MARGIN: usize = 10;

/// Total width of the strip that holds all badges side by side.
pub fn strip_width(attendees: &[Attendee]) -> usize {
    attendees.iter().map(Attendee::badge_width).sum()
}
==== fixed
//! Name badges for a conference.

#[derive(Debug, Clone)]
pub struct Attendee {
    pub full_name: String,
    /// What people call them, if they told us.
    pub nickname: Option<String>,
}

impl Attendee {
    /// The name that is printed: the nickname, otherwise the full name.
    pub fn printed_name(&self) -> &str {
        match &self.nickname {
            Some(nickname) => nickname,
            None => &self.full_name,
        }
    }

    /// Width in millimetres of the badge that fits the printed name.
    pub fn badge_width(&self) -> usize {
        let letters = self.printed_name().chars().count();
        letters.max(6) * 4 + MARGIN
    }
}

const MARGIN: usize = 10;

/// Total width of the strip that holds all badges side by side.
pub fn strip_width(attendees: &[Attendee]) -> usize {
    attendees.iter().map(Attendee::badge_width).sum()
}
==== tests
fn attendee(full_name: &str, nickname: Option<&str>) -> Attendee {
    Attendee { full_name: full_name.to_string(), nickname: nickname.map(str::to_string) }
}

#[test]
fn measures_the_nickname() {
    assert_eq!(attendee("Wolfeschlegel", Some("Wolfgang")).badge_width(), 42);
    assert_eq!(attendee("Wolfeschlegel", Some("Wo")).badge_width(), 34);
}

#[test]
fn measures_the_full_name_without_one() {
    assert_eq!(attendee("Grace Hopper", None).badge_width(), 58);
    assert_eq!(strip_width(&[attendee("Grace Hopper", None), attendee("Ada", None)]), 92);
}
