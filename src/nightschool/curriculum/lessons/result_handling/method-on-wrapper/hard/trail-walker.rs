---
code: E0599
---
//! A hiker on a graph of huts.

#[derive(Debug)]
pub struct Hut {
    pub name: String,
    links: Vec<usize>,
}

impl Hut {
    pub fn new(name: &str, links: &[usize]) -> Self {
        Hut { name: name.to_string(), links: links.to_vec() }
    }

    fn leads_to(&self, hut: usize) -> bool {
        self.links.contains(&hut)
    }
}

pub struct Walk<'a> {
    huts: &'a [Hut],
    start: usize,
    visited: Vec<usize>,
}

impl<'a> Walk<'a> {
    /// A walk that begins at `start`, where no step has been made yet.
    pub fn new(huts: &'a [Hut], start: usize) -> Self {
        Walk { huts, start, visited: Vec::new() }
    }

    /// Goes to `hut` if a path leads there from where the hiker stands.
    pub fn go(&mut self, hut: usize) -> bool {
        let here = self.visited.last().copied();
        let allowed = here.and_then(|here| self.huts.get(here)).leads_to(hut);
        if allowed {
            self.visited.push(hut);
        }
        allowed
    }

    pub fn names(&self) -> Vec<&str> {
        self.visited.iter().map(|&hut| self.huts[hut].name.as_str()).collect()
    }
}
==== fixed
//! A hiker on a graph of huts.

#[derive(Debug)]
pub struct Hut {
    pub name: String,
    links: Vec<usize>,
}

impl Hut {
    pub fn new(name: &str, links: &[usize]) -> Self {
        Hut { name: name.to_string(), links: links.to_vec() }
    }

    fn leads_to(&self, hut: usize) -> bool {
        self.links.contains(&hut)
    }
}

pub struct Walk<'a> {
    huts: &'a [Hut],
    start: usize,
    visited: Vec<usize>,
}

impl<'a> Walk<'a> {
    /// A walk that begins at `start`, where no step has been made yet.
    pub fn new(huts: &'a [Hut], start: usize) -> Self {
        Walk { huts, start, visited: Vec::new() }
    }

    /// Goes to `hut` if a path leads there from where the hiker stands.
    pub fn go(&mut self, hut: usize) -> bool {
        let here = self.visited.last().copied().unwrap_or(self.start);
        let allowed = self.huts.get(here).is_some_and(|from| from.leads_to(hut));
        if allowed {
            self.visited.push(hut);
        }
        allowed
    }

    pub fn names(&self) -> Vec<&str> {
        self.visited.iter().map(|&hut| self.huts[hut].name.as_str()).collect()
    }
}
==== tests
fn huts() -> Vec<Hut> {
    vec![Hut::new("Alm", &[1]), Hut::new("Bach", &[0, 2]), Hut::new("Col", &[1, 3]), Hut::new("Dom", &[])]
}

#[test]
fn the_first_step_leaves_the_start() {
    let huts = huts();
    let mut walk = Walk::new(&huts, 2);
    assert!(!walk.go(0));
    assert!(walk.go(3));
    assert_eq!(walk.names(), ["Dom"]);
}

#[test]
fn further_steps_leave_the_last_hut() {
    let huts = huts();
    let mut walk = Walk::new(&huts, 0);
    assert!(walk.go(1));
    assert!(walk.go(2));
    assert!(!walk.go(0));
    assert!(walk.go(1));
    assert_eq!(walk.names(), ["Bach", "Col", "Bach"]);
}
