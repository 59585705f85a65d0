---
code: E0505
---
/// Collects words; once frozen, they can be shared but not changed.
#[derive(Default)]
pub struct PoolBuilder {
    words: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub struct Frozen {
    pub words: Box<[String]>,
}

impl PoolBuilder {
    pub fn add(&mut self, word: &str) {
        if !self.words.iter().any(|known| known == word) {
            self.words.push(word.to_string());
        }
    }

    pub fn freeze(self) -> Frozen {
        Frozen { words: self.words.into_boxed_slice() }
    }
}

/// Freezes the pool and tells which of its words begin with a capital, in the pool's order.
pub fn freeze_with_names(pool: PoolBuilder) -> (Frozen, Vec<String>) {
    let names: Vec<&String> = pool
        .words
        .iter()
        .filter(|word| word.chars().next().is_some_and(char::is_uppercase))
        .collect();
    let frozen = pool.freeze();
    (frozen, names.into_iter().cloned().collect())
}
==== fixed
/// Collects words; once frozen, they can be shared but not changed.
#[derive(Default)]
pub struct PoolBuilder {
    words: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub struct Frozen {
    pub words: Box<[String]>,
}

impl PoolBuilder {
    pub fn add(&mut self, word: &str) {
        if !self.words.iter().any(|known| known == word) {
            self.words.push(word.to_string());
        }
    }

    pub fn freeze(self) -> Frozen {
        Frozen { words: self.words.into_boxed_slice() }
    }
}

/// Freezes the pool and tells which of its words begin with a capital, in the pool's order.
pub fn freeze_with_names(pool: PoolBuilder) -> (Frozen, Vec<String>) {
    let names: Vec<String> = pool
        .words
        .iter()
        .filter(|word| word.chars().next().is_some_and(char::is_uppercase))
        .cloned()
        .collect();
    let frozen = pool.freeze();
    (frozen, names)
}
==== tests
fn pool(words: &[&str]) -> PoolBuilder {
    let mut pool = PoolBuilder::default();
    for word in words {
        pool.add(word);
    }
    pool
}

#[test]
fn names_and_words() {
    let (frozen, names) = freeze_with_names(pool(&["if", "Vec", "x", "Box", "if", ""]));
    assert_eq!(names, vec!["Vec", "Box"]);
    assert_eq!(frozen, pool(&["if", "Vec", "x", "Box", ""]).freeze());
}

#[test]
fn empty_pool() {
    let (frozen, names) = freeze_with_names(PoolBuilder::default());
    assert!(frozen.words.is_empty() && names.is_empty());
}
