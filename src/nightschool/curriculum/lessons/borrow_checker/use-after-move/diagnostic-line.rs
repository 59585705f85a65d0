---
code: E0382
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Macro {
    pub name: String,
    pub parameters: Vec<String>,
    pub body: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Macros {
    known: HashMap<String, Macro>,
    messages: Vec<String>,
}

impl Macros {
    /// Defines a macro, in place of any earlier one of that name, and notes it
    /// as `name/parameters`, with `again` behind it for a redefinition.
    pub fn define(&mut self, name: &str, parameters: &[&str], body: &[&str]) {
        let definition = Macro {
            name: name.to_string(),
            parameters: parameters.iter().map(|p| p.to_string()).collect(),
            body: body.iter().map(|line| line.to_string()).collect(),
        };
        let earlier = self.known.insert(name.to_string(), definition);
        let mut message = format!("{name}/{}", definition.parameters.len());
        if earlier.is_some() {
            message.push_str(" again");
        }
        self.messages.push(message);
    }

    pub fn expand(&self, name: &str, arguments: &[&str]) -> Option<Vec<String>> {
        let found = self.known.get(name)?;
        let replace = |line: &String| {
            found
                .parameters
                .iter()
                .zip(arguments)
                .fold(line.clone(), |text, (p, a)| text.replace(&format!("\\{p}"), a))
        };
        Some(found.body.iter().map(replace).collect())
    }

    pub fn messages(&self) -> &[String] {
        &self.messages
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Macro {
    pub name: String,
    pub parameters: Vec<String>,
    pub body: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Macros {
    known: HashMap<String, Macro>,
    messages: Vec<String>,
}

impl Macros {
    /// Defines a macro, in place of any earlier one of that name, and notes it
    /// as `name/parameters`, with `again` behind it for a redefinition.
    pub fn define(&mut self, name: &str, parameters: &[&str], body: &[&str]) {
        let definition = Macro {
            name: name.to_string(),
            parameters: parameters.iter().map(|p| p.to_string()).collect(),
            body: body.iter().map(|line| line.to_string()).collect(),
        };
        let arity = definition.parameters.len();
        let earlier = self.known.insert(name.to_string(), definition);
        let mut message = format!("{name}/{}", arity);
        if earlier.is_some() {
            message.push_str(" again");
        }
        self.messages.push(message);
    }

    pub fn expand(&self, name: &str, arguments: &[&str]) -> Option<Vec<String>> {
        let found = self.known.get(name)?;
        let replace = |line: &String| {
            found
                .parameters
                .iter()
                .zip(arguments)
                .fold(line.clone(), |text, (p, a)| text.replace(&format!("\\{p}"), a))
        };
        Some(found.body.iter().map(replace).collect())
    }

    pub fn messages(&self) -> &[String] {
        &self.messages
    }
}
==== tests
#[test]
fn defines_and_notes() {
    let mut m = Macros::default();
    m.define("swap", &["a", "b"], &["push \\a", "push \\b"]);
    m.define("nop", &[], &["add r0, 0"]);
    m.define("swap", &["x"], &["xchg \\x"]);
    assert_eq!(m.messages(), ["swap/2", "nop/0", "swap/1 again"]);
}
#[test]
fn expands_the_latest() {
    let mut m = Macros::default();
    m.define("inc", &["r"], &["add \\r, 1"]);
    assert_eq!(m.expand("inc", &["r3"]), Some(vec!["add r3, 1".to_string()]));
    m.define("inc", &["r"], &["inc \\r", "nop"]);
    assert_eq!(m.expand("inc", &["r1"]).unwrap(), ["inc r1", "nop"]);
    assert_eq!(m.expand("dec", &[]), None);
}
