---
code: E0382
---
//! Loan slips of a village library.

#[derive(Debug, Clone, PartialEq)]
pub struct Reader {
    pub name: String,
    pub email: Option<String>,
    pub loans: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub struct Reminder {
    pub to: String,
    pub text: String,
    pub reader: Reader,
}

fn describe(reader: &Reader) -> String {
    format!("{}: {} ({})", reader.name, reader.loans.join(", "), contact(reader))
}

fn contact(reader: &Reader) -> &str {
    match &reader.email {
        Some(email) => email,
        None => "no address",
    }
}

/// A reminder, or the reader back if there is nowhere to send it.
/// The reader in the reminder is complete.
pub fn remind(reader: Reader) -> Result<Reminder, Reader> {
    let to = match reader.email {
        Some(email) => email,
        None => return Err(reader),
    };
    let text = describe(&reader);
    Ok(Reminder { to, text, reader })
}
==== fixed
//! Loan slips of a village library.

#[derive(Debug, Clone, PartialEq)]
pub struct Reader {
    pub name: String,
    pub email: Option<String>,
    pub loans: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub struct Reminder {
    pub to: String,
    pub text: String,
    pub reader: Reader,
}

fn describe(reader: &Reader) -> String {
    format!("{}: {} ({})", reader.name, reader.loans.join(", "), contact(reader))
}

fn contact(reader: &Reader) -> &str {
    match &reader.email {
        Some(email) => email,
        None => "no address",
    }
}

/// A reminder, or the reader back if there is nowhere to send it.
/// The reader in the reminder is complete.
pub fn remind(reader: Reader) -> Result<Reminder, Reader> {
    let to = match reader.email.clone() {
        Some(email) => email,
        None => return Err(reader),
    };
    let text = describe(&reader);
    Ok(Reminder { to, text, reader })
}
==== tests
fn reader(email: Option<&str>) -> Reader {
    Reader {
        name: "Ida".to_string(),
        email: email.map(String::from),
        loans: vec!["Emma".to_string(), "Dune".to_string()],
    }
}

#[test]
fn the_reminder_keeps_the_whole_reader() {
    let reminder = remind(reader(Some("ida@example.org"))).unwrap();
    assert_eq!(reminder.to, "ida@example.org");
    assert_eq!(reminder.text, "Ida: Emma, Dune (ida@example.org)");
    assert_eq!(reminder.reader, reader(Some("ida@example.org")));
}

#[test]
fn nowhere_to_send() {
    assert_eq!(remind(reader(None)), Err(reader(None)));
}
