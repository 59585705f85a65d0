---
code: E0106
---
//! Finds out whom a chat message is meant for.

#[derive(Debug, PartialEq)]
pub struct Room {
    pub members: Vec<String>,
    pub log: Vec<(String, String)>,
}

/// The name behind `@` at the start of the message and what follows it;
/// an empty name where the message is for all or for nobody in the room.
fn mention(message: &str, members: &[String]) -> (&str, &str) {
    let everyone = ("", message.trim());
    let Some(rest) = message.trim_start().strip_prefix('@') else {
        return everyone;
    };
    let (name, body) = rest.split_once(' ').unwrap_or((rest, ""));
    if members.iter().any(|member| member == name) {
        (name, body.trim())
    } else {
        everyone
    }
}

impl Room {
    pub fn new(members: &[&str]) -> Self {
        let members = members.iter().map(|member| member.to_string()).collect();
        Room { members, log: Vec::new() }
    }

    /// Notes the message and makes the one it was for the first of the members.
    pub fn post(&mut self, message: &str) {
        let (name, body) = mention(message, &self.members);
        self.log.push((name.to_string(), body.to_string()));
        if let Some(at) = self.members.iter().position(|member| member == name) {
            self.members[..=at].rotate_right(1);
        }
    }
}

/// The messages split with the room's members as they are now; the room is given up.
pub fn replay(room: Room, messages: &[&str]) -> Vec<String> {
    messages
        .iter()
        .map(|message| mention(message, &room.members))
        .map(|(name, body)| format!("{name}>{body}"))
        .collect()
}
==== fixed
//! Finds out whom a chat message is meant for.

#[derive(Debug, PartialEq)]
pub struct Room {
    pub members: Vec<String>,
    pub log: Vec<(String, String)>,
}

/// The name behind `@` at the start of the message and what follows it;
/// an empty name where the message is for all or for nobody in the room.
fn mention<'m>(message: &'m str, members: &[String]) -> (&'m str, &'m str) {
    let everyone = ("", message.trim());
    let Some(rest) = message.trim_start().strip_prefix('@') else {
        return everyone;
    };
    let (name, body) = rest.split_once(' ').unwrap_or((rest, ""));
    if members.iter().any(|member| member == name) {
        (name, body.trim())
    } else {
        everyone
    }
}

impl Room {
    pub fn new(members: &[&str]) -> Self {
        let members = members.iter().map(|member| member.to_string()).collect();
        Room { members, log: Vec::new() }
    }

    /// Notes the message and makes the one it was for the first of the members.
    pub fn post(&mut self, message: &str) {
        let (name, body) = mention(message, &self.members);
        self.log.push((name.to_string(), body.to_string()));
        if let Some(at) = self.members.iter().position(|member| member == name) {
            self.members[..=at].rotate_right(1);
        }
    }
}

/// The messages split with the room's members as they are now; the room is given up.
pub fn replay(room: Room, messages: &[&str]) -> Vec<String> {
    messages
        .iter()
        .map(|message| mention(message, &room.members))
        .map(|(name, body)| format!("{name}>{body}"))
        .collect()
}
==== tests
#[test]
fn posts_reorder_the_room() {
    let mut room = Room::new(&["ann", "bo", "cy"]);
    room.post("@cy  look here ");
    room.post("@dee hello");
    room.post(" all of you ");
    assert_eq!(room.members, ["cy", "ann", "bo"]);
    let log: Vec<String> = room.log.iter().map(|(name, body)| format!("{name}>{body}")).collect();
    assert_eq!(log, ["cy>look here", ">@dee hello", ">all of you"]);
}

#[test]
fn parts_outlive_the_members() {
    let message = String::from("@bo tea?");
    let (name, body) = {
        let room = Room::new(&["bo"]);
        mention(&message, &room.members)
    };
    assert_eq!(name, "bo");
    assert_eq!(body, "tea?");
    assert_eq!(replay(Room::new(&["bo"]), &["@bo", "@x y"]), ["bo>", ">@x y"]);
}
