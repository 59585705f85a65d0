---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub struct Signature {
    pub name: String,
    pub title: String,
}

/// An account that sends mail; some have a signature below each letter.
#[derive(Debug)]
pub struct Account {
    address: String,
    signature: Option<Signature>,
}

impl Account {
    pub fn new(address: &str, signature: Option<Signature>) -> Self {
        Account { address: address.to_string(), signature }
    }

    /// `Ann Lee, Editor`, or nothing for an account that has no signature.
    pub fn sign_off(&self) -> Option<String> {
        let Signature { name, title } = self.signature?;
        if title.is_empty() {
            return Some(name);
        }
        Some(format!("{name}, {title}"))
    }

    /// The letter as it goes out.
    pub fn compose(&self, body: &str) -> String {
        let mut letter = format!("From: {}\n\n{}\n", self.address, body.trim_end());
        if let Some(line) = self.sign_off() {
            letter.push_str("-- \n");
            letter.push_str(&line);
            letter.push('\n');
        }
        letter
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Signature {
    pub name: String,
    pub title: String,
}

/// An account that sends mail; some have a signature below each letter.
#[derive(Debug)]
pub struct Account {
    address: String,
    signature: Option<Signature>,
}

impl Account {
    pub fn new(address: &str, signature: Option<Signature>) -> Self {
        Account { address: address.to_string(), signature }
    }

    /// `Ann Lee, Editor`, or nothing for an account that has no signature.
    pub fn sign_off(&self) -> Option<String> {
        let Signature { name, title } = self.signature.as_ref()?;
        if title.is_empty() {
            return Some(name.clone());
        }
        Some(format!("{name}, {title}"))
    }

    /// The letter as it goes out.
    pub fn compose(&self, body: &str) -> String {
        let mut letter = format!("From: {}\n\n{}\n", self.address, body.trim_end());
        if let Some(line) = self.sign_off() {
            letter.push_str("-- \n");
            letter.push_str(&line);
            letter.push('\n');
        }
        letter
    }
}
==== tests
fn signed(title: &str) -> Account {
    Account::new("ann@x", Some(Signature { name: "Ann Lee".into(), title: title.into() }))
}

#[test]
fn every_letter_is_signed() {
    let a = signed("Editor");
    let expected = "From: ann@x\n\nHi\n-- \nAnn Lee, Editor\n";
    assert_eq!(a.compose("Hi\n"), expected);
    assert_eq!(a.compose("Hi"), expected);
}

#[test]
fn titles_and_signatures_may_lack() {
    assert_eq!(signed("").sign_off().unwrap(), "Ann Lee");
    assert!(Account::new("bob@x", None).sign_off().is_none());
    assert_eq!(Account::new("bob@x", None).compose("Yo"), "From: bob@x\n\nYo\n");
}
