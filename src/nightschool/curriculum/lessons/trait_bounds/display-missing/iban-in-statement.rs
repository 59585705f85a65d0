---
code: E0277
---
/// An account number. On paper it is printed in groups of four.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Iban {
    compact: String,
}

impl Iban {
    pub fn parse(text: &str) -> Option<Self> {
        let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if compact.len() >= 8 && compact.chars().all(|c| c.is_ascii_alphanumeric()) {
            Some(Iban { compact })
        } else {
            None
        }
    }

    fn groups(&self) -> Vec<&str> {
        let text = self.compact.as_str();
        (0..text.len())
            .step_by(4)
            .map(|start| &text[start..text.len().min(start + 4)])
            .collect()
    }
}

pub struct Statement {
    pub account: Iban,
    pub balance_cents: i64,
}

impl Statement {
    pub fn headline(&self) -> String {
        let euros = self.balance_cents / 100;
        let cents = self.balance_cents % 100;
        format!("Account {}: {}.{:02}", self.account, euros, cents)
    }
}
==== fixed
use std::fmt;

/// An account number. On paper it is printed in groups of four.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Iban {
    compact: String,
}

impl Iban {
    pub fn parse(text: &str) -> Option<Self> {
        let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        if compact.len() >= 8 && compact.chars().all(|c| c.is_ascii_alphanumeric()) {
            Some(Iban { compact })
        } else {
            None
        }
    }

    fn groups(&self) -> Vec<&str> {
        let text = self.compact.as_str();
        (0..text.len())
            .step_by(4)
            .map(|start| &text[start..text.len().min(start + 4)])
            .collect()
    }
}

impl fmt::Display for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.groups().join(" "))
    }
}

pub struct Statement {
    pub account: Iban,
    pub balance_cents: i64,
}

impl Statement {
    pub fn headline(&self) -> String {
        let euros = self.balance_cents / 100;
        let cents = self.balance_cents % 100;
        format!("Account {}: {}.{:02}", self.account, euros, cents)
    }
}
==== tests
#[test]
fn printed_in_groups() {
    let s = Statement { account: Iban::parse("DE891234567").unwrap(), balance_cents: 1205 };
    assert_eq!(s.headline(), "Account DE89 1234 567: 12.05");
}

#[test]
fn blanks_in_the_input_do_not_matter() {
    let s = Statement { account: Iban::parse("A T6 1 99 00").unwrap(), balance_cents: 100 };
    assert_eq!(s.headline(), "Account AT61 9900: 1.00");
    assert!(Iban::parse("AT-1").is_none());
}
