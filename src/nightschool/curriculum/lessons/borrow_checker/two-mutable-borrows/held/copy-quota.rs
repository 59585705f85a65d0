---
code: E0499
---
#[derive(Debug, Clone, PartialEq)]
pub struct Volume {
    pub label: String,
    pub used: u64,
    pub copies: u32,
}

#[derive(Debug, Default)]
pub struct BackupSet {
    volumes: Vec<Volume>,
}

impl BackupSet {
    pub fn add(&mut self, label: &str, used: u64) {
        self.volumes.push(Volume {
            label: label.to_string(),
            used,
            copies: 0,
        });
    }

    fn volume_mut(&mut self, index: usize) -> &mut Volume {
        &mut self.volumes[index]
    }

    pub fn volume(&self, index: usize) -> &Volume {
        &self.volumes[index]
    }

    /// Adds everything stored on `from` to `to` as one more copy; the source
    /// itself keeps its data and counts the copy too.
    pub fn replicate(&mut self, from: usize, to: usize) {
        let source = self.volume_mut(from);
        let target = self.volume_mut(to);
        target.used += source.used;
        target.copies += 1;
        source.copies += 1;
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Volume {
    pub label: String,
    pub used: u64,
    pub copies: u32,
}

#[derive(Debug, Default)]
pub struct BackupSet {
    volumes: Vec<Volume>,
}

impl BackupSet {
    pub fn add(&mut self, label: &str, used: u64) {
        self.volumes.push(Volume {
            label: label.to_string(),
            used,
            copies: 0,
        });
    }

    fn volume_mut(&mut self, index: usize) -> &mut Volume {
        &mut self.volumes[index]
    }

    pub fn volume(&self, index: usize) -> &Volume {
        &self.volumes[index]
    }

    /// Adds everything stored on `from` to `to` as one more copy; the source
    /// itself keeps its data and counts the copy too.
    pub fn replicate(&mut self, from: usize, to: usize) {
        let source = self.volume_mut(from);
        source.copies += 1;
        let size = source.used;
        let target = self.volume_mut(to);
        target.used += size;
        target.copies += 1;
    }
}
==== tests
    #[test]
    fn both_sides_change() {
        let mut set = BackupSet::default();
        set.add("disk", 40);
        set.add("tape", 100);
        set.replicate(0, 1);
        assert_eq!(set.volume(0), &Volume { label: "disk".into(), used: 40, copies: 1 });
        assert_eq!(set.volume(1), &Volume { label: "tape".into(), used: 140, copies: 1 });
    }
    #[test]
    fn backwards_too() {
        let mut set = BackupSet::default();
        set.add("a", 1);
        set.add("b", 2);
        set.add("c", 3);
        set.replicate(2, 0);
        set.replicate(0, 1);
        assert_eq!((set.volume(0).used, set.volume(0).copies), (4, 2));
        assert_eq!((set.volume(1).used, set.volume(2).copies), (6, 1));
    }
