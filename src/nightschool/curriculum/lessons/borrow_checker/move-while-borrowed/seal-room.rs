---
code: E0505
---
/// A chat room; closed rooms go into the archive as they were.
#[derive(Debug, Clone, PartialEq)]
pub struct Room {
    pub name: String,
    pub lines: Vec<(String, String)>,
}

#[derive(Debug, PartialEq)]
pub struct Archived {
    pub room: Room,
    pub most_active: Option<String>,
}

impl Room {
    pub fn say(&mut self, who: &str, what: &str) {
        self.lines.push((who.to_string(), what.to_string()));
    }

    /// Who said most; of equals the one who spoke first.
    pub fn most_active(&self) -> Option<&str> {
        let mut best: Option<(&str, usize)> = None;
        for (who, _) in &self.lines {
            let n = self.lines.iter().filter(|(w, _)| w == who).count();
            if best.map_or(true, |(_, most)| n > most) {
                best = Some((who, n));
            }
        }
        best.map(|(who, _)| who)
    }
}

/// Closes a room and keeps with it who said most.
pub fn close(room: Room) -> Archived {
    let speaker = room.most_active();
    Archived { room, most_active: speaker.map(str::to_owned) }
}

/// Names of the archived rooms in which `who` said most.
pub fn led_by<'a>(archive: &'a [Archived], who: &str) -> Vec<&'a str> {
    let led = archive.iter().filter(|a| a.most_active.as_deref() == Some(who));
    led.map(|a| a.room.name.as_str()).collect()
}
==== fixed
/// A chat room; closed rooms go into the archive as they were.
#[derive(Debug, Clone, PartialEq)]
pub struct Room {
    pub name: String,
    pub lines: Vec<(String, String)>,
}

#[derive(Debug, PartialEq)]
pub struct Archived {
    pub room: Room,
    pub most_active: Option<String>,
}

impl Room {
    pub fn say(&mut self, who: &str, what: &str) {
        self.lines.push((who.to_string(), what.to_string()));
    }

    /// Who said most; of equals the one who spoke first.
    pub fn most_active(&self) -> Option<&str> {
        let mut best: Option<(&str, usize)> = None;
        for (who, _) in &self.lines {
            let n = self.lines.iter().filter(|(w, _)| w == who).count();
            if best.map_or(true, |(_, most)| n > most) {
                best = Some((who, n));
            }
        }
        best.map(|(who, _)| who)
    }
}

/// Closes a room and keeps with it who said most.
pub fn close(room: Room) -> Archived {
    let speaker = room.most_active();
    let most_active = speaker.map(str::to_owned);
    Archived { room, most_active }
}

/// Names of the archived rooms in which `who` said most.
pub fn led_by<'a>(archive: &'a [Archived], who: &str) -> Vec<&'a str> {
    let led = archive.iter().filter(|a| a.most_active.as_deref() == Some(who));
    led.map(|a| a.room.name.as_str()).collect()
}
==== tests
fn room(name: &str, speakers: &[&str]) -> Room {
    let mut r = Room { name: name.into(), lines: vec![] };
    speakers.iter().for_each(|s| r.say(s, "..."));
    r
}

#[test]
fn closing_keeps_everything() {
    let tea = room("tea", &["ann", "bob", "bob", "ann", "cid"]);
    let closed = close(tea.clone());
    assert_eq!(closed.room, tea);
    assert_eq!(closed.most_active.as_deref(), Some("ann"));
}

#[test]
fn leaders() {
    let archive = [close(room("a", &["x"])), close(room("b", &[])), close(room("c", &["y", "x", "x"]))];
    assert_eq!(led_by(&archive, "x"), ["a", "c"]);
    assert_eq!(archive[1].most_active, None);
}
