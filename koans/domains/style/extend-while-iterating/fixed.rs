#[derive(Debug, Clone, PartialEq)]
pub struct Chore {
    pub name: String,
    pub every: u32,
}

pub struct Plan {
    chores: Vec<Chore>,
}

impl Plan {
    pub fn new(chores: &[(&str, u32)]) -> Plan {
        Plan { chores: chores.iter().map(|(name, every)| Chore { name: name.to_string(), every: *every }).collect() }
    }

    pub fn double_rare(&mut self) {
        for chore in self.chores.clone() {
            if chore.every > 14 {
                self.chores.push(Chore { name: format!("{} again", chore.name), every: chore.every / 2 });
            }
        }
    }

    pub fn names(&self) -> Vec<&str> {
        self.chores.iter().map(|chore| chore.name.as_str()).collect()
    }
}
