---
code: E0505
---
#[derive(Debug, Clone, PartialEq)]
pub struct Wagon {
    pub code: String,
    pub tons: u32,
}

#[derive(Debug, PartialEq)]
pub struct Train {
    pub wagons: Vec<Wagon>,
}

#[derive(Debug, Default)]
pub struct Yard {
    pub departed: Vec<Train>,
    pub log: Vec<String>,
}

impl Train {
    pub fn heaviest(&self) -> Option<&Wagon> {
        self.wagons.iter().max_by_key(|w| w.tons)
    }
}

impl Yard {
    /// Lets the train leave, then notes its heaviest wagon in the log.
    pub fn dispatch(&mut self, train: Train) {
        let count = train.wagons.len();
        let heaviest = train.heaviest();
        self.departed.push(train);
        match heaviest {
            Some(wagon) => self.log.push(format!("{count} wagons, heaviest {} ({} t)", wagon.code, wagon.tons)),
            None => self.log.push("light engine".to_string()),
        }
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Wagon {
    pub code: String,
    pub tons: u32,
}

#[derive(Debug, PartialEq)]
pub struct Train {
    pub wagons: Vec<Wagon>,
}

#[derive(Debug, Default)]
pub struct Yard {
    pub departed: Vec<Train>,
    pub log: Vec<String>,
}

impl Train {
    pub fn heaviest(&self) -> Option<&Wagon> {
        self.wagons.iter().max_by_key(|w| w.tons)
    }
}

impl Yard {
    /// Lets the train leave, then notes its heaviest wagon in the log.
    pub fn dispatch(&mut self, train: Train) {
        let count = train.wagons.len();
        match train.heaviest() {
            Some(wagon) => self.log.push(format!("{count} wagons, heaviest {} ({} t)", wagon.code, wagon.tons)),
            None => self.log.push("light engine".to_string()),
        }
        self.departed.push(train);
    }
}
==== tests
fn wagon(code: &str, tons: u32) -> Wagon {
    Wagon { code: code.to_string(), tons }
}

#[test]
fn log_and_departures() {
    let mut yard = Yard::default();
    yard.dispatch(Train { wagons: vec![wagon("ore", 80), wagon("coal", 95), wagon("mail", 20)] });
    yard.dispatch(Train { wagons: vec![] });
    assert_eq!(yard.log, ["3 wagons, heaviest coal (95 t)", "light engine"]);
    assert_eq!(yard.departed.len(), 2);
}

#[test]
fn the_train_leaves_complete() {
    let mut yard = Yard::default();
    let list = vec![wagon("a", 1), wagon("b", 2)];
    yard.dispatch(Train { wagons: list.clone() });
    assert_eq!(yard.departed[0].wagons, list);
}
