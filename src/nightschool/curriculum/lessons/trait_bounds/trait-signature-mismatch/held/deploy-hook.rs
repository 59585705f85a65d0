---
code: E0053
---
#[derive(Debug, PartialEq)]
pub enum HookError {
    Refused(String),
}

pub struct Release {
    pub version: String,
    pub notes: Vec<String>,
}

/// Runs before a release goes out. A hook may add notes and may refuse.
pub trait Hook {
    fn before(&self, release: &mut Release) -> Result<(), HookError>;
}

pub struct RequireNotes;
pub struct Stamp {
    pub by: String,
}

impl Hook for RequireNotes {
    fn before(&self, release: &mut Release) -> bool {
        !release.notes.is_empty()
    }
}

impl Hook for Stamp {
    fn before(&self, release: &mut Release) -> Result<(), HookError> {
        if self.by.is_empty() {
            return Err(HookError::Refused(format!("{} has no author", release.version)));
        }
        release.notes.push(format!("released by {}", self.by));
        Ok(())
    }
}

/// Runs the hooks in order; the first refusal ends the release.
pub fn prepare(release: &mut Release, hooks: &[&dyn Hook]) -> Result<usize, HookError> {
    for hook in hooks {
        hook.before(release)?;
    }
    Ok(release.notes.len())
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum HookError {
    Refused(String),
}

pub struct Release {
    pub version: String,
    pub notes: Vec<String>,
}

/// Runs before a release goes out. A hook may add notes and may refuse.
pub trait Hook {
    fn before(&self, release: &mut Release) -> Result<(), HookError>;
}

pub struct RequireNotes;
pub struct Stamp {
    pub by: String,
}

impl Hook for RequireNotes {
    fn before(&self, release: &mut Release) -> Result<(), HookError> {
        if release.notes.is_empty() {
            return Err(HookError::Refused(format!("{} has no notes", release.version)));
        }
        Ok(())
    }
}

impl Hook for Stamp {
    fn before(&self, release: &mut Release) -> Result<(), HookError> {
        if self.by.is_empty() {
            return Err(HookError::Refused(format!("{} has no author", release.version)));
        }
        release.notes.push(format!("released by {}", self.by));
        Ok(())
    }
}

/// Runs the hooks in order; the first refusal ends the release.
pub fn prepare(release: &mut Release, hooks: &[&dyn Hook]) -> Result<usize, HookError> {
    for hook in hooks {
        hook.before(release)?;
    }
    Ok(release.notes.len())
}
==== tests
    fn release(notes: &[&str]) -> Release {
        Release { version: "2.0".into(), notes: notes.iter().map(|n| n.to_string()).collect() }
    }
    #[test]
    fn refuses_without_notes() {
        let mut r = release(&[]);
        let stamp = Stamp { by: "ann".into() };
        assert!(prepare(&mut r, &[&RequireNotes, &stamp]).is_err());
        assert!(r.notes.is_empty());
    }
    #[test]
    fn accepts_with_notes() {
        let mut r = release(&["fixes"]);
        let stamp = Stamp { by: "ann".into() };
        assert_eq!(prepare(&mut r, &[&RequireNotes, &stamp]), Ok(2));
        assert_eq!(r.notes, vec!["fixes", "released by ann"]);
    }
