---
code: E0597
---
//! Greetings on a welcome screen.

pub struct Guest {
    pub first: String,
    pub last: String,
    pub nickname: Option<String>,
    pub formal: bool,
}

impl Guest {
    /// How the guest wants to be called: `Ms/Mr Last` if formal (even with a
    /// nickname), else the nickname, else the first name.
    pub fn greeting(&self, hour: u32) -> String {
        let name: &str;
        if self.formal {
            let full = format!("Ms/Mr {}", self.last);
            name = &full;
        } else if let Some(nickname) = &self.nickname {
            name = nickname;
        } else {
            name = &self.first;
        }
        format!("{}, {}!", time_of_day(hour), name)
    }
}

fn time_of_day(hour: u32) -> &'static str {
    match hour {
        5..=11 => "Good morning",
        12..=17 => "Good afternoon",
        _ => "Good evening",
    }
}
==== fixed
//! Greetings on a welcome screen.

pub struct Guest {
    pub first: String,
    pub last: String,
    pub nickname: Option<String>,
    pub formal: bool,
}

impl Guest {
    /// How the guest wants to be called: `Ms/Mr Last` if formal (even with a
    /// nickname), else the nickname, else the first name.
    pub fn greeting(&self, hour: u32) -> String {
        let full;
        let name: &str;
        if self.formal {
            full = format!("Ms/Mr {}", self.last);
            name = &full;
        } else if let Some(nickname) = &self.nickname {
            name = nickname;
        } else {
            name = &self.first;
        }
        format!("{}, {}!", time_of_day(hour), name)
    }
}

fn time_of_day(hour: u32) -> &'static str {
    match hour {
        5..=11 => "Good morning",
        12..=17 => "Good afternoon",
        _ => "Good evening",
    }
}
==== tests
fn guest(nickname: Option<&str>, formal: bool) -> Guest {
    Guest {
        first: "Ada".to_string(),
        last: "King".to_string(),
        nickname: nickname.map(str::to_string),
        formal,
    }
}

#[test]
fn formal_guests() {
    assert_eq!(guest(None, true).greeting(9), "Good morning, Ms/Mr King!");
    assert_eq!(guest(Some("Addy"), true).greeting(13), "Good afternoon, Ms/Mr King!");
}

#[test]
fn other_guests() {
    assert_eq!(guest(Some("Addy"), false).greeting(22), "Good evening, Addy!");
    assert_eq!(guest(None, false).greeting(3), "Good evening, Ada!");
}
