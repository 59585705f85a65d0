---
code: E0382
---
#[derive(Debug, Clone, PartialEq)]
pub struct Command {
    pub opcode: u8,
    pub payload: Vec<u8>,
}

#[derive(Debug, PartialEq)]
pub struct Packet {
    pub satellite: u16,
    pub sequence: u32,
    pub command: Command,
}

#[derive(Debug, Default)]
pub struct Uplink {
    sequence: u32,
    pub sent: Vec<Packet>,
}

impl Uplink {
    fn send(&mut self, satellite: u16, command: Command) -> u32 {
        self.sequence += 1;
        self.sent.push(Packet { satellite, sequence: self.sequence, command });
        self.sequence
    }

    /// Sends the same command to every satellite of the fleet.
    pub fn broadcast(&mut self, fleet: &[u16], command: Command) -> Vec<u32> {
        let mut sequences = Vec::with_capacity(fleet.len());
        for &satellite in fleet {
            sequences.push(self.send(satellite, command));
        }
        sequences
    }
}

pub fn safe_mode(reason: u8) -> Command {
    Command { opcode: 0x7f, payload: vec![reason] }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Command {
    pub opcode: u8,
    pub payload: Vec<u8>,
}

#[derive(Debug, PartialEq)]
pub struct Packet {
    pub satellite: u16,
    pub sequence: u32,
    pub command: Command,
}

#[derive(Debug, Default)]
pub struct Uplink {
    sequence: u32,
    pub sent: Vec<Packet>,
}

impl Uplink {
    fn send(&mut self, satellite: u16, command: Command) -> u32 {
        self.sequence += 1;
        self.sent.push(Packet { satellite, sequence: self.sequence, command });
        self.sequence
    }

    /// Sends the same command to every satellite of the fleet.
    pub fn broadcast(&mut self, fleet: &[u16], command: Command) -> Vec<u32> {
        let mut sequences = Vec::with_capacity(fleet.len());
        for &satellite in fleet {
            sequences.push(self.send(satellite, command.clone()));
        }
        sequences
    }
}

pub fn safe_mode(reason: u8) -> Command {
    Command { opcode: 0x7f, payload: vec![reason] }
}
==== tests
#[test]
fn everyone_gets_the_command() {
    let mut up = Uplink::default();
    assert_eq!(up.broadcast(&[101, 102, 105], safe_mode(9)), [1, 2, 3]);
    assert_eq!(up.sent.len(), 3);
    assert!(up.sent.iter().all(|p| p.command == safe_mode(9)));
    assert_eq!(up.sent[2].satellite, 105);
}

#[test]
fn sequence_goes_on() {
    let mut up = Uplink::default();
    assert!(up.broadcast(&[], safe_mode(1)).is_empty());
    up.broadcast(&[7], safe_mode(1));
    assert_eq!(up.broadcast(&[8, 9], safe_mode(2)), [2, 3]);
    assert_eq!(up.sent[1].command.payload, [2]);
}
