---
code: E0596
---
#[derive(Debug, Clone, PartialEq)]
pub struct Reward {
    pub name: String,
    pub cost: u32,
}

#[derive(Debug, Default)]
pub struct LoyaltyCard {
    pub points: u32,
    pub rewards: Vec<Reward>,
}

impl LoyaltyCard {
    fn redeem(&mut self, reward: &Reward) -> bool {
        if self.points < reward.cost {
            return false;
        }
        self.points -= reward.cost;
        self.rewards.push(reward.clone());
        true
    }
}

pub struct Shop {
    pub cards: Vec<LoyaltyCard>,
}

impl Shop {
    /// Gives the reward to every card that can pay for it and says how many did.
    pub fn campaign(&mut self, reward: &Reward) -> usize {
        let mut given = 0;
        for card in self.cards.iter() {
            if card.redeem(reward) {
                given += 1;
            }
        }
        given
    }

    pub fn outstanding(&self) -> u32 {
        self.cards.iter().map(|c| c.points).sum()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Reward {
    pub name: String,
    pub cost: u32,
}

#[derive(Debug, Default)]
pub struct LoyaltyCard {
    pub points: u32,
    pub rewards: Vec<Reward>,
}

impl LoyaltyCard {
    fn redeem(&mut self, reward: &Reward) -> bool {
        if self.points < reward.cost {
            return false;
        }
        self.points -= reward.cost;
        self.rewards.push(reward.clone());
        true
    }
}

pub struct Shop {
    pub cards: Vec<LoyaltyCard>,
}

impl Shop {
    /// Gives the reward to every card that can pay for it and says how many did.
    pub fn campaign(&mut self, reward: &Reward) -> usize {
        let mut given = 0;
        for card in self.cards.iter_mut() {
            if card.redeem(reward) {
                given += 1;
            }
        }
        given
    }

    pub fn outstanding(&self) -> u32 {
        self.cards.iter().map(|c| c.points).sum()
    }
}
==== tests
fn shop(points: &[u32]) -> Shop {
    Shop {
        cards: points.iter().map(|&points| LoyaltyCard { points, rewards: vec![] }).collect(),
    }
}

#[test]
fn cards_pay() {
    let mut s = shop(&[50, 120, 100]);
    let mug = Reward { name: "mug".into(), cost: 100 };
    assert_eq!(s.campaign(&mug), 2);
    assert_eq!(s.outstanding(), 70);
    assert_eq!(s.cards[1].rewards, vec![mug.clone()]);
    assert!(s.cards[0].rewards.is_empty());
}

#[test]
fn second_campaign_sees_the_spent_points() {
    let mut s = shop(&[150]);
    let mug = Reward { name: "mug".into(), cost: 100 };
    assert_eq!(s.campaign(&mug), 1);
    assert_eq!(s.campaign(&mug), 0);
    assert_eq!(s.outstanding(), 50);
}
