---
code: E0597
---
#[derive(Debug, Clone)]
pub struct Flag {
    pub long: &'static str,
    pub value: Option<&'static str>,
}

impl Flag {
    fn rendered(&self) -> String {
        match self.value {
            Some(value) => format!("[--{} <{}>]", self.long, value),
            None => format!("[--{}]", self.long),
        }
    }
}

/// One line for the help page. The flags come in their order, except that the longest
/// one, as it is written in the line, stands at the very end.
pub fn synopsis(program: &str, flags: &[Flag]) -> String {
    let mut longest = "";
    let mut words = vec![program];
    {
        let rendered: Vec<String> = flags.iter().map(Flag::rendered).collect();
        for text in &rendered {
            if text.len() > longest.len() {
                longest = text;
            }
        }
    }
    let others: Vec<String> = flags
        .iter()
        .map(Flag::rendered)
        .filter(|text| text != longest)
        .collect();
    words.extend(others.iter().map(String::as_str));
    if !longest.is_empty() {
        words.push(longest);
    }
    words.join(" ")
}
==== fixed
#[derive(Debug, Clone)]
pub struct Flag {
    pub long: &'static str,
    pub value: Option<&'static str>,
}

impl Flag {
    fn rendered(&self) -> String {
        match self.value {
            Some(value) => format!("[--{} <{}>]", self.long, value),
            None => format!("[--{}]", self.long),
        }
    }
}

/// One line for the help page. The flags come in their order, except that the longest
/// one, as it is written in the line, stands at the very end.
pub fn synopsis(program: &str, flags: &[Flag]) -> String {
    let rendered: Vec<String> = flags.iter().map(Flag::rendered).collect();
    let mut longest = "";
    let mut words = vec![program];
    for text in &rendered {
        if text.len() > longest.len() {
            longest = text;
        }
    }
    let others: Vec<String> = flags
        .iter()
        .map(Flag::rendered)
        .filter(|text| text != longest)
        .collect();
    words.extend(others.iter().map(String::as_str));
    if !longest.is_empty() {
        words.push(longest);
    }
    words.join(" ")
}
==== tests
#[test]
fn longest_goes_last() {
    let flags = [
        Flag { long: "output", value: Some("path") },
        Flag { long: "quiet", value: None },
        Flag { long: "level", value: Some("n") },
    ];
    assert_eq!(
        synopsis("pack", &flags),
        "pack [--quiet] [--level <n>] [--output <path>]"
    );
}
#[test]
fn without_flags() {
    assert_eq!(synopsis("pack", &[]), "pack");
}
