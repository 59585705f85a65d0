---
code: E0382
---
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    pub service: String,
    pub version: (u32, u32),
    pub regions: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub enum Gate {
    Go,
    Hold(String),
}

fn summary(release: &Release) -> String {
    let (major, minor) = release.version;
    format!("{} {major}.{minor}", release.service)
}

/// A release may go out when it names regions and is no pre-release.
pub fn gate(release: Release) -> Gate {
    if release.regions.is_empty() {
        return Gate::Hold("no regions".to_string());
    }
    if release.version.0 == 0 {
        return Gate::Hold("pre-release".to_string());
    }
    Gate::Go
}

/// One line a release for the deploy channel.
pub fn announce(releases: Vec<Release>) -> Vec<String> {
    let mut lines = Vec::with_capacity(releases.len());
    for release in releases {
        let line = match gate(release) {
            Gate::Go => format!("{} goes to {}", summary(&release), release.regions.join(", ")),
            Gate::Hold(reason) => format!("{} is held: {reason}", summary(&release)),
        };
        lines.push(line);
    }
    lines
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    pub service: String,
    pub version: (u32, u32),
    pub regions: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub enum Gate {
    Go,
    Hold(String),
}

fn summary(release: &Release) -> String {
    let (major, minor) = release.version;
    format!("{} {major}.{minor}", release.service)
}

/// A release may go out when it names regions and is no pre-release.
pub fn gate(release: &Release) -> Gate {
    if release.regions.is_empty() {
        return Gate::Hold("no regions".to_string());
    }
    if release.version.0 == 0 {
        return Gate::Hold("pre-release".to_string());
    }
    Gate::Go
}

/// One line a release for the deploy channel.
pub fn announce(releases: Vec<Release>) -> Vec<String> {
    let mut lines = Vec::with_capacity(releases.len());
    for release in releases {
        let line = match gate(&release) {
            Gate::Go => format!("{} goes to {}", summary(&release), release.regions.join(", ")),
            Gate::Hold(reason) => format!("{} is held: {reason}", summary(&release)),
        };
        lines.push(line);
    }
    lines
}
==== tests
    fn release(service: &str, version: (u32, u32), regions: &[&str]) -> Release {
        Release { service: service.into(), version, regions: regions.iter().map(|r| r.to_string()).collect() }
    }
    #[test]
    fn lines() {
        let lines = announce(vec![
            release("web", (2, 1), &["eu", "us"]),
            release("api", (0, 9), &["eu"]),
            release("db", (1, 0), &[]),
        ]);
        assert_eq!(
            lines,
            vec!["web 2.1 goes to eu, us", "api 0.9 is held: pre-release", "db 1.0 is held: no regions"]
        );
    }
    #[test]
    fn silence() {
        assert!(announce(vec![]).is_empty());
    }
