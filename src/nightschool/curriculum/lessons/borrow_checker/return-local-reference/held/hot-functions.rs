---
code: E0515
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Hot {
    pub function: String,
    pub samples: u32,
}

#[derive(Debug, Default)]
pub struct Profile {
    stacks: Vec<Vec<String>>,
}

impl Profile {
    /// Adds one sampled stack, outermost frame first.
    pub fn sample(&mut self, stack: &[&str]) {
        self.stacks.push(stack.iter().map(|f| f.to_string()).collect());
    }

    /// Functions by how often they were on top of the stack, most frequent
    /// first, names breaking ties.
    fn ranking(&self) -> Vec<Hot> {
        let mut counts: HashMap<&str, u32> = HashMap::new();
        for stack in &self.stacks {
            if let Some(top) = stack.last() {
                *counts.entry(top).or_insert(0) += 1;
            }
        }
        let mut ranking: Vec<Hot> = counts
            .into_iter()
            .map(|(function, samples)| Hot { function: function.to_string(), samples })
            .collect();
        ranking.sort_by(|a, b| b.samples.cmp(&a.samples).then_with(|| a.function.cmp(&b.function)));
        ranking
    }

    /// The function in which most time is spent.
    pub fn hottest(&self) -> Option<&Hot> {
        self.ranking().first()
    }

    pub fn headline(&self) -> String {
        match self.hottest() {
            Some(hot) => format!("{} ({} of {})", hot.function, hot.samples, self.stacks.len()),
            None => "no samples".to_string(),
        }
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Hot {
    pub function: String,
    pub samples: u32,
}

#[derive(Debug, Default)]
pub struct Profile {
    stacks: Vec<Vec<String>>,
}

impl Profile {
    /// Adds one sampled stack, outermost frame first.
    pub fn sample(&mut self, stack: &[&str]) {
        self.stacks.push(stack.iter().map(|f| f.to_string()).collect());
    }

    /// Functions by how often they were on top of the stack, most frequent
    /// first, names breaking ties.
    fn ranking(&self) -> Vec<Hot> {
        let mut counts: HashMap<&str, u32> = HashMap::new();
        for stack in &self.stacks {
            if let Some(top) = stack.last() {
                *counts.entry(top).or_insert(0) += 1;
            }
        }
        let mut ranking: Vec<Hot> = counts
            .into_iter()
            .map(|(function, samples)| Hot { function: function.to_string(), samples })
            .collect();
        ranking.sort_by(|a, b| b.samples.cmp(&a.samples).then_with(|| a.function.cmp(&b.function)));
        ranking
    }

    /// The function in which most time is spent.
    pub fn hottest(&self) -> Option<Hot> {
        self.ranking().into_iter().next()
    }

    pub fn headline(&self) -> String {
        match self.hottest() {
            Some(hot) => format!("{} ({} of {})", hot.function, hot.samples, self.stacks.len()),
            None => "no samples".to_string(),
        }
    }
}
==== tests
    #[test]
    fn most_frequent_leaf() {
        let mut p = Profile::default();
        p.sample(&["main", "parse"]);
        p.sample(&["main", "parse", "lex"]);
        p.sample(&["main", "lex"]);
        p.sample(&["main"]);
        assert_eq!(p.headline(), "lex (2 of 4)");
    }
    #[test]
    fn ties_and_nothing() {
        let mut p = Profile::default();
        assert_eq!(p.headline(), "no samples");
        p.sample(&["b"]);
        p.sample(&["a"]);
        assert_eq!(p.headline(), "a (1 of 2)");
    }
