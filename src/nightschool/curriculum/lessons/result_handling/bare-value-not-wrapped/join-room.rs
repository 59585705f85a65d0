---
code: E0308
---
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, PartialEq)]
pub enum JoinError {
    NoSuchRoom,
    Full,
    Banned,
}

#[derive(Debug, Default)]
pub struct Room {
    members: BTreeSet<String>,
    banned: BTreeSet<String>,
    seats: usize,
}

#[derive(Debug, Default)]
pub struct Server {
    rooms: BTreeMap<String, Room>,
}

impl Server {
    pub fn open(&mut self, name: &str, seats: usize) {
        self.rooms.insert(name.to_string(), Room { seats, ..Room::default() });
    }

    /// Lets a person into a room and gives the number of people in it now.
    pub fn join(&mut self, room: &str, who: &str) -> Result<usize, JoinError> {
        let room = self.rooms.get_mut(room).ok_or(JoinError::NoSuchRoom)?;
        if room.banned.contains(who) {
            return Err(JoinError::Banned);
        }
        if room.members.contains(who) {
            return room.members.len();
        }
        if room.members.len() >= room.seats {
            return Err(JoinError::Full);
        }
        room.members.insert(who.to_string());
        room.members.len()
    }

    pub fn ban(&mut self, room: &str, who: &str) {
        if let Some(room) = self.rooms.get_mut(room) {
            room.members.remove(who);
            room.banned.insert(who.to_string());
        }
    }
}
==== fixed
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, PartialEq)]
pub enum JoinError {
    NoSuchRoom,
    Full,
    Banned,
}

#[derive(Debug, Default)]
pub struct Room {
    members: BTreeSet<String>,
    banned: BTreeSet<String>,
    seats: usize,
}

#[derive(Debug, Default)]
pub struct Server {
    rooms: BTreeMap<String, Room>,
}

impl Server {
    pub fn open(&mut self, name: &str, seats: usize) {
        self.rooms.insert(name.to_string(), Room { seats, ..Room::default() });
    }

    /// Lets a person into a room and gives the number of people in it now.
    pub fn join(&mut self, room: &str, who: &str) -> Result<usize, JoinError> {
        let room = self.rooms.get_mut(room).ok_or(JoinError::NoSuchRoom)?;
        if room.banned.contains(who) {
            return Err(JoinError::Banned);
        }
        if room.members.contains(who) {
            return Ok(room.members.len());
        }
        if room.members.len() >= room.seats {
            return Err(JoinError::Full);
        }
        room.members.insert(who.to_string());
        Ok(room.members.len())
    }

    pub fn ban(&mut self, room: &str, who: &str) {
        if let Some(room) = self.rooms.get_mut(room) {
            room.members.remove(who);
            room.banned.insert(who.to_string());
        }
    }
}
==== tests
#[test]
fn joining_counts_members() {
    let mut s = Server::default();
    s.open("tea", 2);
    assert_eq!(s.join("tea", "ann"), Ok(1));
    assert_eq!(s.join("tea", "bob"), Ok(2));
    assert_eq!(s.join("tea", "ann"), Ok(2));
    assert_eq!(s.join("tea", "cid"), Err(JoinError::Full));
}

#[test]
fn bans_and_missing_rooms() {
    let mut s = Server::default();
    s.open("tea", 1);
    s.ban("tea", "eve");
    assert_eq!(s.join("tea", "eve"), Err(JoinError::Banned));
    assert_eq!(s.join("pub", "ann"), Err(JoinError::NoSuchRoom));
}
