---
code: E0308
---
/// A growable set of numbers, one bit each.
#[derive(Default, Debug, Clone)]
pub struct BitVec {
    words: Vec<u64>,
}

impl BitVec {
    pub fn set(&mut self, bit: usize) {
        let word = bit / 64;
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        self.words[word] |= 1 << (bit % 64);
    }

    /// Whether the bit is set; bits that were never touched are not.
    pub fn test(&self, bit: usize) -> bool {
        let word: u64 = self.words.get(bit / 64).copied();
        word >> (bit % 64) & 1 == 1
    }

    /// The number of members below `bit`.
    pub fn rank(&self, bit: usize) -> usize {
        (0..bit).filter(|below| self.test(*below)).count()
    }

    pub fn first_free(&self) -> usize {
        let mut bit = 0;
        while self.test(bit) {
            bit += 1;
        }
        bit
    }
}
==== fixed
/// A growable set of numbers, one bit each.
#[derive(Default, Debug, Clone)]
pub struct BitVec {
    words: Vec<u64>,
}

impl BitVec {
    pub fn set(&mut self, bit: usize) {
        let word = bit / 64;
        if word >= self.words.len() {
            self.words.resize(word + 1, 0);
        }
        self.words[word] |= 1 << (bit % 64);
    }

    /// Whether the bit is set; bits that were never touched are not.
    pub fn test(&self, bit: usize) -> bool {
        let word: u64 = self.words.get(bit / 64).copied().unwrap_or(0);
        word >> (bit % 64) & 1 == 1
    }

    /// The number of members below `bit`.
    pub fn rank(&self, bit: usize) -> usize {
        (0..bit).filter(|below| self.test(*below)).count()
    }

    pub fn first_free(&self) -> usize {
        let mut bit = 0;
        while self.test(bit) {
            bit += 1;
        }
        bit
    }
}
==== tests
fn of(bits: &[usize]) -> BitVec {
    let mut set = BitVec::default();
    for bit in bits {
        set.set(*bit);
    }
    set
}

#[test]
fn untouched_bits_are_clear() {
    let set = of(&[3, 70]);
    assert!(set.test(3) && set.test(70));
    assert!(!set.test(4) && !set.test(69) && !set.test(1000));
    assert!(!BitVec::default().test(0));
}

#[test]
fn rank_and_free() {
    let set = of(&[0, 1, 2, 65]);
    assert_eq!(set.rank(2), 2);
    assert_eq!(set.rank(300), 4);
    assert_eq!(set.first_free(), 3);
    assert_eq!(of(&(0..64).collect::<Vec<_>>()).first_free(), 64);
}
