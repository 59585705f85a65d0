---
code: E0515
---
#[derive(Debug, Clone, PartialEq)]
pub struct Animal {
    pub name: String,
    pub born: u16,
}

pub struct Zoo {
    animals: Vec<Animal>,
}

impl Zoo {
    pub fn new(animals: Vec<Animal>) -> Self {
        Zoo { animals }
    }

    pub fn names(&self) -> impl Iterator<Item = &str> + '_ {
        self.animals.iter().map(|a| a.name.as_str())
    }

    /// The `n` oldest animals, the oldest one first. The zoo keeps its own order.
    pub fn oldest(&self, n: usize) -> Vec<&Animal> {
        let mut sorted = self.animals.clone();
        sorted.sort_by_key(|animal| animal.born);
        sorted.iter().take(n).collect()
    }

    /// `Ella (1971), Max (1990)` for the brochure.
    pub fn brochure(&self, n: usize) -> String {
        let parts: Vec<String> =
            self.oldest(n).iter().map(|a| format!("{} ({})", a.name, a.born)).collect();
        parts.join(", ")
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Animal {
    pub name: String,
    pub born: u16,
}

pub struct Zoo {
    animals: Vec<Animal>,
}

impl Zoo {
    pub fn new(animals: Vec<Animal>) -> Self {
        Zoo { animals }
    }

    pub fn names(&self) -> impl Iterator<Item = &str> + '_ {
        self.animals.iter().map(|a| a.name.as_str())
    }

    /// The `n` oldest animals, the oldest one first. The zoo keeps its own order.
    pub fn oldest(&self, n: usize) -> Vec<&Animal> {
        let mut sorted: Vec<&Animal> = self.animals.iter().collect();
        sorted.sort_by_key(|animal| animal.born);
        sorted.truncate(n);
        sorted
    }

    /// `Ella (1971), Max (1990)` for the brochure.
    pub fn brochure(&self, n: usize) -> String {
        let parts: Vec<String> =
            self.oldest(n).iter().map(|a| format!("{} ({})", a.name, a.born)).collect();
        parts.join(", ")
    }
}
==== tests
fn zoo() -> Zoo {
    let a = |n: &str, born| Animal { name: n.into(), born };
    Zoo::new(vec![a("Max", 1990), a("Ella", 1971), a("Bo", 2004)])
}
#[test]
fn brochure_oldest_first() {
    assert_eq!(zoo().brochure(2), "Ella (1971), Max (1990)");
    assert_eq!(zoo().brochure(9), "Ella (1971), Max (1990), Bo (2004)");
    assert_eq!(zoo().brochure(0), "");
}
#[test]
fn own_order_stays() {
    let z = zoo();
    z.brochure(3);
    assert_eq!(z.names().collect::<Vec<_>>(), ["Max", "Ella", "Bo"]);
}
