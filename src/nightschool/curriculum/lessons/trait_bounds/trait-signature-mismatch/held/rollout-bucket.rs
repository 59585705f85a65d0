---
code: E0053
---
/// Assigns a user to one of `buckets` buckets.
pub trait Bucketing {
    fn bucket(&self, user: &str, buckets: u64) -> u64;

    fn in_share(&self, user: &str, percent: u64) -> bool {
        self.bucket(user, 100) < percent
    }
}

pub struct HashBucketing {
    pub salt: u64,
}

pub struct LengthBucketing;

impl Bucketing for HashBucketing {
    fn bucket(&self, user: &str, buckets: usize) -> usize {
        let mut hash = self.salt as usize;
        for byte in user.bytes() {
            hash = hash.wrapping_mul(31).wrapping_add(byte as usize);
        }
        hash % buckets
    }
}

impl Bucketing for LengthBucketing {
    fn bucket(&self, user: &str, buckets: u64) -> u64 {
        user.len() as u64 % buckets
    }
}

pub fn share(users: &[&str], rule: &dyn Bucketing, percent: u64) -> usize {
    users.iter().filter(|u| rule.in_share(u, percent)).count()
}
==== fixed
/// Assigns a user to one of `buckets` buckets.
pub trait Bucketing {
    fn bucket(&self, user: &str, buckets: u64) -> u64;

    fn in_share(&self, user: &str, percent: u64) -> bool {
        self.bucket(user, 100) < percent
    }
}

pub struct HashBucketing {
    pub salt: u64,
}

pub struct LengthBucketing;

impl Bucketing for HashBucketing {
    fn bucket(&self, user: &str, buckets: u64) -> u64 {
        let mut hash = self.salt;
        for byte in user.bytes() {
            hash = hash.wrapping_mul(31).wrapping_add(byte as u64);
        }
        hash % buckets
    }
}

impl Bucketing for LengthBucketing {
    fn bucket(&self, user: &str, buckets: u64) -> u64 {
        user.len() as u64 % buckets
    }
}

pub fn share(users: &[&str], rule: &dyn Bucketing, percent: u64) -> usize {
    users.iter().filter(|u| rule.in_share(u, percent)).count()
}
==== tests
    #[test]
    fn hash_is_stable() {
        let h = HashBucketing { salt: 2 };
        assert_eq!(h.bucket("", 100), 2);
        assert_eq!(h.bucket("a", 100), (2 * 31 + 97) % 100);
        assert_eq!(h.bucket("ab", 7), ((2 * 31 + 97) * 31 + 98) % 7);
    }
    #[test]
    fn shares() {
        assert_eq!(share(&["a", "bb", "cccc"], &LengthBucketing, 3), 2);
        assert_eq!(share(&["", "a"], &HashBucketing { salt: 2 }, 59), 1);
    }
