---
code: E0277
---
use std::fmt::{self, Display};

#[derive(Debug, Clone, PartialEq)]
pub enum Stability {
    Stable,
    Beta(u32),
}

impl Display for Stability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stability::Stable => Ok(()),
            Stability::Beta(round) => write!(f, "-beta.{round}"),
        }
    }
}

/// A release, written as `1.4.0` or `1.4.0-beta.2`.
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    pub number: [u32; 3],
    pub stability: Stability,
}

fn bullet<T: Display>(item: &T) -> String {
    format!("* {item}")
}

fn underlined<T: Display>(title: T) -> String {
    let title = title.to_string();
    let line = "=".repeat(title.len());
    format!("{title}\n{line}")
}

/// A changelog entry: the release as an underlined title, then the changes,
/// then the releases it replaces.
pub fn entry(release: &Release, changes: &[&str], replaces: &[Release]) -> String {
    let mut lines = vec![underlined(release)];
    lines.extend(changes.iter().map(bullet));
    if !replaces.is_empty() {
        lines.push("replaces".to_string());
    }
    lines.extend(replaces.iter().map(bullet));
    lines.join("\n")
}
==== fixed
use std::fmt::{self, Display};

#[derive(Debug, Clone, PartialEq)]
pub enum Stability {
    Stable,
    Beta(u32),
}

impl Display for Stability {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stability::Stable => Ok(()),
            Stability::Beta(round) => write!(f, "-beta.{round}"),
        }
    }
}

/// A release, written as `1.4.0` or `1.4.0-beta.2`.
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    pub number: [u32; 3],
    pub stability: Stability,
}

impl Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch] = self.number;
        write!(f, "{major}.{minor}.{patch}{}", self.stability)
    }
}

fn bullet<T: Display>(item: &T) -> String {
    format!("* {item}")
}

fn underlined<T: Display>(title: T) -> String {
    let title = title.to_string();
    let line = "=".repeat(title.len());
    format!("{title}\n{line}")
}

/// A changelog entry: the release as an underlined title, then the changes,
/// then the releases it replaces.
pub fn entry(release: &Release, changes: &[&str], replaces: &[Release]) -> String {
    let mut lines = vec![underlined(release)];
    lines.extend(changes.iter().map(bullet));
    if !replaces.is_empty() {
        lines.push("replaces".to_string());
    }
    lines.extend(replaces.iter().map(bullet));
    lines.join("\n")
}
==== tests
fn release(number: [u32; 3], stability: Stability) -> Release {
    Release { number, stability }
}
#[test]
fn full_entry() {
    let text = entry(
        &release([1, 4, 0], Stability::Stable),
        &["faster", "smaller"],
        &[release([1, 4, 0], Stability::Beta(2))],
    );
    assert_eq!(text, "1.4.0\n=====\n* faster\n* smaller\nreplaces\n* 1.4.0-beta.2");
}
#[test]
fn beta_title() {
    let text = entry(&release([0, 12, 3], Stability::Beta(1)), &[], &[]);
    assert_eq!(text, "0.12.3-beta.1\n=============");
}
