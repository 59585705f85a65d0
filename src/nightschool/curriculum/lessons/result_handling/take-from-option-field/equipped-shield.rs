---
code: E0507
---
#[derive(Debug, PartialEq)]
pub struct Shield {
    pub name: String,
    pub block: u32,
    pub enchantment: Option<String>,
}

#[derive(Debug)]
pub struct Knight {
    pub health: u32,
    pub shield: Option<Shield>,
}

impl Knight {
    /// What a blow costs the knight once the shield has had its say.
    pub fn damage_from(&self, blow: u32) -> u32 {
        match &self.shield {
            Some(shield) => blow.saturating_sub(shield.block),
            None => blow,
        }
    }

    /// The name as it stands on the character sheet, such as
    /// `Oak shield of Dawn`; a knight without a shield has no such line.
    pub fn shield_line(&self) -> Option<String> {
        let shield = self.shield?;
        match &shield.enchantment {
            Some(word) => Some(format!("{} of {}", shield.name, word)),
            None => Some(shield.name.clone()),
        }
    }

    pub fn hit(&mut self, blow: u32) -> u32 {
        self.health = self.health.saturating_sub(self.damage_from(blow));
        self.health
    }
}
==== fixed
#[derive(Debug, PartialEq)]
pub struct Shield {
    pub name: String,
    pub block: u32,
    pub enchantment: Option<String>,
}

#[derive(Debug)]
pub struct Knight {
    pub health: u32,
    pub shield: Option<Shield>,
}

impl Knight {
    /// What a blow costs the knight once the shield has had its say.
    pub fn damage_from(&self, blow: u32) -> u32 {
        match &self.shield {
            Some(shield) => blow.saturating_sub(shield.block),
            None => blow,
        }
    }

    /// The name as it stands on the character sheet, such as
    /// `Oak shield of Dawn`; a knight without a shield has no such line.
    pub fn shield_line(&self) -> Option<String> {
        let shield = self.shield.as_ref()?;
        match &shield.enchantment {
            Some(word) => Some(format!("{} of {}", shield.name, word)),
            None => Some(shield.name.clone()),
        }
    }

    pub fn hit(&mut self, blow: u32) -> u32 {
        self.health = self.health.saturating_sub(self.damage_from(blow));
        self.health
    }
}
==== tests
fn knight(word: Option<&str>) -> Knight {
    let shield = Shield { name: "Oak shield".into(), block: 3, enchantment: word.map(String::from) };
    Knight { health: 10, shield: Some(shield) }
}
#[test]
fn looking_keeps_the_shield() {
    let mut k = knight(Some("Dawn"));
    assert_eq!(k.shield_line().as_deref(), Some("Oak shield of Dawn"));
    assert_eq!(k.shield_line().as_deref(), Some("Oak shield of Dawn"));
    assert_eq!(k.hit(5), 8);
}
#[test]
fn plain_or_none() {
    assert_eq!(knight(None).shield_line().as_deref(), Some("Oak shield"));
    let mut k = Knight { health: 4, shield: None };
    assert_eq!(k.shield_line(), None);
    assert_eq!(k.hit(5), 0);
}
