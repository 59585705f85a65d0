---
code: E0596
---
/// CRC-8 with polynomial 0x07, computed with a table.
pub struct Crc8 {
    table: [u8; 256],
    state: u8,
}

fn entry(byte: u8) -> u8 {
    let mut value = byte;
    for _ in 0..8 {
        value = if value & 0x80 != 0 { (value << 1) ^ 0x07 } else { value << 1 };
    }
    value
}

fn fill(table: &mut [u8; 256]) {
    for (i, slot) in table.iter_mut().enumerate() {
        *slot = entry(i as u8);
    }
}

impl Crc8 {
    pub fn new() -> Crc8 {
        let table = [0; 256];
        fill(&mut table);
        Crc8 { table, state: 0 }
    }

    pub fn update(&mut self, bytes: &[u8]) -> &mut Self {
        for byte in bytes {
            self.state = self.table[(self.state ^ byte) as usize];
        }
        self
    }

    pub fn value(&self) -> u8 {
        self.state
    }
}

impl Default for Crc8 {
    fn default() -> Self {
        Self::new()
    }
}

pub fn checksum(parts: &[&[u8]]) -> u8 {
    let crc = Crc8::new();
    for part in parts {
        crc.update(part);
    }
    crc.value()
}
==== fixed
/// CRC-8 with polynomial 0x07, computed with a table.
pub struct Crc8 {
    table: [u8; 256],
    state: u8,
}

fn entry(byte: u8) -> u8 {
    let mut value = byte;
    for _ in 0..8 {
        value = if value & 0x80 != 0 { (value << 1) ^ 0x07 } else { value << 1 };
    }
    value
}

fn fill(table: &mut [u8; 256]) {
    for (i, slot) in table.iter_mut().enumerate() {
        *slot = entry(i as u8);
    }
}

impl Crc8 {
    pub fn new() -> Crc8 {
        let mut table = [0; 256];
        fill(&mut table);
        Crc8 { table, state: 0 }
    }

    pub fn update(&mut self, bytes: &[u8]) -> &mut Self {
        for byte in bytes {
            self.state = self.table[(self.state ^ byte) as usize];
        }
        self
    }

    pub fn value(&self) -> u8 {
        self.state
    }
}

impl Default for Crc8 {
    fn default() -> Self {
        Self::new()
    }
}

pub fn checksum(parts: &[&[u8]]) -> u8 {
    let mut crc = Crc8::new();
    for part in parts {
        crc.update(part);
    }
    crc.value()
}
==== tests
#[test]
fn check_value() {
    assert_eq!(checksum(&[b"123456789"]), 0xf4);
}

#[test]
fn parts_add_up() {
    assert_eq!(checksum(&[b"1234", b"", b"56789"]), 0xf4);
    assert_eq!(checksum(&[]), 0);
    let mut crc = Crc8::default();
    assert_ne!(crc.update(b"a").value(), Crc8::new().update(b"b").value());
}
