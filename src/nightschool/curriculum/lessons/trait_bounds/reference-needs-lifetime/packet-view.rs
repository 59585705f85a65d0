---
code: E0106
---
/// A parsed look at a packet that copies nothing.
///
/// Layout: one byte for the number of labels, then each label with its length in
/// front; what is left is the payload.
#[derive(Debug, PartialEq, Eq)]
pub struct PacketView {
    labels: Vec<&str>,
    payload: &[u8],
}

fn split_label(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (&length, rest) = bytes.split_first()?;
    let label = rest.get(..length as usize)?;
    Some((std::str::from_utf8(label).ok()?, &rest[length as usize..]))
}

impl PacketView {
    pub fn parse(bytes: &[u8]) -> Option<PacketView> {
        let (&count, mut rest) = bytes.split_first()?;
        let mut labels = Vec::new();
        for _ in 0..count {
            let (label, tail) = split_label(rest)?;
            labels.push(label);
            rest = tail;
        }
        Some(PacketView { labels, payload: rest })
    }

    pub fn name(&self) -> String {
        self.labels.join(".")
    }

    pub fn payload_len(&self) -> usize {
        self.payload.len()
    }
}
==== fixed
/// A parsed look at a packet that copies nothing.
///
/// Layout: one byte for the number of labels, then each label with its length in
/// front; what is left is the payload.
#[derive(Debug, PartialEq, Eq)]
pub struct PacketView<'a> {
    labels: Vec<&'a str>,
    payload: &'a [u8],
}

fn split_label(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let (&length, rest) = bytes.split_first()?;
    let label = rest.get(..length as usize)?;
    Some((std::str::from_utf8(label).ok()?, &rest[length as usize..]))
}

impl<'a> PacketView<'a> {
    pub fn parse(bytes: &'a [u8]) -> Option<PacketView<'a>> {
        let (&count, mut rest) = bytes.split_first()?;
        let mut labels = Vec::new();
        for _ in 0..count {
            let (label, tail) = split_label(rest)?;
            labels.push(label);
            rest = tail;
        }
        Some(PacketView { labels, payload: rest })
    }

    pub fn name(&self) -> String {
        self.labels.join(".")
    }

    pub fn payload_len(&self) -> usize {
        self.payload.len()
    }
}
==== tests
#[test]
fn labels_and_payload() {
    let bytes = b"\x02\x03www\x02ex\x00\x01";
    let view = PacketView::parse(bytes).unwrap();
    assert_eq!(view.name(), "www.ex");
    assert_eq!(view.payload_len(), 2);
}

#[test]
fn several_views_of_one_buffer() {
    let buffer = vec![1, 1, b'a', 0, 9];
    let whole = PacketView::parse(&buffer).unwrap();
    let short = PacketView::parse(&buffer[3..]).unwrap();
    assert_eq!((whole.name().as_str(), whole.payload_len()), ("a", 2));
    assert_eq!((short.name().as_str(), short.payload_len()), ("", 1));
}

#[test]
fn damaged_packets_are_refused() {
    assert!(PacketView::parse(&[]).is_none());
    assert!(PacketView::parse(&[1, 5, b'a']).is_none());
    assert!(PacketView::parse(&[1, 1, 0xff]).is_none());
}
