---
code: E0597
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Region {
    Local,
    National,
    International,
}

fn classify(number: &str) -> Region {
    if number.starts_with('+') {
        Region::International
    } else if number.starts_with('0') {
        Region::National
    } else {
        Region::Local
    }
}

fn group(digits: &str) -> String {
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && i % 3 == 0 {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

/// Writes a number for the display: local numbers get the area code in brackets,
/// all digits are grouped by three.
pub fn display(number: &str, area: &str) -> String {
    let shown: &str = match classify(number) {
        Region::Local => {
            let expanded = format!("({area}) {}", group(number));
            &expanded
        }
        Region::National | Region::International => number,
    };
    let mut line = String::from("☎ ");
    if shown.starts_with('(') {
        line.push_str(shown);
    } else {
        line.push_str(&group(shown));
    }
    line
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Region {
    Local,
    National,
    International,
}

fn classify(number: &str) -> Region {
    if number.starts_with('+') {
        Region::International
    } else if number.starts_with('0') {
        Region::National
    } else {
        Region::Local
    }
}

fn group(digits: &str) -> String {
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && i % 3 == 0 {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

/// Writes a number for the display: local numbers get the area code in brackets,
/// all digits are grouped by three.
pub fn display(number: &str, area: &str) -> String {
    let expanded;
    let shown: &str = match classify(number) {
        Region::Local => {
            expanded = format!("({area}) {}", group(number));
            &expanded
        }
        Region::National | Region::International => number,
    };
    let mut line = String::from("☎ ");
    if shown.starts_with('(') {
        line.push_str(shown);
    } else {
        line.push_str(&group(shown));
    }
    line
}
==== tests
#[test]
fn local_numbers() {
    assert_eq!(display("555123", "0161"), "☎ (0161) 555 123");
    assert_eq!(display("12", "0161"), "☎ (0161) 12");
}

#[test]
fn other_numbers() {
    assert_eq!(display("0301234", "0161"), "☎ 030 123 4");
    assert_eq!(display("+4412", "0161"), "☎ +44 12");
}
