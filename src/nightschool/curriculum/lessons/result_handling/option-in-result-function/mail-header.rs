---
code: E0277
---
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub enum MailError {
    NoHeader(&'static str),
    BadAddress(String),
}

#[derive(Debug, Default)]
pub struct RawMail {
    headers: HashMap<String, String>,
}

impl RawMail {
    pub fn parse(text: &str) -> Self {
        let headers = text
            .lines()
            .take_while(|l| !l.is_empty())
            .filter_map(|l| l.split_once(": "))
            .map(|(k, v)| (k.to_ascii_lowercase(), v.to_string()))
            .collect();
        RawMail { headers }
    }

    fn header(&self, name: &'static str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }

    /// The folder a reply is filed in: the domain of the sender, in lower case.
    pub fn folder(&self) -> Result<String, MailError> {
        let from = self.header("from")?;
        let (_, domain) = from.rsplit_once('@')?;
        Ok(domain.trim_end_matches('>').to_lowercase())
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, PartialEq)]
pub enum MailError {
    NoHeader(&'static str),
    BadAddress(String),
}

#[derive(Debug, Default)]
pub struct RawMail {
    headers: HashMap<String, String>,
}

impl RawMail {
    pub fn parse(text: &str) -> Self {
        let headers = text
            .lines()
            .take_while(|l| !l.is_empty())
            .filter_map(|l| l.split_once(": "))
            .map(|(k, v)| (k.to_ascii_lowercase(), v.to_string()))
            .collect();
        RawMail { headers }
    }

    fn header(&self, name: &'static str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }

    /// The folder a reply is filed in: the domain of the sender, in lower case.
    pub fn folder(&self) -> Result<String, MailError> {
        let from = self.header("from").ok_or(MailError::NoHeader("from"))?;
        let (_, domain) = from.rsplit_once('@').ok_or_else(|| MailError::BadAddress(from.to_string()))?;
        Ok(domain.trim_end_matches('>').to_lowercase())
    }
}
==== tests
#[test]
fn folder_is_the_domain() {
    let m = RawMail::parse("From: Ann <ann@Post.Example>\nTo: b\n\nFrom: no@body");
    assert_eq!(m.folder(), Ok("post.example".to_string()));
}

#[test]
fn each_fault_has_its_error() {
    assert_eq!(RawMail::parse("To: x@y").folder(), Err(MailError::NoHeader("from")));
    assert_eq!(RawMail::parse("From: root").folder(), Err(MailError::BadAddress("root".into())));
}
