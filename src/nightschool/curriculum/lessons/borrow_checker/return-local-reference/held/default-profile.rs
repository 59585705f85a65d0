---
code: E0515
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    pub day: i32,
    pub night: i32,
}

impl Profile {
    pub fn economy() -> Self {
        Profile { day: 19, night: 15 }
    }

    pub fn at(&self, hour: u32) -> i32 {
        if (6..22).contains(&hour) { self.day } else { self.night }
    }
}

#[derive(Debug, Default)]
pub struct Home {
    profiles: HashMap<String, Profile>,
}

impl Home {
    pub fn set(&mut self, room: &str, profile: Profile) {
        self.profiles.insert(room.to_string(), profile);
    }

    /// The profile of a room. A room without one is kept on economy.
    pub fn profile(&self, room: &str) -> &Profile {
        match self.profiles.get(room) {
            Some(profile) => profile,
            None => &Profile::economy().clone(),
        }
    }

    pub fn warmest(&self, rooms: &[&str], hour: u32) -> Option<i32> {
        rooms.iter().map(|room| self.profile(room).at(hour)).max()
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    pub day: i32,
    pub night: i32,
}

impl Profile {
    pub fn economy() -> Self {
        Profile { day: 19, night: 15 }
    }

    pub fn at(&self, hour: u32) -> i32 {
        if (6..22).contains(&hour) { self.day } else { self.night }
    }
}

#[derive(Debug, Default)]
pub struct Home {
    profiles: HashMap<String, Profile>,
}

impl Home {
    pub fn set(&mut self, room: &str, profile: Profile) {
        self.profiles.insert(room.to_string(), profile);
    }

    /// The profile of a room. A room without one is kept on economy.
    pub fn profile(&self, room: &str) -> Profile {
        match self.profiles.get(room) {
            Some(profile) => profile.clone(),
            None => Profile::economy(),
        }
    }

    pub fn warmest(&self, rooms: &[&str], hour: u32) -> Option<i32> {
        rooms.iter().map(|room| self.profile(room).at(hour)).max()
    }
}
==== tests
fn home() -> Home {
    let mut h = Home::default();
    h.set("bath", Profile { day: 23, night: 14 });
    h
}

#[test]
fn set_rooms_and_others() {
    let h = home();
    assert_eq!(h.profile("bath").day, 23);
    assert_eq!(h.profile("attic").night, 15);
    assert_eq!(h.profile("attic").at(22), 15);
}

#[test]
fn warmest_room() {
    assert_eq!(home().warmest(&["bath", "attic"], 12), Some(23));
    assert_eq!(home().warmest(&["bath", "attic"], 2), Some(15));
    assert_eq!(home().warmest(&[], 2), None);
}
