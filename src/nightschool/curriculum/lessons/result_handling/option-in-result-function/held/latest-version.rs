---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum InstallError {
    UnknownPackage(String),
    NoRelease(String),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    pub version: (u32, u32),
    pub yanked: bool,
}

#[derive(Default)]
pub struct Registry {
    packages: BTreeMap<String, Vec<Release>>,
}

impl Registry {
    pub fn publish(&mut self, name: &str, version: (u32, u32), yanked: bool) {
        self.packages
            .entry(name.to_string())
            .or_default()
            .push(Release { version, yanked });
    }

    /// The newest release of a package that was not yanked.
    ///
    /// A name nobody published is `UnknownPackage`; a package of which every
    /// release was yanked is `NoRelease`.
    pub fn newest(&self, name: &str) -> Result<&Release, InstallError> {
        let releases = self.packages.get(name)?;
        let best = releases
            .iter()
            .filter(|r| !r.yanked)
            .max_by_key(|r| r.version)?;
        Ok(best)
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
pub enum InstallError {
    UnknownPackage(String),
    NoRelease(String),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    pub version: (u32, u32),
    pub yanked: bool,
}

#[derive(Default)]
pub struct Registry {
    packages: BTreeMap<String, Vec<Release>>,
}

impl Registry {
    pub fn publish(&mut self, name: &str, version: (u32, u32), yanked: bool) {
        self.packages
            .entry(name.to_string())
            .or_default()
            .push(Release { version, yanked });
    }

    /// The newest release of a package that was not yanked.
    ///
    /// A name nobody published is `UnknownPackage`; a package of which every
    /// release was yanked is `NoRelease`.
    pub fn newest(&self, name: &str) -> Result<&Release, InstallError> {
        let releases = self
            .packages
            .get(name)
            .ok_or_else(|| InstallError::UnknownPackage(name.to_string()))?;
        let best = releases
            .iter()
            .filter(|r| !r.yanked)
            .max_by_key(|r| r.version)
            .ok_or_else(|| InstallError::NoRelease(name.to_string()))?;
        Ok(best)
    }
}
==== tests
    #[test]
    fn picks_newest_unyanked() {
        let mut r = Registry::default();
        r.publish("log", (0, 9), false);
        r.publish("log", (1, 4), false);
        r.publish("log", (2, 0), true);
        assert_eq!(r.newest("log").unwrap().version, (1, 4));
    }
    #[test]
    fn the_two_failures_differ() {
        let mut r = Registry::default();
        r.publish("left", (1, 0), true);
        assert_eq!(r.newest("left").unwrap_err(), InstallError::NoRelease("left".into()));
        assert_eq!(r.newest("right").unwrap_err(), InstallError::UnknownPackage("right".into()));
    }
