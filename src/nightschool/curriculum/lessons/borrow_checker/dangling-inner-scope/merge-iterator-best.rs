---
code: E0597
---
/// A source of sorted numbers, read in blocks.
pub struct Source {
    name: String,
    blocks: Vec<Vec<u32>>,
}

impl Source {
    pub fn new(name: &str, blocks: &[&[u32]]) -> Self {
        Source {
            name: name.to_string(),
            blocks: blocks.iter().map(|block| block.to_vec()).collect(),
        }
    }

    pub fn flatten(&self) -> Vec<u32> {
        self.blocks.concat()
    }
}

fn median(sorted: &[u32]) -> u32 {
    sorted[sorted.len() / 2]
}

/// Name and median of the source with the most numbers, the first one among equals.
/// Sources without numbers do not count.
pub fn largest_median(sources: &[Source]) -> Option<(&str, u32)> {
    let mut best: Option<(&str, &[u32])> = None;
    for source in sources {
        let numbers = source.flatten();
        if numbers.len() > best.map_or(0, |(_, held)| held.len()) {
            best = Some((&source.name, &numbers));
        }
    }
    best.map(|(name, numbers)| (name, median(numbers)))
}
==== fixed
/// A source of sorted numbers, read in blocks.
pub struct Source {
    name: String,
    blocks: Vec<Vec<u32>>,
}

impl Source {
    pub fn new(name: &str, blocks: &[&[u32]]) -> Self {
        Source {
            name: name.to_string(),
            blocks: blocks.iter().map(|block| block.to_vec()).collect(),
        }
    }

    pub fn flatten(&self) -> Vec<u32> {
        self.blocks.concat()
    }
}

fn median(sorted: &[u32]) -> u32 {
    sorted[sorted.len() / 2]
}

/// Name and median of the source with the most numbers, the first one among equals.
/// Sources without numbers do not count.
pub fn largest_median(sources: &[Source]) -> Option<(&str, u32)> {
    let mut best: Option<(&str, Vec<u32>)> = None;
    for source in sources {
        let numbers = source.flatten();
        if numbers.len() > best.as_ref().map_or(0, |(_, held)| held.len()) {
            best = Some((&source.name, numbers));
        }
    }
    best.map(|(name, numbers)| (name, median(&numbers)))
}
==== tests
#[test]
fn picks_the_largest() {
    let sources = [
        Source::new("a", &[&[1, 2], &[3]]),
        Source::new("b", &[&[10], &[20, 30, 40]]),
        Source::new("c", &[&[5, 6, 7, 8]]),
    ];
    assert_eq!(largest_median(&sources), Some(("b", 30)));
    assert_eq!(largest_median(&sources[..1]), Some(("a", 2)));
}

#[test]
fn empty_sources_do_not_count() {
    assert_eq!(largest_median(&[]), None);
    assert_eq!(largest_median(&[Source::new("a", &[]), Source::new("b", &[&[]])]), None);
}
