---
code: E0277
---
//! Badges for a conference.

#[derive(Debug, Clone)]
pub struct Attendee {
    pub name: String,
    pub nickname: Option<String>,
    pub company: Option<String>,
}

/// The second line of a badge. Freelancers have no company.
fn employer(attendee: &Attendee) -> &str {
    attendee.company.as_deref().unwrap_or("freelance")
}

/// The badge: large what the attendee wants to be called, which is the
/// nickname or else the name, and below it the employer.
pub fn badge(attendee: &Attendee) -> String {
    format!("# {}\n{}", attendee.nickname, employer(attendee))
}

/// All badges, a blank line between them.
pub fn sheet(attendees: &[Attendee]) -> String {
    let badges: Vec<String> = attendees.iter().map(badge).collect();
    badges.join("\n\n")
}
==== fixed
//! Badges for a conference.

#[derive(Debug, Clone)]
pub struct Attendee {
    pub name: String,
    pub nickname: Option<String>,
    pub company: Option<String>,
}

/// The second line of a badge. Freelancers have no company.
fn employer(attendee: &Attendee) -> &str {
    attendee.company.as_deref().unwrap_or("freelance")
}

/// The badge: large what the attendee wants to be called, which is the
/// nickname or else the name, and below it the employer.
pub fn badge(attendee: &Attendee) -> String {
    let called = attendee.nickname.as_deref().unwrap_or(&attendee.name);
    format!("# {}\n{}", called, employer(attendee))
}

/// All badges, a blank line between them.
pub fn sheet(attendees: &[Attendee]) -> String {
    let badges: Vec<String> = attendees.iter().map(badge).collect();
    badges.join("\n\n")
}
==== tests
fn attendee(name: &str, nickname: Option<&str>, company: Option<&str>) -> Attendee {
    Attendee {
        name: name.to_string(),
        nickname: nickname.map(str::to_string),
        company: company.map(str::to_string),
    }
}

#[test]
fn the_nickname_is_printed_large() {
    assert_eq!(badge(&attendee("Roberta Quist", Some("Bobbie"), Some("Acme"))), "# Bobbie\nAcme");
}

#[test]
fn without_nickname_the_name_is() {
    let sheet = sheet(&[attendee("Lin Ho", None, None), attendee("Max Orb", Some("Orbo"), None)]);
    assert_eq!(sheet, "# Lin Ho\nfreelance\n\n# Orbo\nfreelance");
}
