---
code: E0046
---
/// Decides which backups may be deleted.
pub trait Retention {
    const NAME: &'static str;

    /// Whether a backup that is `age` days old is kept.
    fn keeps(&self, age: u32) -> bool;

    /// Days after which nothing is kept any more.
    fn horizon(&self) -> u32;

    fn describe(&self) -> String {
        format!("{} ({} days)", Self::NAME, self.horizon())
    }
}

/// Daily backups for a number of days.
pub struct Daily {
    pub days: u32,
}

/// Daily backups for a week, then one a week for a number of weeks.
pub struct Weekly {
    pub weeks: u32,
}

impl Retention for Daily {
    const NAME: &'static str = "daily";

    fn keeps(&self, age: u32) -> bool {
        age <= self.days
    }

    fn horizon(&self) -> u32 {
        self.days
    }
}

impl Retention for Weekly {
    const NAME: &'static str = "weekly";

    fn keeps(&self, age: u32) -> bool {
        age <= 7 || (age % 7 == 0 && age <= self.horizon())
    }
}

pub fn kept<R: Retention>(rule: &R, ages: &[u32]) -> Vec<u32> {
    ages.iter().copied().filter(|age| rule.keeps(*age)).collect()
}
==== fixed
/// Decides which backups may be deleted.
pub trait Retention {
    const NAME: &'static str;

    /// Whether a backup that is `age` days old is kept.
    fn keeps(&self, age: u32) -> bool;

    /// Days after which nothing is kept any more.
    fn horizon(&self) -> u32;

    fn describe(&self) -> String {
        format!("{} ({} days)", Self::NAME, self.horizon())
    }
}

/// Daily backups for a number of days.
pub struct Daily {
    pub days: u32,
}

/// Daily backups for a week, then one a week for a number of weeks.
pub struct Weekly {
    pub weeks: u32,
}

impl Retention for Daily {
    const NAME: &'static str = "daily";

    fn keeps(&self, age: u32) -> bool {
        age <= self.days
    }

    fn horizon(&self) -> u32 {
        self.days
    }
}

impl Retention for Weekly {
    const NAME: &'static str = "weekly";

    fn keeps(&self, age: u32) -> bool {
        age <= 7 || (age % 7 == 0 && age <= self.horizon())
    }

    fn horizon(&self) -> u32 {
        self.weeks * 7
    }
}

pub fn kept<R: Retention>(rule: &R, ages: &[u32]) -> Vec<u32> {
    ages.iter().copied().filter(|age| rule.keeps(*age)).collect()
}
==== tests
    #[test]
    fn weekly_rule() {
        let rule = Weekly { weeks: 3 };
        assert_eq!(kept(&rule, &[1, 7, 8, 14, 20, 21, 28]), vec![1, 7, 14, 21]);
        assert_eq!(rule.describe(), "weekly (21 days)");
    }
    #[test]
    fn daily_rule() {
        let rule = Daily { days: 2 };
        assert_eq!(kept(&rule, &[1, 2, 3]), vec![1, 2]);
        assert_eq!(rule.describe(), "daily (2 days)");
    }
