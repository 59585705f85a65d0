---
code: E0515
---
/// One page of a wall calendar.
pub struct Month {
    pub year: u32,
    /// 1 to 12.
    pub number: usize,
    pub first_weekday: usize,
    pub days: usize,
}

const NAMES: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
];

impl Month {
    pub fn name(&self) -> &'static str {
        NAMES[self.number - 1]
    }

    fn heading(&self, width: usize) -> &str {
        let title = format!("{} {}", self.name(), self.year);
        let centred = format!("{title:^width$}");
        centred.trim_end()
    }

    fn week(&self, first: usize) -> &str {
        let mut line = String::new();
        for cell in first..first + 7 {
            match (cell + 1).checked_sub(self.first_weekday) {
                Some(day) if day >= 1 && day <= self.days => line += &format!("{day:>3}"),
                _ => line += "   ",
            }
        }
        line.trim_end()
    }

    /// The whole page: a centred heading and the weeks, without blanks at
    /// the ends of lines.
    pub fn page(&self) -> String {
        let mut page = format!("{}\n", self.heading(21));
        let cells = self.first_weekday + self.days;
        for first in (0..cells).step_by(7) {
            page.push_str(&format!("{}\n", self.week(first)));
        }
        page
    }
}
==== fixed
/// One page of a wall calendar.
pub struct Month {
    pub year: u32,
    /// 1 to 12.
    pub number: usize,
    pub first_weekday: usize,
    pub days: usize,
}

const NAMES: [&str; 12] = [
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
];

impl Month {
    pub fn name(&self) -> &'static str {
        NAMES[self.number - 1]
    }

    fn heading(&self, width: usize) -> String {
        let title = format!("{} {}", self.name(), self.year);
        let centred = format!("{title:^width$}");
        centred.trim_end()
            .to_string()
    }

    fn week(&self, first: usize) -> String {
        let mut line = String::new();
        for cell in first..first + 7 {
            match (cell + 1).checked_sub(self.first_weekday) {
                Some(day) if day >= 1 && day <= self.days => line += &format!("{day:>3}"),
                _ => line += "   ",
            }
        }
        line.trim_end()
            .to_string()
    }

    /// The whole page: a centred heading and the weeks, without blanks at
    /// the ends of lines.
    pub fn page(&self) -> String {
        let mut page = format!("{}\n", self.heading(21));
        let cells = self.first_weekday + self.days;
        for first in (0..cells).step_by(7) {
            page.push_str(&format!("{}\n", self.week(first)));
        }
        page
    }
}
==== tests
#[test]
fn february() {
    let m = Month { year: 2021, number: 2, first_weekday: 0, days: 28 };
    let page = m.page();
    let lines: Vec<&str> = page.lines().collect();
    assert_eq!(lines.len(), 5);
    assert_eq!(lines[0], "    February 2021");
    assert_eq!(lines[1], "  1  2  3  4  5  6  7");
    assert_eq!(lines[4], " 22 23 24 25 26 27 28");
}

#[test]
fn starts_late_and_ends_early() {
    let m = Month { year: 5, number: 5, first_weekday: 5, days: 31 };
    let page = m.page();
    let lines: Vec<&str> = page.lines().collect();
    assert_eq!(lines[1], "                 1  2");
    assert_eq!(lines[6], " 31");
    assert_eq!(lines.len(), 7);
}
