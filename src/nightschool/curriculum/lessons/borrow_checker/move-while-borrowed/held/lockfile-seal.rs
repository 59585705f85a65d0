---
code: E0505
---
#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    pub name: String,
    pub version: String,
}

#[derive(Debug, Default)]
pub struct LockDraft {
    packages: Vec<Package>,
}

#[derive(Debug, PartialEq)]
pub struct Lockfile {
    pub packages: Vec<Package>,
    pub checksum: u32,
}

impl LockDraft {
    pub fn pin(&mut self, name: &str, version: &str) {
        self.packages.push(Package {
            name: name.to_string(),
            version: version.to_string(),
        });
    }

    fn seal(mut self) -> Lockfile {
        self.packages.sort_by(|a, b| a.name.cmp(&b.name));
        let checksum = self
            .packages
            .iter()
            .flat_map(|p| p.version.bytes())
            .map(u32::from)
            .sum();
        Lockfile { packages: self.packages, checksum }
    }
}

/// Seals the draft and says which package had been pinned last.
pub fn finish(draft: LockDraft) -> (Lockfile, String) {
    let last = draft.packages.last();
    let lock = draft.seal();
    let message = match last {
        Some(p) => format!("{} {} pinned last", p.name, p.version),
        None => "nothing pinned".to_string(),
    };
    (lock, message)
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    pub name: String,
    pub version: String,
}

#[derive(Debug, Default)]
pub struct LockDraft {
    packages: Vec<Package>,
}

#[derive(Debug, PartialEq)]
pub struct Lockfile {
    pub packages: Vec<Package>,
    pub checksum: u32,
}

impl LockDraft {
    pub fn pin(&mut self, name: &str, version: &str) {
        self.packages.push(Package {
            name: name.to_string(),
            version: version.to_string(),
        });
    }

    fn seal(mut self) -> Lockfile {
        self.packages.sort_by(|a, b| a.name.cmp(&b.name));
        let checksum = self
            .packages
            .iter()
            .flat_map(|p| p.version.bytes())
            .map(u32::from)
            .sum();
        Lockfile { packages: self.packages, checksum }
    }
}

/// Seals the draft and says which package had been pinned last.
pub fn finish(draft: LockDraft) -> (Lockfile, String) {
    let last = draft.packages.last();
    let message = match last {
        Some(p) => format!("{} {} pinned last", p.name, p.version),
        None => "nothing pinned".to_string(),
    };
    let lock = draft.seal();
    (lock, message)
}
==== tests
    #[test]
    fn last_in_pin_order() {
        let mut d = LockDraft::default();
        d.pin("zlib", "1.3");
        d.pin("abc", "0.1");
        let (lock, message) = finish(d);
        assert_eq!(message, "abc 0.1 pinned last");
        assert_eq!(lock.packages[0].name, "abc");
        assert_eq!(lock.packages[1].name, "zlib");
        assert_eq!(lock.checksum, 49 + 46 + 51 + 48 + 46 + 49);
    }
    #[test]
    fn empty_draft() {
        let (lock, message) = finish(LockDraft::default());
        assert_eq!(message, "nothing pinned");
        assert_eq!(lock, Lockfile { packages: vec![], checksum: 0 });
    }
