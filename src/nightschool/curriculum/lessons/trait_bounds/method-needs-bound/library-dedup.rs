---
code: E0599
---
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Isbn(pub String);

/// A reading list that holds every work once and remembers the order of the first mention.
pub struct ReadingList<W> {
    works: Vec<W>,
}

impl<W> Default for ReadingList<W> {
    fn default() -> Self {
        ReadingList { works: Vec::new() }
    }
}

impl<W: Ord> ReadingList<W> {
    pub fn mention(&mut self, work: W) -> bool {
        if self.works.contains(&work) {
            return false;
        }
        self.works.push(work);
        true
    }

    pub fn in_order(&self) -> &[W] {
        &self.works
    }

    /// The works of both lists, sorted, each once; the lists stay as they are.
    pub fn union(&self, other: &ReadingList<W>) -> Vec<W> {
        let mut all = self.works.clone();
        all.extend(other.works.clone());
        all.sort();
        all.dedup();
        all
    }
}

pub fn course_list(first: &[&str], second: &[&str]) -> Vec<Isbn> {
    let mut lists = [ReadingList::default(), ReadingList::default()];
    for (list, names) in lists.iter_mut().zip([first, second]) {
        for name in names {
            list.mention(Isbn(name.to_string()));
        }
    }
    lists[0].union(&lists[1])
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Isbn(pub String);

/// A reading list that holds every work once and remembers the order of the first mention.
pub struct ReadingList<W> {
    works: Vec<W>,
}

impl<W> Default for ReadingList<W> {
    fn default() -> Self {
        ReadingList { works: Vec::new() }
    }
}

impl<W: Ord + Clone> ReadingList<W> {
    pub fn mention(&mut self, work: W) -> bool {
        if self.works.contains(&work) {
            return false;
        }
        self.works.push(work);
        true
    }

    pub fn in_order(&self) -> &[W] {
        &self.works
    }

    /// The works of both lists, sorted, each once; the lists stay as they are.
    pub fn union(&self, other: &ReadingList<W>) -> Vec<W> {
        let mut all = self.works.clone();
        all.extend(other.works.clone());
        all.sort();
        all.dedup();
        all
    }
}

pub fn course_list(first: &[&str], second: &[&str]) -> Vec<Isbn> {
    let mut lists = [ReadingList::default(), ReadingList::default()];
    for (list, names) in lists.iter_mut().zip([first, second]) {
        for name in names {
            list.mention(Isbn(name.to_string()));
        }
    }
    lists[0].union(&lists[1])
}
==== tests
#[test]
fn union_is_sorted_and_unique() {
    let got = course_list(&["9", "3"], &["3", "1"]);
    assert_eq!(got, vec![Isbn("1".into()), Isbn("3".into()), Isbn("9".into())]);
}

#[test]
fn lists_keep_order() {
    let mut l = ReadingList::default();
    assert!(l.mention(5));
    assert!(l.mention(2));
    assert!(!l.mention(5));
    assert_eq!(l.in_order(), [5, 2]);
    assert_eq!(l.union(&ReadingList::default()), vec![2, 5]);
    assert_eq!(l.in_order(), [5, 2]);
}
