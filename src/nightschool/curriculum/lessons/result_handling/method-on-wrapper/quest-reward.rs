---
code: E0599
---
#[derive(Debug, Clone, PartialEq)]
pub enum QuestError {
    Unknown(u32),
    Unfinished { steps_left: u32 },
}

pub struct Quest {
    pub id: u32,
    pub steps_left: u32,
    pub gold: u32,
    pub gems: u32,
}

impl Quest {
    /// A gem is worth twelve pieces of gold.
    pub fn reward(&self) -> u32 {
        self.gold + 12 * self.gems
    }
}

pub struct Log {
    pub quests: Vec<Quest>,
}

impl Log {
    fn finished(&self, id: u32) -> Result<&Quest, QuestError> {
        match self.quests.iter().find(|quest| quest.id == id) {
            None => Err(QuestError::Unknown(id)),
            Some(quest) if quest.steps_left > 0 => {
                Err(QuestError::Unfinished { steps_left: quest.steps_left })
            }
            Some(quest) => Ok(quest),
        }
    }

    /// What the hero is paid for these quests together. Nothing is paid out
    /// as long as one of them is open.
    pub fn pay(&self, ids: &[u32]) -> Result<u32, QuestError> {
        let mut sum = 0;
        for id in ids {
            sum += self.finished(*id).reward();
        }
        Ok(sum)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum QuestError {
    Unknown(u32),
    Unfinished { steps_left: u32 },
}

pub struct Quest {
    pub id: u32,
    pub steps_left: u32,
    pub gold: u32,
    pub gems: u32,
}

impl Quest {
    /// A gem is worth twelve pieces of gold.
    pub fn reward(&self) -> u32 {
        self.gold + 12 * self.gems
    }
}

pub struct Log {
    pub quests: Vec<Quest>,
}

impl Log {
    fn finished(&self, id: u32) -> Result<&Quest, QuestError> {
        match self.quests.iter().find(|quest| quest.id == id) {
            None => Err(QuestError::Unknown(id)),
            Some(quest) if quest.steps_left > 0 => {
                Err(QuestError::Unfinished { steps_left: quest.steps_left })
            }
            Some(quest) => Ok(quest),
        }
    }

    /// What the hero is paid for these quests together. Nothing is paid out
    /// as long as one of them is open.
    pub fn pay(&self, ids: &[u32]) -> Result<u32, QuestError> {
        let mut sum = 0;
        for id in ids {
            sum += self.finished(*id)?.reward();
        }
        Ok(sum)
    }
}
==== tests
fn log() -> Log {
    let q = |id, steps_left, gold, gems| Quest { id, steps_left, gold, gems };
    Log { quests: vec![q(1, 0, 5, 1), q(2, 3, 50, 0), q(4, 0, 0, 2)] }
}
#[test]
fn paid() {
    assert_eq!(log().pay(&[1, 4]), Ok(41));
    assert_eq!(log().pay(&[]), Ok(0));
}
#[test]
fn unpaid() {
    assert_eq!(log().pay(&[1, 2]), Err(QuestError::Unfinished { steps_left: 3 }));
    assert_eq!(log().pay(&[4, 3]), Err(QuestError::Unknown(3)));
}
